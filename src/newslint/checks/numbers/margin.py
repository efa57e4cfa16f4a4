"""Margin: by how much one time or side beat another, where it is not what lies between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

import msgspec

from newslint.checks.numbers.results import Result, results
from newslint.plugin import Check, Document, Problem, Related, Span, Worded, lazy_pattern
from newslint.text.figures.durations import Duration, durations_in, in_words
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at
from newslint.text.words import Met, places_of

# "2:05:12", "14:06", "1:42.10"
CLOCKED = lazy_pattern(
    r"(?<![\w:.,$£€-])([0-9]{1,2}):([0-5][0-9])(?::([0-5][0-9]))?(\.[0-9]{1,2})?(?![\w:]|,[0-9]|-[0-9])"
)
# "23 seconds" + " ahead of", "three minutes" + " outside the record of"
WAY = Worded(r" {words-of-margins}(?!\w)")
HEDGED = lazy_pattern(
    r"(?<!\w)(?:about|around|nearly|almost|roughly|over|under|than|up to|at least|some|"
    r"just over|just under|within) $"
)
# A third runner's, or hours of the day.
OTHER = lazy_pattern(
    r"(?<!\w)(?:[ap]\.?m|gmt|et|o'clock|local time|schedule|respectively|half-?time|lap|laps)(?!\w)"
)
UNITS = frozenset(("se", "mi", "ho", "hr"))
MINUTE, HALF_SECOND = 60, Fraction(1, 120)
CLAUSE = lazy_pattern(r";|(?<!\w)(?:while|but|and)(?!\w)")


class Clocked(msgspec.Struct, frozen=True):
    """A time that somebody took, in minutes; of two figures the first is of minutes."""

    span: Span
    minutes: Fraction
    parts: int


class Margin(Check, frozen=True):
    """Reports margins that are not the difference of the two times, or of the votes, beside them."""

    starts: ClassVar = (Met(("words-of-margins",)),)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "sum": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the margins that the times or the votes do not make."""
        cues = places_of(document, "words-of-margins")
        for sentence in sorted({sentence_at(document, place) for place in cues}):
            margins = _margins(document, sentence)
            times = _times(document, sentence, margins) if len(margins) == 1 else []
            if len(times) == 2 and not _agrees(margins[0], *times):
                yield _problem(document, margins[0], *times)
            for result in results(document, sentence):
                if not result.agrees:
                    yield _of_result(document, result)


def _margins(document: Document, sentence: Span) -> Sequence[Duration]:
    """Return the lengths of time with a word of margins behind them."""
    lower, way = document.view(folded), WAY.of(document)
    return [
        each
        for each in durations_in(document, sentence)
        if UNITS.issuperset(each.units) and way.match(lower, each.span.end) and not _is_rough(lower, each)
    ]


def _is_rough(lower: str, told: Duration) -> bool:
    return HEDGED.search(lower, max(0, told.span.start - 12), told.span.start) is not None


def _times(document: Document, sentence: Span, margins: Sequence[Duration]) -> list[Clocked]:
    """Return the two times of the sentence, or the one in it and the one of the sentence before."""
    lower = document.view(folded)
    found = [] if OTHER.search(lower, sentence.start, sentence.end) else _clocked(document, sentence, margins)
    if len(found) == 1 and sentence.start > 1 and lower[sentence.start - 1] == " ":
        before = sentence_at(document, sentence.start - 2)
        earlier = _clocked(document, before, ())
        return (
            [*earlier, *found]
            if len(earlier) == 1 and not OTHER.search(lower, before.start, before.end)
            else []
        )
    between = Span(margins[0].span.end, found[1].span.start) if len(found) == 2 else sentence
    apart = between.start < between.end and CLAUSE.search(lower, between.start, between.end)
    return [] if apart and len(found) == 2 else found


def _clocked(document: Document, sentence: Span, margins: Sequence[Duration]) -> list[Clocked]:
    lower = document.view(folded)
    figures = [_read(match) for match in CLOCKED.finditer(lower, sentence.start, sentence.end)]
    told = [
        Clocked(each.span, each.minutes, 3)
        for each in durations_in(document, sentence)
        if len(each.units) > 1 and each not in margins and UNITS.issuperset(each.units)
    ]
    return sorted((*figures, *told), key=lambda time: time.span)


def _read(match: re.Match[str]) -> Clocked:
    first, second, third = int(match[1]), int(match[2]), match[3]
    point = Fraction(match[4] or 0)
    if third:
        return Clocked(
            Span(*match.span()), Fraction(first * MINUTE + second) + (int(third) + point) / MINUTE, 3
        )
    return Clocked(Span(*match.span()), first + (second + point) / MINUTE, 2)


def _agrees(margin: Duration, one: Clocked, two: Clocked) -> bool:
    """Tell whether the margin is the difference, to its last digit."""
    # "9:15" may be an hour of the day as well.
    if one.parts != two.parts or (one.parts == 2 and "se" not in margin.units):
        return True
    apart = abs(one.minutes - two.minutes)
    # A margin in tenths is of times in tenths; others are cut to the second.
    slack = margin.slack * 2 if margin.slack < HALF_SECOND else max(margin.slack, HALF_SECOND * 2)
    return abs(apart - margin.minutes) <= slack


def _problem(document: Document, margin: Duration, one: Clocked, two: Clocked) -> Problem:
    longer, shorter = sorted((one, two), key=lambda time: time.minutes, reverse=True)
    told = [time.span.cut(document.text) for time in (longer, shorter)]
    apart = in_words(longer.minutes - shorter.minutes)
    return Problem(
        margin.span,
        {"given": margin.span.cut(document.text), "sum": f"{told[0]} − {told[1]} = {apart}"},
        related=(Related(one.span), Related(two.span)),
    )


def _of_result(document: Document, result: Result) -> Problem:
    more, less = sorted(result.figures, reverse=True)
    told = {"given": result.margin.span.cut(document.text), "sum": f"{more:,} − {less:,} = {more - less:,}"}
    return Problem(result.margin.span, told, related=(Related(result.score),))
