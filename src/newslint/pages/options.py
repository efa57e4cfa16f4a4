"""Options: what a rule can be told in a config: of which type, with which default, and what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import inspect

from newslint.core.rule import ConfiguredRule

LONGEST_VALUE = 200


def options(rule: ConfiguredRule, default: ConfiguredRule) -> Iterator[str]:
    """Yield a line for each option of a rule; *default* is the rule as no style has set it."""
    yield _line("severity", "error, warning, suggestion or off", default.severity, rule.severity)
    told = "Whether it looks inside direct speech."
    yield _line("quotes", "skip, only or include", default.quotes, rule.quotes, told=told)
    for field in _fields(type(rule.check)):
        kind, told = _told(field.type)
        value, usual = getattr(rule.check, field.name), getattr(default.check, field.name)
        yield _line(field.encode_name, kind, usual, value, told=told)


def option_lines(kind: type) -> Iterator[str]:
    """Yield a line for each option of a kind of check, or of a table in one."""
    for field in _fields(kind):
        words, told = _told(field.type)
        default = None if field.required else field.default
        if default is msgspec.NODEFAULT:
            default = field.default_factory() if callable(field.default_factory) else None
        yield _line(field.encode_name, words, default, default, told=told)


def fields_of(kind: type) -> Iterator[tuple[str, type]]:
    """Yield the options that are lists of tables, with the type of these."""
    for field in _fields(kind):
        bare = field.type.type if isinstance(field.type, inspect.Metadata) else field.type
        inner = getattr(bare, "item_type", None)
        if isinstance(inner, inspect.StructType):
            yield field.encode_name, inner.cls


def shown_value(value: object) -> str:
    """Show a value as it stands in TOML; of a long list or table, only how many entries it has."""
    # A set has no order of its own.
    shown = msgspec.json.encode(value, order="deterministic").decode()
    if len(shown) > LONGEST_VALUE and isinstance(value, (dict, tuple, list, frozenset)):
        return f"({len(value)} entries)"
    return shown


def _line(key: str, kind: str, default: object, value: object, *, told: str = "") -> str:
    usual = f"default `{shown_value(default)}`" if default is not None else "without a default"
    here = f", here `{shown_value(value)}`" if value != default else ""
    return f"- `{key}`: {kind}; {usual}{here}.{f' {told}' if told else ''}"


def _fields(kind: type) -> tuple[inspect.Field, ...]:
    found = inspect.type_info(kind)
    return found.fields if isinstance(found, inspect.StructType) else ()


def _told(kind: inspect.Type) -> tuple[str, str]:
    """Return the words for a type, and its description."""
    if isinstance(kind, inspect.Metadata):
        schema = kind.extra_json_schema or {}
        return _type(kind.type), str(schema.get("description", ""))
    return _type(kind), ""


def _type(kind: inspect.Type) -> str:
    match kind:
        case inspect.Metadata():
            return _type(kind.type)
        case inspect.UnionType():
            return " or ".join(_type(each) for each in kind.types if not isinstance(each, inspect.NoneType))
        case inspect.EnumType():
            return _either([member.value for member in kind.cls])
        case inspect.LiteralType():
            return _either(kind.values)
        case inspect.IntType() | inspect.FloatType():
            return _number(kind)
        case inspect.BoolType():
            return "true or false"
        case inspect.VarTupleType() | inspect.ListType() | inspect.FrozenSetType() | inspect.SetType():
            return f"list of {_plural(kind.item_type)}"
        case inspect.DictType():
            return "table of strings" if isinstance(kind.value_type, inspect.StrType) else "table"
        case inspect.StructType():
            return "table"
        case _:
            return "string"


def _number(kind: inspect.IntType | inspect.FloatType) -> str:
    noun = "whole number" if isinstance(kind, inspect.IntType) else "number"
    least = "" if kind.ge is None else f" from {kind.ge}"
    most = "" if kind.le is None else f" to {kind.le}"
    return noun + least + most


def _either(values: Iterable[object]) -> str:
    """Name the members of a closed set: "metric, customary or imperial"."""
    *most, last = map(str, values)
    return f"{', '.join(most)} or {last}" if most else last


def _plural(kind: inspect.Type) -> str:
    match kind:
        case inspect.StrType():
            return "strings"
        case inspect.StructType():
            return "tables"
        case _:
            return _type(kind)
