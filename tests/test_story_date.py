"""The story's date: where it is looked for, and in which order."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import msgspec
import pytest

from newslint.plugin import Document, Meta
from newslint.text.calendar.story_date import story_date

Story = Callable[[str], Document]
COPY = "LAGOS, Sept. 1, 2021 (Reuters) - The ferry sank on Monday.\n"


def test_what_the_run_or_the_format_says_comes_first(story: Story) -> None:
    given = msgspec.structs.replace(
        story(COPY), path="2020-05-03-ferry.txt", meta=Meta(date=datetime.date(2019, 4, 2))
    )

    assert story_date(given) == datetime.date(2019, 4, 2)


def test_a_dated_file_name_comes_before_the_dateline(story: Story) -> None:
    named = msgspec.structs.replace(story(COPY), path="stories/2020-05-03-ferry.txt")

    assert story_date(named) == datetime.date(2020, 5, 3)


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("20210903_ferry.txt", datetime.date(2021, 9, 3)),
        ("2021-13-03-ferry.txt", None),
        ("2021-09-03/ferry.txt", None),
        ("1234567890123.txt", None),
        ("ferry-2021.09.03.txt", datetime.date(2021, 9, 3)),
    ],
)
def test_only_a_file_name_with_a_real_day_is_dated(
    story: Story, path: str, date: datetime.date | None
) -> None:
    assert story_date(msgspec.structs.replace(story("The ferry sank."), path=path)) == date


@pytest.mark.parametrize(
    ("copy", "date"),
    [
        (COPY, datetime.date(2021, 9, 1)),
        ("LAGOS, Nigeria, 1 May 2020 - The ferry sank.", datetime.date(2020, 5, 1)),
        ("Ferry sinks\n\nSunday, January 5, 2014\n\nIt sank at dawn.\n", datetime.date(2014, 1, 5)),
        ("KABUL, Afghanistan (AP) _ Sept. 1, 2021\n\nIt sank at dawn.\n", datetime.date(2021, 9, 1)),
        ("Nairobi, May 6 2022 (IPS) - The ferry sank.", datetime.date(2022, 5, 6)),
        ("TROMSØ, Norway, March 2, 2011 — The ferry sank.", datetime.date(2011, 3, 2)),
        ("BOGOTÁ, March 2, 2011 (AP) — The ferry sank.", datetime.date(2011, 3, 2)),
        ("São Paulo, March 2, 2011 — The ferry sank.", datetime.date(2011, 3, 2)),
        ("Ærøskøbing, March 2, 2011 — The ferry sank.", datetime.date(2011, 3, 2)),
        ("AUSTIN, Texas, Sept. 1, 2021 /NewsWire/ -- It sank.", datetime.date(2021, 9, 1)),
        ("Ferry sinks\n\nPublished: 1 September 2021\n\nIt sank at dawn.\n", datetime.date(2021, 9, 1)),
        ("Ferry sinks\n\nWednesday, 1 September 2021 14:00 BST\n\nIt sank.\n", datetime.date(2021, 9, 1)),
        ("2021-09-01\n\nIt sank at dawn.\n", datetime.date(2021, 9, 1)),
        ("New Delhi, Sept 1, 2021 (PTI): It sank.", datetime.date(2021, 9, 1)),
        ("MOSCOW, September 1, 2021 /TASS/. It sank.", datetime.date(2021, 9, 1)),
        ("Ferry sinks\n\nBy Ana Ruiz | Sept. 1, 2021\n\nIt sank.\n", datetime.date(2021, 9, 1)),
        ("Ferry sinks\n\nSept. 1, 2021 / 10:15 AM EST\n\nIt sank.\n", datetime.date(2021, 9, 1)),
        ("Sept. 1, 2021 (Wednesday). It sank.", None),
        ("Sept. 1, 2021 - a day of rain\n\nIt sank at dawn.\n", None),
        ("LAGOS, Sept. 1 (Reuters) - The ferry sank.", None),
        ("On May 3, 2020 - a Sunday - the ferry sank.", None),
        ("LAGOS, Feb. 30, 2021 (Reuters) - The ferry sank.", None),
        ("The ferry sank.", None),
        ("", None),
    ],
)
def test_a_dateline_with_a_year_dates_the_story(story: Story, copy: str, date: datetime.date | None) -> None:
    assert story_date(story(copy)) == date
