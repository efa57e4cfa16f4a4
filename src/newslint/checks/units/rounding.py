"""Rounding as newsrooms do it: whether a converted figure is a fair rounding of the exact one."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from fractions import Fraction

import msgspec

from newslint.checks.units.grid import on_grid
from newslint.text.figures.numbers import Number, order, ratio_order

FREE, USUAL, COARSE = Fraction(25, 1000), Fraction(6, 100), Fraction(10, 100)
HEDGED_SMALL, HEDGED_ROUND, HEDGED = Fraction(1, 4), Fraction(15, 100), Fraction(8, 100)
SHARE = Fraction(3, 10)
# From so many digits on, a figure that fits when two of them are swapped is no chance.
TELLING = 3
TRUNCATED, LOOSE, CLOSE, TINY = Fraction(4, 100), Fraction(1, 100), Fraction(3, 100), Fraction(1, 1000)


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
        return max(1, order(self.value) + 1 + self.decimals) if self.value.numerator else 1


def figure(number: Number) -> Figure:
    """Return a number of the copy as a figure."""
    return Figure(number.value, number.decimals)


def plain(value: Fraction) -> Figure:
    """Return a value as a figure whose last digit that is no zero tells."""
    decimals = places_of(value, most=7)
    if decimals or not value.numerator:
        return Figure(value, decimals)
    digits = str(abs(value.numerator))
    return Figure(value, len(digits.rstrip("0")) - len(digits))


def places_of(value: Fraction, *, most: int) -> int:
    """Return how many decimals a value has, or the most that count."""
    places, scale, below = 0, 1, value.denominator
    while places < most and scale % below:
        places, scale = places + 1, 10 * scale
    return places


def rounded(value: Fraction, step: Fraction) -> Fraction:
    """Round half up to a multiple of *step*."""
    above, below = step.numerator, step.denominator
    return Fraction(_steps_in(value, above, below) * above, below)


def times(value: Fraction, above: Fraction, below: Fraction) -> Fraction:
    """Return *value* times *above* by *below*."""
    (one, under_one), (other, under_other) = value.as_integer_ratio(), above.as_integer_ratio()
    share, under_share = below.as_integer_ratio()
    return Fraction(one * other * under_share, under_one * under_other * share)


def to_place(value: Fraction, decimals: int) -> Fraction:
    """Round half up to so many decimals; negative ones are tens, hundreds …"""
    above, below = _step(decimals)
    count = _steps_in(value, above, below) * above
    # Nothing makes a whole fraction as fast.
    return Fraction(count) if below == 1 else Fraction(count, below)


def step(decimals: int) -> Fraction:
    """Return what one is worth in a place: a tenth in the first decimal, a hundred in -2."""
    return Fraction(*_step(decimals))


def is_to_place(value: Fraction, exact: Fraction, decimals: int) -> bool:
    """Tell whether *value* is *exact* rounded to so many decimals."""
    return _is_count_to_place(value.numerator, value.denominator, exact, decimals)


def _is_count_to_place(count: int, scale: int, exact: Fraction, decimals: int) -> bool:
    above, below = _step(decimals)
    return count * below == _steps_in(exact, above, below) * above * scale


def _step(decimals: int) -> tuple[int, int]:
    return (1, 10**decimals) if decimals >= 0 else (10**-decimals, 1)


def _steps_in(value: Fraction, above: int, below: int) -> int:
    """Return how many steps a value comes to, a step being *above* to *below*."""
    # In whole numbers, which take a fifth of the time of fractions.
    whole, size = value.as_integer_ratio()
    whole, size = 2 * whole * below, size * above
    return (whole + size) // (2 * size)


def is_within(value: Fraction, exact: Fraction, share: Fraction) -> bool:
    """Tell whether *value* is off by no more than a share of *exact*, which is above zero."""
    # In whole numbers, as most are far off.
    (printed, below), (whole, bottom) = value.as_integer_ratio(), exact.as_integer_ratio()
    most, parts = share.as_integer_ratio()
    meant = whole * below
    return abs(printed * bottom - meant) * parts <= meant * most


def kept_place(original: Figure, exact: Fraction) -> int:
    """Return the decimals a conversion needs to say as much as the original, and two digits at least."""
    (value, below), (whole, bottom) = original.value.as_integer_ratio(), exact.as_integer_ratio()
    if not (whole and value):
        return original.decimals
    step = ratio_order(2 * abs(value) * bottom, below * abs(whole))
    return max(original.decimals + step, 1 - ratio_order(abs(whole), bottom))


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
    if min(exact.numerator, back.numerator, original.value.numerator) <= 0:
        return Degree.FAIR if exact == converted.value else Degree.WRONG
    if _is_hedged(converted, exact, side):
        return Degree.FAIR
    found = _roughness(original, converted, exact=exact, back=back, approximate=approximate)
    return found or _precision(original, converted, exact=exact, back=back, approximate=approximate)


def _roughness(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool
) -> Degree:
    """Judge how roughly a figure above zero was converted; one that is as good as it gets may be too fine."""
    forward = on_grid(converted.value, exact) or is_to_place(converted.value, exact, converted.decimals)
    if forward or on_grid(original.value, back):
        found = rounded_degree(original, converted, exact=exact, back=back, approximate=approximate)
    else:
        found = _other_degree(converted, exact)
    if found > Degree.LOOSE and _is_simple_share(original, converted, exact=exact, back=back):
        found = Degree.LOOSE
    is_slip = not forward and found < Degree.WRONG and _is_transposed(converted, exact)
    return Degree.WRONG if is_slip else found


def rounded_degree(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool
) -> Degree:
    """Judge a figure that stands on the grid, in one direction or the other."""
    if is_within(converted.value, exact, FREE):
        return Degree.FAIR
    if is_within(converted.value, exact, USUAL):
        brief = original.digits <= 2 and converted.digits <= 2
        return Degree.FAIR if approximate or brief else Degree.LOOSE
    nearest = _is_nearest(converted, exact)
    if is_within(converted.value, exact, COARSE):
        if nearest or _is_nearest(original, back):
            return Degree.FAIR
        # "100m (303ft)" is no rounding that began in feet: the odd figure comes second.
        odd = converted.digits >= TELLING and not on_grid(converted.value, exact)
        return Degree.LOOSE if approximate and not odd else Degree.ROUNDED
    return Degree.ROUNDED if nearest else Degree.WRONG


def _is_transposed(converted: Figure, exact: Fraction) -> bool:
    """Tell whether two neighbouring digits of a long figure are swapped: 612 for 621 and a bit."""
    scale = 10 ** max(0, converted.decimals)
    digits = str(converted.value.numerator * scale // converted.value.denominator)
    for index in range(len(digits) - 1):
        swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
        telling = swapped.rstrip("0")
        zeros = len(swapped) - len(telling)
        if (
            swapped != digits
            and len(telling) >= TELLING
            and _is_count_to_place(int(swapped), scale, exact, max(0, converted.decimals) - zeros)
        ):
            return True
    return False


def _is_nearest(found: Figure, exact: Fraction) -> bool:
    """Tell whether a small figure is the nearest whole number, or below one the nearest of one digit."""
    places = (0, max(0, -order(exact)))
    return exact < 10 and any(is_to_place(found.value, exact, place) for place in places)


def _is_simple_share(original: Figure, converted: Figure, *, exact: Fraction, back: Fraction) -> bool:
    """Tell whether a half, a third or a quarter of one unit is the nearest there is."""
    return _is_nearest_share(converted.value, exact) or _is_nearest_share(original.value, back)


def _is_nearest_share(value: Fraction, exact: Fraction) -> bool:
    parts = value.denominator
    # "1 km (half a mile)"
    return value.numerator < parts <= 4 and abs(value - exact) <= min(Fraction(1, 2 * parts), SHARE * exact)


def _other_degree(converted: Figure, exact: Fraction) -> Degree:
    """Judge a figure that is no rounding, though it may have been cut off."""
    value = converted.value
    if not is_within(value, exact, TRUNCATED):
        return Degree.WRONG
    cut_off = 0 < exact - value < Fraction(1, 10 ** max(0, converted.decimals))
    if cut_off or is_within(value, exact, LOOSE):
        return Degree.FAIR if is_within(value, exact, TINY) else Degree.LOOSE
    return Degree.ROUNDED if is_within(value, exact, CLOSE) else Degree.WRONG


def _precision(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool
) -> Degree:
    """Tell whether a right figure is finer than its original lets it be, or the original finer than it."""
    # Two digits are always kept, so that a figure of few is not too fine.
    finer = original.decimals + order(back) > 2 and original.decimals - kept_place(converted, back) >= 2
    if finer and is_to_place(original.value, back, original.decimals):
        return Degree.MIRRORED
    extra = converted.decimals - kept_place(original, exact)
    return (
        Degree.PRECISE if extra >= spare_digits(original, converted, approximate=approximate) else Degree.FAIR
    )


def spare_digits(original: Figure, converted: Figure, *, approximate: bool) -> int:
    """Return how many digits too many are too many: one beside a round estimate, two otherwise.

    A figure that ends in 5 is rounded to fives, and not as fine as its last digit.
    """
    if not approximate or original.digits > 2:
        return 2
    in_fives = int(converted.value * Fraction(10) ** converted.decimals) % 10 == 5
    return 2 if in_fives else 1


def _is_hedged(converted: Figure, exact: Fraction, side: Side) -> bool:
    """Tell whether "just over 5" or "nearly 20" holds, and is near: the next round figure is none of them."""
    said = converted.value
    if side is Side.EITHER or (said > exact if side is Side.OVER else said < exact):
        return False
    round_slack = HEDGED_SMALL if said < 1 else HEDGED_ROUND
    return abs(said - exact) <= exact * (round_slack if converted.digits == 1 else HEDGED)
