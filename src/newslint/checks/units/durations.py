"""Durations: a time that brackets or an "or" count again in hours, days or years, and not as many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.figures.durations import MINUTES, NAMES, PARTS, UNIT, Duration, duration_at, in_words
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import folded

OPENED = lazy_pattern(
    r"(?: (?!(?:and|or|of|to|in|from|before|after|with|a|per|suspended)(?!\w))[a-z-]+)? ?\((?:(?:or|"
    r"exactly|just|that is,?) )?|"
    r",? or |,? (?:which is )?equal to "
)
# What opens the second time, and how far behind the first figure it may stand.
AGAIN, LONGEST = lazy_pattern(r"\(| or | equal "), 80
ARTICLE = lazy_pattern(rf"(an?) {UNIT}(?: and (?:a|one)[ -](half|quarter))?")
CLOSED = lazy_pattern(r"\)")
SET_OFF = lazy_pattern(r"[,.;)]")
HEDGED = lazy_pattern(
    r"(?<!\w)(?:about|around|nearly|almost|roughly|over|under|more than|less than|up to|at least|some) $"
)
FIRST_LETTERS = frozenset("smhdwfy")
# Months have 28 to 31 days, and four weeks or more: what crosses them is rounded.
CALENDAR = ("mo", "ye")
EXACTLY, ROUGHLY = Fraction(1, 50), Fraction(12, 100)
# Further apart than so, two times are two things.
FARTHEST = Fraction(5, 2)


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
        if not AGAIN.search(lower, end, end + LONGEST):
            continue
        one = duration_at(lower, found, index)
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
        return duration_at(lower, found, following)
    article = ARTICLE.match(lower, start)
    if not article:
        return None
    unit = article[2][:2]
    minutes = MINUTES[unit] * (1 + PARTS[article[3]])
    return Duration(Span(*article.span()), minutes, MINUTES[unit] / 4, (unit,))


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
    if len(two.units) > 1 and two.units[0] in ("ho", "hr"):
        return in_words(one.minutes)
    size = MINUTES[two.units[0]]
    name = NAMES[two.units[0]]
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
