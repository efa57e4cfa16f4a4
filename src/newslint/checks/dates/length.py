"""Length: lengths of time that do not lie between the beginning and the end beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.dates.clock_spans import ClockSpan, clock_spans
from newslint.checks.dates.day_spans import DaySpan, day_spans
from newslint.plugin import Check, Document, Problem, Related, Span
from newslint.text.calendar.dates import dates
from newslint.text.calendar.times import times
from newslint.text.figures.durations import in_words


class Length(Check, frozen=True):
    """Compares a length of time with the times of day, or the dates, that it lies between."""

    starts: ClassVar = (times, dates)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "sum": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the lengths that neither the clock nor the calendar makes."""
        for hours in document.view(clock_spans):
            if not hours.agrees:
                yield _of_hours(document, hours)
        for days in document.view(day_spans):
            if not days.agrees:
                yield _of_days(document, days)


def _of_hours(document: Document, found: ClockSpan) -> Problem:
    first, last = (time.core.cut(document.text) for time in (found.first, found.last))
    lasts = " or ".join(in_words(minutes) for minutes in found.lasts)
    whole = Span(found.first.core.start, found.last.core.end)
    return _problem(document, found.told.span, whole, f"from {first} to {last} is {lasts}")


def _of_days(document: Document, found: DaySpan) -> Problem:
    both = found.days + 1
    told = f"“{found.span.cut(document.text)}” is {found.days} days, or {both} with both ends"
    return _problem(document, found.told.span, found.span, told)


def _problem(document: Document, given: Span, beside: Span, told: str) -> Problem:
    return Problem(given, {"given": given.cut(document.text), "sum": told}, related=(Related(beside),))
