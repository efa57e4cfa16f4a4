"""Variations: names of an archive that are one word apart and may be one name's, with the evidence for it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

import msgspec

from newslint.run.archive.tables import rows
from newslint.text.folding import plain
from newslint.text.names.spellings.derivations import derived, feminine
from newslint.text.names.spellings.likeness import MOST_ALIKE, alike, likeness_keys

# Shorter words are too near to each other.
SHORTEST = 4
# A spelling is usual if the other has at most this share of its uses, and it so many.
SELDOM, USUAL = 0.1, 5
# A change is one if so many uses stand on either side, and so few on the wrong one.
LEAST, WRONG = 5, 0.1
COLUMNS = ("name", "kind", "title", "mentions", "months", "first_date")


class Written(msgspec.Struct, frozen=True):
    """A name in one spelling: how often it was written, and in which month how often."""

    name: str
    kind: str
    title: str
    mentions: int
    months: Mapping[str, int]
    first: str


class Variation(msgspec.Struct, frozen=True):
    """Two spellings that may be one name's. *month* is that in which the other took over, if one did.

    It is *sure* that they are one where usage is clear; else a person is to decide.
    """

    usual: Written
    other: Written
    month: str = ""
    sure: bool = False


def variations(out: Path) -> tuple[Variation, ...]:
    """Return the variations in an archive's names, the most written first. Raises NewslintError."""
    found = [_judged(one, other) for one, other in _pairs(rows(out, "names", COLUMNS))]
    return tuple(sorted(found, key=lambda each: (-each.usual.mentions, each.usual.name, each.other.name)))


def _pairs(names: Iterable[dict[str, Any]]) -> Iterator[tuple[Written, Written]]:
    """Yield the pairs of names with one near word, the more written first. The database does the sorting."""
    opened = sqlite3.connect("")
    opened.execute("CREATE TABLE keyed (key TEXT, word TEXT, name BLOB)")
    opened.executemany("INSERT INTO keyed VALUES (?, ?, ?)", (row for name in names for row in _keyed(name)))
    decoder = msgspec.msgpack.Decoder(Written)
    told: set[tuple[bytes, bytes]] = set()
    for _, group in groupby(opened.execute("SELECT * FROM keyed ORDER BY key, word"), key=lambda row: row[0]):
        members = [(word, name) for _, word, name in group]
        if len(members) > MOST_ALIKE:
            continue
        for (word, one), (other_word, other) in combinations(members, 2):
            if (one, other) not in told and _is_near(word, other_word):
                told.add((one, other))
                first, second = decoder.decode(one), decoder.decode(other)
                yield (first, second) if _weight(first) >= _weight(second) else (second, first)
    opened.close()


def _keyed(row: dict[str, Any]) -> Iterator[tuple[str, str, bytes]]:
    """Yield a name by each word that may be misspelt: its kind, the other words, and a key of the word."""
    words = plain(row["name"]).split(" ")
    if len(words) < 2:
        return
    written = Written(
        row["name"], row["kind"], row["title"], row["mentions"], row["months"], row["first_date"]
    )
    packed = msgspec.msgpack.encode(written)
    for at, word in enumerate(words):
        if len(word) >= SHORTEST and word.isalpha():
            rest = " ".join((row["kind"], *words[:at], "*", *words[at + 1 :]))
            yield from ((f"{rest} {key}", word, packed) for key in likeness_keys(word))


def _is_near(word: str, other: str) -> bool:
    return alike(word, other) and not derived(word, other) and not feminine(word, other)


def _weight(name: Written) -> tuple[int, str]:
    return name.mentions, name.name


def _judged(usual: Written, other: Written) -> Variation:
    month = turned(usual.months, other.months)
    if month:
        # What is written now is what the house wants.
        if max(usual.months) < max(other.months):
            usual, other = other, usual
        return Variation(usual, other, month, sure=True)
    surnames = [plain(each.name).split(" ")[-1] for each in (usual, other)]
    clear = usual.mentions >= USUAL and other.mentions <= usual.mentions * SELDOM
    # Maria and Marta Silva are two people, however often each is named.
    return Variation(usual, other, sure=clear and (usual.kind != "person" or surnames[0] != surnames[1]))


def turned(first: Mapping[str, int], second: Mapping[str, int]) -> str:
    """Return the month from which on one spelling stands for the other, or nothing where none does."""
    least = min(sum(first.values()), sum(second.values()))
    if least < LEAST:
        return ""
    found = [_split(one, other) for one, other in ((first, second), (second, first))]
    wrong, month = min(found)
    return month if wrong <= least * WRONG else ""


def _split(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[int, str]:
    """Return the month that best parts one spelling from the next, and the uses on its wrong side."""
    months = sorted({*before, *after})
    best, found = sum(after.values()) + sum(before.values()), ""
    wrong = sum(before.values())
    counts: Counter[str] = Counter(before)
    for month in months:
        # In the first month of the new spelling the old one may still be printed.
        both = min(counts[month], after.get(month, 0))
        if wrong - both < best and after.get(month):
            best, found = wrong - both, month
        wrong += after.get(month, 0) - counts[month]
    return best, found
