"""The walk: a folder → the files below it that a reader may know."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from newslint.core.errors import SourceError
from newslint.core.paths import shown
from newslint.desk.contents import told
from newslint.desk.ignored import Ignored


def walk(folder: Path, known: Callable[[Path], bool], ignored: Ignored) -> Iterator[Path | SourceError]:
    """Yield the files below *folder*, and an error for each folder that cannot be read.

    Links to folders are not followed, so that no walk goes in circles. Pipes, sockets and devices are no
    stories, and are not opened.
    """
    # A loop, as folders may lie deeper than calls may.
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=_name)
        except OSError as cause:
            yield SourceError(shown(here), f"cannot be read: {told(cause)}.")
            continue
        for entry in entries:
            path = here / entry.name
            if known(path) and _is_story(entry) and not ignored(path):
                yield path
        folders = (here / entry.name for entry in reversed(entries) if _is_folder(entry))
        waiting += [each for each in folders if not ignored(each, folder=True)]


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and _answers(lambda: entry.is_dir(follow_symlinks=False))


def _is_story(entry: os.DirEntry[str]) -> bool:
    """Tell a file from what only looks like one by its name.

    A link that leads nowhere counts, so that it is told; but editors leave hidden ones as locks.
    """
    if _answers(entry.is_file):
        return True
    leads_nowhere = entry.is_symlink() and not os.path.exists(entry.path)
    return leads_nowhere and not entry.name.startswith(".")


def _answers(question: Callable[[], bool]) -> bool:
    """Ask the file system; what it cannot say is no."""
    try:
        return question()
    except OSError:
        return False
