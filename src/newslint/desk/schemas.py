"""Schemas: what a config, a style and a rule may hold, as JSON Schema, made from the types they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from newslint.core.check import Check
from newslint.core.lexicon import WordList
from newslint.core.rule import Rule, RuleFile
from newslint.core.style import ListChange, Style
from newslint.desk.configuring import ENGINE_KEYS, OFF
from newslint.rulebook.packs import RuleBook

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HERE = "#/$defs/{name}"
Schema = dict[str, Any]


def style_schema(book: RuleBook, lists: Mapping[str, WordList], *, title: str) -> Schema:
    """Return what a config or a style may hold: the rules, options and lists of a desk by name."""
    kinds = {rule.kind: rule.check_class() for rule in book.rules.values()}
    (style, rule, change), definitions = _components(Style, RuleFile, ListChange, kinds=kinds)
    own = _at(definitions, style)
    own["properties"] |= {
        "style": {**own["properties"]["style"], "examples": sorted(book.styles)},
        "lists": own["properties"]["lists"] | _table(dict.fromkeys(sorted(lists), change)),
    }
    engine = {key: _at(definitions, rule)["properties"][key] for key in sorted(ENGINE_KEYS)}
    severity = engine["severity"]
    engine["severity"] = {"anyOf": [{"$ref": severity["$ref"]}, {"const": OFF}]}
    families = _families(book, engine, kinds, definitions)
    names = {"enum": sorted({*families, *book.rules, *book.aliases})}
    for each in (own, definitions["FileLayer"]):
        told = each["properties"]["rules"]["description"]
        each["properties"]["rules"] = {"description": told, "$ref": HERE.format(name="rules")}
        for key in ("select", "extend-select", "ignore"):
            each["properties"][key] = _listing(each["properties"][key], names)
    definitions["rules"] = _table(families)
    return {"$schema": DIALECT, "title": title, **own, "$defs": definitions}


def rule_schema(classes: Mapping[str, Callable[[], type[Check]]]) -> Schema:
    """Return what a rule's file may hold: `[check]` is one of the kinds there are, with its options."""
    made = {kind: load() for kind, load in classes.items()}
    # Those of other programs come from their own files.
    kinds = {kind: each for kind, each in made.items() if not each.foreign}
    (rule,), definitions = _components(RuleFile, kinds=kinds)
    own = _at(definitions, rule)
    checks = []
    for kind in sorted(kinds):
        options = _options(definitions, kinds[kind])
        checks.append(
            {
                "title": kind,
                **options,
                "properties": {"kind": {"const": kind}, **options["properties"]},
                "required": ["kind", *options.get("required", ())],
            }
        )
    # The kinds by themselves, too, so that an editor says of a misspelt one that it is none of them.
    named = {"kind": {"enum": sorted(kinds)}}
    own["properties"]["check"] = {
        "type": "object", "required": ["kind"], "properties": named, "oneOf": checks,
    }  # fmt: skip
    return {"$schema": DIALECT, "title": "A rule of newslint", **own, "$defs": definitions}


def type_schema(kind: type, *, title: str) -> Schema:
    """Return what a value of a type looks like when it is written."""
    (found,), definitions = _components(kind, kinds={})
    return {"$schema": DIALECT, "title": title, **_at(definitions, found), "$defs": definitions}


def _components(*types: type, kinds: Mapping[str, type[Check]]) -> tuple[tuple[Schema, ...], dict[str, Any]]:
    """Return references to some types, and the definitions of them and of the kinds of checks."""
    found, definitions = msgspec.json.schema_components([*types, *kinds.values()], ref_template=HERE)
    return found[: len(types)], dict(definitions)


def _at(definitions: Mapping[str, Any], reference: Schema) -> Schema:
    """Take what a reference is to out of the definitions."""
    found: Schema = definitions[reference["$ref"].removeprefix(HERE.format(name=""))]
    return found


def _options(definitions: Mapping[str, Any], kind: type[Check]) -> Schema:
    (reference,), _ = msgspec.json.schema_components([kind], ref_template=HERE)
    return _at(definitions, reference)


def _families(
    book: RuleBook, engine: Schema, kinds: Mapping[str, type[Check]], definitions: Mapping[str, Any]
) -> dict[str, Schema]:
    """Return the table of each family, with that of each of its rules."""
    families: dict[str, dict[str, Schema]] = {}
    for name, rule in _named(book):
        family, _, fault = name.partition(".")
        options = _options(definitions, kinds[rule.kind])["properties"]
        extending = {f"extend-{key}": each for key, each in options.items() if _can_grow(each)}
        settings = _table({**engine, **options, **extending})
        families.setdefault(family, {})[fault] = {"description": rule.file.title, **settings}
    return {family: _table(faults) for family, faults in families.items()}


def _named(book: RuleBook) -> Iterable[tuple[str, Rule]]:
    yield from book.rules.items()
    yield from ((alias, book.rules[name]) for alias, name in book.aliases.items())


def _can_grow(option: Schema) -> bool:
    """Tell whether an option is a list or a table, to which `extend-` adds."""
    return bool({"array", "object"} & {each.get("type") for each in (option, *option.get("anyOf", ()))})


def _listing(key: Schema, names: Schema) -> Schema:
    """Have the lists that a key may hold be of *names*."""
    if "anyOf" in key:
        return {**key, "anyOf": [_listing(each, names) for each in key["anyOf"]]}
    return {**key, "items": names} if key.get("type") == "array" else key


def _table(properties: Mapping[str, Any]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}
