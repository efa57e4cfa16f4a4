"""What holds of a conversion between any two units: a fair rounding is no fault, a half more is an error."""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from newslint.checks.units.grid import grid
from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import Degree, figure, kept_place, to_place
from newslint.checks.units.wording import plain_figure, unit_name
from newslint.plugin import Document, Lexicon, Span
from newslint.text.figures.numbers import Number
from newslint.text.figures.units import Unit, unit_table

NEAR = Fraction(25, 1000)
SMALLEST = Fraction(1, 1000)
VALUES = some.integers(1, 9999).flatmap(
    lambda digits: some.sampled_from([Fraction(digits, 10), Fraction(digits), Fraction(digits * 1000)])
)
Story = Callable[[str], Document]
# A unit, one that copy converts it to, an amount of the first and what it makes in the second.
Pair = tuple[Unit, Unit, Fraction, Fraction]


@settings(deadline=None)
@given(VALUES, some.data())
def test_figure_rounded_at_its_place_draws_no_warning(
    story: Story, lexicon: Lexicon, value: Fraction, data: some.DataObject
) -> None:
    pair = _pair(lexicon, value, data)

    assert _told(story, pair, _at_its_place(pair)) < Degree.ROUNDED


@settings(deadline=None)
@given(VALUES, some.data())
def test_figure_rounded_to_a_near_step_draws_no_warning(
    story: Story, lexicon: Lexicon, value: Fraction, data: some.DataObject
) -> None:
    pair = _pair(lexicon, value, data)
    near = [step for step in grid(pair[3]) if abs(step - pair[3]) <= NEAR * pair[3]]

    assert _told(story, pair, data.draw(some.sampled_from(near))) < Degree.ROUNDED


@settings(deadline=None)
@given(VALUES, some.data())
def test_half_as_much_again_is_an_error(
    story: Story, lexicon: Lexicon, value: Fraction, data: some.DataObject
) -> None:
    pair = _pair(lexicon, value, data)
    assume(pair[3] >= 10)

    assert _told(story, pair, _at_its_place(pair) * Fraction(3, 2)) is Degree.WRONG


def _pair(lexicon: Lexicon, value: Fraction, data: some.DataObject) -> Pair:
    """Draw two units of which one is usual for the other, but no temperatures and no inverse units."""
    table = lexicon.view(unit_table)
    keys = [
        (key, usual)
        for key, unit in table.units.items()
        for usual in unit.usual
        if unit.dimension != "temperature" and unit.inverse == table.units[usual].inverse
    ]
    unit, into = (table.units[key] for key in data.draw(some.sampled_from(keys)))
    exact = table.converted(value, unit, into)
    assume(exact > SMALLEST)
    return unit, into, value, exact


def _at_its_place(pair: Pair) -> Fraction:
    number = Number(Span(0, 1), plain_figure(pair[2], commas=True))
    return to_place(pair[3], kept_place(figure(number), pair[3]))


def _told(story: Story, pair: Pair, converted: Fraction) -> Degree:
    """Return what is made of "It was 80 kilometers (50 miles) in all."."""
    unit, into, value, _ = pair
    blank = story("")
    names = [unit_name(blank, each, like="meter", short=False, plural=True) for each in (unit, into)]
    amounts = [plain_figure(each, commas=True) for each in (value, converted)]
    original, second = (f"{amount} {name}" for amount, name in zip(amounts, names, strict=True))
    found = story(f"It was {original} ({second}) in all.").view(judgements)
    assert len(found) == 1, (original, second)
    return found[0].degree
