"""Clock spans: stretches between two times of day, and how long they last by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from newslint.checks.dates.told_lengths import has_cues, told_lengths
from newslint.plugin import Document, Lexicon, Span, lazy_pattern
from newslint.text.calendar.times import Time, times
from newslint.text.figures.durations import Duration
from newslint.text.flat import flat

JOINT = lazy_pattern(r",? (?:to|until|till) | ?[-–—] ?")
# "between " + "9 a.m." + " and " + "noon", "began at " + "9 a.m." + " and ended at " + "noon"
BETWEEN, AND = lazy_pattern(r"\b[Bb]etween $"), lazy_pattern(r" and ")
ENDED = lazy_pattern(
    r"(?: [a-z']+){0,2},? and (?:ended|finished|closed|concluded|went on until|ran until)(?: at)? "
    r"| and (?:will )?(?:ends?|finish(?:es)?|concludes?|runs? until)(?: at)? "
)
UNITS = frozenset(("ho", "hr", "mi"))
HALF_DAY, DAY, HOUR = 720, 1440, 60
SHORT = 5
BOTH_WAYS = frozenset(("noon", "midday", "midnight"))


class ClockSpan(msgspec.Struct, frozen=True):
    """A stretch of the day, a length that is told of it, and what it may last, in minutes."""

    first: Time
    last: Time
    told: Duration
    lasts: tuple[int, ...]

    @property
    def agrees(self) -> bool:
        """Tell whether the length is what lies between the times, rounded as copy rounds hours."""
        return any(abs(self.told.minutes - minutes) <= self.slack for minutes in self.lasts)

    @property
    def slack(self) -> Fraction:
        """Return how far the length may be rounded: hours by less than a half, minutes by one, or by five."""
        if "mi" in self.told.units:
            return Fraction(SHORT if self.told.minutes % SHORT == 0 else 1)
        part = Fraction(1, 2) if self.told.minutes % HOUR == 0 else Fraction(1, 4)
        return part * HOUR - 1


def clock_spans(document: Document) -> tuple[ClockSpan, ...]:
    """Return the stretches between two times of day of which a sentence tells the length."""
    return tuple(_spans(document)) if has_cues(document, document.lexicon.view(_cues)) else ()


def _cues(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.words("words-of-hours"))


def _spans(document: Document) -> Iterator[ClockSpan]:
    for first, last in pairwise(document.view(times)):
        if not _is_stretch(document, first, last) or first.zone not in ("", last.zone):
            continue
        for told in told_lengths(document, Span(first.core.start, last.span.end), UNITS):
            if told.minutes < DAY:
                yield ClockSpan(first, last, told, tuple(_lasting(first, last)))


def _is_stretch(document: Document, first: Time, last: Time) -> bool:
    text = document.view(flat)
    gap = (first.span.end, last.core.start)
    if JOINT.fullmatch(text, *gap) or ENDED.fullmatch(text, *gap):
        return True
    opened = BETWEEN.search(text, max(0, first.core.start - 8), first.core.start)
    return opened is not None and AND.fullmatch(text, *gap) is not None


def _lasting(first: Time, last: Time) -> Iterator[int]:
    """Yield the minutes between two times, over midnight too; both halves of the day where none is told."""
    between = (last.minutes - first.minutes) % DAY
    yield between or DAY
    if not (_is_sure(first) and _is_sure(last)):
        yield (between + HALF_DAY) % DAY or DAY


def _is_sure(time: Time) -> bool:
    """Tell a time with its half of the day, or on a clock of 24 hours, from "9 o'clock"."""
    return bool(time.half) or time.word in BOTH_WAYS or (time.mark != "" and not time.word and time.hour != 0)
