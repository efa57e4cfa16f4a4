"""Percent form: the sign or the word that a house writes after a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.figures.numbers import numbers, percent_end
from newslint.text.flat import folded


class Mark(StrEnum):
    """What a house writes for per cent."""

    SIGN = "%"
    PERCENT = " percent"
    PER_CENT = " per cent"


class PercentForm(Check, frozen=True):
    """Reports figures with another mark for per cent than the house's."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"found": None, "expected": None}

    mark: Annotated[Mark, Meta(description="What follows the figure: `%`, ` percent` or ` per cent`.")] = (
        Mark.SIGN
    )

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the percentages in another form; those in words, and adjectives with hyphens, stay."""
        lower = document.view(folded)
        for number in document.view(numbers):
            end = percent_end(document, number)
            if end is None or number.spelled:
                continue
            mark = Span(number.span.end, end)
            if mark.cut(lower) == self.mark or mark.cut(lower).startswith("-"):
                continue
            span = Span(number.span.start, end)
            expected = f"{number.span.cut(document.text)}{self.mark}"
            fix = Fix((Edit(mark, str(self.mark)),), Safety.SAFE)
            yield Problem(span, {"found": span.cut(document.text), "expected": expected}, (fix,))
