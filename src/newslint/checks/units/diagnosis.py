"""Diagnosis: what went wrong with a converted figure, where one slip explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from fractions import Fraction

import msgspec

from newslint.checks.units.comparing import LONG, Comparison, Judgement, Meant, compared
from newslint.checks.units.rounding import CLOSE, Degree, degree, on_grid, to_place
from newslint.plugin import Lexicon
from newslint.text.figures.units import Unit, UnitTable, unit_table

NAUTICAL = {
    "mile": "nautical mile", "nautical mile": "mile", "knot": "mile per hour", "mile per hour": "knot",
}  # fmt: skip
EXACTLY = Fraction(2, 100)
TOO_FINE = 2


class Slip(StrEnum):
    """A known way to get a conversion wrong."""

    NONE = "none"
    UNIT_KEPT = "unit-kept"
    ENDS_SWAPPED = "ends-swapped"
    INVERSE_FACTOR = "inverse-factor"
    NAUTICAL_MILES = "nautical-miles"
    LINEAR_FACTOR = "linear-factor"
    AS_DIFFERENCE = "as-difference"
    AS_POINT = "as-point"
    TENFOLD = "tenfold"
    DIGITS_SWAPPED = "digits-swapped"
    OTHER_KIND = "other-kind"
    OTHER_UNIT = "other-unit"
    ONE_DIGIT = "one-digit"


# What says nothing about whether two figures belong together.
UNTOLD = (Slip.NONE, Slip.ONE_DIGIT, Slip.OTHER_UNIT)


class Diagnosis(msgspec.Struct, frozen=True):
    """The slip, the figures that were meant where it tells them, and the unit that was meant instead."""

    slip: Slip = Slip.NONE
    figures: tuple[Fraction, ...] = ()
    meant: Meant | None = None


def diagnosis(found: Judgement, lexicon: Lexicon) -> Diagnosis:
    """Return the first slip that explains a wrong conversion."""
    table = lexicon.view(unit_table)
    if found.meant:
        kept = found.degree is Degree.WRONG
        return Diagnosis(Slip.UNIT_KEPT if kept else Slip.OTHER_UNIT, meant=found.meant)
    for slip, explains in EXPLANATIONS:
        if explains(found, table):
            return Diagnosis(slip)
    for meant in _other_kinds(found, table):
        if _reads(found, table, *_with(found, meant)):
            return Diagnosis(Slip.OTHER_KIND, meant=meant)
    figures = _each(found, _with_point_moved)
    if figures:
        return Diagnosis(Slip.TENFOLD, figures)
    figures = _each(found, _with_digits_swapped)
    if figures:
        return Diagnosis(Slip.DIGITS_SWAPPED, figures)
    for unit in _other_units(found, table):
        if _reads(found, table, found.unit, unit):
            return Diagnosis(Slip.OTHER_UNIT, meant=Meant(unit))
    figures = _each(found, _with_one_digit_changed)
    return Diagnosis(Slip.ONE_DIGIT, figures) if figures else Diagnosis()


def is_told(found: Judgement, lexicon: Lexicon) -> bool:
    """Tell whether a slip explains a wrong conversion, of a kind that is no chance."""
    return diagnosis(found, lexicon).slip not in UNTOLD


def _ends_swapped(found: Judgement, table: UnitTable) -> bool:
    if len(found.comparisons) != 2:
        return False
    first, second = found.comparisons
    return _agrees(second.converted.value, first.exact) and _agrees(first.converted.value, second.exact)


def _inverse(found: Judgement, table: UnitTable) -> bool:
    return found.unit != found.into and all(
        _agrees(each.converted.value, each.original.value**2 / each.exact)
        for each in found.comparisons
        if each.exact
    )


def _nautical(found: Judgement, table: UnitTable) -> bool:
    unit, into = NAUTICAL.get(found.unit.key), NAUTICAL.get(found.into.key)
    return (unit is not None and _reads(found, table, table.units[unit], found.into)) or (
        into is not None and _reads(found, table, found.unit, table.units[into])
    )


def _reads(found: Judgement, table: UnitTable, unit: Unit, into: Unit) -> bool:
    """Tell whether the figures fit in two other units."""
    return _fits(found, compared(found.conversion, unit, into, table))


def _linear(found: Judgement, table: UnitTable) -> bool:
    if not (found.unit.square_of and found.into.square_of):
        return False
    unit, into = table.units[found.unit.square_of], table.units[found.into.square_of]
    return _reads(found, table, unit, into)


def _as_difference(found: Judgement, table: UnitTable) -> bool:
    return _read_otherwise(found, table, difference=True)


def _as_point(found: Judgement, table: UnitTable) -> bool:
    return _read_otherwise(found, table, difference=False)


def _read_otherwise(found: Judgement, table: UnitTable, *, difference: bool) -> bool:
    if found.unit.dimension != "temperature" or found.difference is difference:
        return False
    other = compared(found.conversion, found.unit, found.into, table, difference=difference)
    return all(abs(each.converted.value - each.exact) <= 1 for each in other)


EXPLANATIONS: tuple[tuple[Slip, Callable[[Judgement, UnitTable], bool]], ...] = (
    (Slip.ENDS_SWAPPED, _ends_swapped),
    (Slip.AS_DIFFERENCE, _as_difference),
    (Slip.AS_POINT, _as_point),
    (Slip.INVERSE_FACTOR, _inverse),
    (Slip.NAUTICAL_MILES, _nautical),
    (Slip.LINEAR_FACTOR, _linear),
)


def _other_kinds(found: Judgement, table: UnitTable) -> Iterator[Meant]:
    """Yield the units that share a bare name with one of a pair: the other gallon, the other tons."""
    if found.unit.dimension == "temperature":
        return
    for unit, original in ((found.unit, True), (found.into, False)):
        for other in table.units.values():
            shares = not set(other.also).isdisjoint(unit.also)
            if shares and other != unit and table.dimension(other) == table.dimension(unit):
                yield Meant(other, original)


def _with(found: Judgement, meant: Meant) -> tuple[Unit, Unit]:
    """Return the units of a pair with the one that was meant in its place."""
    return (meant.unit, found.into) if meant.original else (found.unit, meant.unit)


def _other_units(found: Judgement, table: UnitTable) -> Iterator[Unit]:
    for key in found.unit.usual:
        if key != found.into.key:
            yield table.units[key]


def _each(found: Judgement, variants: Callable[[Fraction, int], Iterator[Fraction]]) -> tuple[Fraction, ...]:
    """Return the figures that *variants* of the printed ones make fair; none, unless all can be."""
    if found.unit.dimension == "temperature" and not found.difference:
        return ()
    figures = []
    if all(_is_fair(each, each.converted.value) for each in found.comparisons):
        return ()
    for each in found.comparisons:
        printed = each.converted
        if printed.value <= 0:
            return ()
        fair = [value for value in variants(printed.value, printed.decimals) if _is_fair(each, value)]
        if _is_fair(each, printed.value):
            fair = [printed.value]
        if not fair:
            return ()
        figures.append(min(fair, key=lambda value: abs(value - each.exact)))
    return tuple(figures)


def _with_point_moved(value: Fraction, decimals: int) -> Iterator[Fraction]:
    for power in (1, -1, 2, -2, 3, -3):
        yield value * Fraction(10) ** power


def _with_digits_swapped(value: Fraction, decimals: int) -> Iterator[Fraction]:
    scale = Fraction(10) ** max(0, decimals)
    digits = str(int(value * scale))
    for first in range(len(digits)):
        for second in range(first + 1, len(digits)):
            swapped = list(digits)
            swapped[first], swapped[second] = digits[second], digits[first]
            yield int("".join(swapped)) / scale


def _with_one_digit_changed(value: Fraction, decimals: int) -> Iterator[Fraction]:
    scale = Fraction(10) ** max(0, decimals)
    digits = str(int(value * scale))
    if len(digits.rstrip("0")) < 2:
        return
    for position in range(len(digits)):
        for digit in "0123456789":
            yield int(digits[:position] + digit + digits[position + 1 :]) / scale


def _is_fair(found: Comparison, value: Fraction) -> bool:
    converted = msgspec.structs.replace(found.converted, value=value)
    back = found.back / found.converted.value * value if found.converted.value else found.back
    return (
        value > 0
        and on_grid(value, found.exact)
        and degree(found.original, converted, exact=found.exact, back=back, approximate=True)
        <= Degree.MIRRORED
    )


def _fits(found: Judgement, comparisons: tuple[Comparison, ...]) -> bool:
    return bool(comparisons) and all(_agrees(each.converted.value, each.exact) for each in comparisons)


def _agrees(value: Fraction, exact: Fraction) -> bool:
    if exact <= 0:
        return value == exact
    off = abs(value - exact) / exact
    return off <= EXACTLY or (off <= 2 * CLOSE and on_grid(value, exact))


def rounded_like(found: Comparison) -> Fraction:
    """Return the exact figure rounded as the printed one is, or as fine as the original lets it be."""
    if found.point:
        lowest = 0 if abs(found.exact) < LONG else found.converted.decimals
        return to_place(found.exact, max(lowest, found.converted.decimals))
    if found.converted.decimals - found.needed_place > TOO_FINE:
        return to_place(found.exact, found.honest_place)
    printed = to_place(found.exact, found.converted.decimals)
    return printed if _is_fair(found, printed) else to_place(found.exact, found.honest_place)
