"""Rounding as newsrooms do it: whether a converted figure is a fair rounding of the exact one."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, StrEnum
from fractions import Fraction

import msgspec

from newslint.text.figures.numbers import Number, order

FREE, USUAL, COARSE = Fraction(25, 1000), Fraction(6, 100), Fraction(10, 100)
HEDGED_SMALL, HEDGED_ROUND, HEDGED = Fraction(1, 4), Fraction(15, 100), Fraction(8, 100)
SHARE = Fraction(3, 10)
# From so many digits on, a figure that fits when two of them are swapped is no chance.
TELLING = 3
TRUNCATED, LOOSE, CLOSE = Fraction(4, 100), Fraction(1, 100), Fraction(3, 100)


class Degree(IntEnum):
    """How far a converted figure is from a fair one, from the mildest to the gravest."""

    FAIR = 0
    PRECISE = 1
    MIRRORED = 2
    LOOSE = 3
    ROUNDED = 4
    WRONG = 5
    MISMATCHED = 6


class Side(StrEnum):
    """On which side of a figure its hedge puts the true one: "just over 5", "nearly 20", or neither."""

    OVER = "over"
    UNDER = "under"
    EITHER = "either"


class Figure(msgspec.Struct, frozen=True):
    """A value, and the place of the last digit that tells: 1 for 0.5, 0 for 12, -2 for 1,200."""

    value: Fraction
    decimals: int

    @property
    def digits(self) -> int:
        """Return how many digits tell."""
        return max(1, order(abs(self.value)) + 1 + self.decimals) if self.value else 1


def figure(number: Number) -> Figure:
    """Return a number of the copy as a figure."""
    return Figure(number.value, number.decimals)


def plain(value: Fraction) -> Figure:
    """Return a value as a figure whose last digit that is no zero tells."""
    decimals = next((places for places in range(7) if 10**places % value.denominator == 0), 7)
    if decimals or not value:
        return Figure(value, decimals)
    digits = str(abs(value.numerator))
    return Figure(value, len(digits.rstrip("0")) - len(digits))


def rounded(value: Fraction, step: Fraction) -> Fraction:
    """Round half up to a multiple of *step*."""
    return (value / step + Fraction(1, 2)).__floor__() * step


def to_place(value: Fraction, decimals: int) -> Fraction:
    """Round half up to so many decimals; negative ones are tens, hundreds …"""
    return rounded(value, Fraction(10) ** -decimals)


def grid(value: Fraction) -> Iterator[Fraction]:
    """Yield *value* rounded to each step of the newsroom grid: ones, fives, tens, 25s, 50s …"""
    for power in range(min(-3, order(value) - 2), order(value) + 1):
        for step in (Fraction(10) ** power, 5 * Fraction(10) ** power):
            if step <= value:
                yield rounded(value, step)
        if power >= 1 and Fraction(5, 2) * 10**power <= value:
            yield rounded(value, Fraction(5, 2) * 10**power)


def on_grid(value: Fraction, exact: Fraction) -> bool:
    """Tell whether *value* is *exact* rounded to a step of the newsroom grid, without making them all."""
    # No step is greater than the figure, and none is off by more than half of itself.
    if exact <= 0 or not exact < 2 * value <= 3 * exact:
        return False
    places = max(3, 2 - order(exact))
    finest = 10**places
    count, rest = divmod(value.numerator * finest, value.denominator)
    whole, bottom = exact.numerator * finest, exact.denominator
    twice_off = 2 * (whole - count * bottom)
    return not rest and any(
        step * bottom <= whole and not count % step and -step * bottom <= twice_off < step * bottom
        for step in _steps(places, order(exact))
    )


def _steps(places: int, largest: int) -> Iterator[int]:
    """Yield the steps of the grid up to a power of ten, counted in units of so many decimal places."""
    for power in range(-places, largest + 1):
        step = 10 ** (places + power)
        yield from (step, 5 * step)
        if power >= 1:
            yield 5 * step // 2


def kept_place(original: Figure, exact: Fraction) -> int:
    """Return the decimals a conversion needs to say as much as the original, and two digits at least."""
    if not (exact and original.value):
        return original.decimals
    return max(original.decimals + order(2 * abs(original.value) / exact), 1 - order(exact))


def degree(
    original: Figure,
    converted: Figure,
    *,
    exact: Fraction,
    back: Fraction,
    approximate: bool,
    side: Side = Side.EITHER,
) -> Degree:
    """Judge a converted figure. *exact* is what it stands for, *back* what the original would be from it."""
    if exact <= 0 or back <= 0 or original.value <= 0:
        return Degree.FAIR if exact == converted.value else Degree.WRONG
    off = abs(converted.value - exact) / exact
    if _is_hedged(converted, exact, side):
        return Degree.FAIR
    forward = on_grid(converted.value, exact) or converted.value == to_place(exact, converted.decimals)
    if not forward and _is_transposed(converted, exact):
        return Degree.WRONG
    if forward or on_grid(original.value, back):
        found = _rounded_degree(original, converted, exact=exact, back=back, approximate=approximate)
    else:
        found = _other_degree(converted, exact, off)
    if found > Degree.LOOSE and _is_simple_share(original, converted, exact=exact, back=back):
        found = Degree.LOOSE
    return found or _precision(original, converted, exact=exact, back=back, approximate=approximate)


def _rounded_degree(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool
) -> Degree:
    """Judge a figure that stands on the grid, in one direction or the other."""
    off = abs(converted.value - exact) / exact
    if off <= FREE:
        return Degree.FAIR
    if off <= USUAL:
        brief = original.digits <= 2 and converted.digits <= 2
        return Degree.FAIR if approximate or brief else Degree.LOOSE
    nearest = _is_nearest(converted, exact)
    if off <= COARSE:
        if nearest or _is_nearest(original, back):
            return Degree.FAIR
        # "100m (303ft)" is no rounding that began in feet: the odd figure comes second.
        odd = converted.digits >= TELLING and not on_grid(converted.value, exact)
        return Degree.LOOSE if approximate and not odd else Degree.ROUNDED
    return Degree.ROUNDED if nearest else Degree.WRONG


def _is_transposed(converted: Figure, exact: Fraction) -> bool:
    """Tell whether two neighbouring digits of a long figure are swapped: 612 for 621 and a bit."""
    scale = Fraction(10) ** max(0, converted.decimals)
    digits = str(int(converted.value * scale))
    for index in range(len(digits) - 1):
        swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
        telling = swapped.rstrip("0")
        zeros = len(swapped) - len(telling)
        if (
            swapped != digits
            and len(telling) >= TELLING
            and int(swapped) / scale == to_place(exact, max(0, converted.decimals) - zeros)
        ):
            return True
    return False


def _is_nearest(found: Figure, exact: Fraction) -> bool:
    """Tell whether a small figure is the nearest whole number, or below one the nearest of one digit."""
    return exact < 10 and found.value in (to_place(exact, 0), to_place(exact, max(0, -order(exact))))


def _is_simple_share(original: Figure, converted: Figure, *, exact: Fraction, back: Fraction) -> bool:
    """Tell whether a half, a third or a quarter of one unit is the nearest there is."""
    return _is_nearest_share(converted.value, exact) or _is_nearest_share(original.value, back)


def _is_nearest_share(value: Fraction, exact: Fraction) -> bool:
    parts = value.denominator
    # "1 km (half a mile)"
    return value < 1 and parts <= 4 and abs(value - exact) <= min(Fraction(1, 2 * parts), SHARE * exact)


def _other_degree(converted: Figure, exact: Fraction, off: Fraction) -> Degree:
    """Judge a figure that is no rounding, though it may have been cut off."""
    cut_off = 0 < exact - converted.value < Fraction(10) ** -max(0, converted.decimals)
    if off <= LOOSE or (cut_off and off <= TRUNCATED):
        return Degree.LOOSE
    return Degree.ROUNDED if off <= CLOSE else Degree.WRONG


def _precision(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool
) -> Degree:
    """Tell whether a right figure is finer than its original lets it be, or the original finer than it."""
    finer = original.decimals - kept_place(converted, back)
    if finer >= 2 and original.value == to_place(back, original.decimals):
        return Degree.MIRRORED
    extra = converted.decimals - kept_place(original, exact)
    return (
        Degree.PRECISE if extra >= spare_digits(original, converted, approximate=approximate) else Degree.FAIR
    )


def spare_digits(original: Figure, converted: Figure, *, approximate: bool) -> int:
    """Return how many digits too many are too many: one beside a round estimate, two otherwise.

    A figure that ends in 5 is rounded to fives, and not as fine as its last digit.
    """
    estimate = approximate and original.digits <= 2
    in_fives = int(converted.value * Fraction(10) ** converted.decimals) % 10 == 5
    return 1 if estimate and not in_fives else 2


def _is_hedged(converted: Figure, exact: Fraction, side: Side) -> bool:
    """Tell whether "just over 5" or "nearly 20" holds, and is near: the next round figure is none of them."""
    said = converted.value
    if side is Side.EITHER or (said > exact if side is Side.OVER else said < exact):
        return False
    round_slack = HEDGED_SMALL if said < 1 else HEDGED_ROUND
    return abs(said - exact) <= exact * (round_slack if converted.digits == 1 else HEDGED)
