"""Searches for datelines whose month is not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Worded
from newslint.text.calendar.date_forms import HouseForm, Months, rewritten
from newslint.text.calendar.dates import Date
from newslint.text.calendar.story_date import dateline_date
from newslint.text.flat import flat

# "LAGOS, " + "Sept. 1", but not "Published: " + "Sept. 1", nor a date on a line of its own.
PLACE = Worded(r"(?!First |{stamps-of-publication})[A-Z]")


class DatelineMonth(Check, frozen=True):
    """Looks at the date of the dateline; where the house has no form for it, at nothing."""

    months: Annotated[Months | None, Meta(description="How the month is written in a dateline.")] = None
    starts: ClassVar = (dateline_date,)
    supplies: ClassVar = dict.fromkeys(("date", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the date of the dateline when it reads another way in the house's form."""
        date = document.view(dateline_date)
        if date is None or date.figures or self.months is None or not _names_a_place(document, date):
            return
        printed = date.span.cut(document.view(flat))
        change = rewritten(document.view(flat), date, HouseForm(months=self.months))
        if change != printed:
            fix = Fix((Edit(date.span, change),), Safety.SAFE)
            yield Problem(date.span, {"date": printed, "change": change}, (fix,))


def _names_a_place(document: Document, date: Date) -> bool:
    block = document.block_at(date.span.start)
    if block is None or block.span.start == date.span.start:
        return False
    return bool(PLACE.of(document).match(document.view(flat), block.span.start))
