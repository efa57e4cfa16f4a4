"""Mends: a date with another part is written as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.dates.impossible_date import ImpossibleDate
from newslint.plugin import Document

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("printed", "last", "first"),
    [
        ("Sept. 31", "Sept. 30", "Oct. 1"),
        ("31st September 2021", "30th September 2021", "1st October 2021"),
        ("Apr 31, 2021", "Apr 30, 2021", "May 1, 2021"),
        ("2021-02-29", "2021-02-28", "2021-03-01"),
        ("31.11.2021", "30.11.2021", "1.12.2021"),
        ("31/04/2021", "30/04/2021", "1/05/2021"),
    ],
)
def test_a_day_too_many_is_the_last_or_the_first(story: Story, printed: str, last: str, first: str) -> None:
    [problem] = ImpossibleDate().problems(story(f"It fell on {printed}, in rain."))

    assert [fix.data["change"] for fix in problem.fixes] == [last, first]
