"""Searches for noon and midnight in figures, which half of the readers take for the other."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.mends import replacement
from newslint.plugin import Check, Document, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.flat import flat
from newslint.text.times import Time, times

# "12 noon", "12:00 midnight"
TWICE = lazy_pattern(r"12(?::00)? (noon|midnight)\b")


class Wording(StrEnum):
    """How noon and midnight are written."""

    WORDS = "words"


class Noon(Check, frozen=True):
    """Looks at 12 o'clock; where the house has no wording for it, at nothing."""

    wording: Annotated[Wording | None, Meta(description="words: “noon” and “midnight”.")] = None
    supplies: ClassVar = dict.fromkeys(("time", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each 12 a.m. and 12 p.m., and each figure beside the word that says it."""
        if self.wording is None:
            return
        for time in document.view(times):
            if time.half and time.hour == 12 and not time.minute:
                yield _problem(document, time.core, _name(time), Safety.UNSAFE)
        for match in TWICE.finditer(document.view(flat)):
            yield _problem(document, Span(*match.span()), match[1], Safety.SAFE)


def _name(time: Time) -> str:
    return "noon" if time.half == "pm" else "midnight"


def _problem(document: Document, span: Span, change: str, safety: Safety) -> Problem:
    data = {"time": span.cut(document.text), "change": change}
    return Problem(span, data, (Fix((replacement(document, span, change),), safety),))
