"""What is in force for a path: every key of its config and every option of its rules, and where from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.rule import Rule
from newslint.core.style import Style
from newslint.desk.configuring import ENGINE_KEYS, configured, given
from newslint.desk.desk import Desk
from newslint.desk.layers import Layer, without_aliases
from newslint.desk.options import COMMAND
from newslint.desk.said import SHIPPED
from newslint.desk.selection import decision
from newslint.desk.setting import Setting
from newslint.desk.vocabulary import FILES, words_file
from newslint.rulebook.faults import place
from newslint.rulebook.packs import RuleBook

DEFAULT, THE_RULE = "default", "the rule"
# Keys of which only the config itself is asked, never a style that it extends.
OWN = frozenset({"exclude", "baseline", "decisions", "fail-on", "required-version"})
# What keys say of rules shows at each rule; others are told apart, or only describe.
TOLD_APART = frozenset(
    {"select", "extend-select", "ignore", "rules", "files", "lists", "style"}
    | {"title", "description", "references", "unknown", "statements"}
)
# What no config says stands for.
UNSAID = {"fail-on": "error", "language": "en", "require-reason": False}


class Value(msgspec.Struct, frozen=True):
    """A key with its value and where that is from: a file and line, a style, the rule, or the default."""

    key: str
    value: Any
    origin: str


def in_force(desk: Desk, path: Path) -> Iterator[Value]:
    """Yield what is in force for the stories of a path. Raises ConfigError and RuleError."""
    config = desk.configs.above(path) if path.is_dir() else desk.configs.speaking_for(path)
    setting = desk.setting(config)
    globs = [] if path.is_dir() else list(config.globs(path))
    parts = {glob: config.style.files[glob] for glob in globs}
    extra = [
        Layer(config.origin, without_aliases(part, setting.book.aliases), ("files", glob))
        for glob, part in parts.items()
    ]
    yield _style(desk, setting)
    yield from _keys(setting)
    for glob, part in parts.items():
        origin = place(config.origin, ["files", glob])
        yield Value("files", glob, origin)
        if part.reader:
            yield Value("reader", part.reader, place(config.origin, ["files", glob, "reader"]))
    layers = [*setting.layers, *extra]
    yield from _lists(setting)
    command = Layer(COMMAND, desk.options.command)
    for rule in setting.book.rules.values():
        yield from _rule(setting.book, rule, layers, command)


def _style(desk: Desk, setting: Setting) -> Value:
    if desk.options.style:
        return Value("style", desk.options.style, COMMAND)
    config = setting.config
    origin = place(config.origin, config.style_keys) if config.style.style else DEFAULT
    return Value("style", config.style.style or SHIPPED, origin)


def _keys(setting: Setting) -> Iterator[Value]:
    """Yield the keys that have one value, each as the last style has it that says something."""
    for field in msgspec.structs.fields(Style):
        key = field.encode_name
        if key in TOLD_APART:
            continue
        default = getattr(Style(), field.name)
        asked = [("", setting.config.style)] if key in OWN else setting.styles
        said = [
            (origin or setting.config.origin, value)
            for origin, style in asked
            if (value := getattr(style, field.name)) != default
        ]
        origin, value = said[-1] if said else (DEFAULT, default)
        if said:
            yield Value(key, value, _named(setting.book, origin, [key]))
        else:
            yield Value(key, _usual_words(setting, key) or UNSAID.get(key, default), DEFAULT)


def _usual_words(setting: Setting, key: str) -> str | None:
    """Return the file of words that is read without being named, where it is there."""
    path = words_file(setting.config, key) if key in FILES else None
    return path.name if path else None


def _lists(setting: Setting) -> Iterator[Value]:
    for origin, style in setting.styles:
        for name, change in style.lists.items():
            for key, items in (("add", change.add), ("remove", change.remove)):
                if items:
                    keys = ["lists", name, key]
                    yield Value(".".join(keys), items, _named(setting.book, origin, keys))


def _rule(book: RuleBook, rule: Rule, layers: Sequence[Layer], command: Layer) -> Iterator[Value]:
    """Yield whether a rule runs, and if it does, all that can be set of it."""
    is_on, layer, key = decision(rule, book, [*layers, command])
    under = f"rules.{rule.id}"
    keys = ["rules", *rule.id.split(".", 1), "severity"] if key == "rules" else [key, rule.id]
    yield Value(under, "on" if is_on else "off", _at(book, layer, keys) if layer else rule.origin)
    if not is_on:
        return
    made, found = configured(rule, layers), given(rule, layers)
    values: dict[str, Any] = {"severity": made.severity, "quotes": made.quotes, "message": made.message}
    values |= {key: getattr(made.check, name) for name, key in _options(rule)}
    for key, value in values.items():
        origin = THE_RULE if key in rule.options or key in ENGINE_KEYS else DEFAULT
        if key in found.origins:
            file, table = found.origins[key]
            origin = _named(book, file, [*table, key])
        yield Value(f"{under}.{key}", msgspec.to_builtins(value), origin)


def _options(rule: Rule) -> Iterator[tuple[str, str]]:
    return ((field.name, field.encode_name) for field in msgspec.structs.fields(rule.check_class()))


def _at(book: RuleBook, layer: Layer, keys: Sequence[str]) -> str:
    return _named(book, layer.origin, [*layer.under, *keys])


def _named(book: RuleBook, origin: str, keys: Sequence[str]) -> str:
    if origin == COMMAND:
        return origin
    return f"style {origin}" if origin in book.styles else place(origin, keys)
