"""Temperatures: a point on the scale or a difference, as the words round it say."""

from __future__ import annotations

from fractions import Fraction

from newslint.checks.units.grid import on_grid
from newslint.checks.units.rounding import Degree, Figure, rounded, to_place
from newslint.checks.units.temperature_words import CLIMATE, MATTER, patterns
from newslint.plugin import Document
from newslint.text.figures.conversions import Conversion, Form
from newslint.text.flat import folded

LARGE_DIFFERENCE, CARELESS, SMALL_GOAL = 10, 20, 2
# From here on a zero that is off by 32 degrees is lost in the rounding, and from there on in any copy.
HOT, VERY_HOT = 300, 1000
GROSS = Fraction(25, 1000)
COOL_OVEN, HOT_OVEN = 120, 260
POINTS, DIFFERENCES, EITHER = (False,), (True,), (False, True)


def may_be_difference(document: Document, conversion: Conversion, *, degrees: Fraction) -> tuple[bool, ...]:
    """Return the readings that the copy allows: a point (False), a difference (True), or either.

    *degrees* is the larger end as a difference in Celsius.
    """
    if degrees >= VERY_HOT:
        return EITHER
    if conversion.original.amounts[0].negative or not degrees:
        return POINTS
    if degrees < LARGE_DIFFERENCE:
        return _small(document, conversion, degrees=degrees)
    return _large(document, conversion, degrees=degrees)


def _small(document: Document, conversion: Conversion, *, degrees: Fraction) -> tuple[bool, ...]:
    """Read a figure below 10 C, of which both readings are common."""
    words, lower = document.lexicon.view(patterns), document.view(folded)
    before, end = _before(lower, conversion), conversion.converted.span.end
    if words.pledge.search(before) or _is_beyond(document, conversion) or words.beside.match(lower, end):
        return DIFFERENCES
    if words.by.search(before) or words.moved.search(before):
        return EITHER if MATTER.of(document).match(lower, end) else DIFFERENCES
    if words.aim.match(lower, end):
        return DIFFERENCES if degrees <= SMALL_GOAL else EITHER
    if words.point.search(before):
        return POINTS
    return POINTS if words.placed.search(before) and not document.view(_is_on_climate) else EITHER


def _large(document: Document, conversion: Conversion, *, degrees: Fraction) -> tuple[bool, ...]:
    """Read a figure from 10 C on, which is a point unless words of change stand beside it."""
    words, lower = document.lexicon.view(patterns), document.view(folded)
    before, end = _before(lower, conversion), conversion.converted.span.end
    beyond, beside = _is_beyond(document, conversion), words.beside.match(lower, end) is not None
    if words.by.search(before):
        return EITHER if MATTER.of(document).match(lower, end) else DIFFERENCES
    if words.moved.search(before):
        return EITHER
    if words.point.search(before):
        # "It was 35 C (95 F) above average for the month" is careless copy for a point.
        return EITHER if beside or (beyond and degrees > CARELESS) else _only(difference=beyond)
    if beyond:
        return DIFFERENCES
    return EITHER if beside or words.moving.search(before) else POINTS


def _is_on_climate(document: Document) -> bool:
    return CLIMATE.of(document).search(document.view(folded)) is not None


def _only(*, difference: bool) -> tuple[bool, ...]:
    return DIFFERENCES if difference else POINTS


def _before(lower: str, conversion: Conversion) -> str:
    start = conversion.original.span.start
    return lower[max(0, start - 80) : start]


def _is_beyond(document: Document, conversion: Conversion) -> bool:
    """Tell whether words after the pair measure it from another temperature; in brackets, with no comma."""
    words, lower = document.lexicon.view(patterns), document.view(folded)
    bracketed = conversion.form in (Form.BRACKET, Form.LOOSE, Form.CHAINED)
    pattern = words.beyond if bracketed else words.beyond_comma
    return pattern.match(lower, conversion.converted.span.end) is not None


def point_degree(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool, coarse: bool
) -> Degree:
    """Judge a point on the other scale; *coarse* where degrees are Fahrenheit, which are the smaller."""
    off = abs(converted.value - exact)
    if _is_rounding(converted, exact) or _is_rounding(original, back):
        return _precise(original, converted)
    celsius, limit = (original.value, 10) if coarse else (converted.value, 6)
    in_fives = converted.value % 5 == 0 and original.value % 5 == 0
    if in_fives and COOL_OVEN <= celsius <= HOT_OVEN and off <= limit:
        return Degree.FAIR
    if min(original.value, converted.value) >= HOT:
        gross = off <= GROSS * exact or on_grid(converted.value, exact) or on_grid(original.value, back)
        return Degree.FAIR if gross and off <= 2 * GROSS * exact else Degree.WRONG
    return _near(original, converted, exact=exact, back=back, approximate=approximate, coarse=coarse)


def _near(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool, coarse: bool
) -> Degree:
    """Judge a point that is no rounding to its own place: it may be one to fives."""
    off = abs(converted.value - exact)
    if _in_fives(converted, exact) or _in_fives(original, back):
        return Degree.FAIR
    fives = converted.value % 5 == 0 or original.value % 5 == 0
    if off < 1 or (approximate and fives and off <= 3):
        return Degree.LOOSE if off >= Fraction(3, 5) and not fives else Degree.FAIR
    return Degree.ROUNDED if off <= (3 if fives else 2) - (not coarse) else Degree.WRONG


def _in_fives(figure: Figure, exact: Fraction) -> bool:
    return figure.value == rounded(exact, Fraction(5))


def _is_rounding(figure: Figure, exact: Fraction) -> bool:
    return figure.value == to_place(exact, max(0, figure.decimals))


def _precise(original: Figure, converted: Figure) -> Degree:
    return Degree.PRECISE if converted.decimals >= max(0, original.decimals) + 2 else Degree.FAIR
