"""Temperatures: a point on the scale or a difference, as the words round it say."""

from __future__ import annotations

from fractions import Fraction

from newslint.checks.units.rounding import Degree, Figure, to_place
from newslint.plugin import Document, lazy_pattern
from newslint.text.conversions import Conversion
from newslint.text.flat import folded

HEDGES = (
    r"(?:(?:about|around|nearly|almost|roughly|more than|over|under|up to|at least|just|well|below|only|some|"
    r"an? additional|another|an extra|another|as much as|between|the|a|an average of|approximately) )*$"
)
DIFFERENCE_BEFORE = lazy_pattern(
    r"(?<!\w)(?:by|(?:rise|increase|drop|fall|jump|change|difference|swing|gap|spread|anomaly|deviation) of|"
    r"warming(?: limit| target| goal| threshold| cap| level)?s?(?: of the (?:planet|earth|world))? "
    r"(?:to|of|at|by|within|below|under|beyond|above|past|exceeds?|exceeding)|"
    r"rose|risen|fell|fallen|warm(?:ed|s|er)?|cooled|dropped|plunged|soared|jumped|climbed|plummeted) "
    + HEDGES
)
DIFFERENCE_AFTER = lazy_pattern(
    r"[)\],]*,? (?:(?:or more |of )?(?:above|below) (?:the )?(?:pre-?industrial|"
    r"(?:long-term |seasonal |historical |monthly |annual )?(?:average|normal|norm|mean|historical|usual)|"
    r"1[89]\d\d|20th|levels)|(?:warmer|hotter|cooler|colder|higher|lower|of warming|rise|increase|drop|"
    r"difference|jump|swing|warming|target|limit|threshold|goal|ceiling|per|for every|for each)(?!\w))"
)
POINT_BEFORE = lazy_pattern(
    r"(?:temperatures? (?:of|at|above|below|around|near|as high as|as low as|between|reach\w*|hit\w*|"
    r"top\w*|exceed\w*)|(?:highs?|lows?|peak|record) of|reach(?:ed|es|ing)?|hit|hitting|"
    r"topped|heated to|feels? like) " + HEDGES
)
LARGE_DIFFERENCE = 10


def may_be_difference(document: Document, conversion: Conversion, *, degrees: Fraction) -> tuple[bool, ...]:
    """Return the readings that the copy allows: a point (False), a difference (True), or either.

    *degrees* is the larger end as a difference in Celsius.
    """
    lower = document.view(folded)
    start, end = conversion.original.span.start, conversion.converted.span.end
    before = lower[max(0, start - 60) : start]
    if DIFFERENCE_BEFORE.search(before) or DIFFERENCE_AFTER.match(lower, end):
        return (True,)
    if conversion.original.amounts[0].negative or POINT_BEFORE.search(before):
        return (False,)
    return (False,) if degrees >= LARGE_DIFFERENCE else (False, True)


def point_degree(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool, coarse: bool
) -> Degree:
    """Judge a point on the other scale; *coarse* where degrees are Fahrenheit, which are the smaller."""
    off = abs(converted.value - exact)
    fives = converted.value % 5 == 0 or original.value % 5 == 0
    if _is_rounding(converted, exact) or _is_rounding(original, back):
        return _precise(original, converted)
    if off < 1 or (approximate and fives and off <= 3):
        return Degree.LOOSE if off >= Fraction(3, 5) and not fives else Degree.FAIR
    return Degree.ROUNDED if off <= (3 if fives else 2) - (not coarse) else Degree.WRONG


def _is_rounding(figure: Figure, exact: Fraction) -> bool:
    return figure.value == to_place(exact, max(0, figure.decimals))


def _precise(original: Figure, converted: Figure) -> Degree:
    return Degree.PRECISE if converted.decimals >= max(0, original.decimals) + 2 else Degree.FAIR
