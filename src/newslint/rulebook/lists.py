"""Lists: the shared word lists and tables, with what a style and a desk add and remove → the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.faults import Faults
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.style import ListChange, Style
from newslint.rulebook.faults import cited, nearest, place
from newslint.rulebook.packs import RuleBook
from newslint.rulebook.toml import blank_word


def lexicon(book: RuleBook, styles: Iterable[tuple[str, Style]], extra: Mapping[str, WordList]) -> Lexicon:
    """Return the book's lists and the *extra* ones with every style's additions and removals.

    Raises ConfigError for an unknown list, and for what is added or removed and not of the list's kind.
    """
    lists = {**book.lists, **extra}
    faults = Faults()
    for origin, style in styles:
        for name, change in style.lists.items():
            with faults.noted():
                _expect_sound(lists, name, change, origin=origin)
                lists[name] = _changed(lists[name], change)
    faults.settle()
    return Lexicon(lists)


def _expect_sound(lists: Mapping[str, WordList], name: str, change: ListChange, *, origin: str) -> None:
    keys = ["lists", name]
    if name not in lists:
        raise ConfigError(f"{place(origin, keys)}: unknown list `{cited(name)}`{nearest(name, lists)}.")
    for key, fault in _faults(lists[name], change):
        raise ConfigError(f"{place(origin, [*keys, key])}: lists.{name}.{key}: {fault}.")


def _changed(old: WordList, change: ListChange) -> WordList:
    return msgspec.structs.replace(
        old,
        words=(
            *(word for word in old.words if word not in change.remove),
            *(item for item in change.add if isinstance(item, str)),
        ),
        records=(
            *(record for record in old.records if record not in change.remove),
            *(item for item in change.add if isinstance(item, dict)),
        ),
    )


def _faults(old: WordList, change: ListChange) -> Iterator[tuple[str, str]]:
    """Yield what cannot be added to a list, or removed from it, with the key it stands under."""
    yield from (("add", fault) for fault in _faults_of_additions(old, change))
    kind, expected = (dict, "tables") if old.records else (str, "words")
    for item in change.remove:
        if not isinstance(item, kind):
            yield "remove", f"found `{cited(item)}`, expected {expected}"


def _faults_of_additions(old: WordList, change: ListChange) -> Iterator[str]:
    """Yield what keeps an addition from standing beside what a list has."""
    for item in change.add:
        if not old.records and not isinstance(item, str):
            yield f"found `{cited(item)}`, expected words"
        elif blank := blank_word(item):
            yield blank
        elif old.records and not isinstance(item, dict):
            yield f"found `{cited(item)}`, expected tables with {_told(_keys_of_all(old.records))}"
        elif old.records:
            yield from _faults_of_record(item, old.records)


def _faults_of_record(record: Mapping[str, Any], records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    known = {key: _kind(value) for each in records for key, value in each.items()}
    for key, value in record.items():
        if key not in known:
            yield f"unknown key `{cited(key)}`{nearest(key, known)}"
        elif _kind(value) is not known[key]:
            yield f"{key}: found `{cited(value)}`, expected something like `{_example(key, records)}`"
    missing = _keys_of_all(records) - record.keys()
    if missing:
        yield f"found no {_told(missing)} in a table"


def _kind(value: object) -> type:
    """Return the type of a value, one for all numbers."""
    return float if type(value) is int else type(value)


def _keys_of_all(records: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    first, *rest = map(frozenset, records)
    return first.intersection(*rest)


def _example(key: str, records: Iterable[Mapping[str, Any]]) -> object:
    return next(record[key] for record in records if key in record)


def _told(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in sorted(keys))
