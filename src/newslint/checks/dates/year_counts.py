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
# "a " + "decade", "half a " + "century", "a quarter of a " + "century"; not "three quarters of a century".
PART = lazy_pattern(
    r"(?:\b(?!an? |half |quarter )(\w+) )?"
    r"(?<![\w-])(?:(?:a )?(?P<part>quarter|half)(?:(?: of)? a)?|an?|one)[ -]$",
    re.IGNORECASE,
)
IN_THE = lazy_pattern(r"\b[Ii]n the $")
LENGTHS = {"years": 1, "decades": 10, "decade": 10, "centuries": 100, "century": 100}
PARTS = {"half": 2, "quarter": 4}
ORDINAL = lazy_pattern(r"(?<![\w.,-])(\d{1,3})(?:st|nd|rd|th) $")
# "his 12-" + "year rule" is exact, "his 12 " + "years" may be some of them.
DETERMINERS = frozenset(("the", "his", "her", "their", "its", "a", "this", "that"))
# A birthday, or a rounded year, makes one year's difference; a decade or a century is rounded to.
YEAR_SLACK, DECADE_SLACK = 1, 5
# "Nearly 20 years" may be 15, "more than 20 years" 25.
ROUGH_PERCENT, ROUGH_SLACK = 30, 4


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


def count_before(document: Document, end: int, *, unit: str = "years") -> Count | None:
    """Return the number that ends there; None where it is a rough one ("about 20")."""
    if unit in ("decade", "century"):
        return _part_before(document, end, length=LENGTHS[unit])
    text = document.view(flat)
    match = COUNT.search(text, max(0, end - 30), end)
    if match is None:
        return None
    before, hyphened = (match[1] or "").lower(), match[0].endswith("-")
    whole = IN_THE.search(text, max(0, match.start(2) - 8), match.start(2))
    if before in document.lexicon.view(_rough) and not (whole or (hyphened and before in DETERMINERS)):
        return None
    number = match[2].lower()
    years = LENGTHS[unit] * (WORDS[number] if number in WORDS else int(number))
    return Count(match.start(2), years, YEAR_SLACK if unit == "years" else DECADE_SLACK)


def _part_before(document: Document, end: int, *, length: int) -> Count | None:
    """Return the "half a " of a century, or the "a " of a decade, that ends there."""
    match = PART.search(document.view(flat), max(0, end - 40), end)
    if match is None:
        return None
    before = (match[1] or "").lower()
    if before == "of" or before in document.lexicon.view(_rough):
        return None
    years = length // PARTS.get((match["part"] or "").lower(), 1)
    start = match.end(1) + 1 if match[1] else match.start()
    return Count(start, years, min(years // 2, max(DECADE_SLACK, years // 5)))


def rough_count_before(document: Document, end: int, *, unit: str) -> Count | None:
    """Return the number that ends there, with so much slack as "nearly" or "more than" before it gives."""
    count = count_before(document, end, unit=unit)
    match = COUNT.search(document.view(flat), max(0, end - 30), end) if count is None else None
    if match is None:
        return count
    number = match[2].lower()
    years = LENGTHS[unit] * (WORDS[number] if number in WORDS else int(number))
    return Count(match.start(2), years, max(years * ROUGH_PERCENT // 100, ROUGH_SLACK))


def ordinal_before(document: Document, end: int) -> Count | None:
    """Return the number of the "50th " that ends there."""
    match = ORDINAL.search(document.view(flat), max(0, end - 8), end)
    return Count(match.start(), int(match[1])) if match else None


def _rough(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("rough-words"))
