"""Searches for years that follow a comma and lack the second one."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.running import running_dates
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.calendar.dates import Date, DateForm, dates
from newslint.text.flat import flat

# "Aug. 2, 1990 Iraq", but not "Aug. 2, 1990 (Thursday)", "Aug. 2, 1990 - Iraq", "Aug. 2, 1990 and".
COPY_AFTER = lazy_pattern(r" (?!(?:and|or|to|through|until|but)\b)\w")


class Commas(StrEnum):
    """Where commas stand round a year."""

    BOTH = "both"


class YearComma(Check, frozen=True):
    """Looks behind the years of dates; where the house does not ask for a comma, at none."""

    commas: Annotated[Commas | None, Meta(description="both: “on Aug. 2, 1990, Iraq”.")] = None
    starts: ClassVar = (dates,)
    supplies: ClassVar = dict.fromkeys(("date", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each date whose year has a comma before it, and copy but no comma behind."""
        if self.commas is None:
            return
        for date in document.view(running_dates):
            if _lacks_comma(document.view(flat), date):
                yield _problem(document, date.span)


def _lacks_comma(text: str, date: Date) -> bool:
    if date.form is not DateForm.MONTH_FIRST or date.year_span is None:
        return False
    closes = date.year_span.end == date.span.end
    return closes and text[date.year_span.start - 2] == "," and bool(COPY_AFTER.match(text, date.span.end))


def _problem(document: Document, span: Span) -> Problem:
    words = span.cut(document.text)
    fix = Fix((Edit(Span(span.end, span.end), ","),), Safety.SAFE)
    return Problem(span, {"date": words, "change": f"{words},"}, (fix,))
