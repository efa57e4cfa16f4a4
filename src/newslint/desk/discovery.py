"""Discovery: which files a run reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newslint.core.errors import SourceError
from newslint.core.paths import shown
from newslint.desk.config import Config

Excluded = Callable[[Path], bool]


def discover(
    paths: Iterable[str],
    *,
    extensions: Collection[str],
    config_above: Callable[[Path], Config],
    force_exclude: bool,
) -> Iterator[Path | SourceError]:
    """Yield the files to lint, each once: those named, and those of known extensions below folders named.

    A path that is not there is yielded as an error, so that the others are still read.
    """
    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found: Iterable[Path] = _walk(path, extensions, config_above)
        elif not path.exists():
            yield SourceError(shown(path), "no such file or folder.")
            continue
        else:
            found = () if force_exclude and _excluded(path, config_above) else (path,)
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def glob_spec(patterns: Sequence[str]) -> Any:
    """Return a matcher of gitignore-like patterns (`sports/**`, `archive/`)."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _walk(
    folder: Path, extensions: Collection[str], config_above: Callable[[Path], Config]
) -> Iterator[Path]:
    ignored = _Ignored(config_above)
    for root, folders, files in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not ignored(here / name, folder=True)
        )
        for name in sorted(files):
            path = here / name
            if path.suffix.lower() in extensions and not ignored(path):
                yield path


def _excluded(path: Path, config_above: Callable[[Path], Config]) -> bool:
    ignored = _Ignored(config_above)
    absolute = Path(os.path.normpath(path.absolute()))
    return ignored(absolute) or any(ignored(parent, folder=True) for parent in absolute.parents)


class _Ignored:
    """Tells what .gitignore files and `exclude` leave out. It reads each of them once."""

    def __init__(self, config_above: Callable[[Path], Config]) -> None:
        self.config_above = config_above
        self.specs: dict[Path, list[tuple[Path, Any]]] = {}

    def __call__(self, path: Path, *, folder: bool = False) -> bool:
        absolute = Path(os.path.normpath(path.absolute()))
        tail = "/" if folder else ""
        return any(
            spec.match_file(absolute.relative_to(home).as_posix() + tail)
            for home, spec in self._above(absolute.parent)
            if absolute.is_relative_to(home)
        )

    def _above(self, folder: Path) -> list[tuple[Path, Any]]:
        if folder not in self.specs:
            own = [*self._gitignore(folder), *self._exclude(folder)]
            top = folder.parent == folder or (folder / ".git").exists()
            self.specs[folder] = own if top else [*self._above(folder.parent), *own]
        return self.specs[folder]

    def _gitignore(self, folder: Path) -> Iterator[tuple[Path, Any]]:
        path = folder / ".gitignore"
        if path.is_file():
            yield folder, glob_spec(path.read_text(encoding="utf-8", errors="replace").splitlines())

    def _exclude(self, folder: Path) -> Iterator[tuple[Path, Any]]:
        config = self.config_above(folder)
        if config.style.exclude and Path(config.folder).absolute() == folder:
            yield folder, glob_spec(config.style.exclude)
