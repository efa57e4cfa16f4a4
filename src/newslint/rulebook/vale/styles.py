"""Styles of Vale: a `.vale.ini` and its StylesPath → rules, and the layers that select them."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import ConfigError, RuleError
from newslint.core.paths import shown
from newslint.core.rule import Rule
from newslint.core.severity import Severity
from newslint.core.style import StyleLayer
from newslint.rulebook.toml import contents
from newslint.rulebook.vale.builtin import builtin_rules
from newslint.rulebook.vale.ini import Ini, Keys, ini, last, values
from newslint.rulebook.vale.rules import Classes, Loaded, Shelf, loaded

LEVELS = tuple(map(str, Severity))
CORE = frozenset(
    ("StylesPath", "MinAlertLevel", "Vocab", "Packages", "IgnoredScopes", "SkippedScopes", "WordTemplate")
)
# What stands in a section beside rules and styles.
SECTION = frozenset(("BasedOnStyles", "BlockIgnores", "TokenIgnores", "IgnorePatterns", "Vocab"))
APART = ("*", "formats", "asciidoctor", "sphinx")
PACKAGES = ".vale-config"
VOCABULARIES = ("config/vocabularies", "Vocab")
# A test of a style stands beside its rules.
TESTS = (".test.yml", ".test.yaml")
BUILT_IN = "Vale"


class Section(msgspec.Struct, frozen=True):
    """The part of a `.vale.ini` that is for some files: what they are called, and what it says."""

    pattern: re.Pattern[str]
    layer: StyleLayer

    def matches(self, *paths: str) -> bool:
        """Tell whether one of the ways to name a file is meant."""
        return any(self.pattern.match(path) for path in paths)


class ValeStyle(msgspec.Struct, frozen=True):
    """What a `.vale.ini` comes to: *formats* are readers of more extensions, *notices* what is not read."""

    origin: str
    rules: Mapping[str, Rule]
    layer: StyleLayer
    sections: tuple[Section, ...]
    formats: Mapping[str, str]
    notices: tuple[str, ...]

    def sections_of(self, name: str, path: Path) -> tuple[int, ...]:
        """Return the numbers of the sections that are for a file, called by *name* and lying at *path*."""
        own = Path(self.origin).absolute().parent
        inside = path.absolute().is_relative_to(own)
        relative = path.absolute().relative_to(own).as_posix() if inside else name
        return tuple(n for n, each in enumerate(self.sections) if each.matches(name, relative))


def vale_style(path: Path, classes: Classes, *, admit: Callable[[Path], None]) -> ValeStyle:
    """Read a `.vale.ini` with all it names; *admit* may refuse a file. Raises ConfigError, RuleError."""
    read = _Reading(path, admit)
    rules, notices = read.rules(classes)
    families = {rule.partition(".")[0] for rule in rules}
    everywhere = read.ini.section("*")
    layer = _layer(everywhere, rules, families, is_global=True)
    quiet = tuple(_below(rules, layer, last(read.ini.core, "MinAlertLevel") or "suggestion"))
    sections = tuple(
        Section(glob_pattern(name), _layer(keys, rules, families, is_global=False))
        for name, keys in read.ini.sections
        if name not in APART and not _is_conditional(name)
    )
    return ValeStyle(
        read.origin,
        rules,
        msgspec.structs.replace(layer, ignore=(*layer.ignore, *quiet)),
        sections,
        {ext: last(read.ini.section("formats"), ext) for ext in read.ini.section("formats")},
        (*_unread(read), *notices),
    )


class _Reading:
    """A `.vale.ini` on its way to a style: the file, those of its packages, and the folders of its styles."""

    def __init__(self, path: Path, admit: Callable[[Path], None]) -> None:
        self.path, self.admit, self.origin = path, admit, shown(path)
        own = self._words(path)
        first = ini([(self.origin, own)])
        self.folders = tuple(self._folders(first))
        packed = [file for folder in self.folders for file in sorted(Path(folder, PACKAGES).glob("*.ini"))]
        self.ini: Ini = ini([*((shown(file), self._words(file)) for file in packed), (self.origin, own)])

    def rules(self, classes: Classes) -> tuple[dict[str, Rule], tuple[str, ...]]:
        """Return every rule that a style or a line of the file may put to work, and what is not read."""
        shelf = Shelf(self.folders, classes, self._options(), self.admit)
        found: dict[str, Rule] = {}
        notices: list[str] = []
        for each in self._loaded(shelf):
            notices += each.unread
            if each.rule:
                found[each.rule.id] = each.rule
        return dict(sorted(found.items())), tuple(notices)

    def _loaded(self, shelf: Shelf) -> Iterator[Loaded]:
        styles, named = _named(self.ini)
        for style in styles:
            if style == BUILT_IN:
                yield from builtin_rules(shelf, self._vocabulary("reject.txt"))
                continue
            folders = [folder / style for folder in self.folders if (folder / style).is_dir()]
            if not folders:
                where = ", ".join(map(shown, self.folders))
                where = f" in {where}" if where else ", as there is no StylesPath"
                raise ConfigError(f"{self.origin}: there is no style `{style}`{where}.")
            for file in sorted(folders[0].rglob("*.yml")):
                parts = file.relative_to(folders[0]).with_suffix("").parts
                if file.name.endswith(TESTS) or any(part[0] in "._" for part in parts):
                    continue
                yield _read(".".join((style, *parts)), partial(shelf.read, file), shelf)
        for name in named:
            if name.partition(".")[0] not in styles and not name.startswith(f"{BUILT_IN}."):
                yield _read(name, partial(shelf.table, name), shelf)

    def _options(self) -> dict[str, Any]:
        """Return what every rule is told."""
        ignores = [
            each
            for name, keys in self.ini.sections
            for key in ("TokenIgnores", "BlockIgnores", "IgnorePatterns")
            for each in values(keys, key)
        ]
        skipped = tuple(_scope(each) for each in values(self.ini.core, "SkippedScopes"))
        return {
            "accepted": self._vocabulary("accept.txt"),
            "ignores": tuple(dict.fromkeys(ignores)),
            "skipped": tuple(filter(None, skipped)),
            "word-template": last(self.ini.core, "WordTemplate"),
        }

    def _vocabulary(self, name: str) -> tuple[str, ...]:
        vocabularies = [*values(self.ini.core, "Vocab")]
        vocabularies += [each for _, keys in self.ini.sections for each in values(keys, "Vocab")]
        words: list[str] = []
        for vocabulary in dict.fromkeys(vocabularies):
            folders = [Path(folder, at, vocabulary) for folder in self.folders for at in VOCABULARIES]
            home = next(filter(Path.is_dir, folders), None)
            if home is None:
                raise ConfigError(f"{self.origin}: Vocab: there is no vocabulary `{vocabulary}`.")
            for file in sorted(home.rglob(name)):
                lines = map(str.strip, self._words(file).splitlines())
                words += [line for line in lines if line and not line.startswith("# ")]
        return tuple(dict.fromkeys(words))

    def _folders(self, first: Ini) -> Iterator[Path]:
        for name in first.core.get("StylesPath", ()):
            folder = self.path.parent / name
            self.admit(folder)
            if not folder.is_dir():
                raise ConfigError(f"{self.origin}: StylesPath: there is no folder {shown(folder)}.")
            yield folder

    def _words(self, path: Path) -> str:
        self.admit(path)
        try:
            return contents(path).decode("utf-8-sig")
        except OSError as cause:
            raise ConfigError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None
        except UnicodeDecodeError:
            raise ConfigError(f"{shown(path)}: is not UTF-8.") from None


def _read(name: str, table: Callable[[], tuple[str, dict[str, Any]]], shelf: Shelf) -> Loaded:
    """Return a rule; a faulty one costs itself, and is told."""
    try:
        return loaded(name, *table(), shelf)
    except RuleError as cause:
        return Loaded(None, tuple(f"{told.removesuffix('.')}; the rule is left out" for told in cause.told))
    # What stands where a word or a number belongs.
    except (ValueError, TypeError, AttributeError):
        return Loaded(None, (f"{name}: is not what a rule of Vale looks like; the rule is left out",))


def glob_pattern(name: str) -> re.Pattern[str]:
    """Return the expression for a section's files: a star also stands for what has slashes in it."""
    return re.compile("|".join(fnmatch.translate(each) for each in _alternatives(name)))


