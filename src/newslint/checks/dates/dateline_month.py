"""Searches for datelines whose month is not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety
from newslint.text.date_forms import HouseForm, Months, rewritten
from newslint.text.flat import flat
from newslint.text.story_date import dateline_date


class DatelineMonth(Check, frozen=True):
    """Looks at the date of the dateline; where the house has no form for it, at nothing."""

    months: Annotated[Months | None, Meta(description="How the month is written in a dateline.")] = None
    supplies: ClassVar = dict.fromkeys(("date", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the date of the dateline when it reads another way in the house's form."""
        date = document.view(dateline_date)
        if date is None or date.figures or self.months is None:
            return
        printed = date.span.cut(document.view(flat))
        change = rewritten(document.view(flat), date, HouseForm(months=self.months))
        if change != printed:
            fix = Fix((Edit(date.span, change),), Safety.SAFE)
            yield Problem(date.span, {"date": printed, "change": change}, (fix,))
