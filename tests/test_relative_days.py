"""Relative days: weekdays counted from the day of reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.calendar.relative_days import relative_days

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "read"),
    [
        ("It fell last Friday.", [("last Friday", "last", 4)]),
        ("Next Tues. and this Sunday it falls.", [("Next Tues", "next", 1), ("this Sunday", "this", 6)]),
        ("It fell the following Friday.", [("following Friday", "following", 4)]),
        ("It falls on Friday week.", [("Friday week", "week", 4)]),
        ("It fell on Monday last, in rain.", [("Monday last", "last", 0)]),
        ("On Friday last year's winner, on Monday week three, on Tuesday next to nobody fell.", []),
        ("At last, Friday came; the Friday after, too.", []),
        ("It is the last sun of the year.", []),
    ],
)
def test_a_weekday_may_be_counted_from_today(
    story: Story, copy: str, read: list[tuple[str, str, int]]
) -> None:
    found = relative_days(story(copy))

    assert [(day.span.cut(copy), day.word, day.weekday) for day in found] == read
