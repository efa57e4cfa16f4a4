"""Settings: a config → the rule book, the layers of style and the lists that it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.lexicon import Lexicon, WordList
from newslint.desk.config import Config, read_config
from newslint.desk.selection import Layer, reject_faulty, style_chain
from newslint.desk.snapshot import Snapshot
from newslint.rulebook.lists import lexicon
from newslint.rulebook.packs import RuleBook, read_trees, rule_book


class Setting(msgspec.Struct, frozen=True):
    """What one config comes to: the rule book, the layers of style, and the lists."""

    config: Config
    book: RuleBook
    layers: tuple[Layer, ...]
    lexicon: Lexicon


def setting(kept: Snapshot, config: Config, style: str | None) -> Setting:
    """Work out a config: its rules-dirs, the styles it extends, its lists. Raises ConfigError, RuleError."""
    origin, folder = ("the command line", Path()) if style else (config.origin, Path(config.folder))
    name, files = _extended(style or config.style.style or "newslint", folder)
    configs = [*files, *([config] if config.origin else [])]
    book = rule_book({**kept.trees, **read_trees(_folders(configs))}, kept.registry.check_classes())
    shipped = style_chain(book, name, origin=files[0].origin if files else origin)
    own = [(each.origin, each.style) for each in configs]
    layers = tuple(Layer(each, layer.layer()) for each, layer in (*shipped, *own))
    for each in configs:
        for glob, part in each.style.files.items():
            reject_faulty(book, layers, Layer(each.origin, part, ("files", glob)))
    return Setting(config, book, layers, lexicon(book, (*shipped, *own), _desk_lists(configs)))


def _extended(name: str, folder: Path) -> tuple[str, list[Config]]:
    """Follow style files to the shipped style at their end; return its name and them, the widest first."""
    files: list[Config] = []
    while name.endswith(".toml"):
        file = read_config(folder / name)
        if file is None or any(file.origin == each.origin for each in files):
            raise ConfigError(f"{folder / name}: a style cannot extend itself, or a file without a style.")
        files.insert(0, file)
        name, folder = file.style.style or "newslint", Path(file.folder)
    return name, files


def _folders(configs: Sequence[Config]) -> list[Path]:
    return [each.path(name).resolve() for each in configs for name in each.style.rules_dirs]


def _desk_lists(configs: Sequence[Config]) -> dict[str, WordList]:
    if not any(each.style.names or each.style.rates for each in configs):
        return {}
    from newslint.desk.registers import desk_lists

    return {name: made for each in configs for name, made in desk_lists(each).items()}
