"""Doubled units: measures that read as a range or a list, and are set off as a conversion is."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, lazy_pattern
from newslint.text.figures.conversions import Conversion, Form
from newslint.text.figures.measures import Join, Measure, measure_at, measures
from newslint.text.figures.units import unit_table
from newslint.text.flat import folded

# "80 km – 50 km – from": no range runs down, and none has a dash after it.
DASH = lazy_pattern(r" (?:[–—]|--?) ")
# "120 miles, or 193 miles, from": a list has rounder figures.
COMMA_OR = lazy_pattern(r", or ")
AFTER_DASH = lazy_pattern(r" (?:[–—]|--?) (?!to |and |or |down )[a-z]")
AFTER_COMMA = lazy_pattern(r", [a-z]")
TELLING = 3


def doubled(document: Document) -> tuple[Conversion, ...]:
    """Return the pairs of one unit that are joined in one measure, and can be neither range nor list."""
    return tuple(_doubled(document))


def _doubled(document: Document) -> Iterator[Conversion]:
    for measure in document.view(measures):
        if measure.join not in (Join.RANGE, Join.LIST) or len(measure.amounts) != 2:
            continue
        one, two = (measure_at(document, number) for number in measure.amounts)
        if not (one and two and one.readings == two.readings) or _is_speed(document, one):
            continue
        if _is_set_off(document, one, two):
            yield Conversion(one, two, Form.COMMA_OR, approximate=False, ended=True)


def _is_speed(document: Document, measure: Measure) -> bool:
    """Tell speeds, of which two may be limits: "cut from 80 km/h – 50 km/h – for lorries"."""
    return document.lexicon.view(unit_table).dimension(measure.readings[0]) == "speed"


def _is_set_off(document: Document, one: Measure, two: Measure) -> bool:
    lower, gap = document.view(folded), (one.span.end, two.span.start)
    (first,), (second,) = one.amounts, two.amounts
    if DASH.fullmatch(lower, *gap):
        return first.value > second.value and AFTER_DASH.match(lower, two.span.end) is not None
    telling = max(first.digits, second.digits) >= TELLING
    return (
        telling
        and COMMA_OR.fullmatch(lower, *gap) is not None
        and AFTER_COMMA.match(lower, two.span.end) is not None
    )
