"""The grid: the round figures that newsrooms use, and whether a figure is another rounded to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from newslint.text.figures.numbers import order, ratio_order

REMEMBERED = 1 << 5


def grid(value: Fraction) -> Iterator[Fraction]:
    """Yield *value* rounded to each step of the newsroom grid, power by power down: 25s, 50s, tens …"""
    one = 10 ** _places(value)
    return (Fraction(count, one) for count in _counts(value))


def marks(value: Fraction) -> tuple[int, frozenset[int]]:
    """Return the values of the grid as whole numbers, and how many of those make one."""
    return 10 ** _places(value), frozenset(_counts(value))


def _counts(value: Fraction) -> Iterator[int]:
    places = _places(value)
    whole, bottom = value.as_integer_ratio()
    whole *= 10**places
    for power in range(order(value), -places - 1, -1):
        unit = 10 ** (places + power)
        for step in (unit * 5 // 2, unit * 5, unit) if power >= 1 else (unit * 5, unit):
            if step * bottom <= whole:
                yield (2 * whole + step * bottom) // (2 * step * bottom) * step


def _places(value: Fraction) -> int:
    """Return the decimals of the finest step: thousandths, or finer for what is below a tenth."""
    return max(3, 2 - order(value))


def on_grid(value: Fraction, exact: Fraction) -> bool:
    """Tell whether *value* is *exact* rounded to a step of the newsroom grid, without making them all."""
    # No step is greater than the figure, and none is off by more than half of itself.
    above, below = value.as_integer_ratio()
    whole, bottom = exact.as_integer_ratio()
    printed, meant = above * bottom, whole * below
    if not 0 < meant < 2 * printed <= 3 * meant:
        return False
    largest = ratio_order(whole, bottom)
    places = max(3, 2 - largest)
    finest: int = 10**places
    count, rest = divmod(above * finest, below)
    if rest:
        return False
    whole *= finest
    # A larger step forgives more, so that only the largest that the figure is a multiple of is asked.
    step = next(each for each in _steps(places, largest) if not count % each and each * bottom <= whole)
    return -step * bottom <= 2 * (whole - count * bottom) < step * bottom


@lru_cache(REMEMBERED)
def _steps(places: int, largest: int) -> tuple[int, ...]:
    """Return the steps of the grid from a power of ten down, counted in units of so many decimal places."""
    units = [10 ** (places + power) for power in range(largest, -places - 1, -1)]
    one = 10**places
    return tuple(
        step
        for unit in units
        for step in ((5 * unit, 5 * unit // 2, unit) if unit > one else (5 * unit, unit))
    )
