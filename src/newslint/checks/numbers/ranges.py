"""Ranges: from more to less, or half in words and half with a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, Worded, lazy_pattern
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import flat, folded

SYMBOL = r"(?:[A-Za-z]{0,3}[$£€¥₹])?"
OPENER = lazy_pattern(rf"(?<!\w)(between|from) {SYMBOL}$", re.IGNORECASE)
AND = lazy_pattern(rf" and {SYMBOL}")
DASH = lazy_pattern(rf"(%?) ?[-–] ?({SYMBOL})")
TO = lazy_pattern(rf"(%?) to ({SYMBOL})")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
CLOCK_OR_DATE = lazy_pattern(
    rf" ?(?:[ap]\.?m|o'clock|noon|midnight|gmt|hours|{MONTH}|bc)|[:.]?[0-9]|(?:st|nd|rd|th)(?!\w)|[-/]"
)
COUNTED = Worded(" ?(?:%|{counted-in-ranges})")
# "between 30 and 15 minutes before the start" counts down.
COUNTDOWN = lazy_pattern(r" [a-z]+ (?:before|ago|earlier|from|to go|prior|out)(?!\w)")
YEAR = lazy_pattern(r"(?:1[5-9]|20)[0-9]{2}")
DATE = lazy_pattern(rf" {MONTH}[a-z]*|(?:st|nd|rd|th)(?!\w)")
GOES_ON = lazy_pattern(r"[^.\n]{0,30} to (?:[$£€¥]|[0-9])")
DASHES = ("-", "–", "/")
CLOCK = 24


class Fault(StrEnum):
    """What may be wrong with a range."""

    ORDER = "order"
    FORM = "form"


class Ranges(Check, frozen=True):
    """Reports ranges after "between" and "from" with one fault."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "range": None, "opener": None, "joiner": None, "expected": None,
    }  # fmt: skip

    fault: Annotated[Fault, Meta(description="Which fault to report.")]

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the ranges with this fault. Those of years and days are left to the calendar's rules."""
        lower = document.view(folded)
        search = _out_of_order if self.fault is Fault.ORDER else _half_dashed
        for first, second in pairwise(document.view(numbers)):
            before = lower[max(0, first.span.start - 16) : first.span.start]
            opener = OPENER.search(before) if "between" in before or "from" in before else None
            if opener and not (YEAR.fullmatch(first.words) and not first.money):
                yield from search(document, first, second, opener[1])


def _out_of_order(document: Document, first: Number, second: Number, opener: str) -> Iterator[Problem]:
    """Report "between 50 and 30", unless it may be hours, dates or a pair of names."""
    lower = document.view(folded)
    if opener != "between" or not AND.fullmatch(lower, first.span.end, second.span.start):
        return
    small = first.value <= CLOCK and second.value <= CLOCK and not (first.money or second.money)
    if CLOCK_OR_DATE.match(lower, second.span.end) or (
        small and not COUNTED.of(document).match(lower, second.span.end)
    ):
        return
    if COUNTDOWN.match(lower, second.span.end):
        return
    if first.value > second.value and first.money == second.money and first.magnitude == second.magnitude:
        left, right = _with_symbol(first), _with_symbol(second)
        edits = (Edit(left, right.cut(document.text)), Edit(right, left.cut(document.text)))
        expected = f"{right.cut(document.text)} and {left.cut(document.text)}"
        yield _problem(document, first, second, opener, Fix(edits, Safety.UNSAFE), expected)


def _half_dashed(document: Document, first: Number, second: Number, opener: str) -> Iterator[Problem]:
    """Report "between 5-10" and "between 5 to 10"; a score, odds or a range that itself moves stays."""
    text, lower, end = document.view(flat), document.view(folded), second.span.end
    # The dash before a second figure that has a space before it is read as its sign.
    dash = Span(first.span.end, second.span.start + second.negative)
    match = DASH.fullmatch(text, dash.start, dash.end)
    if not match and opener == "between" and not CLOCK_OR_DATE.match(lower, end):
        match = TO.fullmatch(lower, dash.start, dash.end)
    if not match or text[end : end + 1] in DASHES:
        return
    if DATE.match(lower, end):
        return
    if opener == "from" and (not COUNTED.of(document).match(lower, end) or GOES_ON.match(text, end)):
        return
    joiner = " and " if opener == "between" else " to "
    joined = f"{match[1]}{joiner}{match[2]}"
    fix = Fix((Edit(dash, joined),), Safety.SAFE)
    expected = f"{_with_symbol(first).cut(document.text)}{joined}{text[dash.end : end]}"
    yield _problem(document, first, second, opener, fix, expected)


def _problem(
    document: Document, first: Number, second: Number, opener: str, fix: Fix, expected: str
) -> Problem:
    span = _with_symbol(first).joined(second.span)
    words = {"range": span.cut(document.text), "opener": opener, "expected": expected}
    return Problem(span, {**words, "joiner": "and" if opener == "between" else "to"}, (fix,))


def _with_symbol(number: Number) -> Span:
    """Return the place of a number with its currency mark."""
    return Span(number.span.start - number.money, number.span.end)
