"""Streams: what is written to standard output and standard error, even where these are closed or full."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from newslint.core.errors import NewslintError

# As type checkers know it; `typing` itself is half of what `--version` costs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

USUAL_WIDTH = 80


def put(text: str | bytes) -> None:
    """Write all of a text to standard output, as UTF-8 if it is not encoded.

    Raises NewslintError where that is closed or full, BrokenPipeError where nobody reads it any more.
    """
    if sys.stdout is None or sys.stdout.closed:
        raise NewslintError("standard output is closed.")
    try:
        sys.stdout.flush()
        # Past the buffer, which would try again, and complain, when Python exits.
        raw = getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)
        left = memoryview(text.encode("utf-8", "replace") if isinstance(text, str) else text)
        while left:
            written = raw.write(left)
            # What does not wait for its reader takes nothing (None) until that has caught up.
            left = left[written or 0 :]
            if written is None:
                _wait(raw.fileno())
    except BrokenPipeError:
        raise
    except OSError as cause:
        raise NewslintError(f"standard output cannot be written: {cause.strerror}.") from None


def complain(lines: Iterable[str]) -> None:
    """Write complaints about the run to standard error; where that is closed, the exit code must do."""
    from newslint.core.visible import visible

    for line in lines:
        try:
            if sys.stderr is not None and not sys.stderr.closed:
                sys.stderr.write(f"newslint: {visible(line)}\n")
        except OSError:
            return


def put_aside(text: str) -> None:
    """Write a report to standard error, where standard output holds copy; where that is closed, nowhere."""
    try:
        if sys.stderr is not None and not sys.stderr.closed:
            sys.stderr.write(text)
    except OSError:
        return


def settled(code: int) -> int:
    """Write what is left in the buffers; return *code*, or 2 where standard output does not take it."""
    try:
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
    except OSError:
        code = 2
        _let_go(sys.stdout)
    try:
        if sys.stderr is not None and not sys.stderr.closed:
            sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)
    return code


def terminal_width() -> int | None:
    """Return the width of the terminal that standard output is, or None when it is none."""
    if sys.stdout is None or sys.stdout.closed or not sys.stdout.isatty():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_WIDTH
    except (OSError, ValueError):
        return USUAL_WIDTH


def is_coloured(color: str) -> bool:
    """Tell whether standard output is in colour: https://no-color.org, https://force-color.org."""
    if color in ("always", "never"):
        return color == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal_width() is not None and not os.environ.get("NO_COLOR")


def colourless(text: str) -> str:
    """Return *text* without the codes that colour a terminal."""
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def _let_go(stream: TextIO) -> None:
    """Have what a stream still holds go nowhere, as Python would write it again when it exits."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _wait(descriptor: int) -> None:
    from select import select

    select([], [descriptor], [])
