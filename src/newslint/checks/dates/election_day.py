"""Election day: elections on another day than the law of their country or state has for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.dates.elections import dated_elections
from newslint.checks.dates.mends import day_edit, mended, month_edit
from newslint.plugin import Check, Document, Problem
from newslint.text.calendar.almanac import MONTHS
from newslint.text.words import Met

# Further off, it is another vote.
REACH = 31


class ElectionDay(Check, frozen=True):
    """Compares the date beside an election with the day that a law fixes."""

    starts: ClassVar = (Met(("words-of-elections",)),)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "date": None, "place": None, "year": None, "expected": None, "law": None, "change": None,
    }  # fmt: skip

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the dates of elections that are near the day of the law, and not on it."""
        for found in document.view(dated_elections):
            date = found.date
            printed = found.days[0].replace(month=date.month, day=1).toordinal() + date.day - 1
            away = {abs(day.toordinal() - printed): day for day in found.days}
            nearest = away[min(away)]
            if not 0 < min(away) <= REACH:
                continue
            edits = [day_edit(document, date.day_span, nearest.day)]
            if nearest.month != date.month:
                edits.append(month_edit(document, date, nearest.month))
            told = {
                "date": found.span.cut(document.text),
                "place": found.place,
                "year": str(nearest.year),
                "expected": f"{MONTHS[nearest.month - 1]} {nearest.day}",
                "law": found.law,
            }
            yield Problem(found.span, told, (mended(document, date.span, *edits),))
