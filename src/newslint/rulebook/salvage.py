"""Salvage: what is left of a table without the value that a fault is about; asked on the error path only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from newslint.rulebook.faults import UNKNOWN, keys_of


def without(table: dict[str, Any], message: str, kind: type) -> dict[str, Any] | None:
    """Return a table without what msgspec's *message* is about; None where that is the table itself.

    Of a faulty item the whole list goes, of a table that lacks a key the table.
    """
    unknown = UNKNOWN.search(message)
    keys = [*keys_of(message, table, kind), *([unknown[1]] if unknown else [])]
    keys = list(takewhile(lambda key: not key.isdigit(), keys))
    return _without(table, keys) if keys else None


def _without(table: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    key, *rest = keys
    if rest and isinstance(table.get(key), dict):
        return {**table, key: _without(table[key], rest)}
    return {name: value for name, value in table.items() if name != key}
