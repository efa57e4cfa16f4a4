"""How newsrooms round: which converted figures are fair, and which are not."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newslint.checks.units.grid import grid, on_grid
from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import (
    Degree,
    Figure,
    Side,
    degree,
    figure,
    kept_place,
    plain,
    rounded,
    to_place,
)
from newslint.plugin import Document, Lexicon, Span
from newslint.text.figures.numbers import Number, order
from newslint.text.figures.units import unit_table

VERDICTS = [
    ("about 80", "kilometer", "50", "mile", Degree.FAIR),
    ("115", "kilometer", "70", "mile", Degree.FAIR),
    ("115", "kilometer", "71", "mile", Degree.FAIR),
    ("115", "kilometer", "71.5", "mile", Degree.FAIR),
    ("115", "kilometer", "71.46", "mile", Degree.PRECISE),
    ("about 80", "kilometer", "49.71", "mile", Degree.PRECISE),
    ("80", "kilometer", "49.7", "mile", Degree.FAIR),
    ("about 80", "kilometer", "49.7", "mile", Degree.PRECISE),
    ("115", "kilometer", "75", "mile", Degree.LOOSE),
    ("115", "kilometer", "72", "mile", Degree.FAIR),
    ("115", "kilometer", "73", "mile", Degree.FAIR),
    ("115", "kilometer", "60", "mile", Degree.WRONG),
    ("115", "kilometer", "185", "mile", Degree.WRONG),
    ("15,200", "kilometer", "8,200", "mile", Degree.WRONG),
    ("6,000", "kilometer", "3,728", "mile", Degree.PRECISE),
    ("6,000", "kilometer", "3,700", "mile", Degree.FAIR),
    ("6,000", "kilometer", "4,000", "mile", Degree.ROUNDED),
    ("100", "kilometer", "62", "mile", Degree.FAIR),
    ("100", "kilometer", "60", "mile", Degree.FAIR),
    ("5", "kilometer", "3", "mile", Degree.FAIR),
    ("60", "foot", "20", "meter", Degree.ROUNDED),
    ("60", "foot", "18", "meter", Degree.FAIR),
    ("60", "foot", "18.3", "meter", Degree.FAIR),
    ("24", "square kilometer", "9", "square mile", Degree.FAIR),
    ("24", "square kilometer", "15", "square mile", Degree.WRONG),
    ("100", "meter", "328", "foot", Degree.FAIR),
    ("100", "meter", "300", "foot", Degree.ROUNDED),
    ("100", "meter", "110", "yard", Degree.FAIR),
    ("65.4", "meter", "214", "foot", Degree.LOOSE),
    ("65.4", "meter", "215", "foot", Degree.FAIR),
    ("14", "hectare", "24", "acre", Degree.WRONG),
    ("70", "kilogram", "154", "pound", Degree.FAIR),
    ("200", "kilometer", "124", "mile", Degree.FAIR),
    ("200", "kilometer", "125", "mile", Degree.FAIR),
    ("1,000", "kilometer", "620", "mile", Degree.FAIR),
    ("30", "kilometer", "20", "mile", Degree.ROUNDED),
    ("about 30", "kilometer", "20", "mile", Degree.LOOSE),
    ("3", "kilometer", "2", "mile", Degree.FAIR),
    ("2", "kilometer", "1", "mile", Degree.ROUNDED),
    ("10", "mile", "15", "kilometer", Degree.ROUNDED),
    ("12", "mile", "20", "kilometer", Degree.FAIR),
    ("120", "kilometer per hour", "75", "mile per hour", Degree.FAIR),
    ("8,849", "meter", "29,032", "foot", Degree.FAIR),
    ("300", "kilometer", "180", "mile", Degree.FAIR),
    ("300", "kilometer", "190", "mile", Degree.FAIR),
    ("20", "kilometer", "12", "mile", Degree.FAIR),
    ("160", "kilometer", "100", "mile", Degree.FAIR),
    ("1", "kilometer", "3", "mile", Degree.WRONG),
]
FACTORS = [
    Fraction(1609344, 1000000),
    Fraction(1000000, 1609344),
    Fraction(3048, 10000),
    Fraction(10000, 3048),
]
ORIGINALS = some.integers(1, 9999).flatmap(
    lambda digits: some.sampled_from([Fraction(digits, 10), Fraction(digits), Fraction(digits * 1000)])
)


@pytest.mark.parametrize(("original", "unit", "converted", "into", "expected"), VERDICTS)
def test_verdict_of_newsroom_conversions(
    lexicon: Lexicon, original: str, unit: str, converted: str, into: str, expected: Degree
) -> None:
    table = lexicon.view(unit_table)
    left, right = (
        figure(Number(Span(0, 1), words.removeprefix("about "))) for words in (original, converted)
    )
    units = table.units[unit], table.units[into]

    found = degree(
        left,
        right,
        exact=table.converted(left.value, *units),
        back=table.converted(right.value, *units[::-1]),
        approximate=original.startswith("about"),
    )

    assert found is expected


@pytest.mark.parametrize(("original", "unit", "converted", "into", "expected"), VERDICTS)
def test_verdict_is_the_same_in_copy(
    story: Callable[[str], Document], original: str, unit: str, converted: str, into: str, expected: Degree
) -> None:
    document = story(f"It was {original} {_plural(unit)} ({converted} {_plural(into)}) in all.")

    assert [each.degree for each in document.view(judgements)] == [expected]


@given(ORIGINALS, some.sampled_from(FACTORS))
def test_figure_rounded_at_its_place_is_no_fault(value: Fraction, factor: Fraction) -> None:
    original = _figure(value)
    exact = value * factor
    converted = _figure(to_place(exact, kept_place(original, exact)))

    found = degree(original, converted, exact=exact, back=converted.value / factor, approximate=False)

    assert found < Degree.ROUNDED


@given(ORIGINALS, some.sampled_from(FACTORS), some.data())
def test_figure_rounded_to_a_near_step_of_the_grid_is_no_fault(
    value: Fraction, factor: Fraction, data: some.DataObject
) -> None:
    exact = value * factor
    near = [step for step in grid(exact) if abs(step - exact) / exact <= Fraction(25, 1000)]
    converted = _figure(data.draw(some.sampled_from(near)))

    found = degree(_figure(value), converted, exact=exact, back=converted.value / factor, approximate=False)

    assert found < Degree.ROUNDED


@given(ORIGINALS, some.sampled_from(FACTORS))
def test_right_figure_times_one_and_a_half_is_wrong(value: Fraction, factor: Fraction) -> None:
    original = _figure(value)
    exact = value * factor
    if exact < 10:
        return
    converted = _figure(to_place(exact, kept_place(original, exact)) * Fraction(3, 2))

    found = degree(original, converted, exact=exact, back=converted.value / factor, approximate=False)

    assert found is Degree.WRONG


def test_halves_are_rounded_up() -> None:
    assert rounded(Fraction(25, 2), Fraction(5)) == 15


def test_hedged_figure_may_be_on_its_side_of_the_exact_one() -> None:
    exact = Fraction(62, 100)

    found = degree(
        _figure(Fraction(1)), _figure(Fraction(1, 2)), exact=exact, back=Fraction(8, 10), approximate=True,
        side=Side.OVER,
    )  # fmt: skip

    assert found is Degree.FAIR


def _plural(key: str) -> str:
    first, *rest = key.split(" per ")
    plural = {"foot": "feet", "square foot": "square feet"}.get(first, f"{first}s")
    return " per ".join((plural, *rest))


def _figure(value: Fraction) -> Figure:
    """Return a figure as copy would print it: with all its decimals, or with the zeros of a round number."""
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    if decimals == 0:
        while value % 10 ** (1 - decimals) == 0 and order(value) + decimals > 0:
            decimals -= 1
    return Figure(value, decimals)


FRACTIONS = some.fractions(min_value=0, max_value=10**7, max_denominator=2000)


@given(FRACTIONS, some.integers(-6, 6), some.booleans())
def test_figure_is_on_the_grid_where_the_grid_yields_it(exact: Fraction, place: int, spoilt: bool) -> None:
    value = to_place(exact, place) + (Fraction(1, 8) if spoilt else 0)

    assert on_grid(value, exact) is (value in grid(exact))


@given(FRACTIONS)
def test_every_figure_of_the_grid_is_on_it(exact: Fraction) -> None:
    assert all(on_grid(value, exact) for value in grid(exact))


@pytest.mark.parametrize(
    ("value", "decimals"),
    [("12", 0), ("1200", -2), ("0.5", 1), ("0.25", 2), ("0", 0), ("-30", -1), ("1/3", 7)],
)
def test_last_digit_of_a_value_that_is_no_zero_tells(value: str, decimals: int) -> None:
    assert plain(Fraction(value)) == Figure(Fraction(value), decimals)
