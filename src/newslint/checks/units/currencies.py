"""Currencies: the moneys of the world, by their signs and their names, and which of them a story may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

import msgspec

from newslint.plugin import Document, Lexicon, lazy_pattern
from newslint.text.flat import folded
from newslint.text.lasting import lasting
from newslint.text.trie import trie_pattern
from newslint.text.words import words


class OldUnit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit that a currency of the same name had until a year, or its band of some years."""

    until: int
    low: str
    high: str
    since: int = 0

    def covers(self, years: frozenset[int]) -> bool:
        """Tell whether some of *years* are its own."""
        return any(self.since <= year <= self.until for year in years)


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A currency, and the band of what one unit of it has been worth in United States dollars.

    One of *beside* must stand in the story, or the signs and names that it shares mean another; where it does
    and none of the other's *home* does, they mean no other.
    """

    code: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    low: str
    high: str
    beside: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    old: tuple[OldUnit, ...] = ()

    @property
    def band(self) -> tuple[Fraction, Fraction]:
        """Return the band in fractions, with those of the units it replaced."""
        return self.band_in(frozenset())

    def band_in(self, years: frozenset[int]) -> tuple[Fraction, Fraction]:
        """Return the band of some years, or of any: in its year, both an old and a new unit are quoted."""
        last = max((each.until for each in self.old), default=0)
        bands = [(self.low, self.high)] if any(year >= last for year in years) else []
        bands += [(each.low, each.high) for each in self.old if each.covers(years)]
        # Of years in which it was no money, nothing is known.
        found = bands or [(self.low, self.high), *((each.low, each.high) for each in self.old)]
        return min(Fraction(low) for low, _ in found), max(Fraction(high) for _, high in found)


# What voters and the like are counted in: "2.5 lakh (250,000) voters".
NO_CURRENCY = Currency("", (), (), "1", "1")
Currencies = tuple[Currency, ...]
# "R18 million", "Rs45 crore", "CNY3tn"; after one letter only with a magnitude or three digits.
FIGURE = (
    r"(?:[0-9]+(?:,[0-9]{2,3})*(?:\.[0-9]+)?)(?: (?:million|billion|trillion|thousand|crore|lakh)|"
    r"(?:mn|bn|tn|m|k))?"
)
# What leads from a sum to the same sum in another currency: "$12.9bn (about £10bn)", "($91m; £49m)".
LEAD = (
    r"(?: ?[(\[] ?|[;,/] ?|,? or )(?:(?:about|around|roughly|nearly|almost|some|or|over|"
    r"approximately|just|under) )*"
)


class CurrencyTable(msgspec.Struct, frozen=True):
    """Currencies by sign and by name, with the patterns that find them round a number, or solid with one."""

    symbols: Mapping[str, Currencies]
    words: Mapping[str, Currencies]
    placed: Currencies
    before: re.Pattern[str]
    after: re.Pattern[str]
    solid_before: re.Pattern[str]
    solid_after: re.Pattern[str]


def currencies(lexicon: Lexicon) -> CurrencyTable:
    """Return the lexicon's currencies."""
    rows = lexicon.records("currencies", Currency)
    spaced, names, solid = lexicon.view(SOURCES)
    return CurrencyTable(
        _by((row, row.symbols) for row in rows),
        _by((row, row.words) for row in rows),
        tuple(row for row in rows if row.beside or row.home),
        lazy_pattern(rf"(?<![A-Za-z$])(?P<symbol>{spaced}) ?$"),
        lazy_pattern(rf" ({names})(?!\w)"),
        lazy_pattern(rf"{solid}{LEAD}$"),
        lazy_pattern(rf"{LEAD}{solid}"),
    )


def _sources(lexicon: Lexicon) -> tuple[str, str, str]:
    """Return expressions for signs before a figure, for names, and for a sign and its figure in one."""
    rows = lexicon.records("currencies", Currency)
    symbols = [symbol for row in rows for symbol in row.symbols]
    letters = [symbol for symbol in symbols if symbol[0].isalpha() and symbol[-1].isalpha()]
    spaced = [symbol for symbol in symbols if len(symbol) > 1 or not symbol.isalpha()]
    solid = rf"(?<![A-Za-z$])(?P<symbol>{trie_pattern(letters)})(?P<figure>{FIGURE})(?![\w%])"
    return trie_pattern(spaced), trie_pattern(word for row in rows for word in row.words), solid


SOURCES = lasting(_sources, uses=())


def meant(document: Document, found: Currencies) -> Currencies:
    """Return the currencies of a name that a story may mean: the usual one, those of places it names.

    Where the usual one has a home, and the story names no place of any, it may mean each of them.
    """
    if len(found) == 1:
        return found
    here = document.view(_of_places)
    if any(each.home for each in found) and not any(each.code in here for each in found):
        return found
    placed = any(each.code in here for each in found if each.beside)
    return tuple(each for each in found if each.code in here or not (each.beside or (placed and each.home)))


def _of_places(document: Document) -> frozenset[str]:
    """Return the codes of the currencies of which a place stands in the story."""
    placed, lower = document.lexicon.view(currencies).placed, document.view(folded)
    # A long story has few words beside its length.
    vocabulary = " ".join(document.view(words))
    return frozenset(
        row.code
        for row in placed
        if any(place in (vocabulary if place.isalpha() else lower) for place in (*row.beside, *row.home))
    )


def _by(named: Iterable[tuple[Currency, Iterable[str]]]) -> Mapping[str, Currencies]:
    found: dict[str, Currencies] = {}
    for row, names in named:
        for name in names:
            found[name] = (*found.get(name, ()), row)
    return found
