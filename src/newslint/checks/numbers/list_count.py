"""List count: counts of a list that has more items, or fewer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.numbers.listed import listed
from newslint.plugin import Check, Document, Problem, Related


class ListCount(Check, frozen=True):
    """Reports counts that the list behind them does not have."""

    starts: ClassVar = (listed,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "items": None, "count": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the counts that are not the number of the items."""
        for found in document.view(listed):
            if not found.agrees:
                given = found.count.span.cut(document.text)
                told = {"given": given, "items": ", ".join(found.items), "count": str(len(found.items))}
                yield Problem(found.count.span, told, related=(Related(found.span),))
