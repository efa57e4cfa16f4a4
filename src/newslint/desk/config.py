"""Configuration: which file speaks for a story, and what it says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.core.style import Style
from newslint.desk.bounds import REMEDY, Bounds, bounds
from newslint.desk.globs import glob_fault, glob_spec
from newslint.desk.options import Options
from newslint.rulebook.faults import cited
from newslint.rulebook.toml import contents, converted, parsed, salvaged
from newslint.rulebook.trees import nowhere


class Config(msgspec.Struct, frozen=True):
    """A desk's style with the file and the folder it was read from; without a file, an empty one.

    It names files of its own repository, or in the folders *allowed* beside it. *faults* are those of what
    was left out of the style, as it cannot be read. *glob* is the one that gives some files their style.
    """

    origin: str = ""
    folder: str = "."
    style: Style = Style()
    allowed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    glob: str = ""

    def path(self, key: str, name: str) -> Path:
        """Return a path that a key gives, relative to the config. Raises ConfigError out of bounds."""
        keys = [key] if isinstance(getattr(self.style, key.replace("-", "_")), str) else [key, name]
        return self.bounds().path(name, folder=self.folder, origin=self.origin, keys=keys)

    def globs(self, path: Path) -> Iterator[str]:
        """Yield the globs of `[files."…"]` that a path matches."""
        return (glob for glob in self.style.files if self._matches(glob, path))

    def reader(self, path: Path) -> str | None:
        """Name the reader that `[files."…"]` gives a file, the last of those it matches."""
        if not any(layer.reader for layer in self.style.files.values()):
            return None
        named = [self.style.files[glob].reader for glob in self.globs(path)]
        return next((reader for reader in reversed(named) if reader), None)

    @property
    def style_keys(self) -> list[str]:
        """Return the keys under which the style is named."""
        return ["files", self.glob, "style"] if self.glob else ["style"]

    def speaking_for(self, path: Path) -> Config:
        """Return the config as it speaks for a file, which `[files."…"]` may give another style."""
        named = [
            glob for glob in self.style.files if self.style.files[glob].style and self._matches(glob, path)
        ]
        return self.styled(named[-1]) if named else self

    def styled(self, glob: str) -> Config:
        """Return the config with the style of one of its `[files."…"]`."""
        style = msgspec.structs.replace(self.style, style=self.style.files[glob].style)
        return msgspec.structs.replace(self, style=style, glob=glob)

    def _matches(self, glob: str, path: Path) -> bool:
        try:
            relative = path.absolute().relative_to(Path(self.folder).absolute())
        except ValueError:
            return False
        # What is no glob is told where the setting is made.
        return glob_fault(glob) is None and bool(glob_spec([glob]).match_file(relative.as_posix()))

    def bounds(self) -> Bounds:
        """Return the folders that may be read."""
        return bounds(self.folder, self.allowed)


class Configs:
    """Finds the config that speaks for the stories of a folder. It remembers the answer for each folder."""

    def __init__(self, options: Options) -> None:
        self.only = _only(options)
        self.allowed = options.allowed
        self.found: dict[Path, Config] = {}

    def above(self, folder: Path) -> Config:
        """Return the config of *folder* or the nearest one above it. Raises ConfigError if it is faulty."""
        return self.only or self._above(folder.absolute())

    def speaking_for(self, path: Path) -> Config:
        """Return the config for a file, with the style set for it. Raises ConfigError as `above` does."""
        return self.above(path.parent).speaking_for(path)

    def _above(self, folder: Path) -> Config:
        # A loop, as folders may lie deeper than calls may.
        climbed = []
        while folder not in self.found:
            own = config_in(folder, self.allowed)
            if own or folder.parent == folder:
                self.found[folder] = own or Config()
                break
            climbed.append(folder)
            folder = folder.parent
        self.found.update(dict.fromkeys(climbed, self.found[folder]))
        return self.found[folder]


def _only(options: Options) -> Config | None:
    """Return the one config that the options leave, or None where the nearest speaks."""
    if options.config is None:
        return Config() if options.isolated else None
    named = read_config(Path(options.config), options.allowed)
    if named is None:
        raise ConfigError(f"{options.config}: expected a table `[tool.newslint]`, found none.")
    return named


def config_in(folder: Path, allowed: tuple[str, ...] = ()) -> Config | None:
    """Read `newslint.toml`, or `[tool.newslint]` of `pyproject.toml`, in one folder."""
    for name in ("newslint.toml", "pyproject.toml"):
        path = folder / name
        if not os.path.isfile(path):
            continue
        if path.is_symlink() and not bounds(folder, allowed).admit(path):
            raise ConfigError(f"{shown(path)}: leads outside the repository; {REMEDY}.")
        if config := read_config(path, allowed):
            return config
    return None


def read_config(
    path: Path, allowed: tuple[str, ...] = (), *, named: Callable[[], str] = nowhere
) -> Config | None:
    """Read one config or style file; None for a `pyproject.toml` without `[tool.newslint]`.

    Raises ConfigError. Of a file that cannot be read, the message begins with where it is *named*.
    """
    name = shown(path)
    try:
        content = contents(path)
    except ValueError:
        raise ConfigError(f"{named()}{cited(name)}: cannot be read: expected a path.") from None
    except OSError as cause:
        raise ConfigError(f"{named()}{cited(name)}: cannot be read: {cause.strerror}.") from None
    if path.name == "pyproject.toml" and b"newslint" not in content:
        return None
    table = parsed(name, content, error=ConfigError)
    if path.name == "pyproject.toml":
        tools = converted(table.get("tool", {}), dict, path=name, error=ConfigError, under=["tool"])
        if "newslint" not in tools:
            return None
        table = converted(tools["newslint"], dict, path=name, error=ConfigError, under=["tool", "newslint"])
    # A later newslint may have keys that this one does not know.
    if "required-version" in table:
        from newslint.desk.required import expect_version

        expect_version(table["required-version"], name)
    style, faults = salvaged(table, Style, path=name, error=ConfigError)
    return Config(name, str(path.parent), style, allowed, faults)
