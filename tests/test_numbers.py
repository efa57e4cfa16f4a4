"""Numbers: figures and words, and what they are worth."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from newslint.plugin import Document
from newslint.text.figures.number_words import SMALL, spelled_out, words_value
from newslint.text.figures.numbers import bracketed_money, numbers, percent_end

VALUES = [
    ("1,200.5 tons", "1,200.5", Fraction(2401, 2)),
    ("1,50,000 rupees", "1,50,000", Fraction(150000)),
    ("5½ miles", "5½", Fraction(11, 2)),
    ("5 1/2 inches", "5 1/2", Fraction(11, 2)),
    ("1/2 a cup", "1/2", Fraction(1, 2)),
    (".5 miles", ".5", Fraction(1, 2)),
    ("4.5/5 stars", "4.5", Fraction(9, 2)),
    ("3/4 of an inch", "3/4", Fraction(3, 4)),
    ("£5m-6m", "5m", Fraction(5000000)),
    ("5 lakhs", "5 lakhs", Fraction(500000)),
    ("frost of minus five", "minus five", Fraction(-5)),
    ("zero degrees", "zero", Fraction(0)),
    ("half a dozen men", "half a dozen", Fraction(6)),
    ("a million and a half men", "a million and a half", Fraction(1500000)),
    ("a quarter of a million men", "a quarter of a million", Fraction(250000)),
    ("a fifth of them", "a fifth of", Fraction(1, 5)),
    ("three-sixteenths of an inch", "three-sixteenths of an", Fraction(3, 16)),
    ("3.2 million acres", "3.2 million", Fraction(3200000)),
    ("a fund of 4bn", "4bn", Fraction(4000000000)),
    ("£3.9m in cash", "3.9m", Fraction(3900000)),
    ("frost of -22F", "-22", Fraction(-22)),
    ("frost of (−7C)", "−7", Fraction(-7)),
    ("frost of minus 5 C", "minus 5", Fraction(-5)),
    ("two lakh 5 lakh", "two lakh", Fraction(200000)),
    ("twenty-five miles", "twenty-five", Fraction(25)),
    ("two hundred and fifty-one yards", "two hundred and fifty-one", Fraction(251)),
    ("three thousand, one hundred men", "three thousand, one hundred", Fraction(3100)),
    ("a hundred thousand men", "a hundred thousand", Fraction(100000)),
    ("half a mile", "half a", Fraction(1, 2)),
    ("half-mile", "half", Fraction(1, 2)),
    ("half a million men", "half a million", Fraction(500000)),
    ("three-quarters of a mile", "three-quarters of a", Fraction(3, 4)),
    ("one eighth of an inch", "one eighth of an", Fraction(1, 8)),
    ("two and a half million", "two and a half million", Fraction(2500000)),
    ("one-and-a-half metres", "one-and-a-half", Fraction(3, 2)),
    ("a dozen men", "a dozen", Fraction(12)),
    ("a couple of miles", "a couple of", Fraction(2)),
]


@pytest.mark.parametrize(("copy", "words", "value"), VALUES)
def test_number_is_read_with_its_exact_value(
    story: Callable[[str], Document], copy: str, words: str, value: Fraction
) -> None:
    document = story(f"It was {copy} here.")

    found = document.view(numbers)[0]

    assert (found.span.cut(document.text), found.value) == (words, value)


@pytest.mark.parametrize("copy", ["21st", "12th", "1990s", "a third man", "40 below zero"])
def test_ordinal_or_decade_is_no_number(story: Callable[[str], Document], copy: str) -> None:
    found = [number.words for number in story(f"It was {copy} there.").view(numbers)]

    assert found in ([], ["40"])


def test_second_sum_of_a_range_is_money_too(story: Callable[[str], Document]) -> None:
    found = story("It cost £5m-6m to build.").view(numbers)

    assert [(number.value, number.money) for number in found] == [(5_000_000, True), (6_000_000, True)]


@pytest.mark.parametrize("copy", ["F16", "CZ-2F", "A400M", "MS-04", "x100"])
def test_digits_of_a_name_are_no_number(story: Callable[[str], Document], copy: str) -> None:
    assert story(f"The {copy} flew.").view(numbers) == ()


def test_ends_of_a_range_are_two_positive_numbers(story: Callable[[str], Document]) -> None:
    found = story("It grows by 2-2.5mm a year.").view(numbers)

    assert [number.value for number in found] == [2, Fraction(5, 2)]


def test_money_is_told_apart(story: Callable[[str], Document]) -> None:
    found = story("She paid $5 for 5 eggs.").view(numbers)

    assert [number.money for number in found] == [True, False]


@pytest.mark.parametrize(
    ("words", "decimals", "digits"),
    [("0.25", 2, 2), ("25", 0, 2), ("250", -1, 2), ("1.84 million", -4, 3), ("5½", 1, 2)],
)
def test_last_telling_digit(story: Callable[[str], Document], words: str, decimals: int, digits: int) -> None:
    found = story(f"It is {words} in all.").view(numbers)[0]

    assert (found.decimals, found.digits) == (decimals, digits)


@pytest.mark.parametrize("mark", ["%", " %", " percent", " per cent", " pct"])
def test_per_cent_is_found_after_its_number(story: Callable[[str], Document], mark: str) -> None:
    document = story(f"It rose 5{mark} in May.")

    assert percent_end(document, document.view(numbers)[0]) == len(f"It rose 5{mark}")


def test_number_below_a_hundred_survives_being_spelled_out() -> None:
    assert all(words_value(spelled_out(value)) == value for value in range(1, 100))


def test_scan_starts_at_every_number_word(lexicon: object, story: Callable[[str], Document]) -> None:
    words = [word for word in SMALL if len(word) > 2]

    found = story(", ".join(words)).view(numbers)

    assert len(found) == len(words)


def test_key_of_many_digits_is_no_number(story: Callable[[str], Document]) -> None:
    found = story(f"The key {'7' * 41} was sent to {'7' * 40} people.").view(numbers)

    assert [len(number.words) for number in found] == [40]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The port cost €30 million ($33 million).", True),
        ("The port cost €30 million [or about thirty-three million dollars].", True),
        ("The port cost R18 million (US$1 million).", True),
        ("The port (by the sea) cost €30 million.", False),
        ("The port cost €30 million.", False),
        ("The port is 30 miles (48 km) away.", False),
    ],
)
def test_money_in_brackets_is_seen_by_a_sign_and_a_number(
    story: Callable[[str], Document], copy: str, expected: bool
) -> None:
    assert story(copy).view(bracketed_money) is expected
