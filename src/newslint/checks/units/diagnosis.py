"""Diagnosis: what went wrong with a converted figure, where one slip explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

import msgspec

from newslint.checks.units.comparing import Comparison, Judgement, Meant, compared
from newslint.checks.units.grid import on_grid
from newslint.checks.units.rounding import CLOSE, Degree, Figure, is_within, times
from newslint.plugin import Lexicon
from newslint.text.figures.units import Unit, UnitTable, unit_table

NAUTICAL = {
    "mile": "nautical mile", "nautical mile": "mile", "knot": "mile per hour", "mile per hour": "knot",
}  # fmt: skip
THOUSAND = 1000
EXACTLY, ROUGHLY = Fraction(2, 100), 2 * CLOSE
# Figures that may have been meant, as whole numbers, and what to divide them by.
Variants = tuple[Iterable[int], int]


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
    for meant in _other_kinds(found, lexicon.view(_namesakes)):
        if _reads(found, table, *_with(found, meant)):
            return Diagnosis(Slip.OTHER_KIND, meant=meant)
    sound = [each.is_fair(each.converted.value) for each in found.comparisons]
    moved = _each(found, sound, _with_point_moved)
    if moved and not _is_thousandfold(found, moved):
        return Diagnosis(Slip.TENFOLD, moved)
    figures = _each(found, sound, _with_digits_swapped)
    if figures:
        return Diagnosis(Slip.DIGITS_SWAPPED, figures)
    for unit in _other_units(found, table):
        if _reads(found, table, found.unit, unit):
            return Diagnosis(Slip.OTHER_UNIT, moved, Meant(unit))
    if moved:
        return Diagnosis(Slip.TENFOLD, moved)
    figures = _each(found, sound, _with_one_digit_changed)
    return Diagnosis(Slip.ONE_DIGIT, figures) if figures else Diagnosis()


def is_told(found: Judgement, lexicon: Lexicon) -> bool:
    """Tell whether a slip explains a wrong conversion, of a kind that is no chance."""
    told = diagnosis(found, lexicon)
    # Most units fit some figure by chance, but none a thousandfold.
    return told.slip not in UNTOLD or (told.slip is Slip.OTHER_UNIT and told.figures != ())


def _ends_swapped(found: Judgement, table: UnitTable) -> bool:
    if len(found.comparisons) != 2:
        return False
    first, second = found.comparisons
    return _agrees(second.converted.value, first.exact) and _agrees(first.converted.value, second.exact)


def _inverse(found: Judgement, table: UnitTable) -> bool:
    return found.unit != found.into and all(
        _agrees(each.converted.value, times(each.original.value, each.original.value, each.exact))
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
    return all(
        _agrees(each.converted.value, table.converted(each.original.value, unit, into))
        for each in found.comparisons
    )


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


def _other_kinds(found: Judgement, namesakes: Mapping[str, Sequence[Unit]]) -> Iterator[Meant]:
    """Yield the units that share a bare name with one of a pair: the other gallon, the other tons."""
    if found.unit.dimension == "temperature":
        return
    for unit, original in ((found.unit, True), (found.into, False)):
        yield from (Meant(other, original) for other in namesakes[unit.key])


def _namesakes(lexicon: Lexicon) -> dict[str, tuple[Unit, ...]]:
    """Return by key of a unit those of its dimension that share a bare name with it."""
    table = lexicon.view(unit_table)
    return {
        unit.key: tuple(
            other
            for other in table.units.values()
            if not set(other.also).isdisjoint(unit.also)
            and other != unit
            and table.dimension(other) == table.dimension(unit)
        )
        for unit in table.units.values()
    }


def _with(found: Judgement, meant: Meant) -> tuple[Unit, Unit]:
    """Return the units of a pair with the one that was meant in its place."""
    return (meant.unit, found.into) if meant.original else (found.unit, meant.unit)


def _other_units(found: Judgement, table: UnitTable) -> Iterator[Unit]:
    for key in found.unit.usual:
        if key != found.into.key:
            yield table.units[key]


def _each(
    found: Judgement, sound: Sequence[bool], variants: Callable[[Figure], Variants]
) -> tuple[Fraction, ...]:
    """Return the figures that *variants* of those that are not *sound* make fair; none, unless all can be."""
    if all(sound) or (found.unit.dimension == "temperature" and not found.difference):
        return ()
    figures = []
    for each, is_sound in zip(found.comparisons, sound, strict=True):
        printed = each.converted
        if printed.value.numerator <= 0:
            return ()
        fair = [printed.value] if is_sound else _fair(each, *variants(printed))
        if not fair:
            return ()
        figures.append(min(fair, key=lambda value: abs(value - each.exact)))
    return tuple(figures)


def _fair(found: Comparison, counts: Iterable[int], scale: int) -> list[Fraction]:
    """Return the variants that are fair. They are many, so that the grid is asked in whole numbers."""
    finest, marks = found.marks
    wanted = {mark * scale // finest for mark in marks if not mark * scale % finest}
    near = [Fraction(each, scale) for each in counts if each in wanted]
    return [value for value in near if found.is_fair(value)]


def _with_point_moved(printed: Figure) -> Variants:
    value = printed.value
    return [value.numerator * 10 ** (3 + power) for power in (1, -1, 2, -2, 3, -3)], value.denominator * 1000


def _is_thousandfold(found: Judgement, figures: Sequence[Fraction]) -> bool:
    """Tell whether a point moved by three places: kilometers for meters, as often as a slip in the figure."""
    return all(
        THOUSAND in (each.converted.value / value, value / each.converted.value)
        for each, value in zip(found.comparisons, figures, strict=True)
    )


def _with_digits_swapped(printed: Figure) -> Variants:
    whole, scale, digits = _digits(printed)
    pairs = combinations(digits, 2)
    return [whole + (two - one) * (high - low) for (one, high), (two, low) in pairs], scale


def _with_one_digit_changed(printed: Figure) -> Variants:
    whole, scale, digits = _digits(printed)
    if len(str(whole).rstrip("0")) < 2:
        return (), 1
    return [whole + (new - digit) * worth for digit, worth in digits for new in range(10)], scale


def _digits(printed: Figure) -> tuple[int, int, list[tuple[int, int]]]:
    """Return a figure as a whole number, what it is to be divided by, and its digits with their worth."""
    scale = 10 ** max(0, printed.decimals)
    whole = printed.value.numerator * scale // printed.value.denominator
    written = str(whole)
    worths = (10**place for place in reversed(range(len(written))))
    return whole, scale, [*zip(map(int, written), worths, strict=True)]


def _agrees(value: Fraction, exact: Fraction) -> bool:
    if exact.numerator <= 0:
        return value == exact
    return is_within(value, exact, EXACTLY) or (is_within(value, exact, ROUGHLY) and on_grid(value, exact))
