"""Keys: what somebody types at a terminal: one key, or a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newslint.cli.streams import put

ESCAPE = b"\x1b"
MOST_BYTES = 4096
# What ends a run where keys are read one by one.
END_OF_INPUT, INTERRUPT = "\x04", "\x03"


def is_terminal() -> bool:
    """Tell whether somebody sits at a terminal: both streams lead to one."""
    return all(
        stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout)
    )


def key(prompt: str) -> str:
    """Ask for a key and return it; the end of input is Ctrl-D. Raises KeyboardInterrupt for Ctrl-C."""
    pressed = _pressed(prompt)
    if pressed == INTERRUPT:
        raise KeyboardInterrupt
    return pressed


def line() -> str:
    """Return a line that somebody types, without its end."""
    typed = os.read(sys.stdin.fileno(), MOST_BYTES)
    return typed.decode("utf-8", "replace").rstrip("\r\n")


if sys.platform == "win32":

    def _pressed(prompt: str) -> str:
        import msvcrt

        put(prompt)
        return msvcrt.getwch()

else:

    def _pressed(prompt: str) -> str:
        with _single_keys(sys.stdin.fileno()) as descriptor:
            put(prompt)
            typed = os.read(descriptor, 1) or END_OF_INPUT.encode()
            # An arrow, or a letter of several bytes, is one key.
            if typed == ESCAPE or not typed.isascii():
                typed += _pending(descriptor)
        return typed.decode("utf-8", "replace")

    @contextmanager
    def _single_keys(descriptor: int) -> Iterator[int]:
        """Have a terminal give each key at once and show none, then be as it was; what was typed stays."""
        import termios
        import tty

        before = termios.tcgetattr(descriptor)
        try:
            tty.setcbreak(descriptor, termios.TCSADRAIN)
            yield descriptor
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    def _pending(descriptor: int) -> bytes:
        from select import select

        ready, _, _ = select([descriptor], [], [], 0)
        return os.read(descriptor, MOST_BYTES) if ready else b""
