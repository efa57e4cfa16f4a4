"""Discovery: paths → assignments, each a story to be read with the config that speaks for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import ConfigError, SourceError
from newslint.core.paths import shown
from newslint.core.source import Source
from newslint.desk.bounds import REMEDY, bounds
from newslint.desk.config import Config, Configs
from newslint.desk.globs import glob_spec, ignore_spec, reject_globs
from newslint.desk.options import Options
from newslint.rulebook.toml import contents

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

    def source(self, most: int) -> Source:
        """Return the story's bytes. Raises SourceError for more than *most*, or where there are none."""
        try:
            content = contents(self.path, most) if self.content is None else self.content
        except OSError as cause:
            raise SourceError(self.name, f"cannot be read: {cause.strerror}.") from None
        if len(content) > most:
            raise SourceError(self.name, f"more than {most:,} bytes; --max-file-size sets how many are read.")
        return Source(self.name, content)


def assignments(
    paths: Iterable[str], options: Options, *, extensions: Collection[str], configs: Configs
) -> Iterator[Assignment | SourceError]:
    """Yield the stories to read, each once: those named, and those of known extensions below folders named.

    A path that is not there is yielded as an error, so that the others are still read.
    """
    paths = tuple(paths)
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
            if (
                file != path
                and file.is_symlink()
                and not bounds(path, (*options.allowed, *paths)).admit(file)
            ):
                yield SourceError(shown(file), f"leads outside the repository; {REMEDY}.")
            elif file.resolve() not in seen:
                seen.add(file.resolve())
                yield assignment(file, configs)


def assignment(path: Path, configs: Configs) -> Assignment:
    """Return the assignment of one file."""
    return Assignment(path, shown(path), configs.above(path.parent))


def _standard_input(options: Options, configs: Configs) -> Assignment:
    path = Path(options.stdin_filename or STANDARD_INPUT)
    name = shown(path) if options.stdin_filename else STANDARD_INPUT
    return Assignment(
        path, name, configs.above(path.parent), content=sys.stdin.buffer.read(options.most_bytes + 1)
    )


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
        # A link that leads out of the repository is not followed, as git follows none.
        if path.is_file() and (not path.is_symlink() or bounds(folder, self.configs.allowed).admit(path)):
            try:
                yield folder, ignore_spec(contents(path))
            except OSError as cause:
                raise ConfigError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None

    def _exclude(self, folder: Path) -> Iterator[tuple[Path, Any]]:
        config = self.configs.above(folder)
        if config.style.exclude and Path(config.folder).absolute() == folder:
            reject_globs(config.style.exclude, origin=config.origin, key="exclude")
            yield folder, glob_spec(config.style.exclude)
