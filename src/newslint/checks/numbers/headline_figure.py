"""Headline figure: figures of a headline or deck that the copy has another figure for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.numbers.headline_figures import headed
from newslint.plugin import Check, Document, Problem, Related


class HeadlineFigure(Check, frozen=True):
    """Reports counts over a story that are not in it, where it has another of the same."""

    starts: ClassVar = (headed,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "below": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the figures of headline and deck that the copy contradicts."""
        for found in document.view(headed):
            given, below = (each.span.cut(document.text) for each in (found.told, found.below))
            yield Problem(
                found.told.span, {"given": given, "below": below}, related=(Related(found.below.span),)
            )
