"""Year ranges and months without a day: what is one, and what only has its figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.calendar.months import months
from newslint.text.calendar.year_ranges import Joint, year_ranges

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "years"),
    [
        ("He led it from 1996 to 2001.", (1996, 2001)),
        ("He led the 2014-18 plan.", (2014, 2018)),
        ("It was the 1998-02 plan.", (1998, 2002)),
        ("It was the 1999–00 season.", (1999, 2000)),
        ("It was the 1958-38 plan.", (1958, 1938)),
        ("Lena Fodor (1931–2009) wrote of the sea.", (1931, 2009)),
    ],
)
def test_ranges_of_years_are_read(story: Story, copy: str, years: tuple[int, int]) -> None:
    [found] = year_ranges(story(copy))

    assert (found.first, found.last) == years


@pytest.mark.parametrize(
    "copy",
    [
        "Staff fell from 2000 to 1500.",
        "He was sentenced in 1995 to 15 years.",
        "The polling places of 2008 to 60 this year.",
        "It opened on 2017-12-01.",
        "The temple dates from 1200-1100 BC.",
        "It costs $1500-2000 or 1500-2000,5.",
        "Call 555-1990-2001.",
    ],
)
def test_other_figures_are_no_ranges_of_years(story: Story, copy: str) -> None:
    assert year_ranges(story(copy)) == ()


def test_a_range_knows_what_joins_it(story: Story) -> None:
    dash, word = year_ranges(story("The 1990 - 94 war, told from 1990 to 1994."))

    assert (dash.joint, word.joint) == (Joint.DASH, Joint.WORD)


@pytest.mark.parametrize(
    ("copy", "read"),
    [
        ("It began in Sept. 2021.", ["Sept. 2021"]),
        ("It began in May, 2021.", ["May, 2021"]),
        ("It begins in late Oct., they said.", ["Oct."]),
        ("It began in June. The rest is free.", ["June"]),
        ("It began on Sept. 3, 2021.", []),
        ("It ran March-April 2020, and in May and June.", ["March", "April 2020", "May", "June"]),
        ("It fell in the April-June quarter, or May/June.", ["April", "June", "May", "June"]),
        ("It ran May to June 2021.", ["May", "June 2021"]),
        ("She wrote to April and June, and to May-April 5.", []),
        ("April Jones and Dec Green may march.", []),
        ("Theresa May won. 2016 ended.", []),
    ],
)
def test_months_without_a_day_are_read(story: Story, copy: str, read: list[str]) -> None:
    assert [month.span.cut(copy) for month in months(story(copy))] == read
