"""Leftovers: the hidden files of runs that were killed, which the next run sweeps up.

A file is replaced by one rename, so a leftover is a copy of a story that still stands where it stood, old or
new, or that somebody has taken away since.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from newslint.desk.contents import NO_WAITING
from newslint.run.writing import (
    NO_LINK,
    SUFFIX,
    RefusalError,
    followed,
    hidden,
    is_below,
    lock,
    stands,
)


def sweep(files: Iterable[Path], below: Set[Path]) -> list[Path]:
    """Remove what killed runs left of *files*, and in the folders they are in; return it."""
    own = {hidden(target) for target in _targets(files, below)}
    folders = {each.parent for each in own} | {each for each in below if os.path.isdir(each)}
    return [
        each
        for folder in sorted(folders)
        for each in _hidden_files(folder)
        if (each in own or is_below(each, below)) and _removed(each)
    ]


def _targets(files: Iterable[Path], below: Set[Path]) -> Iterator[Path]:
    for file in files:
        try:
            yield followed(file, below)
        except (OSError, RefusalError):
            continue


def _hidden_files(folder: Path) -> list[Path]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted(
        folder / name
        for name in names
        if name.startswith(".") and name.endswith(SUFFIX) and len(name) > len(f".{SUFFIX}")
    )


def _removed(path: Path) -> bool:
    """Remove a hidden file of a run that is no more; tell whether it was one."""
    try:
        if not _ours(os.lstat(path)):
            return False
        if os.name != "posix":
            os.unlink(path)
            return True
        descriptor = os.open(path, os.O_RDONLY | NO_LINK | NO_WAITING)
        try:
            # A run that is still at work holds the lock, which dies with it.
            lock(descriptor)
            if not stands(descriptor, path):
                return False
            os.unlink(path)
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True


def _ours(found: os.stat_result) -> bool:
    """Tell whether a run of this user can have made a file; root's have the owner of the story."""
    return stat.S_ISREG(found.st_mode) and (not hasattr(os, "geteuid") or os.geteuid() in (0, found.st_uid))
