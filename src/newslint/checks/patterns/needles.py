"""Needles: the words that phrase rules look for, those of all rules found together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from newslint.plugin import Document, Span
from newslint.text.flat import ONE_FOR_ONE, flat
from newslint.text.words import Anchored, PhraseIndex, occurrences, phrase_index

PLAIN = str.maketrans(dict(ONE_FOR_ONE))


class Needles(msgspec.Struct, frozen=True):
    """The words one rule looks for, as they are spelled; in any case unless *exact*."""

    words: frozenset[str]
    exact: bool = False


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A needle, in lower case, and where it stands."""

    needle: str
    span: Span


Owners = Mapping[str, tuple[int, ...]]
Spellings = Mapping[int, frozenset[str]]
# A scanner as plain tables.
Plain = tuple[Anchored, tuple[str, ...], Owners, Spellings]


class Scanner(msgspec.Struct, frozen=True):
    """What the scan knows: the index of all needles, and the rules that look for each."""

    index: PhraseIndex
    owners: Owners
    spellings: Spellings

    @property
    def plain(self) -> Plain:
        """Return what it knows as tables that can be kept."""
        return self.index.anchored, self.index.wordless, self.owners, self.spellings

    @staticmethod
    def of(plain: Plain) -> Scanner:
        """Return the scanner that some tables are of."""
        anchored, wordless, owners, spellings = plain
        return Scanner(PhraseIndex(anchored, wordless), owners, spellings)


def scanner(needles: Sequence[Needles]) -> Scanner:
    """Prepare one scan for all *needles*; a rule is known by its place among them."""
    owners: dict[str, list[int]] = {}
    for owner, each in enumerate(needles):
        for word in set(map(fold, each.words)):
            owners.setdefault(word, []).append(owner)
    return Scanner(
        index=phrase_index(owners),
        owners={word: tuple(each) for word, each in owners.items()},
        spellings={
            owner: frozenset(map(spelled, each.words)) for owner, each in enumerate(needles) if each.exact
        },
    )


def hits(scan: Scanner, document: Document) -> Mapping[int, list[Hit]]:
    """Return by rule where its needles stand: at each place the longest, and none inside another."""
    found: dict[int, list[Hit]] = {}
    text = document.view(flat)
    places = sorted((start, -len(needle), needle) for start, needle in occurrences(document, scan.index))
    for start, _, needle in places:
        end = start + len(needle)
        for owner in scan.owners[needle]:
            known = found.setdefault(owner, [])
            taken = known and known[-1].span.end > start
            spellings = scan.spellings.get(owner)
            if not taken and (spellings is None or text[start:end] in spellings):
                known.append(Hit(needle, Span(start, end)))
    return found


def fold(word: str) -> str:
    """Return a needle as the folded text has it."""
    # Most words have nothing that is spelled otherwise, and there are thousands at every start.
    if word.isascii() and "\t" not in word:
        return word.lower()
    return spelled(word).lower()


def spelled(word: str) -> str:
    """Return a needle as the flat text has it, in its own case."""
    return word.translate(PLAIN)