def _alternatives(glob: str) -> Iterator[str]:
    """Yield the globs that one with braces stands for."""
    braces = re.search(r"\{([^{}]*)\}", glob)
    if braces is None:
        yield glob.replace("**/", "*")
        return
    for choice in braces[1].split(","):
        yield from _alternatives(glob[: braces.start()] + choice.strip() + glob[braces.end() :])


def _named(file: Ini) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the styles that any section is based on, and the rules and styles that one switches on."""
    styles: list[str] = []
    named: list[str] = []
    for _, keys in file.sections:
        styles += values(keys, "BasedOnStyles")
        switched = [key for key in keys if key not in SECTION and last(keys, key) in ("YES", *LEVELS)]
        named += [key for key in switched if "." in key]
        styles += [key for key in switched if "." not in key]
    return tuple(dict.fromkeys(styles)), tuple(dict.fromkeys(named))


def _layer(keys: Keys, rules: Mapping[str, Rule], families: Iterable[str], *, is_global: bool) -> StyleLayer:
    """Return what a section says of rules and styles."""
    select = tuple(style for style in values(keys, "BasedOnStyles") if style in families)
    said = {key: last(keys, key) for key in keys if key not in SECTION and (key in rules or key in families)}
    levels: dict[str, dict[str, dict[str, Any]]] = {}
    for name, value in said.items():
        for rule in (name,) if name in rules else (each for each in rules if each.startswith(f"{name}.")):
            if value in LEVELS:
                family, _, fault = rule.partition(".")
                levels.setdefault(family, {}).setdefault(fault, {})["severity"] = value
    return StyleLayer(
        select=select if is_global or "BasedOnStyles" in keys else None,
        ignore=tuple(name for name, value in said.items() if value == "NO"),
        extend_select=tuple(name for name, value in said.items() if value in ("YES", *LEVELS)),
        rules=levels,
    )


def _below(rules: Mapping[str, Rule], layer: StyleLayer, least: str) -> Iterator[str]:
    """Yield the rules that say nothing loud enough."""
    for name, rule in rules.items():
        family, _, fault = name.partition(".")
        set_to = layer.rules.get(family, {}).get(fault, {}).get("severity")
        level = Severity(set_to) if set_to else rule.file.severity
        if least in LEVELS and level.rank < Severity(least).rank:
            yield name


def _unread(read: _Reading) -> Iterator[str]:
    unread = [key for key in read.ini.core if key not in CORE]
    unread += [key for key in ("IgnoredScopes",) if values(read.ini.core, key)]
    for name, keys in read.ini.sections:
        if _is_conditional(name):
            yield f"{read.origin}: [{name}]: conditions over front matter are not read"
        elif name in APART[2:]:
            yield f"{read.origin}: [{name}] is not read"
        elif name != "formats":
            told = ("YES", "NO", *LEVELS)
            unread += [
                key for key in keys if "." not in key and key not in SECTION and last(keys, key) not in told
            ]
    yield from (f"{read.origin}: `{key}` is not read" for key in dict.fromkeys(unread))


def _is_conditional(name: str) -> bool:
    return re.search(r"\s(?:if|when)\s", name) is not None


def _scope(tag: str) -> str:
    """Return the scope of what stands in an element, or nothing for what is no copy in any case."""
    scopes = {"blockquote": "blockquote", "li": "list", "td": "cell", "th": "header", "figcaption": "figure"}
    return tag if re.fullmatch("h[1-6]", tag) else scopes.get(tag, "alt" if tag == "alt" else "")
