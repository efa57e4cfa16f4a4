"""Searches for dates so near the story's own that the weekday, or no year, would do."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.running import running_dates
from newslint.plugin import BlockKind, Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.almanac import WEEKDAYS, days_between, exists, nearest_year
from newslint.text.dates import Date
from newslint.text.story_date import story_date


class Part(StrEnum):
    """The part of a date that a near day can spare."""

    DATE = "date"
    YEAR = "year"


class NearDate(Check, frozen=True):
    """Compares dates with the story's own; without one, or without a part to drop, none."""

    drop: Annotated[
        Part | None, Meta(description="date: the weekday does within days; year: this year needs none.")
    ] = None
    days: Annotated[int, Meta(ge=1, le=31, description="How many days a weekday may be away.")] = 6
    supplies: ClassVar = {"date": None, "change": None, "fault": Part}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each date with a part to spare."""
        told = document.view(story_date)
        if told is None or self.drop is None:
            return
        day = (told.year, told.month, told.day)
        for date in document.view(running_dates):
            block = document.block_at(date.span.start)
            if block is None or block.kind is BlockKind.CAPTION or date.last_day is not None:
                continue
            year = date.year or nearest_year(date.month, date.day, told)
            if not exists(year, date.month, date.day):
                continue
            if self.drop is Part.YEAR and date.year == told.year:
                yield _without_year(document, date)
            if self.drop is Part.DATE and abs(days_between(day, (year, date.month, date.day))) <= self.days:
                yield _weekday_only(document, date, days_between((1, 1, 1), (year, date.month, date.day)) % 7)


def _without_year(document: Document, date: Date) -> Problem:
    text = document.text
    end = date.month_span.end if date.month_span.start > date.day_span.start else date.day_span.end
    gap = Span(end, date.core.end)
    data = {"date": date.core.cut(text), "change": text[date.core.start : end], "fault": Part.YEAR}
    return Problem(date.core, data, (Fix((Edit(gap, ""),), Safety.SUGGESTION),))


def _weekday_only(document: Document, date: Date, weekday: int) -> Problem:
    change = WEEKDAYS[weekday]
    data = {"date": date.span.cut(document.text), "change": change, "fault": Part.DATE}
    return Problem(date.span, data, (Fix((Edit(date.span, change),), Safety.SUGGESTION),))
