"""Says what a key is expected to hold, from the type that it is read into; asked on the error path only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

# What an editor calls the types that msgspec describes.
KINDS = {
    "StrType": "text", "IntType": "a whole number", "FloatType": "a number", "BoolType": "true or false",
    "ListType": "a list", "VarTupleType": "a list", "TupleType": "a list", "FrozenSetType": "a list",
    "DictType": "a table", "StructType": "a table", "DateType": "a date",
}  # fmt: skip


def known_keys(kind: type, keys: Sequence[str]) -> list[str]:
    """Return the names that may stand in the table at *keys*."""
    return [field.encode_name for each in _types(kind, keys) for field in getattr(each, "fields", ())]


def known_words(kind: type, keys: Sequence[str]) -> list[str]:
    """Return the words of which the value at *keys* is one."""
    types = _types(kind, keys)
    members = [str(word.value) for each in types if type(each).__name__ == "EnumType" for word in each.cls]
    return [*members, *(str(word) for each in types for word in getattr(each, "values", ()))]


def wanted(kind: type, keys: Sequence[str]) -> str:
    """Say what the value at *keys* is to be, and what its field says of it."""
    kinds = [KINDS[name] for each in _types(kind, keys) if (name := type(each).__name__) in KINDS]
    words = ", ".join(known_words(kind, keys)) or " or ".join(dict.fromkeys(kinds)) or "it"
    note = next(_notes(kind, keys), "")
    return f"{words} ({note.rstrip('.')})" if note else words


def _notes(kind: type, keys: Sequence[str]) -> Iterator[str]:
    for table in _types(kind, keys[:-1]):
        for field in getattr(table, "fields", ()):
            note = (getattr(field.type, "extra_json_schema", None) or {}).get("description")
            if field.encode_name == keys[-1] and note:
                yield note


def _types(kind: type, keys: Sequence[str]) -> list[Any]:
    """Return the types that the value at *keys* may have, as msgspec describes them."""
    from msgspec import inspect

    found = _bare(inspect.type_info(kind))
    for key in keys:
        found = [inner for each in found for inner in _inner(each, key)]
    return found


def _inner(described: Any, key: str) -> list[Any]:
    fields = [field.type for field in getattr(described, "fields", ()) if field.encode_name == key]
    others = (getattr(described, name, None) for name in ("value_type", "item_type"))
    return [bare for each in (*fields, *others) if each is not None for bare in _bare(each)]


def _bare(described: Any) -> list[Any]:
    """Take a type out of its notes, and a choice of types apart."""
    if type(described).__name__ == "Metadata":
        return _bare(described.type)
    return [bare for each in getattr(described, "types", ()) for bare in _bare(each)] or [described]
