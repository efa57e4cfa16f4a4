"""Durations: lengths of time in one unit or in several, from seconds to years."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import folded

UNIT = r"(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?)(?!\w)"
NAMED = lazy_pattern(rf"[ -]?{UNIT}(?:-(?:long|old))?")
MORE = lazy_pattern(r",? and |,? ")
HALF = lazy_pattern(r" and (?:a|one)[ -](half|quarter)")
MINUTES = {
    "se": Fraction(1, 60), "mi": Fraction(1), "ho": Fraction(60), "hr": Fraction(60), "da": Fraction(1440),
    "ni": Fraction(1440), "we": Fraction(10080), "fo": Fraction(20160), "mo": Fraction(43830),
    "ye": Fraction(525960),
}  # fmt: skip
NAMES = {
    "se": "second", "mi": "minute", "ho": "hour", "hr": "hour", "da": "day", "ni": "night",
    "we": "week", "fo": "fortnight", "mo": "month", "ye": "year",
}  # fmt: skip
PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), None: Fraction(0)}


class Duration(msgspec.Struct, frozen=True):
    """A length of time in minutes, with the slack of its last printed digit; its units by two letters."""

    span: Span
    minutes: Fraction
    slack: Fraction
    units: tuple[str, ...]


def durations_in(document: Document, span: Span) -> Iterator[Duration]:
    """Yield the times that begin in a span; the "30 minutes" of "2 hours 30 minutes" are no others."""
    lower, found = document.view(folded), document.view(numbers)
    index = bisect_left(found, span.start, key=_start)
    while index < len(found) and found[index].span.start < span.end:
        told = duration_at(lower, found, index)
        if told:
            yield told
        index += len(told.units) if told else 1


def _start(number: Number) -> int:
    return number.span.start


def duration_at(lower: str, found: tuple[Number, ...], index: int) -> Duration | None:
    """Return the time that a number opens, with the smaller units that may follow: "1 hour 40 minutes"."""
    number = found[index]
    named = NAMED.match(lower, number.span.end)
    if not named or number.money or number.value <= 0:
        return None
    unit, end = named[1][:2], named.end()
    minutes, step = number.value * MINUTES[unit], MINUTES[unit] * Fraction(10) ** -max(0, number.decimals)
    half = HALF.match(lower, end)
    if half:
        minutes, end = minutes + PARTS[half[1]] * MINUTES[unit], half.end()
    units = [unit]
    for following in found[index + 1 : index + 3]:
        more = MORE.fullmatch(lower, end, following.span.start)
        rest = NAMED.match(lower, following.span.end) if more else None
        if not rest or MINUTES[rest[1][:2]] >= MINUTES[units[-1]]:
            break
        units.append(rest[1][:2])
        step, end = MINUTES[units[-1]], rest.end()
        minutes += following.value * step
    return Duration(Span(number.span.start, end), minutes, step / 2, tuple(units))


def in_words(minutes: Fraction | int) -> str:
    """Write a length of time below a day in hours, minutes and seconds: "2 hours 30 minutes"."""
    left, told = round(minutes * 60), []
    for name, size in (("hour", 3600), ("minute", 60), ("second", 1)):
        count, left = divmod(left, size)
        if count:
            told.append(f"{count} {name}" if count == 1 else f"{count} {name}s")
    return " ".join(told) or "0 minutes"
