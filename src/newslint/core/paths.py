"""Paths, as reports and messages give them."""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: Path) -> str:
    """Return a path relative to the working directory, with `/` and no `./`."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    # On Windows a path on another drive has no relative form.
    except ValueError:
        return path.absolute().as_posix()
