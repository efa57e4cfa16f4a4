"""Comparing: the figures of a pair of measures, each against what it would be in the other's unit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

import msgspec

from newslint.checks.units.grid import marks, on_grid
from newslint.checks.units.rounding import (
    Degree,
    Figure,
    figure,
    is_within,
    kept_place,
    plain,
    rounded_degree,
    step,
    times,
    to_place,
)
from newslint.text.figures.conversions import Conversion
from newslint.text.figures.measures import Join, Measure
from newslint.text.figures.units import Unit, UnitTable

# A temperature of four figures is rounded like a length.
LONG = 1000
# A figure of so many decimals more than it needs is no pattern to round by.
TOO_FINE = 2


class Comparison(msgspec.Struct, frozen=True, dict=True):
    """One figure against the one it was converted from: *exact* in its own unit, *back* in the other's.

    A *point* is one on the scale of temperatures, which has no factor.
    """

    original: Figure
    converted: Figure
    exact: Fraction
    back: Fraction
    point: bool = False

    @cached_property
    def off(self) -> Fraction:
        """Return how far off the converted figure is, as a share of the exact one."""
        return abs(self.converted.value - self.exact) / abs(self.exact) if self.exact else Fraction(0)

    @cached_property
    def marks(self) -> tuple[int, frozenset[int]]:
        """Return the grid round the exact figure."""
        return marks(self.exact)

    @cached_property
    def needed_place(self) -> int:
        """Return the decimals that say as much as the original does."""
        if self.point and abs(self.exact) < LONG:
            return max(0, self.original.decimals)
        return kept_place(self.original, self.exact)

    @cached_property
    def honest_place(self) -> int:
        """Return the decimals to round to: one more where the original's last digit would not survive."""
        place = self.needed_place
        if self.point or not self.original.value:
            return place
        share = step(self.original.decimals) / abs(self.original.value)
        exact = abs(self.exact)
        return place if is_within(to_place(exact, place), exact, share) else place + 1

    @cached_property
    def rounded(self) -> Fraction:
        """Return the exact figure rounded as the printed one is, or as fine as the original lets it be."""
        if self.point:
            lowest = 0 if abs(self.exact) < LONG else self.converted.decimals
            return to_place(self.exact, max(lowest, self.converted.decimals))
        if self.converted.decimals - self.needed_place > TOO_FINE:
            return to_place(self.exact, self.honest_place)
        printed = to_place(self.exact, self.converted.decimals)
        return printed if self.is_fair(printed) else to_place(self.exact, self.honest_place)

    def is_fair(self, value: Fraction) -> bool:
        """Tell whether *value* would do in place of the converted figure."""
        # Most are told from fair ones by this alone; nothing below zero is on the grid.
        if not on_grid(value, self.exact):
            return False
        converted = Figure(value, self.converted.decimals)
        back = times(self.back, value, self.converted.value) if self.converted.value else self.back
        if min(back.numerator, self.original.value.numerator) <= 0:
            return value == self.exact
        # How fine it is makes no difference.
        return not rounded_degree(self.original, converted, exact=self.exact, back=back, approximate=True)


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


def readings(conversion: Conversion, table: UnitTable) -> Iterator[tuple[Unit, Unit]]:
    """Yield the units that two measures may be in; a word said twice is one unit, unless it is degrees."""
    left, right = conversion.original.readings, conversion.converted.readings
    if left == right and left[0].dimension != "temperature":
        return
    compound = bool(conversion.original.part) is not bool(conversion.converted.part)
    for left_unit in counted(conversion.original):
        for right_unit in counted(conversion.converted):
            unit, into = _of_one_kind(left_unit, right_unit, table)
            if (unit != into or compound) and table.dimension(unit) == table.dimension(into):
                yield unit, into


def _of_one_kind(unit: Unit, into: Unit, table: UnitTable) -> tuple[Unit, Unit]:
    """Leave out the time of a flow beside a volume; take plain inches beside millibars for those of mercury.

    Copy has "100 barrels a day (16 cubic meters)" and "950 millibars (28.05 inches)".
    """
    dimensions = (table.dimension(unit), table.dimension(into))
    if dimensions == ("pressure", "length") and into.key == "inch":
        return unit, table.units["inch of mercury"]
    if dimensions == ("length", "pressure") and unit.key == "inch":
        return table.units["inch of mercury"], into
    if dimensions == ("flow", "volume"):
        return table.units[unit.rate_of[0]], into
    return (unit, table.units[into.rate_of[0]]) if dimensions == ("volume", "flow") else (unit, into)


def compared(
    conversion: Conversion, unit: Unit, into: Unit, table: UnitTable, *, difference: bool = False
) -> tuple[Comparison, ...]:
    """Compare the figures of a conversion, read in two units of one dimension."""
    convert = table.difference if difference else table.converted
    point = unit.dimension == "temperature" and not difference
    return tuple(
        Comparison(left, right, convert(left.value, unit, into), convert(right.value, into, unit), point)
        for left, right in _figures(conversion, table)
    )


def recompared(
    found: Judgement, table: UnitTable, *, original: tuple[Fraction, ...], converted: tuple[Fraction, ...]
) -> tuple[Comparison, ...]:
    """Compare other figures, of one half or of both, in the units of a pair."""
    convert = table.difference if found.difference else table.converted
    lefts = map(plain, original) if original else (each.original for each in found.comparisons)
    rights = map(plain, converted) if converted else (each.converted for each in found.comparisons)
    return tuple(
        Comparison(
            left,
            right,
            convert(left.value, found.unit, found.into) if original else each.exact,
            convert(right.value, found.into, found.unit) if converted else each.back,
            each.point,
        )
        for left, right, each in zip(lefts, rights, found.comparisons, strict=True)
    )


def counted(measure: Measure) -> tuple[Unit, ...]:
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
    return tuple(
        # Sports measure to a quarter of an inch, which is no finer than a half.
        Figure(
            table.converted(first.value, measure.whole, measure.part) + second.value,
            min(1, max(0, second.decimals)),
        )
        for first, second in zip(measure.amounts[::2], measure.amounts[1::2], strict=True)
    )
