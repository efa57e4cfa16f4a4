"""Searches for dates with a year they can spare, or without one that the house wants."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.running import running_dates, stands_in_caption
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.calendar.almanac import days_between, exists
from newslint.text.calendar.dates import Date, DateForm, dates
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d\b")
MORE_COPY = lazy_pattern(r" \w")
# Half a year and three weeks: a day so far away may lie before or behind.
NEAR = 204


class Year(StrEnum):
    """What a house does with the year of a date."""

    DROP = "drop"
    KEEP = "keep"


class YearForm(Check, frozen=True):
    """Looks at the years of dates; without the story's date, or a form for them, at none."""

    year: Annotated[
        Year | None,
        Meta(description="drop: this year needs none; keep: a paragraph with dates names the year of one."),
    ] = None
    starts: ClassVar = (dates,)
    supplies: ClassVar = {"date": None, "change": None, "fault": Year}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each date with a year too many or too few."""
        told = document.view(story_date)
        if told is None or self.year is None:
            return
        for date in document.view(running_dates):
            if stands_in_caption(document, date):
                continue
            if self.year is Year.DROP and date.year == told.year and not _has_other_year(document, date):
                yield _spare(document, date)
            if self.year is Year.KEEP and _lacks_year(document, date):
                yield _missing(document, date, told)


def _has_other_year(document: Document, date: Date) -> bool:
    """Tell whether another year in the sentence wants this one, or the date is all the sentence."""
    sentence = sentence_at(document, date.span.start)
    named = YEAR.findall(document.view(flat), sentence.start, sentence.end)
    return any(year != str(date.year) for year in named) or len(sentence) <= len(date.span) + 1


def _lacks_year(document: Document, date: Date) -> bool:
    """Tell whether neither a year nor a weekday, nor a year in the same paragraph, dates the day."""
    block = document.block_at(date.span.start)
    if block is None or date.year is not None or date.weekday is not None:
        return False
    return not YEAR.search(document.view(flat), block.span.start, block.span.end)


def _spare(document: Document, date: Date) -> Problem:
    """Report a year that is the story's own; the comma behind it goes with it."""
    text = document.text
    end = date.month_span.end if date.form is DateForm.DAY_FIRST else (date.last_span or date.day_span).end
    if date.ordinal and date.form is DateForm.MONTH_FIRST:
        end += len("th")
    closing = date.form is DateForm.MONTH_FIRST and text[date.core.end : date.core.end + 1] == ","
    data = {"date": date.core.cut(text), "change": text[date.core.start : end], "fault": Year.DROP}
    return Problem(
        date.core, data, (Fix((Edit(Span(end, date.core.end + closing), ""),), Safety.SUGGESTION),)
    )


def _missing(document: Document, date: Date, told: datetime.date) -> Problem:
    printed = date.core.cut(document.text)
    return Problem(
        span=date.core,
        data={"date": printed, "fault": Year.KEEP},
        fixes=tuple(_with_year(document, date, year) for year in _years(date, told)),
    )


def _years(date: Date, told: datetime.date) -> Iterator[int]:
    """Yield the years in which the day is near the story; two, where it is about half a year away."""
    for year in (told.year, told.year - 1, told.year + 1):
        day = (year, date.month, date.day)
        if exists(*day) and abs(days_between((told.year, told.month, told.day), day)) <= NEAR:
            yield year


def _with_year(document: Document, date: Date, year: int) -> Fix:
    addition = f" {year}" if date.form is DateForm.DAY_FIRST else f", {year}"
    closing = date.form is DateForm.MONTH_FIRST and MORE_COPY.match(document.view(flat), date.core.end)
    edit = Edit(Span(date.core.end, date.core.end), addition + ("," if closing else ""))
    return Fix((edit,), Safety.SUGGESTION, {"change": date.core.cut(document.text) + addition})
