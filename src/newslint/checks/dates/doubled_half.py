"""Searches for times whose half of the day is said once more, or is said to be the other."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.calendar.day_parts import DayPart, day_parts
from newslint.text.calendar.times import Time


class Verdict(StrEnum):
    """Whether the words say the half of the day again, or another one."""

    AGAIN = "again"
    AGAINST = "against"


class DoubledHalf(Check, frozen=True):
    """Compares the half of the day with the words beside it."""

    verdict: Annotated[
        Verdict, Meta(description="again: the words say the same half; against: they say the other.")
    ] = Verdict.AGAIN
    starts: ClassVar = (day_parts,)
    supplies: ClassVar = dict.fromkeys(("time", "words"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each time with its half in letters and in words."""
        for part in document.view(day_parts):
            if self.verdict is Verdict.AGAINST and part.told and not part.fits:
                yield _problem(document, part, part.time.core.joined(_words(document, part)))
            elif self.verdict is Verdict.AGAIN and part.behind and part.doubled:
                fixes = () if part.named else (_dropped(document, part),)
                yield _problem(document, part, part.time.core.joined(part.span), *fixes)


def says_again(document: Document, time: Time) -> Span | None:
    """Return the words behind a time that say once more which half of the day it is."""
    again = (part for part in document.view(day_parts) if part.time == time and part.behind and part.doubled)
    return next((part.span for part in again), None)


def _problem(document: Document, part: DayPart, span: Span, *fixes: Fix) -> Problem:
    words = _words(document, part).cut(document.text).strip()
    return Problem(span, {"time": part.time.core.cut(document.text), "words": words}, fixes)


def _words(document: Document, part: DayPart) -> Span:
    """Return the words that name the part of the day; before a time, without what joins them to it."""
    if part.behind:
        return part.span
    return Span(part.span.start, part.span.start + len(part.word))


def _dropped(document: Document, part: DayPart) -> Fix:
    """Drop the words, with the stop behind them where "p.m." has one already."""
    text, words = document.text, part.span
    twice = text[words.start - 1] == "." and text[words.end : words.end + 1] == "."
    return Fix((Edit(Span(words.start, words.end + twice), ""),), Safety.SAFE)
