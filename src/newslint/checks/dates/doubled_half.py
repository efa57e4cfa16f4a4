"""Searches for times that say twice which half of the day they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.calendar.times import Time, times
from newslint.text.flat import flat

AGAIN = {
    "am": lazy_pattern(r" in the (?:early )?morning\b"),
    "pm": lazy_pattern(r" (?:in the (?:afternoon|evening)|at night)\b"),
}


class DoubledHalf(Check, frozen=True):
    """Compares the half of the day with the words behind it."""

    supplies: ClassVar = dict.fromkeys(("time", "words"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each time with its half in letters and in words."""
        for time in document.view(times):
            words = says_again(document, time)
            if words:
                yield Problem(
                    span=time.core.joined(words),
                    data={"time": time.core.cut(document.text), "words": words.cut(document.text).strip()},
                    fixes=(Fix((Edit(_with_stop(document, time, words), ""),), Safety.SAFE),),
                )


def says_again(document: Document, time: Time) -> Span | None:
    """Return the words behind a time that say once more which half of the day it is."""
    again = AGAIN[time.half].match(document.view(flat), time.core.end) if time.half else None
    return Span(*again.span()) if again else None


def _with_stop(document: Document, time: Time, words: Span) -> Span:
    """Return the words to drop, with the stop behind them where "p.m." has one already."""
    twice = document.text[time.core.end - 1] == "." and document.text[words.end : words.end + 1] == "."
    return Span(words.start, words.end + twice)
