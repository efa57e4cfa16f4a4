"""Discovery: paths → assignments, each a story to be read with the config that speaks for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import SourceError
from newslint.core.paths import shown
from newslint.core.source import Source
from newslint.desk.config import Config, Configs
from newslint.desk.options import Options

STANDARD_INPUT = "-"


class Assignment(msgspec.Struct, frozen=True):
    """A story to be read: where it lies, how reports call it, the config that speaks for it.

    *content* is what came by standard input or from a caller; None: what is in the file.
    """

    path: Path
    name: str
    config: Config
    content: bytes | None = None
    reader: str | None = None

    def source(self) -> Source:
        """Return the story's bytes. Raises SourceError when the file cannot be read."""
        if self.content is not None:
            return Source(self.name, self.content)
        try:
            return Source(self.name, self.path.read_bytes())
        except OSError as cause:
            raise SourceError(self.name, f"cannot be read: {cause.strerror}.") from None


def assignments(
    paths: Iterable[str], options: Options, *, extensions: Collection[str], configs: Configs
) -> Iterator[Assignment | SourceError]:
    """Yield the stories to read, each once: those named, and those of known extensions below folders named.

    A path that is not there is yielded as an error, so that the others are still read.
    """
    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        if name == STANDARD_INPUT:
            yield _standard_input(options, configs)
            continue
        if path.is_dir():
            found: Iterable[Path] = _walk(path, extensions, configs)
        elif not path.exists():
            yield SourceError(shown(path), "no such file or folder.")
            continue
        else:
            found = () if options.force_exclude and _excluded(path, configs) else (path,)
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield assignment(file, configs)


def assignment(path: Path, configs: Configs) -> Assignment:
    """Return the assignment of one file."""
    return Assignment(path, shown(path), configs.above(path.parent))


def glob_spec(patterns: Sequence[str]) -> Any:
    """Return a matcher of gitignore-like patterns (`sports/**`, `archive/`)."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _standard_input(options: Options, configs: Configs) -> Assignment:
    path = Path(options.stdin_filename or STANDARD_INPUT)
    name = shown(path) if options.stdin_filename else STANDARD_INPUT
    return Assignment(path, name, configs.above(path.parent), content=sys.stdin.buffer.read())


def _walk(folder: Path, extensions: Collection[str], configs: Configs) -> Iterator[Path]:
    ignored = _Ignored(configs)
    for root, folders, files in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not ignored(here / name, folder=True)
        )
        for name in sorted(files):
            path = here / name
            if path.suffix.lower() in extensions and not ignored(path):
                yield path


def _excluded(path: Path, configs: Configs) -> bool:
    ignored = _Ignored(configs)
    absolute = Path(os.path.normpath(path.absolute()))
    return ignored(absolute) or any(ignored(parent, folder=True) for parent in absolute.parents)


class _Ignored:
    """Tells what .gitignore files and `exclude` leave out. It reads each of them once."""

    def __init__(self, configs: Configs) -> None:
        self.configs = configs
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
            yield folder, glob_spec(path.read_text(encoding="utf-8", errors="replace").split("\n"))

    def _exclude(self, folder: Path) -> Iterator[tuple[Path, Any]]:
        config = self.configs.above(folder)
        if config.style.exclude and Path(config.folder).absolute() == folder:
            yield folder, glob_spec(config.style.exclude)
