"""Calendars: how long the story's countries kept the Julian one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.calendar.almanac import julian_until

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "year"),
    [
        ("The mill in Leeds burned.", 1753),
        ("The mill near Kiev burned.", 1923),
        ("The Russians kept the old calendar.", 1923),
        ("A Georgian terrace, built by Turkey Red dyers.", 1923),
        ("Prussian bankers met.", 1753),
    ],
)
def test_a_story_of_the_east_may_be_julian(story: Story, copy: str, year: int) -> None:
    assert julian_until(story(copy)) == year
