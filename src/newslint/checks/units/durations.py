"""Durations: a time that brackets or an "or" count again in hours, days or years, and not as many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import folded

UNIT = r"(seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?)(?!\w)"
NAMED = lazy_pattern(rf"[ -]{UNIT}(?:-(?:long|old))?")
OPENED = lazy_pattern(
    r"(?: (?!(?:and|or|of|to|in|from|before|after|with|a|per|suspended)(?!\w))[a-z-]+)? ?\((?:(?:or|"
    r"exactly|just|that is,?) )?|"
    r",? or |,? (?:which is )?equal to "
)
ARTICLE = lazy_pattern(rf"(an?) {UNIT}(?: and (?:a|one)[ -](half|quarter))?")
MORE = lazy_pattern(r"(?:,? and |,? )(?=[a-z0-9])")
HALF = lazy_pattern(r" and (?:a|one)[ -](half|quarter)")
CLOSED = lazy_pattern(r"\)")
SET_OFF = lazy_pattern(r"[,.;)]")
HEDGED = lazy_pattern(
    r"(?<!\w)(?:about|around|nearly|almost|roughly|over|under|more than|less than|up to|at least|some) $"
)
MINUTES = {
    "se": Fraction(1, 60), "mi": Fraction(1), "ho": Fraction(60), "hr": Fraction(60), "da": Fraction(1440),
    "we": Fraction(10080), "fo": Fraction(20160), "mo": Fraction(43830), "ye": Fraction(525960),
}  # fmt: skip
NAMES = {
    "se": "second", "mi": "minute", "ho": "hour", "hr": "hour", "da": "day",
    "we": "week", "fo": "fortnight", "mo": "month", "ye": "year",
}  # fmt: skip
FIRST_LETTERS = frozenset("smhdwfy")
PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), None: Fraction(0)}
# Months have 28 to 31 days, and four weeks or more: what crosses them is rounded.
CALENDAR = ("mo", "ye")
EXACTLY, ROUGHLY = Fraction(1, 50), Fraction(12, 100)
# Further apart than so, two times are two things.
FARTHEST = Fraction(5, 2)


class Duration(msgspec.Struct, frozen=True):
    """A length of time in minutes, with the slack of its last printed digit."""

    span: Span
    minutes: Fraction
    slack: Fraction
    units: tuple[str, ...]


class DurationPair(msgspec.Struct, frozen=True):
    """Two lengths of time that should be one, what the first is in the second's unit, and the sum of it."""

    original: Span
    converted: Span
    expected: str
    sum: str


def durations_apart(document: Document) -> tuple[DurationPair, ...]:
    """Return the lengths of time that are given again as others."""
    return tuple(_apart(document))


def _apart(document: Document) -> Iterator[DurationPair]:
    lower, found = document.view(folded), document.view(numbers)
    for index, number in enumerate(found):
        end = number.span.end
        # Most numbers have no time behind them.
        if lower[end : end + 1] not in (" ", "-") or lower[end + 1 : end + 2] not in FIRST_LETTERS:
            continue
        one = _duration(lower, found, index)
        opened = OPENED.match(lower, one.span.end) if one else None
        if not (one and opened) or HEDGED.search(lower, max(0, number.span.start - 12), number.span.start):
            continue
        two = _second(lower, found, index, opened.end())
        if two and one.units[0] != two.units[0] and _is_closed(lower, opened, two) and _are_apart(one, two):
            yield DurationPair(one.span, two.span, _expected(one, two), _sum(one, two))


def _second(lower: str, found: tuple[Number, ...], index: int, start: int) -> Duration | None:
    """Return the time that begins at *start*: "3 hours", "an hour and a half"."""
    following = next(
        (at for at in range(index + 1, min(index + 4, len(found))) if found[at].span.start == start), None
    )
    if following is not None:
        return _duration(lower, found, following)
    article = ARTICLE.match(lower, start)
    if not article:
        return None
    unit = article[2][:2]
    minutes = MINUTES[unit] * (1 + PARTS[article[3]])
    return Duration(Span(*article.span()), minutes, MINUTES[unit] / 4, (unit,))


def _duration(lower: str, found: tuple[Number, ...], index: int) -> Duration | None:
    """Return the time that a number opens, with the smaller unit that may follow: "1 hour 40 minutes"."""
    number = found[index]
    named = NAMED.match(lower, number.span.end)
    if not named or number.money or number.value <= 0:
        return None
    unit, end = named[1][:2], named.end()
    minutes, step = number.value * MINUTES[unit], MINUTES[unit] * Fraction(10) ** -max(0, number.decimals)
    half = HALF.match(lower, end)
    if half:
        minutes, end = minutes + PARTS[half[1]] * MINUTES[unit], half.end()
    following = found[index + 1] if index + 1 < len(found) else None
    more = MORE.fullmatch(lower, end, following.span.start) if following else None
    rest = NAMED.match(lower, following.span.end) if following and more else None
    if following and rest and MINUTES[rest[1][:2]] < MINUTES[unit]:
        smaller = rest[1][:2]
        whole = minutes + following.value * MINUTES[smaller]
        return Duration(Span(number.span.start, rest.end()), whole, MINUTES[smaller] / 2, (unit, smaller))
    return Duration(Span(number.span.start, end), minutes, step / 2, (unit,))


def _is_closed(lower: str, opened: re.Match[str], two: Duration) -> bool:
    """Tell whether nothing follows that would make another thing of the second time."""
    closing = CLOSED if "(" in opened[0] else SET_OFF
    return closing.match(lower, two.span.end) is not None and ("(" in opened[0] or opened[0].startswith(","))


def _are_apart(one: Duration, two: Duration) -> bool:
    crossing = bool({*one.units, *two.units} & {*CALENDAR}) and not {one.units[0], two.units[0]} <= {
        *CALENDAR
    }
    share = ROUGHLY if crossing else EXACTLY
    # "18 months (two years)" is rounded; "120 minutes (3 hours)" is not.
    coarse = two.slack if one.minutes % (two.slack * 2) else Fraction(0)
    off = abs(one.minutes - two.minutes)
    near = one.minutes <= FARTHEST * two.minutes and two.minutes <= FARTHEST * one.minutes
    return near and off > coarse + one.slack * bool(len(one.units) > 1) + share * one.minutes


def _expected(one: Duration, two: Duration) -> str:
    size = MINUTES[two.units[0]]
    name = {"se": "second", "mi": "minute", "ho": "hour", "hr": "hour", "da": "day", "we": "week"}.get(
        two.units[0]
    )
    name = name or {"fo": "fortnight", "mo": "month", "ye": "year"}[two.units[0]]
    amount = one.minutes / size
    figure = f"{float(amount):.1f}".removesuffix(".0")
    return f"{figure} {name}" if figure == "1" else f"{figure} {name}s"


def _sum(one: Duration, two: Duration) -> str:
    """Return "120 / 60 = 2"; none of a time in two units."""
    if len(one.units) > 1:
        return ""
    size, into = MINUTES[one.units[0]], MINUTES[two.units[0]]
    sign, times = ("/", into / size) if into > size else ("×", size / into)
    told = [
        f"{float(value):,.4f}".rstrip("0").rstrip(".")
        for value in (one.minutes / size, times, one.minutes / into)
    ]
    return f" ({told[0]} {sign} {told[1]} = {told[2]})"
