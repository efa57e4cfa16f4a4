"""Contents: the bytes of files and of standard input, read without ever waiting for a pipe nobody fills."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from newslint.core.errors import SourceError

NO_WAITING = getattr(os, "O_NONBLOCK", 0)
BYTES = getattr(os, "O_BINARY", 0)
PIECE = 1 << 20
# `read` makes room for all that it is asked for, whether or not there is so much.
ROOM = 1 << 22
# Files that the shell has opened for us, as `<(…)` does; they may be pipes.
OPENED = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


def content_of(path: Path, name: str, most: int) -> bytes:
    """Read a regular file, which is called *name*, or what shows that it has more than *most* bytes.

    Raises SourceError for anything else.
    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | NO_WAITING | BYTES), "rb") as file:
            if reason := unfit(os.fstat(file.fileno()).st_mode):
                raise SourceError(name, reason)
            return first_bytes(file, most + 1)
    except (OSError, ValueError) as cause:
        raise SourceError(name, f"cannot be read: {told(cause)}.") from None


def first_bytes(file: BinaryIO, most: int) -> bytes:
    """Read at most so many bytes of an open file."""
    pieces: list[bytes] = []
    while most and (piece := file.read(min(most, ROOM))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def is_opened(path: Path) -> bool:
    """Tell whether a path stands for what the shell has opened."""
    return path.as_posix().startswith(OPENED)


def opened_content(path: Path, name: str, most: int) -> bytes:
    """Read what the shell has opened for us, as `content_of` does. Raises SourceError."""
    try:
        with path.open("rb") as file:
            return first_bytes(file, most + 1)
    except (OSError, ValueError) as cause:
        raise SourceError(name, f"cannot be read: {told(cause)}.") from None


def standard_input(name: str, most: int) -> bytes:
    """Read standard input, as `content_of` does. Raises SourceError where it is closed."""
    if sys.stdin is None:
        raise SourceError(name, "standard input is closed.")
    pieces: list[bytes] = []
    left = most + 1
    try:
        # Piece by piece past the buffer, in which a Ctrl-C may be lost.
        raw = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
        while left and (piece := raw.read(min(left, PIECE))) != b"":
            # Where standard input does not wait for its writer, nothing is there yet (None), and we wait.
            if piece is None:
                _wait(raw.fileno())
            else:
                pieces.append(piece)
                left -= len(piece)
    except (OSError, ValueError) as cause:
        raise SourceError(name, f"standard input cannot be read: {told(cause)}.") from None
    return b"".join(pieces)


def unfit(mode: int) -> str:
    """Say why what is of this *mode* is no story, or nothing."""
    if stat.S_ISREG(mode):
        return ""
    kinds = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFDIR: "a folder"}
    return f"found {kinds.get(stat.S_IFMT(mode), 'a device')}, expected a file."


def told(cause: OSError | ValueError) -> str:
    """Return why a file cannot be opened; one whose name has no bytes on this system raises ValueError."""
    return (isinstance(cause, OSError) and cause.strerror) or str(cause)


def _wait(descriptor: int) -> None:
    from select import select

    select([descriptor], [], [])
