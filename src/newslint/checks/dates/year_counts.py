"""Year counts: numbers of years, or of decades, that copy sets beside the years they lie between."""

from __future__ import annotations

import re

import msgspec

from newslint.plugin import Document, Lexicon, Span, lazy_pattern
from newslint.text.flat import flat

UNITS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: number for number, word in enumerate(UNITS, 2)} | {
    word: 10 * number for number, word in enumerate(TENS, 2)
}
COUNT = lazy_pattern(rf"(?:\b(\w+) )?(?<![\w.,-])(\d{{1,3}}|{'|'.join(WORDS)})[ -]$", re.IGNORECASE)
ORDINAL = lazy_pattern(r"(?<![\w.,-])(\d{1,3})(?:st|nd|rd|th) $")
# "his 12-" + "year rule" is exact, "his 12 " + "years" may be some of them.
DETERMINERS = frozenset(("the", "his", "her", "their", "its", "a", "this", "that"))
# A birthday, or a rounded year, makes one year's difference; a decade is rounded to.
YEAR_SLACK, DECADE_SLACK = 1, 5
DECADE = 10


class Count(msgspec.Struct, frozen=True):
    """So many years, and how many more or fewer will do; *start* is where the number stands."""

    start: int
    years: int
    slack: int = YEAR_SLACK


class Claim(msgspec.Struct, frozen=True):
    """So many years, from one year to one of others."""

    span: Span
    count: Count
    since: int
    until: frozenset[int]

    def off(self, year: int) -> int:
        """Return by how many years the count misses that year."""
        return abs(abs(year - self.since) - self.count.years)


def count_before(document: Document, end: int, *, decades: bool = False) -> Count | None:
    """Return the number that ends there; None where it is a rough one ("about 20")."""
    match = COUNT.search(document.view(flat), max(0, end - 30), end)
    if match is None:
        return None
    before, hyphened = (match[1] or "").lower(), match[0].endswith("-")
    if before in document.lexicon.view(_rough) and not (hyphened and before in DETERMINERS):
        return None
    number = match[2].lower()
    years = WORDS[number] if number in WORDS else int(number)
    return Count(match.start(2), years * DECADE, DECADE_SLACK) if decades else Count(match.start(2), years)


def ordinal_before(document: Document, end: int) -> Count | None:
    """Return the number of the "50th " that ends there."""
    match = ORDINAL.search(document.view(flat), max(0, end - 8), end)
    return Count(match.start(), int(match[1])) if match else None


def _rough(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("rough-words"))
