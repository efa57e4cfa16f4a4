"""Searches for dates so near the story's own that the weekday would do."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.named_days import is_named_day
from newslint.checks.dates.running import running_dates, stands_in_caption
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.calendar.almanac import WEEKDAYS, days_between, exists, nearest_year
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat

# "from Nov. 5 to " + "Nov. 12", "Nov. 5" + "-Nov. 12"
RANGE_BEFORE = lazy_pattern(r"\b(?:from|between)\b[^;\n]*\d (?:to|and|until|through) $|\d ?[-–—] ?$")
RANGE_AFTER = lazy_pattern(r" ?[-–—] ?[A-Z\d]| (?:to|until|through) (?:[A-Z][a-z]+\.? \d|\d)")
# "Sunday's " + "Sept. 11" + " memorial", "an " + "Oct. 4" + " rally"
DAY_BEFORE = lazy_pattern(r"(?:day's?|\b[Aa]n?) $")


class Part(StrEnum):
    """The part of a date that a near day can spare."""

    DATE = "date"


class NearDate(Check, frozen=True):
    """Compares dates with the story's own; without one, or without a part to drop, none."""

    drop: Annotated[Part | None, Meta(description="date: the weekday alone does within days.")] = None
    days: Annotated[int, Meta(ge=1, le=31, description="How many days a weekday may be away.")] = 6
    starts: ClassVar = (dates,)
    supplies: ClassVar = dict.fromkeys(("date", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each date that its weekday can stand for."""
        told = document.view(story_date)
        if told is None or self.drop is None:
            return
        for date in document.view(running_dates):
            if date.last_day is not None or stands_in_caption(document, date) or _stands_firm(document, date):
                continue
            if _days_away(date, told) <= self.days and date.weekday in (None, _weekday(date, told)):
                yield _weekday_only(document, date, told)


def _stands_firm(document: Document, date: Date) -> bool:
    """Tell whether the weekday cannot stand for the date: in a range, in an event's name, behind another."""
    text, span = document.view(flat), date.span
    if RANGE_BEFORE.search(text, max(0, span.start - 40), span.start) or RANGE_AFTER.match(text, span.end):
        return True
    return is_named_day(document, date) or bool(DAY_BEFORE.search(text, max(0, span.start - 14), span.start))


def _days_away(date: Date, told: datetime.date) -> float:
    day = _day(date, told)
    return abs(days_between((told.year, told.month, told.day), day)) if exists(*day) else math.inf


def _day(date: Date, told: datetime.date) -> tuple[int, int, int]:
    return (date.year or nearest_year(date.month, date.day, told), date.month, date.day)


def _weekday(date: Date, told: datetime.date) -> int:
    return days_between((1, 1, 1), _day(date, told)) % 7


def _weekday_only(document: Document, date: Date, told: datetime.date) -> Problem:
    text, span = document.text, date.span
    change = WEEKDAYS[_weekday(date, told)]
    if date.weekday_span and date.weekday_span.start < date.core.start:
        # "Sunday night (Oct. 4" keeps its night.
        change = text[date.weekday_span.start : date.core.start].rstrip(" ,([")
    # "Sunday (Oct. 4" and its other bracket.
    if "(" in span.cut(text) and text[span.end : span.end + 1] == ")":
        span = Span(span.start, span.end + 1)
    data = {"date": span.cut(text), "change": change}
    return Problem(span, data, (Fix((Edit(span, change),), Safety.SUGGESTION),))
