"""Reckoning: the sum behind a conversion, as a message shows it: "80 × 0.6214 = 49.71"."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from newslint.checks.units.comparing import Comparison, Judgement
from newslint.checks.units.rounding import to_place
from newslint.checks.units.wording import plain_figure
from newslint.text.figures.numbers import order
from newslint.text.figures.units import UnitTable

DIGITS = 4
REMEMBERED = 1 << 6
# What is smaller than one part of so many is told as a divisor.
SMALL = 100
# The factors of degrees are told as fractions.
NINTHS = {(9, 5): "9/5", (5, 9): "5/9"}


def reckoned(found: Judgement, table: UnitTable) -> str:
    """Return the sum of the figure of a pair that is furthest off."""
    first, *others = found.comparisons
    worst = max(found.comparisons, key=lambda each: each.off) if others else first
    return f" ({_sum(found, worst, table)} = {_told(worst.exact)})"


def _sum(found: Judgement, worst: Comparison, table: UnitTable) -> str:
    unit, into, value = found.unit, found.into, worst.original.value
    if unit.inverse is not into.inverse:
        inverse, plain = (unit, into) if unit.inverse else (into, unit)
        return f"{_told(table.size(inverse) / table.size(plain))} / {_told(value)}"
    factor = table.factor(unit, into)
    ninths = NINTHS.get((factor.numerator, factor.denominator)) or _factor_told(factor)
    if unit.zero == into.zero or found.difference:
        small = factor.numerator * SMALL < factor.denominator
        return f"{_told(value)} / {_told(1 / factor)}" if small else f"{_told(value)} × {ninths}"
    if ninths == "9/5":
        return f"{_told(value)} × 9/5 + 32"
    if ninths == "5/9":
        return f"({_told(value)} − 32) × 5/9"
    return f"{_told(value)} in {unit.key}"


@lru_cache(REMEMBERED)
def _factor_told(factor: Fraction) -> str:
    """Write a factor, as there are few."""
    return _told(factor)


def _told(value: Fraction) -> str:
    """Write a value to four digits, or in whole where it has more."""
    if not value:
        return "0"
    return plain_figure(to_place(value, max(0, DIGITS - 1 - order(value))), commas=True)
