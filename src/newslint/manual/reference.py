"""The reference: every key of a config and of a rule's file, from their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newslint.desk.schemas import Schema

REFERENCE = "#/$defs/"
TYPES = {
    "string": "text", "array": "list", "object": "table", "boolean": "true or false",
    "integer": "whole number", "number": "number",
}  # fmt: skip


def reference(title: str, lead: str, schema: Schema, parts: Mapping[str, str]) -> str:
    """Return the page of a kind of file: its keys, and those of the tables in it, by the names of *parts*."""
    lines = [f"# {title}", "", lead, "", *_keys(schema, schema)]
    for name, heading in parts.items():
        lines += ["", f"## {heading}", "", *_keys(schema["$defs"][name], schema)]
    return "\n".join(lines).rstrip() + "\n"


def _keys(table: Schema, whole: Schema) -> Iterator[str]:
    required = set(table.get("required", ()))
    yield from ("| key | holds | |", "|---|---|---|")
    for key, each in table["properties"].items():
        told = str(each.get("description", ""))
        wanted = " (required)" if key in required else ""
        yield f"| `{key}` | {_cell(_type(each, whole))}{wanted} | {_cell(told)} |"


def _type(key: Schema, whole: Schema) -> str:
    """Say what a key holds: "list of text", "error, warning or suggestion"."""
    if "$ref" in key:
        found = whole["$defs"][key["$ref"].removeprefix(REFERENCE)]
        return _type(found, whole) if "enum" in found else "table"
    if "anyOf" in key:
        kinds = [_type(each, whole) for each in key["anyOf"] if each.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "enum" in key:
        return _either([str(each) for each in key["enum"] if each is not None])
    if "const" in key:
        return f"`{key['const']}`"
    kind = TYPES.get(str(key.get("type")), "any value")
    item = key.get("items")
    return f"list of {_type(item, whole)}" if kind == "list" and isinstance(item, dict) and item else kind


def _either(words: list[str]) -> str:
    """Name the members of a closed set, if they are few."""
    if len(words) > 12:
        return "rules and families"
    *most, last = (f"`{each}`" for each in words)
    return f"{', '.join(most)} or {last}" if most else last


def _cell(text: Any) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")
