"""Periods: the stretches of time that a story names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.calendar.periods import PeriodKind, periods

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "words", "kind", "begins"),
    [
        ("It fell in the 1990s.", "1990s", PeriodKind.DECADE, (1990, 1)),
        ("It fell in the late 1990's.", "1990's", PeriodKind.DECADE, (1990, 1)),
        ("A 19th-century house fell.", "19th-century", PeriodKind.CENTURY, (1801, 1)),
        ("It fell in the 5th century BC.", "5th century BC", PeriodKind.CENTURY, (-500, 1)),
        ("It fell in the second quarter of 2021.", "second quarter of 2021", PeriodKind.QUARTER, (2021, 4)),
        ("It fell in summer 2021.", "summer 2021", PeriodKind.SEASON, (2021, 1)),
        ("It fell in the mid-1990s.", "1990s", PeriodKind.DECADE, (1990, 1)),
        ("It fell in the '90s.", "'90s", PeriodKind.DECADE, (1990, 1)),
        ("It fell in the late nineties.", "nineties", PeriodKind.DECADE, (1990, 1)),
        ("A nineteenth-century house fell.", "nineteenth-century", PeriodKind.CENTURY, (1801, 1)),
        ("It fell in Q3 2021.", "Q3 2021", PeriodKind.QUARTER, (2021, 7)),
        (
            "It fell in the first quarter of this year.",
            "first quarter of this year",
            PeriodKind.QUARTER,
            (None, 1),
        ),
        ("It fell in the second half of 2021.", "second half of 2021", PeriodKind.HALF, (2021, 7)),
        ("It fell in H1 of 2021.", "H1 of 2021", PeriodKind.HALF, (2021, 1)),
        ("It fell last winter.", "winter", PeriodKind.SEASON, (None, 1)),
        ("It fell in the winter of 2020-21.", "winter of 2020-21", PeriodKind.SEASON, (2020, 1)),
        ("It has risen since the late 90s.", "90s", PeriodKind.DECADE, (1990, 1)),
        ("It fell in the noughties.", "noughties", PeriodKind.DECADE, (2000, 1)),
        ("It fell in 3Q 2021.", "3Q 2021", PeriodKind.QUARTER, (2021, 7)),
        ("It fell in Q3.", "Q3", PeriodKind.QUARTER, (None, 7)),
        ("Its third-quarter net profit fell.", "third-quarter", PeriodKind.QUARTER, (None, 7)),
        ("Sales fell in FY22.", "FY22", PeriodKind.FISCAL_YEAR, (2022, 1)),
        ("Sales fell in FY 2021-22.", "FY 2021-22", PeriodKind.FISCAL_YEAR, (2022, 1)),
        ("It fell (FY98) twice.", "FY98", PeriodKind.FISCAL_YEAR, (1998, 1)),
        ("It fell in the fall of 2020.", "fall of 2020", PeriodKind.SEASON, (2020, 1)),
    ],
)
def test_periods_are_read_with_their_years(
    story: Story, copy: str, words: str, kind: PeriodKind, begins: tuple[int | None, int]
) -> None:
    [found] = periods(story(copy))

    assert (found.span.cut(copy), found.kind, (found.year, found.month)) == (words, kind, begins)


@pytest.mark.parametrize(
    "copy",
    [
        "A quarter of 2,021 people fall ill when winter comes.",
        "Sales fall in 10 cities.",
        "It took half a century.",
        "She is in her 30s and he in his thirties.",
        "They led in the first half and lost in the third quarter.",
        "In the fall of the house a spring broke.",
        "It costs $1990s.",
        "Highs were in the 90s, in an Audi Q3, and in the mid-90s.",
        "The third-quarter touchdown and the first-half goal were his.",
    ],
)
def test_other_words_are_no_periods(story: Story, copy: str) -> None:
    assert periods(story(copy)) == ()


def test_two_centuries_share_their_word(story: Story) -> None:
    copy = "Houses of the 18th and 19th centuries stand by walls of the third to first centuries BC."

    found = periods(story(copy))

    assert [(period.span.cut(copy), period.year) for period in found] == [
        ("18th", 1701),
        ("19th centuries", 1801),
        ("third", -300),
        ("first centuries BC", -100),
    ]
