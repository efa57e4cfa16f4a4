"""What is left out of walks: by .gitignore files, and by `exclude` of the config that speaks."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.desk.bounds import bounds
from newslint.desk.config import Configs
from newslint.desk.globs import glob_spec, ignore_spec, reject_globs
from newslint.desk.vocabulary import words_files
from newslint.rulebook.toml import contents

SIGN, NAMED = r"([\\*?\[\]!#])", r"\\\1"
Specs = list[tuple[Path, Any]]


class Ignored:
    """Tells what .gitignore files and `exclude` leave out. It reads each of them once."""

    def __init__(self, configs: Configs) -> None:
        self.configs = configs
        self.specs: dict[Path, Specs] = {}

    def __call__(self, path: Path, *, folder: bool = False) -> bool:
        absolute = Path(os.path.normpath(path.absolute()))
        tail = "/" if folder else ""
        return any(
            spec.match_file(absolute.relative_to(home).as_posix() + tail)
            for home, spec in self._above(absolute.parent)
            if absolute.is_relative_to(home)
        )

    def excludes(self, path: Path) -> bool:
        """Tell whether a file, or a folder above it, is left out."""
        absolute = Path(os.path.normpath(path.absolute()))
        return self(absolute) or any(self(parent, folder=True) for parent in absolute.parents)

    def _above(self, folder: Path) -> Specs:
        # A loop, as folders may lie deeper than calls may.
        climbed = []
        while folder not in self.specs:
            climbed.append(folder)
            if folder.parent == folder or os.path.exists(folder / ".git"):
                break
            folder = folder.parent
        found = self.specs.get(folder, [])
        for each in reversed(climbed):
            found = self.specs[each] = [*found, *self._gitignore(each), *self._exclude(each)]
        return found

    def _gitignore(self, folder: Path) -> Iterator[tuple[Path, Any]]:
        path = folder / ".gitignore"
        # A link that leads out of the repository is not followed, as git follows none.
        if os.path.isfile(path) and (
            not os.path.islink(path) or bounds(folder, self.configs.allowed).admit(path)
        ):
            try:
                yield folder, ignore_spec(contents(path))
            except OSError as cause:
                raise ConfigError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None

    def _exclude(self, folder: Path) -> Iterator[tuple[Path, Any]]:
        config = self.configs.above(folder)
        if Path(config.folder).absolute() != folder or not config.origin:
            return
        if config.style.exclude:
            reject_globs(config.style.exclude, origin=config.origin, key="exclude")
            yield folder, glob_spec(config.style.exclude)
        # As names, in which nothing is a glob.
        yield folder, glob_spec([f"/{re.sub(SIGN, NAMED, name)}" for name in words_files(config)])
