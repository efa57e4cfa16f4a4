"""Seat totals: chambers whose parties have more seats than there are, or fewer where all are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.numbers.seats import chambers
from newslint.checks.numbers.sums import plain
from newslint.plugin import Check, Document, Problem, Related
from newslint.text.words import Met


class SeatTotals(Check, frozen=True):
    """Reports chambers that the seats of their parties do not fill."""

    starts: ClassVar = (Met(("words-of-seats",)),)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"whole": None, "sum": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the number of seats that the parties do not make."""
        for chamber in document.view(chambers):
            if not chamber.agrees:
                listed = " + ".join(plain(part.value) for part in chamber.parts)
                yield Problem(
                    chamber.whole.span,
                    {
                        "whole": chamber.whole.span.cut(document.text),
                        "sum": f"{listed} = {plain(chamber.sum)}",
                    },
                    related=tuple(Related(part.span) for part in chamber.parts),
                )
