"""Day spans: stretches between two dates, and how many days they last by the calendar."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.checks.dates.date_ranges import date_ranges
from newslint.checks.dates.told_lengths import has_cues, told_lengths
from newslint.plugin import Document, Lexicon, Span, lazy_pattern
from newslint.text.calendar.almanac import days_between, exists, nearest_year
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.story_date import story_date
from newslint.text.figures.durations import MINUTES, Duration
from newslint.text.flat import flat

RUN = lazy_pattern(r"(?:st|nd|rd|th)?(?: ?[-–—] ?| (?:to|through|until) )(?:the )?(?:[A-Z][a-z]+day,? )?")
# "June 3-4" + " and 8-12", "June 3-5" + ", 8 and 9"
MORE = lazy_pattern(
    r",? (?:and|or|then) (?:again )?(?:from |on )?(?:[A-Z][a-z]+\.? )?\d|"
    r", (?:[A-Z][a-z]{2,8}\.? )?\d+(?![\d -]*(?:day|night|week|fortnight|month))"
)
UNITS = frozenset(("da", "ni", "we", "fo", "mo"))
DAY = MINUTES["da"]
# By how many days a length may be told too long, or too short: two weeks of work may be nine days.
SLACK = {"da": (0, 0), "ni": (0, 0), "we": (5, 3), "fo": (5, 4), "mo": (16, 16)}
LONGEST = 400


class DaySpan(msgspec.Struct, frozen=True):
    """A stretch of days, a length that is told of it, and the days from its first to its last."""

    span: Span
    told: Duration
    days: int
    leaps: bool

    @property
    def agrees(self) -> bool:
        """Tell whether it lasts so long, counted with both its ends or without one."""
        length = self.told.minutes / DAY
        over, under = SLACK[self.told.units[0]]
        return self.days - self.leaps - under <= length <= self.days + 1 + self.leaps + over


def day_spans(document: Document) -> tuple[DaySpan, ...]:
    """Return the stretches between two dates of which a sentence tells the length."""
    return tuple(_spans(document)) if has_cues(document, document.lexicon.view(_cues)) else ()


def _cues(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.words("words-of-days"))


def _spans(document: Document) -> Iterator[DaySpan]:
    text = document.view(flat)
    for span, first, last in _stretches(document):
        if MORE.match(text, span.end):
            continue
        counted = _days(document, first, last)
        if counted is None or not 0 < counted[0] <= LONGEST:
            continue
        for told in told_lengths(document, span, UNITS):
            if len(told.units) == 1:
                yield DaySpan(span, told, *counted)


Day = tuple[int | None, int, int]


def _stretches(document: Document) -> Iterator[tuple[Span, Day, Day]]:
    """Yield the ranges of days with their first and their last."""
    text = document.view(flat)
    for first, last in document.view(date_ranges):
        if not (first.last_day or last.last_day or first.figures):
            yield first.span.joined(last.span), _day(first), _day(last)
    for date in document.view(dates):
        if date.last_day and date.last_span and RUN.fullmatch(text, date.day_span.end, date.last_span.start):
            yield date.span, _day(date), (date.year, date.month, date.last_day)


def _day(date: Date) -> Day:
    return date.year, date.month, date.day


def _days(document: Document, first: Day, last: Day) -> tuple[int, bool] | None:
    """Return the days from one to another, and whether a year that is not told may add one."""
    told, year = document.view(story_date), last[0] or first[0]
    known = year or (nearest_year(first[1], first[2], told) if told else 0)
    opening = first[0] or (known - (first[1:] > last[1:]) if last[0] else known)
    closing = last[0] or opening + (first[1:] > last[1:])
    one, two = (opening or 2001, *first[1:]), (closing or 2001, *last[1:])
    if not (exists(*one) and exists(*two)):
        return None
    return days_between(one, two), not known and first[1] <= 2 < last[1]
