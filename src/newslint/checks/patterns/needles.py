"""Needles: the words that phrase rules look for, those of all rules found in one scan of the text.

The text is walked word by word, and needles are compared where their first word stands. That is as fast as
a trie compiled to one regular expression, however many the needles are, and costs no time to compile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.flat import ONE_FOR_ONE, flat, folded
from newslint.text.trie import trie_pattern

PLAIN = str.maketrans(dict(ONE_FOR_ONE))
WORD = lazy_pattern(r"\w+")


class Needles(msgspec.Struct, frozen=True):
    """The words one rule looks for, as they are spelled; in any case unless *exact*."""

    words: frozenset[str]
    exact: bool = False


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A needle, in lower case, and where it stands."""

    needle: str
    span: Span


class Scanner(msgspec.Struct, frozen=True):
    """What the scan knows: the needles by their first word, and the rules that look for each.

    Needles that open with a mark (", that") stand under the mark, and have a pattern that finds the marks.
    """

    needles: Mapping[str, tuple[str, ...]]
    marks: re.Pattern[str] | None
    owners: Mapping[str, tuple[int, ...]]
    spellings: Mapping[int, frozenset[str]]


def scanner(needles: Sequence[Needles]) -> Scanner:
    """Prepare one scan for all *needles*; a rule is known by its place among them."""
    owners: dict[str, list[int]] = {}
    for owner, each in enumerate(needles):
        for word in sorted({fold(word) for word in each.words}):
            owners.setdefault(word, []).append(owner)
    by_opening: dict[str, list[str]] = {}
    for word in sorted(owners, key=len, reverse=True):
        by_opening.setdefault(_opening(word), []).append(word)
    marks = sorted(opening for opening in by_opening if not _is_letter(opening[0]))
    return Scanner(
        needles={opening: tuple(words) for opening, words in by_opening.items()},
        marks=lazy_pattern(trie_pattern(marks)) if marks else None,
        owners={word: tuple(each) for word, each in owners.items()},
        spellings={
            owner: frozenset(map(spelled, each.words)) for owner, each in enumerate(needles) if each.exact
        },
    )


def hits(scan: Scanner, document: Document) -> Mapping[int, list[Hit]]:
    """Return by rule where its needles stand: at each place the longest, and none inside another."""
    found: dict[int, list[Hit]] = {}
    text, lower = document.view(flat), document.view(folded)
    for start, opening in _openings(scan, lower):
        for needle in scan.needles[opening]:
            end = start + len(needle)
            if not lower.startswith(needle, start) or not _ends(lower, end):
                continue
            for owner in scan.owners[needle]:
                known = found.setdefault(owner, [])
                taken = known and known[-1].span.end > start
                spellings = scan.spellings.get(owner)
                if not taken and (spellings is None or text[start:end] in spellings):
                    known.append(Hit(needle, Span(start, end)))
    return found


def fold(word: str) -> str:
    """Return a needle as the folded text has it."""
    return spelled(word).lower()


def spelled(word: str) -> str:
    """Return a needle as the flat text has it, in its own case."""
    return word.translate(PLAIN)


def _openings(scan: Scanner, text: str) -> Iterator[tuple[int, str]]:
    """Yield in the order of the text where the first words of needles stand."""
    needles = scan.needles
    words = ((match.start(), match[0]) for match in WORD.finditer(text) if match[0] in needles)
    if scan.marks is None:
        return words
    return iter(sorted([*words, *((match.start(), match[0]) for match in scan.marks.finditer(text))]))


def _opening(needle: str) -> str:
    """Return the first word of a needle, or the mark that it opens with."""
    word = WORD.match(needle)
    return word[0] if word else needle[0]


def _ends(text: str, end: int) -> bool:
    """Tell whether a needle ends there; an edge is asked for only where there is a letter."""
    return not (_is_letter(text[end - 1]) and _is_letter(text[end : end + 1]))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
