"""Changes: what rose or fell from one figure to another, by so many per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from newslint.checks.numbers.figures import is_date
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.figures.number_words import LARGE
from newslint.text.figures.numbers import Number, numbers, numbers_in, percent_end
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at

ROUGHLY = (
    "about|around|nearly|almost|roughly|some|approximately|more than|less than|over|under|at least|up to"
)
HEDGE = rf"(?:(?:{ROUGHLY}|just|only|a) )*"
SYMBOL = r"(?:[a-z]{0,3}[$£€¥₹]|rs\.? ?)?"
# "from a record 40", "from the current $1,000"
QUALIFIED = (
    r"(?:(?:a|an|the|its|their|his|her) )?"
    r"(?:{qualities-of-figures} )?(?:of )?"
)
AFTER_FROM = Worded(rf"(?<!\w)from {QUALIFIED}{HEDGE}{SYMBOL}$")
AFTER_TO = Worded(rf"(?<!\w)to {QUALIFIED}{HEDGE}{SYMBOL}$")
MOVED = Worded(r"(?<!\w){moving-words}(?!\w)")
APART = 60
CLAUSE = lazy_pattern(
    r";|(?<!\w)(?:while|as|when|where(?:as)?|but|and|then|with|after|before|which|who|than)(?!\w)"
)
SHARE_AFTER = Worded(r" (?:of|{share-words})(?!\w)")
ROUGH = lazy_pattern(rf"(?:{ROUGHLY}) $")
# "was $80m, down 30% from $100m": the way to the per cent, and from there to the figure before.
WAY = "{ways-of-change}|an? {change-nouns} of"
TO_PERCENT = Worded(rf"(?: [a-z'-]+){{0,6}},? (?:or )?(?:{WAY}) (?:by )?{HEDGE}")
TO_BEFORE = Worded(rf"[,)]? (?:from|on|compared (?:with|to)|against) {QUALIFIED}{HEDGE}{SYMBOL}")


class Change(msgspec.Struct, frozen=True):
    """A change from one figure to another, and the per cent that copy gives it, at *span*."""

    span: Span
    percent: Number
    before: Number
    after: Number
    of_percents: bool
    rough: bool

    @property
    def figures(self) -> tuple[Fraction, Fraction]:
        """Return the two figures; "from 40 to 50 million" is from 40 million."""
        first, second = self.before.value, self.after.value
        magnitudes = [_magnitude(number) for number in (self.before, self.after)]
        if magnitudes[1] and not magnitudes[0] and self.before.value < 1000:
            first *= magnitudes[1]
        if magnitudes[0] and not magnitudes[1] and self.after.value < 1000:
            second *= magnitudes[0]
        return first, second


def changes(document: Document) -> tuple[Change, ...]:
    """Return the changes of the text that give a per cent and both figures, in one sentence each."""
    spans = {}
    for number in document.view(numbers):
        if percent_end(document, number):
            sentence = sentence_at(document, number.span.start)
            spans[sentence.start] = sentence
    return tuple(change for span in spans.values() for change in _changes(document, span))


def _changes(document: Document, sentence: Span) -> Iterator[Change]:
    lower = document.view(folded)
    if not MOVED.of(document).search(lower, sentence.start, sentence.end):
        return
    found = [number for number in numbers_in(document, sentence) if not is_date(lower, number)]
    yield from _down_from(document, found)
    pairs = list(_pairs(document, found))
    if len(pairs) != 1:
        return
    before, after = pairs[0]
    of_percents = percent_end(document, before), percent_end(document, after)
    percents = [each for each in found if each not in (before, after) and percent_end(document, each)]
    if len(percents) != 1 or (of_percents[1] is None and of_percents[0] is not None):
        return
    percent, end = percents[0], percent_end(document, percents[0]) or 0
    if (
        _is_apart(lower, percent, before, after)
        or SHARE_AFTER.of(document).match(lower, end)
        or before.money != after.money
    ):
        return
    rough = ROUGH.search(lower[max(0, percent.span.start - 16) : percent.span.start]) is not None
    yield Change(Span(percent.span.start, end), percent, before, after, of_percents[1] is not None, rough)


def _down_from(document: Document, found: Sequence[Number]) -> Iterator[Change]:
    """Yield "was $80m, down 30% from $100m", whose per cent stands between the figures."""
    lower = document.view(folded)
    for after, percent, before in zip(found, found[1:], found[2:], strict=False):
        end = percent_end(document, percent)
        if end is None or after.money != before.money:
            continue
        start = percent_end(document, after) or after.span.end
        way = TO_PERCENT.of(document).fullmatch(lower, start, percent.span.start)
        of_percents = percent_end(document, after) is not None
        alike = of_percents is (percent_end(document, before) is not None)
        if way and alike and TO_BEFORE.of(document).fullmatch(lower, end, before.span.start):
            rough = ROUGH.search(lower, max(0, percent.span.start - 16), percent.span.start) is not None
            yield Change(Span(percent.span.start, end), percent, before, after, of_percents, rough)


def _pairs(document: Document, found: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    lower, before, after = document.view(folded), AFTER_FROM.of(document), AFTER_TO.of(document)
    for first, second in pairwise(found):
        if second.span.start - first.span.end > APART:
            continue
        if _follows(before, lower, first) and _follows(after, lower, second):
            yield first, second
        if _follows(after, lower, first) and _follows(before, lower, second):
            yield second, first


def _follows(pattern: re.Pattern[str], lower: str, number: Number) -> bool:
    return pattern.search(lower[max(0, number.span.start - 40) : number.span.start]) is not None


def _is_apart(lower: str, percent: Number, before: Number, after: Number) -> bool:
    """Tell whether the per cent stands among the figures, far from them or in another clause."""
    start = min(before.span.start, after.span.start)
    end = max(before.span.end, after.span.end)
    if start < percent.span.start < end:
        return True
    gap = (percent.span.end, start) if percent.span.start < start else (end, percent.span.start)
    return gap[1] - gap[0] > APART or CLAUSE.search(lower, *gap) is not None


def _magnitude(number: Number) -> int | None:
    return 10 ** LARGE[number.magnitude] if number.magnitude else None
