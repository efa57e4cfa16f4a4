"""Periods: decades, centuries, quarters and seasons, with the years they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.digits import digits
from newslint.text.flat import flat

DECADE = lazy_pattern(r"[12][0-9]{2}0(?<![\w.,$£€¥:/-]....)'?s\b")
YEAR_LENGTH = 4
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
# "the second " + "quarter" + " of 2021", "the 19th " + "century" + " BC", "summer" + " of 2021"
ORDINAL_BEFORE = lazy_pattern(r"\b(\w+)[ -]$")
CENTURY_BEFORE = lazy_pattern(r"\b(\d\d?)(?:st|nd|rd|th)[ -]$")
OF_YEAR = lazy_pattern(r"(?:,? of| in)? ((?:1[5-9]|20)\d\d)(?![\w%-]|[.,:]\d)")
BEFORE_CHRIST = lazy_pattern(r" (?:BC|B\.C\.|BCE)")
# The month in which a season begins; that of the south is half a year away, but keeps the order.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


class PeriodKind(StrEnum):
    """What a period is a stretch of."""

    DECADE = "decade"
    CENTURY = "century"
    QUARTER = "quarter"
    SEASON = "season"


class Period(msgspec.Struct, frozen=True):
    """A stretch of time that begins in a *month* of a *year*; years before Christ are below 1."""

    span: Span
    kind: PeriodKind
    year: int
    month: int = 1


def periods(document: Document) -> tuple[Period, ...]:
    """Return the periods in the order of the text."""
    text = document.view(flat)
    decades = (DECADE.match(text, run.start) for run in document.view(digits) if len(run) == YEAR_LENGTH)
    found = [_decade(match) for match in decades if match]
    for cue in document.view(cues).get("periods", ()):
        found += _at_cue(text, cue)
    return tuple(sorted(found, key=lambda period: period.span))


def _decade(match: re.Match[str]) -> Period:
    return Period(Span(*match.span()), PeriodKind.DECADE, int(match[0][:4]))


def _at_cue(text: str, cue: Span) -> Iterator[Period]:
    word = text[cue.start : cue.end].lower()
    if word in SEASONS:
        yield from _season(text, cue, SEASONS[word])
    elif word == "quarter":
        yield from _quarter(text, cue)
    else:
        yield from _century(text, cue)


def _season(text: str, cue: Span, month: int) -> Iterator[Period]:
    year = OF_YEAR.match(text, cue.end)
    if year:
        yield Period(Span(cue.start, year.end()), PeriodKind.SEASON, int(year[1]), month)


def _quarter(text: str, cue: Span) -> Iterator[Period]:
    before = ORDINAL_BEFORE.search(text, max(0, cue.start - 8), cue.start)
    year = OF_YEAR.match(text, cue.end)
    if before and year and before[1].lower() in ORDINALS:
        month = 3 * ORDINALS[before[1].lower()] - 2
        yield Period(Span(before.start(1), year.end()), PeriodKind.QUARTER, int(year[1]), month)


def _century(text: str, cue: Span) -> Iterator[Period]:
    before = CENTURY_BEFORE.search(text, max(0, cue.start - 6), cue.start)
    if before:
        era = BEFORE_CHRIST.match(text, cue.end)
        year = -100 * int(before[1]) if era else 100 * int(before[1]) - 99
        yield Period(Span(before.start(1), era.end() if era else cue.end), PeriodKind.CENTURY, year)
