"""Paths, as reports and messages give them."""

from __future__ import annotations

import os
import re
from pathlib import Path

# A byte that is shown by its number.
NUMBERED = rb"\\x([0-9a-f]{2})"


def shown(path: Path) -> str:
    r"""Return a path relative to the working directory, with `/` and no `./`.

    Names are UTF-8 whatever the locale says; a byte that is none is shown by its number, as `\xf3`.
    """
    try:
        name = Path(os.path.relpath(path)).as_posix()
    # On Windows a path on another drive has no relative form.
    except ValueError:
        name = path.absolute().as_posix()
    # Under another locale, letters that are UTF-8 are not read as such.
    return in_text(name)


def in_text(name: str) -> str:
    """Return a name as text, whatever bytes it has."""
    return name if name.isascii() else _bytes(name).decode("utf-8", "backslashreplace")


def meant(name: str) -> Path:
    """Return the path that *name* shows: of the two that it may show, the one that is there."""
    content = name.encode("utf-8", "backslashreplace")
    path = Path(os.fsdecode(content))
    if "\\x" not in name or path.exists():
        return path
    return Path(os.fsdecode(re.sub(NUMBERED, lambda number: bytes.fromhex(number[1].decode()), content)))


def _bytes(name: str) -> bytes:
    try:
        return os.fsencode(name)
    # A caller may give letters that no file here can have.
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace")
