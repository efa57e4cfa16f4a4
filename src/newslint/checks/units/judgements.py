"""Judgements: how well the conversions of a story fit, each under the reading that suits it best."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.units.rounding import (
    USUAL,
    Degree,
    Figure,
    degree,
    figure,
    kept_place,
    spare_digits,
    to_place,
)
from newslint.checks.units.temperature import may_be_difference, point_degree
from newslint.plugin import Document, Lexicon, lazy_pattern
from newslint.text.conversions import Conversion, Form, conversions
from newslint.text.flat import flat
from newslint.text.measures import Join, Measure
from newslint.text.numbers import Number
from newslint.text.units import Unit, UnitTable, unit_table

# How far off the figures may be before a pair in a firm form needs a slip that explains it, and before one
# in a weak form is taken for two things, not one said twice.
FIRM = {Form.COMMA_OR: Fraction(3, 5), Form.SLASH: Fraction(3, 5)}
WEAK = {
    Form.LOOSE: Fraction(1, 4),
    Form.OR: Fraction(1, 5),
    Form.COMMA: Fraction(1, 20),
    Form.DASH: Fraction(1, 10),
}
DOTTED = lazy_pattern(r"[1-9][0-9]{0,2}\.[0-9]{3}")
# Up to how many of the smaller unit a compound may be of a body, and how far off it may then be.
BODY = {"inch": (108, Fraction(1)), "pound": (560, Fraction(3, 2)), "ounce": (240, Fraction(3, 2))}
# A temperature of four figures is rounded like a length.
LONG = 1000
SPACED = lazy_pattern(r"[0-9]{1,3}(?: [0-9]{3})+")


class Comparison(msgspec.Struct, frozen=True):
    """One figure against the one it was converted from: *exact* in its own unit, *back* in the other's.

    A *point* is one on the scale of temperatures, which has no factor.
    """

    original: Figure
    converted: Figure
    exact: Fraction
    back: Fraction
    point: bool = False

    @property
    def off(self) -> Fraction:
        """Return how far off the converted figure is, as a share of the exact one."""
        return abs(self.converted.value - self.exact) / abs(self.exact) if self.exact else Fraction(0)

    @property
    def needed_place(self) -> int:
        """Return the decimals that say as much as the original does."""
        if self.point and abs(self.exact) < LONG:
            return max(0, self.original.decimals)
        return kept_place(self.original, self.exact)


class Meant(msgspec.Struct, frozen=True):
    """A unit that must have been meant, for the original or the converted half.

    It makes the pair right as it is printed, unless the *figures* are wrong as well.
    """

    unit: Unit
    original: bool = False
    figures: bool = False


class Judgement(msgspec.Struct, frozen=True):
    """A conversion, the units it is read in, its figures compared and how far they are from fair."""

    conversion: Conversion
    unit: Unit
    into: Unit
    comparisons: tuple[Comparison, ...]
    degree: Degree
    difference: bool = False
    meant: Meant | None = None

    @property
    def off(self) -> Fraction:
        """Return how far the worst figure is off."""
        return max(comparison.off for comparison in self.comparisons)


def judgements(document: Document) -> tuple[Judgement, ...]:
    """Return the judgements of every pair of measures that is a conversion."""
    found = (judgement(document, conversion) for conversion in document.view(conversions))
    return tuple(each for each in found if each)


def judgement(document: Document, conversion: Conversion) -> Judgement | None:
    """Judge a conversion under the reading that suits it best; None where no reading makes it one."""
    table = document.lexicon.view(unit_table)
    found = [each for pair in readings(conversion, table) for each in judged(document, conversion, *pair)]
    if not found:
        return None
    best = min(found, key=lambda each: (each.degree, each.off))
    return best if _is_conversion(best) and not _is_set_otherwise(document, best) else None


def readings(conversion: Conversion, table: UnitTable) -> Iterator[tuple[Unit, Unit]]:
    """Yield the units that two measures may be in; a word said twice is one unit, unless it is degrees."""
    left, right = conversion.original.readings, conversion.converted.readings
    if left == right and left[0].dimension != "temperature":
        return
    for unit in _units(conversion.original):
        for into in _units(conversion.converted):
            if unit != into and table.dimension(unit) == table.dimension(into):
                yield unit, into


def compared(
    conversion: Conversion, unit: Unit, into: Unit, table: UnitTable, *, difference: bool = False
) -> tuple[Comparison, ...]:
    """Compare the figures of a conversion, read in two units of one dimension."""
    convert = table.difference if difference else table.converted
    point = unit.zero != "0" and not difference
    return tuple(
        Comparison(left, right, convert(left.value, unit, into), convert(right.value, into, unit), point)
        for left, right in _figures(conversion, table)
    )


def _units(measure: Measure) -> tuple[Unit, ...]:
    """Return what the figure of a measure counts: in a compound, its smaller unit."""
    return (measure.part,) if measure.part else measure.readings


def _figures(conversion: Conversion, table: UnitTable) -> tuple[tuple[Figure, Figure], ...]:
    if Join.COMPOUND in (conversion.original.join, conversion.converted.join):
        left, right = _totals(conversion.original, table), _totals(conversion.converted, table)
        return tuple(zip(left, right, strict=True)) if len(left) == len(right) else ()
    return tuple((figure(left), figure(right)) for left, right in conversion.figures)


def _totals(measure: Measure, table: UnitTable) -> tuple[Figure, ...]:
    """Return the amounts of a measure, those of compounds in the smaller unit."""
    if not measure.part:
        return tuple(map(figure, measure.amounts))
    whole = next(unit for unit in measure.readings if unit.part == measure.part.key)
    return tuple(
        # Sports measure to a quarter of an inch, which is no finer than a half.
        Figure(
            table.converted(first.value, whole, measure.part) + second.value,
            min(1, max(0, second.decimals)),
        )
        for first, second in zip(measure.amounts[::2], measure.amounts[1::2], strict=True)
    )


def judged(document: Document, conversion: Conversion, unit: Unit, into: Unit) -> Iterator[Judgement]:
    """Judge a conversion in two units, as points and as differences where it may be either."""
    table = document.lexicon.view(unit_table)
    for difference in _differences(document, conversion, unit, table):
        comparisons = compared(conversion, unit, into, table, difference=difference)
        if comparisons:
            worst = max(
                _degree(conversion, each, unit=unit, into=into, lexicon=document.lexicon)
                for each in comparisons
            )
            if worst is Degree.PRECISE and not _all_precise(comparisons, approximate=conversion.approximate):
                worst = Degree.FAIR
            # Within a system the figures are exact: an acre has 43,560 square feet.
            if worst in (Degree.PRECISE, Degree.MIRRORED) and unit.system == into.system:
                worst = Degree.FAIR
            yield Judgement(conversion, unit, into, comparisons, worst, difference)


def _all_precise(comparisons: tuple[Comparison, ...], *, approximate: bool) -> bool:
    """Tell whether a range is too fine even at the place that its finest end needs."""
    needed = max(each.needed_place for each in comparisons)
    finest = max(comparisons, key=lambda each: each.converted.decimals)
    spare = spare_digits(finest.original, finest.converted, approximate=approximate)
    return finest.converted.decimals - needed >= spare


def _differences(
    document: Document, conversion: Conversion, unit: Unit, table: UnitTable
) -> tuple[bool, ...]:
    if unit.dimension != "temperature":
        return (False,)
    largest = max(abs(number.value) for number in conversion.original.amounts)
    return may_be_difference(document, conversion, degrees=largest * table.size(unit))


def _degree(conversion: Conversion, found: Comparison, *, unit: Unit, into: Unit, lexicon: Lexicon) -> Degree:
    if found.point:
        return point_degree(
            found.original, found.converted, exact=found.exact, back=found.back,
            approximate=conversion.approximate, coarse=into.key == "Fahrenheit",
        )  # fmt: skip
    by_rule = degree(
        found.original, found.converted, exact=found.exact, back=found.back,
        approximate=conversion.approximate, hedge=conversion.hedge,
    )  # fmt: skip
    if by_rule > Degree.FAIR and _is_by_stylebook(found, unit, into, lexicon):
        return Degree.FAIR
    return by_rule if conversion.approximate else _of_parts(conversion, found, by_rule)


def _of_parts(conversion: Conversion, found: Comparison, by_rule: Degree) -> Degree:
    """Judge a person's height or weight in two units, which is told to the smaller: "6ft 3in (1.83m)"."""
    for measure, small, off, other, meant in (
        (conversion.original, found.original.value, abs(found.original.value - found.back),
         found.converted, found.exact),
        (conversion.converted, found.converted.value, abs(found.converted.value - found.exact),
         found.original, found.back),
    ):  # fmt: skip
        most, slack = BODY.get(measure.part.key, (0, 0)) if measure.part else (0, 0)
        if small <= most and by_rule in (Degree.FAIR, Degree.LOOSE, Degree.ROUNDED):
            fair = off <= slack or other.value == to_place(meant, max(0, other.decimals))
            return Degree.FAIR if fair else Degree.WRONG
    return by_rule


