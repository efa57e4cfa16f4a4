"""Searches for months in tables that are not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import BlockKind, Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.calendar.almanac import month_number
from newslint.text.calendar.date_forms import Months, month_named
from newslint.text.cues import Cued, cues
from newslint.text.flat import flat

# A cell of nothing but the month, a day and a year: "Sept. 3, 2021", "3 September", "June".
BEFORE = lazy_pattern(r"\s*(?:(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? )?")
AFTER = lazy_pattern(r"\.?(?: (?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?)?(?:,? [12]\d{3})?\s*")


class TableMonth(Check, frozen=True):
    """Looks at the dates and months that fill a cell; where the house has no form for them, at nothing."""

    months: Annotated[Months | None, Meta(description="How a month is written in a table.")] = None
    starts: ClassVar = (Cued(("months",)),)
    supplies: ClassVar = dict.fromkeys(("month", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each month that reads another way in the house's form."""
        if self.months is None or not _has_tables(document):
            return
        text = document.view(flat)
        for word in document.view(cues).get("months", ()):
            if not _fills_cell(document, word):
                continue
            month = Span(word.start, word.end + (text[word.end : word.end + 1] == "."))
            change = month_named(month_number(word.cut(text)), self.months, like=word.cut(text))
            if change != month.cut(text):
                fix = Fix((Edit(month, change),), Safety.SAFE)
                yield Problem(month, {"month": month.cut(text), "change": change}, (fix,))


def _has_tables(document: Document) -> bool:
    return any(block.kind is BlockKind.TABLE_CELL for block in document.blocks)


def _fills_cell(document: Document, word: Span) -> bool:
    block = document.block_at(word.start)
    text = document.view(flat)
    if block is None or block.kind is not BlockKind.TABLE_CELL or not text[word.start].isupper():
        return False
    before = BEFORE.fullmatch(text, block.span.start, word.start)
    return bool(before and AFTER.fullmatch(text, word.end, block.span.end))
