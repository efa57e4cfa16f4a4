"""The desk: everything a run needs to lint a file, by the config that speaks for it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import msgspec

from newslint.core.document import Document
from newslint.core.errors import ConfigError, SourceError
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.source import Source
from newslint.core.style import StyleLayer
from newslint.desk.config import Config, Configs, read_config
from newslint.desk.discovery import glob_spec
from newslint.desk.selection import Layer, selected, style_chain
from newslint.desk.snapshot import Snapshot, keep_patterns, restore_patterns, snapshot
from newslint.engine.linter import Linter
from newslint.plugins.registry import Registry, detected, loaded
from newslint.rulebook.lists import lexicon
from newslint.rulebook.packs import RuleBook, read_trees, rule_book


class Options(msgspec.Struct, frozen=True):
    """What the command line asks for, whatever the files say."""

    style: str | None = None
    isolated: bool = False
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    date: datetime.date | None = None
    across: bool = False
    force_exclude: bool = False
    cache: bool = True
    jobs: int | None = None
    stdin_filename: str | None = None
    without: tuple[str, ...] = ()


class Setting(msgspec.Struct, frozen=True):
    """What one config comes to: the rule book, the layers of style, and the lists."""

    config: Config
    book: RuleBook
    layers: tuple[Layer, ...]
    lexicon: Lexicon


class Desk:
    """Finds the setting, the linter and the reader for a file. It makes each of them once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        if options.cache:
            restore_patterns()
        self.kept: Snapshot = snapshot(without=options.without, keep=options.cache)
        self.configs = Configs()
        self.settings: dict[tuple[str, str], Setting] = {}
        self.linters: dict[tuple[str, str, tuple[str, ...]], Linter] = {}

    def close(self) -> None:
        """Keep what was compiled for the next run."""
        if self.options.cache:
            keep_patterns()

    @property
    def registry(self) -> Registry:
        """Return what the plugins bring."""
        return self.kept.registry

    def config_above(self, folder: Path) -> Config:
        """Return the config that speaks for the files of a folder."""
        return Config() if self.options.isolated else self.configs.above(folder.absolute())

    def setting(self, folder: Path) -> Setting:
        """Return what the config above *folder* comes to. Raises ConfigError and RuleError."""
        config = self.config_above(Path.cwd() if self.options.across else folder)
        key = (config.origin, config.folder)
        if key not in self.settings:
            self.settings[key] = setting(self.kept, config, self.options.style)
        return self.settings[key]

    def linter(self, path: Path) -> Linter:
        """Return the linter for a file, with the layers of `[files."…"]` that its path matches."""
        made = self.setting(path.parent)
        globs = tuple(glob for glob in made.config.style.files if _matches(glob, path, made.config))
        key = (made.config.origin, made.config.folder, globs)
        if key not in self.linters:
            extra = [Layer(made.config.origin, made.config.style.files[glob]) for glob in globs]
            command = StyleLayer(select=self.options.select, ignore=self.options.ignore)
            self.linters[key] = Linter(
                selected(made.book, [*made.layers, *extra], command), names=made.book.names
            )
        return self.linters[key]

    def document(self, source: Source, path: Path) -> Document:
        """Read a story. Raises SourceError where it cannot be read as copy."""
        made = self.setting(path.parent)
        document = self._read(self.reader(path, source.content), source, made.lexicon)
        if self.options.date is None:
            return document
        meta = msgspec.structs.replace(document.meta, date=self.options.date)
        return msgspec.structs.replace(document, meta=meta, memory={})

    def reader(self, path: Path, head: bytes) -> str:
        """Name the reader of a file: by its extension, else as a plugin detects it, else plain text."""
        known = self.registry.extensions.get(path.suffix.lower())
        if known is None and self.registry.detects:
            known = detected(str(path), head[:1024], self.options.without)
        return known or "text"

    def _read(self, name: str, source: Source, lexicon: Lexicon) -> Document:
        reader = loaded(self.registry.readers[name])()
        try:
            document: Document = reader.read(source, lexicon)
        except SourceError:
            raise
        # A stranger's reader, or a story no reader was tried on, costs that file and no other.
        except Exception as cause:
            reason = f"the reader `{name}` failed: {type(cause).__name__}: {cause}."
            raise SourceError(source.path, reason) from cause
        return document


def setting(kept: Snapshot, config: Config, style: str | None) -> Setting:
    """Work out a config: its rules-dirs, the styles it extends, its lists. Raises ConfigError, RuleError."""
    origin, folder = ("the command line", Path()) if style else (config.origin, Path(config.folder))
    name, files = _extended(style or config.style.style or "newslint", folder)
    configs = [*files, *([config] if config.origin else [])]
    book = rule_book({**kept.trees, **read_trees(_folders(configs))}, kept.registry.check_classes())
    shipped = style_chain(book, name, origin=files[0].origin if files else origin)
    own = [(each.origin, each.style) for each in configs]
    layers = tuple(Layer(each, layer.layer()) for each, layer in (*shipped, *own))
    lists = _desk_lists(configs)
    return Setting(config, book, layers, lexicon(book, (*shipped, *own), lists))


def _desk_lists(configs: Sequence[Config]) -> dict[str, WordList]:
    if not any(each.style.names or each.style.rates for each in configs):
        return {}
    from newslint.desk.registers import desk_lists

    return {name: made for each in configs for name, made in desk_lists(each).items()}


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


def _matches(glob: str, path: Path, config: Config) -> bool:
    try:
        relative = path.absolute().relative_to(Path(config.folder).absolute())
    except ValueError:
        return False
    return bool(glob_spec([glob]).match_file(relative.as_posix()))