def _is_by_stylebook(found: Comparison, unit: Unit, into: Unit, lexicon: Lexicon) -> bool:
    """Tell whether the figure was reached with a coarse factor that a stylebook prints."""
    factors = lexicon.view(coarse_factors).get((unit.key, into.key), ())
    return any(found.original.value * factor == found.converted.value for factor in factors)


def _is_of_one_system(found: Judgement) -> bool:
    """Tell whether nobody would convert the one unit into the other, as kilometers into meters."""
    return found.unit.system == found.into.system and found.into.key not in found.unit.usual


class CoarseFactor(msgspec.Struct, frozen=True):
    """The factors for quick conversions between two units."""

    unit: str
    into: str
    factors: tuple[str, ...]


def coarse_factors(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Fraction, ...]]:
    """Return the coarse factors by the keys of their units."""
    rows = lexicon.records("coarse-factors", CoarseFactor)
    return {(row.unit, row.into): tuple(map(Fraction, row.factors)) for row in rows}


def _is_conversion(found: Judgement) -> bool:
    """Tell whether a pair says one thing twice; figures far apart in a weak form are two things."""
    if found.degree < Degree.ROUNDED:
        return True
    if _is_of_one_system(found):
        return False
    if found.conversion.converted.unsure and _stands_apart(found):
        return False
    trust = WEAK.get(found.conversion.form)
    return trust is None or found.off <= trust


