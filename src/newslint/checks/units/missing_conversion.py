"""Missing conversion: measures that a part of the readers cannot picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.units.candidates import LEAST
from newslint.checks.units.rounding import figure, kept_place, to_place
from newslint.checks.units.set_measures import is_set_measure
from newslint.checks.units.temperature import may_be_difference
from newslint.checks.units.wording import lowered, with_unit
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, Worded
from newslint.text.figures.conversions import Conversion, Form, conversions
from newslint.text.figures.measures import Join, Measure, measures
from newslint.text.figures.numbers import Number
from newslint.text.figures.units import Unit, unit_table
from newslint.text.flat import folded

DIMENSIONS = frozenset({"length", "area", "volume", "mass", "speed", "temperature"})
SHAPE = Worded(r"[ -](?:{shape-adjectives}|square)(?!\w)")
MILLION = 1_000_000


class MissingConversion(Check, frozen=True):
    """Reports the first mention of a unit of the given systems that has no conversion."""

    starts: ClassVar = (measures,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"measure": None, "expected": None}

    systems: Annotated[
        tuple[str, ...], Meta(description="Systems to convert: metric, customary, imperial.")
    ] = (
        "metric",
        "customary",
        "imperial",
    )

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the measures whose unit is met for the first time, and left alone."""
        pairs = document.view(conversions)
        paired = {part.span for pair in pairs for part in (pair.original, pair.converted)}
        known = {unit.key for pair in pairs for unit in (*pair.original.readings, *pair.converted.readings)}
        for measure in document.view(measures):
            unit = measure.readings[0]
            if unit.key in known or measure.span in paired or not self._asks_for(document, measure):
                continue
            kinds = _kinds(document, measure)
            into = _known_unit(document, measure)
            if len(kinds) == 1 and into:
                known.add(unit.key)
                yield _problem(document, measure, into, difference=kinds[0])

    def _asks_for(self, document: Document, measure: Measure) -> bool:
        table = document.lexicon.view(unit_table)
        unit = measure.readings[0]
        return (
            unit.system in self.systems
            and table.dimension(unit) in DIMENSIONS
            and bool(unit.usual)
            and measure.join in (Join.NONE, Join.RANGE)
            and not measure.unsure
            and len(measure.readings) == 1
            and not _is_money(measure)
            and not is_set_measure(document, measure)
        )


def _kinds(document: Document, measure: Measure) -> tuple[bool, ...]:
    """Return whether degrees are a difference; both where the copy does not tell."""
    if measure.readings[0].dimension != "temperature":
        return (False,)
    alone = Conversion(measure, measure, Form.BRACKET, approximate=False)
    table = document.lexicon.view(unit_table)
    largest = max(abs(number.value) for number in measure.amounts)
    return may_be_difference(document, alone, degrees=largest * table.size(measure.readings[0]))


def _is_money(measure: Measure) -> bool:
    """Tell pounds that may be sterling: millions of them."""
    return measure.readings[0].key == "pound" and measure.amounts[-1].value >= MILLION


def _known_unit(document: Document, measure: Measure) -> Unit | None:
    """Return the first usual unit with a figure that a reader pictures: a milligram is 0.000035 ounces."""
    table, unit = document.lexicon.view(unit_table), measure.readings[0]
    largest = max(abs(number.value) for number in measure.amounts)
    units = (table.units[key] for key in unit.usual)
    # Of degrees, also a few are pictured.
    pictured = (
        into
        for into in units
        if unit.dimension == "temperature" or not largest or table.converted(largest, unit, into) >= LEAST
    )
    return next(pictured, None)


def _problem(document: Document, measure: Measure, into: Unit, *, difference: bool) -> Problem:
    table, unit = document.lexicon.view(unit_table), measure.readings[0]
    convert = table.difference if difference else table.converted
    exact = [convert(number.value, unit, into) for number in measure.amounts]
    pairs = zip(measure.amounts, exact, strict=True)
    place = max((_place(number, value, into) for number, value in pairs), default=0)
    values = tuple(to_place(value, place) for value in exact)
    expected = lowered(with_unit(document, measure, into, beside=measure, values=values))
    shape = SHAPE.of(document).match(document.view(folded), measure.span.end)
    end = shape.end() if shape else measure.span.end
    insertion = Edit(Span(end, end), f" ({expected})")
    return Problem(
        measure.span,
        {"measure": measure.span.cut(document.text), "expected": expected},
        (Fix((insertion,), Safety.UNSAFE),),
    )


def _place(number: Number, exact: Fraction, into: Unit) -> int:
    """Return the decimals that say as much as the original; degrees are whole."""
    return max(0, number.decimals) if into.dimension == "temperature" else kept_place(figure(number), exact)
