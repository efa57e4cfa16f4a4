"""Ranges: from more to less, or half in words and half with a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.flat import flat, folded
from newslint.text.numbers import Number, numbers

SYMBOL = r"(?:[A-Za-z]{0,3}[$£€¥₹])?"
OPENER = lazy_pattern(rf"(?<!\w)(between|from) {SYMBOL}$", re.IGNORECASE)
AND = lazy_pattern(rf" and {SYMBOL}")
DASH = lazy_pattern(rf" ?[-–] ?{SYMBOL}")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
CLOCK_OR_DATE = lazy_pattern(
    rf" ?(?:[ap]\.?m|o'clock|noon|midnight|gmt|hours|{MONTH}|bc)|[:.]?[0-9]|(?:st|nd|rd|th)(?!\w)|[-/]"
)
COUNTED = lazy_pattern(
    r" ?(?:%|percent|per cent|million|billion|people|years|days|months|weeks|hours|minutes|kilomet|miles|km|"
    rf"met(?:er|re)s|feet|tons|tonnes|degrees|{MONTH}[a-z]* )"
)
YEAR = lazy_pattern(r"(?:1[5-9]|20)[0-9]{2}")
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
        """Yield the ranges with this fault."""
        lower = document.view(folded)
        found = document.view(numbers)
        for first, second in pairwise(found):
            opener = OPENER.search(lower[max(0, first.span.start - 16) : first.span.start])
            if opener:
                if self.fault is Fault.ORDER:
                    yield from _out_of_order(document, first, second, opener[1])
                else:
                    yield from _half_dashed(document, first, second, opener[1])


def _out_of_order(document: Document, first: Number, second: Number, opener: str) -> Iterator[Problem]:
    """Report "between 50 and 30", unless it may be hours, dates or a pair of names."""
    lower = document.view(folded)
    if opener != "between" or not AND.fullmatch(lower, first.span.end, second.span.start):
        return
    small = first.value <= CLOCK and second.value <= CLOCK and not (first.money or second.money)
    if CLOCK_OR_DATE.match(lower, second.span.end) or (small and not COUNTED.match(lower, second.span.end)):
        return
    if first.value > second.value and first.money == second.money and first.magnitude == second.magnitude:
        left, right = first.span.cut(document.text), second.span.cut(document.text)
        edits = (Edit(first.span, right), Edit(second.span, left))
        yield _problem(document, first, second, opener, Fix(edits, Safety.UNSAFE), f"{right} and {left}")


def _half_dashed(document: Document, first: Number, second: Number, opener: str) -> Iterator[Problem]:
    """Report "between 5-10" and "from 1996-2001"; a score, odds or a range that itself moves stays."""
    text, lower = document.view(flat), document.view(folded)
    dash = Span(first.span.end, second.span.start)
    if second.negative:
        dash = Span(first.span.end, second.span.start + 1)
    if (
        not DASH.fullmatch(text, dash.start, dash.end)
        or text[second.span.end : second.span.end + 1] in DASHES
    ):
        return
    years = YEAR.fullmatch(first.words) and (YEAR.fullmatch(second.words) or len(second.words) == 2)
    if opener == "from" and not years and not COUNTED.match(lower, second.span.end):
        return
    if opener == "from" and GOES_ON.match(text, second.span.end):
        return
    joiner = " and " if opener == "between" else " to "
    mark = dash.cut(text).strip(" -–")
    century = first.words[:2] if YEAR.fullmatch(first.words) and len(second.words) == 2 else ""
    fix = Fix((Edit(dash, f"{joiner}{mark}{century}"),), Safety.SAFE)
    right = f"{mark}{century}{text[dash.end : second.span.end]}"
    expected = f"{first.span.cut(document.text)}{joiner}{right}"
    yield _problem(document, first, second, opener, fix, expected)


def _problem(
    document: Document, first: Number, second: Number, opener: str, fix: Fix, expected: str
) -> Problem:
    span = first.span.joined(second.span)
    words = {"range": span.cut(document.text), "opener": opener, "expected": expected}
    return Problem(span, {**words, "joiner": "and" if opener == "between" else "to"}, (fix,))