def _is_set_otherwise(document: Document, found: Judgement) -> bool:
    """Tell whether the figures fit where one is read as other countries, or as other copy, may set it."""
    if found.degree < Degree.ROUNDED:
        return False
    return any(
        abs(right - each.exact * left / each.original.value) <= USUAL * right
        for (first, second), each in zip(found.conversion.figures, found.comparisons, strict=False)
        if each.original.value
        for left in (each.original.value, *_otherwise(document, first))
        for right in (each.converted.value, *_otherwise(document, second))
        if (left, right) != (each.original.value, each.converted.value)
    )


def _otherwise(document: Document, number: Number) -> Iterator[Fraction]:
    """Yield what a figure is worth if "25.000" is 25,000, or if "flight 737 200" is two figures."""
    words = number.span.cut(document.view(flat))
    if DOTTED.fullmatch(words):
        yield number.value * 1000
    if SPACED.fullmatch(words):
        yield number.value % 1000


def needs_slip(found: Judgement) -> bool:
    """Tell whether figures are so far apart for their form that only a known slip makes them a conversion."""
    trust = FIRM.get(found.conversion.form)
    explicit = found.unit.dimension == "temperature" and len(found.conversion.original.readings) == 1
    return trust is not None and found.off > trust and found.meant is None and not explicit


def _stands_apart(found: Judgement) -> bool:
    """Tell whether a bare "in" is more likely a preposition: beside a unit that nobody turns into inches."""
    return found.into.key == "inch" and found.unit.key in ("kilometer", "mile", "yard")
