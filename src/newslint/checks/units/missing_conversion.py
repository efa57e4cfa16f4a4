"""Missing conversion: measures that a part of the readers cannot picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.units.rounding import figure, kept_place, to_place
from newslint.checks.units.wording import figure_text, glue_before, is_short, unit_name
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.conversions import conversions
from newslint.text.flat import folded
from newslint.text.measures import Join, Measure, measures
from newslint.text.units import Unit, unit_table

DIMENSIONS = frozenset({"length", "area", "volume", "mass", "speed", "temperature"})
SHAPE = lazy_pattern(r"[ -](?:long|wide|tall|high|deep|thick|square)(?!\w)")
# "the 400m freestyle", "a 155mm shell", "a 6-inch screen", "50 pounds sterling", "from 20 yards".
SET_PHRASE = lazy_pattern(
    r"[ -](?:freestyle|butterfly|backstroke|breaststroke|medley|relay|hurdles|sprint|dash|final|race|event|"
    r"run|walk|record|title|gold|champion\w*|shells?|rounds?|guns?|cannons?|mortars?|howitzers?|pistols?|"
    r"calib\w+|artillery|lens|film|screen|tv|monitor|pizza|heels?|out|line|mark|free|kick|field|putt|pass|"
    r"touchdown|sterling|note|coin|"
    r"an? (?:tonne|ton|barrel|gallon|litre|liter|kilo|kg|head|share|week|month|year|night)|per|club)(?!\w)"
)
MILLION = 1_000_000
IDIOM = lazy_pattern(r"(?:extra|last|every|country|give an?|by an?|square|sea|air|frequent) $")


class MissingConversion(Check, frozen=True):
    """Reports the first mention of a unit of the given systems that has no conversion."""

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
            known.add(unit.key)
            yield _problem(document, measure, unit)

    def _asks_for(self, document: Document, measure: Measure) -> bool:
        table, lower = document.lexicon.view(unit_table), document.view(folded)
        unit = measure.readings[0]
        start, end = measure.span.start, measure.span.end
        return (
            unit.system in self.systems
            and table.dimension(unit) in DIMENSIONS
            and bool(unit.usual)
            and measure.join in (Join.NONE, Join.RANGE)
            and not measure.unsure
            and len(measure.readings) == 1
            and not _is_money(measure)
            and not SET_PHRASE.match(lower, end)
            and not IDIOM.search(lower[max(0, start - 10) : start])
        )


def _is_money(measure: Measure) -> bool:
    """Tell pounds that may be sterling: millions of them."""
    return measure.readings[0].key == "pound" and measure.amounts[-1].value >= MILLION


def _problem(document: Document, measure: Measure, unit: Unit) -> Problem:
    table = document.lexicon.view(unit_table)
    into = table.units[unit.usual[0]]
    exact = [table.converted(number.value, unit, into) for number in measure.amounts]
    pairs = zip(measure.amounts, exact, strict=True)
    place = max((kept_place(figure(number), value) for number, value in pairs if value > 0), default=0)
    expected = _written(document, measure, into, [to_place(value, place) for value in exact])
    shape = SHAPE.match(document.view(folded), measure.span.end)
    end = shape.end() if shape else measure.span.end
    insertion = Edit(Span(end, end), f" ({expected})")
    return Problem(
        measure.span,
        {"measure": measure.span.cut(document.text), "expected": expected},
        (Fix((insertion,), Safety.UNSAFE),) if all(value > 0 for value in exact) else (),
    )


def _written(document: Document, measure: Measure, into: Unit, values: list[Fraction]) -> str:
    """Write the conversion as the measure is written: hyphened, abbreviated, with its magnitude."""
    figures = [
        figure_text(document, number, value) for number, value in zip(measure.amounts, values, strict=True)
    ]
    old = measure.named.cut(document.text)
    glue = document.text[measure.amounts[-1].span.end : measure.named.start]
    plural = "-" not in glue and values[-1] != 1
    name = unit_name(into, like=old, short=is_short(old), plural=plural)
    if "-" in glue:
        return f"{'-'.join(figures)}-{name.replace(' ', '-')}"
    return f"{'-'.join(figures)}{glue_before(name, glue)}{name}"
