"""Searches for noon and midnight in figures, which half of the readers take for the other."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.mends import may_end_sentence, replacement
from newslint.plugin import Check, Document, Fix, Problem, Safety
from newslint.text.calendar.times import Time, times

NAMES = ("noon", "midnight")


class Wording(StrEnum):
    """How noon and midnight are written."""

    WORDS = "words"


class Noon(Check, frozen=True):
    """Looks at 12 o'clock; where the house has no wording for it, at nothing."""

    wording: Annotated[Wording | None, Meta(description="words: “noon” and “midnight”.")] = None
    starts: ClassVar = (times,)
    supplies: ClassVar = dict.fromkeys(("time", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each 12 a.m. and 12 p.m., and each figure beside the word that says it."""
        if self.wording is None:
            return
        for time in document.view(times):
            if time.half and time.hour == 12 and not time.minute:
                yield _problem(document, time, _name(time), Safety.UNSAFE)
            # "12 noon", "12:00 midnight"
            if time.word in NAMES and len(time.core) > len(time.word):
                yield _problem(document, time, time.word, Safety.SAFE)


def _name(time: Time) -> str:
    return "noon" if time.half == "pm" else "midnight"


def _problem(document: Document, time: Time, change: str, safety: Safety) -> Problem:
    data = {"time": time.core.cut(document.text), "change": change}
    if time.span == time.core and may_end_sentence(document, time.core, change):
        safety = Safety.SUGGESTION
    return Problem(time.core, data, (Fix((replacement(document, time.core, change),), safety),))
