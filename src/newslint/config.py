"""Configuration: which file speaks for a story, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.lexicon import WordList
from newslint.core.style import Style
from newslint.paths import shown
from newslint.toml import converted, line_of, parsed


class Config(msgspec.Struct, frozen=True):
    """A desk's style with the file and the folder it was read from; without a file, an empty one."""

    origin: str = ""
    folder: str = "."
    style: Style = Style()

    def path(self, name: str) -> Path:
        """Return a path that the config gives, relative to its folder."""
        return Path(self.folder, name)


class Configs:
    """Finds the nearest config above a story. It remembers the answer for each folder."""

    def __init__(self) -> None:
        self.found: dict[Path, Config] = {}

    def above(self, folder: Path) -> Config:
        """Return the config of *folder* or the nearest one above it. Raises ConfigError if it is faulty."""
        if folder not in self.found:
            own = config_in(folder)
            at_root = folder.parent == folder
            self.found[folder] = own or (Config() if at_root else self.above(folder.parent))
        return self.found[folder]


def config_in(folder: Path) -> Config | None:
    """Read `newslint.toml`, or `[tool.newslint]` of `pyproject.toml`, in one folder."""
    for name in ("newslint.toml", "pyproject.toml"):
        path = folder / name
        if path.is_file() and (config := read_config(path)):
            return config
    return None


def read_config(path: Path) -> Config | None:
    """Read one config or style file; None for a `pyproject.toml` without `[tool.newslint]`."""
    name = shown(path)
    try:
        content = path.read_bytes()
    except OSError as cause:
        raise ConfigError(f"{name}: cannot be read: {cause.strerror}.") from None
    if path.name == "pyproject.toml" and b"newslint" not in content:
        return None
    table = parsed(name, content, error=ConfigError)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("newslint")
        if table is None:
            return None
    return Config(name, str(path.parent), converted(table, Style, path=name, error=ConfigError))


def desk_lists(config: Config) -> Mapping[str, WordList]:
    """Read the house register (`names`) and the exchange rates (`rates`) that a config points at."""
    lists = {}
    if config.style.names:
        lists["house-names"] = WordList("The house register", _names(config, config.style.names))
    if config.style.rates:
        lists["rates"] = WordList("Exchange rates", _rates(config, config.style.rates))
    return lists


def _names(config: Config, name: str) -> tuple[dict[str, Any], ...]:
    path = config.path(name)
    table = parsed(shown(path), _bytes(config, "names", path), error=ConfigError)
    rows = table.get("names", ())
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "name" in row for row in rows):
        raise ConfigError(f"{shown(path)}: names: expected [[names]] tables, each with a `name`.")
    return tuple(rows)


def _rates(config: Config, name: str) -> tuple[dict[str, Any], ...]:
    path = config.path(name)
    try:
        text = _bytes(config, "rates", path).decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise ConfigError(f"{shown(path)}: offset {cause.start} is not UTF-8.") from None
    import csv

    rows = csv.DictReader(text.splitlines())
    expected = ["date", "from", "to", "rate"]
    if rows.fieldnames != expected:
        raise ConfigError(f"{shown(path)}:1: found columns {rows.fieldnames}, expected {expected}.")
    return tuple(dict(row) for row in rows)


def _bytes(config: Config, key: str, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        line = line_of(config.origin, [key])
        raise ConfigError(f"{config.origin}:{line}: {key}: {shown(path)}: {cause.strerror}.") from None
