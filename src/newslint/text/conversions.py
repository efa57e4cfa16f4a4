"""Conversions: pairs of measures of which the second says the first in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import folded
from newslint.text.measures import Join, Measure, measure_at, measures
from newslint.text.numbers import Number

LONGEST_GAP = 60
HEDGE = (
    r"about|around|roughly|nearly|almost|approximately|approx\.?|some|just|over|under|more than|less than|"
    r"up to|or|i\.e\.,?|that is,?|(?:the )?equivalent (?:to|of)|equals?|a little|slightly|only|at least|"
    r"at most|equal to|which is|that is|not quite|ca\.?|barely|nearer to|the same as|"
    r"a (?:bit|touch|shade|fraction)|"
    r"between|from|close to|well|below|above|of|an? estimated|estimated|as much as|as many as|more or less|"
    r"somewhere|~|≈|=|c\.|circa"
)
LEAD = rf"(?P<lead>(?:(?:{HEDGE}) ?)*)"
SHAPE = (
    r"long|wide|tall|high|deep|thick|away|apart|off|across|broad|square|per \w+|"
    r"in (?:length|height|width|diameter|depth|area|size|weight)|"
    r"an? (?:second|minute|hour|day|year|month|week)"
)
MARK = r"['\"”″]{0,2}\.?"
BRACKET = lazy_pattern(rf"{MARK}(?:[ -](?:{SHAPE})| of [a-z]+(?: [a-z]+)?)?,? ?[(\[] ?{LEAD}")
LOOSE_BRACKET = lazy_pattern(rf"{MARK}(?:[ -][a-z'-]+){{1,4}} ?[(\[] ?{LEAD}")
CHAINED = lazy_pattern(rf"{MARK}(?: ?[,;/] ?(?:or |and )?| or | and ){LEAD}")
COMMA_OR = lazy_pattern(rf"{MARK}, or {LEAD}")
OR = lazy_pattern(rf"{MARK} or {LEAD}")
SLASH = lazy_pattern(rf"{MARK} ?/ ?{LEAD}")
EQUAL = lazy_pattern(
    rf"{MARK},? (?:is |are |which is |= ?)?"
    rf"(?:(?:the )?equivalent (?:to|of)|equal to|equals|=|that is,|i\.e\.,?) {LEAD}"
)
COMMA = lazy_pattern(rf"{MARK}, {LEAD}")
DASH = lazy_pattern(rf"{MARK}(?: [-–—] ?|[–—]){LEAD}")
PER = lazy_pattern(r" (?:per|an?) (\w+)")
CLOSED = lazy_pattern(rf"{MARK}(?:[ -](?:{SHAPE}))* ?(?:[)\];,/]|(?:or|and) | ?[-–—])")
APPROXIMATE = lazy_pattern(
    r"(?:about|around|roughly|nearly|almost|approximately|approx\.?|some|more than|less than|over|under|"
    r"up to|at least|at most|an? estimated|as much as|as many as|fewer than|close to|at around|~|c\.|circa)"
    r"(?: [a-z']+){0,2}[ -]?$"
)
ARTICLE = lazy_pattern(
    r"(?<!\w)an?(?= [a-z. /-]{2,25}(?: tall| high| long| wide| deep)? ?[(\[][a-z ]{0,25}$)"
)


class Form(StrEnum):
    """How copy sets a conversion beside its original."""

    BRACKET = "bracket"
    LOOSE = "loose"
    CHAINED = "chained"
    EQUAL = "equal"
    SLASH = "slash"
    COMMA_OR = "comma-or"
    OR = "or"
    COMMA = "comma"
    DASH = "dash"


class Conversion(msgspec.Struct, frozen=True):
    """A measure and another beside it, where copy puts conversions. *hedge* is what leads the second in.

    The figures are not compared yet: a pair in a weak form may say two things.
    """

    original: Measure
    converted: Measure
    form: Form
    approximate: bool
    hedge: str = ""

    @property
    def span(self) -> Span:
        """Return the pair's place, without a closing bracket."""
        return self.original.span.joined(self.converted.span)

    @property
    def figures(self) -> tuple[tuple[Number, Number], ...]:
        """Return the numbers that belong to each other, end by end; none where their counts differ."""
        left, right = self.original.amounts, self.converted.amounts
        if Join.COMPOUND in (self.original.join, self.converted.join):
            return ()
        if len(left) == len(right):
            return tuple(zip(left, right, strict=True))
        if self.original.join is Join.LIST and len(right) == 1:
            return ((left[-1], right[0]),)
        return ()


def conversions(document: Document) -> tuple[Conversion, ...]:
    """Return the pairs of the text in order."""
    return tuple(_pairs(document))


def _pairs(document: Document) -> Iterator[Conversion]:
    lower = document.view(folded)
    previous = root = None
    for measure in document.view(measures):
        found = _pair(lower, previous, measure, root) if previous else None
        if not found:
            article = _article(document, lower, measure)
            found = _pair(lower, article, measure, None) if article else None
        if found:
            yield found
        root = found.original if found and found.form in (Form.BRACKET, Form.LOOSE, Form.CHAINED) else None
        previous = measure


def _pair(lower: str, previous: Measure, measure: Measure, root: Measure | None) -> Conversion | None:
    end, start = previous.span.end, measure.span.start
    if start - end > LONGEST_GAP or start < end or _rates_differ(lower, previous, measure):
        return None
    closed = CLOSED.match(lower, measure.span.end) is not None
    if root and (chained := CHAINED.fullmatch(lower, end, start)):
        source = previous if _systems(root) == _systems(measure) else root
        return _made(lower, source, measure, Form.CHAINED if closed else Form.LOOSE, chained)
    for form, pattern in (
        (Form.BRACKET, BRACKET),
        (Form.EQUAL, EQUAL),
        (Form.COMMA_OR, COMMA_OR),
        (Form.OR, OR),
        (Form.SLASH, SLASH),
        (Form.LOOSE, LOOSE_BRACKET),
        (Form.COMMA, COMMA),
        (Form.DASH, DASH),
    ):
        match = pattern.fullmatch(lower, end, start)
        if match:
            loose = form is Form.BRACKET and not closed
            return _made(lower, previous, measure, Form.LOOSE if loose else form, match)
    return None


def _made(lower: str, original: Measure, converted: Measure, form: Form, match: re.Match[str]) -> Conversion:
    before = lower[max(0, original.span.start - 40) : original.span.start]
    hedge = match["lead"].strip()
    approximate = bool(APPROXIMATE.search(before)) or bool(APPROXIMATE.search(hedge))
    return Conversion(original, converted, form, approximate, hedge)


def _rates_differ(lower: str, left: Measure, right: Measure) -> bool:
    """Tell "100 pounds per acre" beside "112 kg per hectare", of which only the first halves are measures."""
    rates = PER.match(lower, left.span.end), PER.match(lower, right.span.end)
    return rates[0] is not None and rates[1] is not None and rates[0][1] != rates[1][1]


def _systems(measure: Measure) -> frozenset[str]:
    return frozenset(unit.system for unit in measure.readings)


def _article(document: Document, lower: str, measure: Measure) -> Measure | None:
    """Return the measure of "a kilometer (0.6 miles)", whose number is an article."""
    start = measure.span.start
    before = lower[max(0, start - LONGEST_GAP) : start]
    if "(" not in before and "[" not in before:
        return None
    matches = list(ARTICLE.finditer(before))
    if not matches:
        return None
    place = start - len(before) + matches[-1].start()
    return measure_at(document, Number(Span(place, place + len(matches[-1][0])), matches[-1][0]))
