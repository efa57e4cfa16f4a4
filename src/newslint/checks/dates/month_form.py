"""Searches for months without a day that are shortened, or have a comma before the year."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.mends import may_end_sentence, replacement
from newslint.checks.dates.running import stands_in_copy
from newslint.plugin import Check, Document, Fix, Problem, Safety
from newslint.text.calendar.almanac import MONTHS
from newslint.text.calendar.months import Month, months


class Form(StrEnum):
    """How a month without a day is written."""

    FULL = "full"


class MonthForm(Check, frozen=True):
    """Looks at months without a day; where the house has no form for them, at none."""

    form: Annotated[Form | None, Meta(description="full: “September 2021”, without a comma.")] = None
    starts: ClassVar = (months,)
    supplies: ClassVar = dict.fromkeys(("month", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each month that is written another way."""
        if self.form is None:
            return
        for month in document.view(months):
            if (month.comma or not month.full) and stands_in_copy(document, month.span.start):
                yield _problem(document, month)


def _problem(document: Document, month: Month) -> Problem:
    name = MONTHS[month.number - 1]
    change = f"{name} {month.year}" if month.year else name
    data = {"month": month.span.cut(document.text), "change": change}
    safety = Safety.SUGGESTION if may_end_sentence(document, month.span, change) else Safety.SAFE
    return Problem(month.span, data, (Fix((replacement(document, month.span, change),), safety),))
