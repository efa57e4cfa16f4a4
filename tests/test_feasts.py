"""Feasts fall on the days that the calendars of their countries and churches give them."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest

from newslint.plugin import Lexicon
from newslint.text.calendar.feasts import days_of_feast


@pytest.mark.parametrize(
    ("feast", "year", "days"),
    [
        ("Thanksgiving", 2026, ["2026-11-26", "2026-10-12"]),
        ("Black Friday", 2026, ["2026-11-27"]),
        ("Election Day", 2026, ["2026-11-03"]),
        ("Memorial Day", 2026, ["2026-05-25"]),
        ("Easter", 2026, ["2026-04-05", "2026-04-12"]),
        ("Easter", 2025, ["2025-04-20", "2025-04-20"]),
        ("Good Friday", 2027, ["2027-03-26", "2027-04-30"]),
        ("Ash Wednesday", 2024, ["2024-02-14"]),
        ("Diwali", 2026, ["2026-11-07", "2026-11-08", "2026-11-09"]),
        ("Diwali", 2028, []),
        ("Diwali", 2050, []),
        ("Lunar New Year", 2027, ["2027-02-05", "2027-02-06", "2027-02-07"]),
        ("Halloween", 1960, []),
        ("Festivus", 2026, []),
    ],
)
def test_feast_falls_on_its_days(lexicon: Lexicon, feast: str, year: int, days: list[str]) -> None:
    found = days_of_feast(lexicon, feast, year)

    assert found == tuple(map(datetime.date.fromisoformat, days))


def test_every_rule_of_a_feast_gives_a_day_each_year(lexicon: Lexicon) -> None:
    for feast in lexicon.words("feasts"):
        for year in (2001, 2024, 2026):
            assert days_of_feast(lexicon, feast, year), (feast, year)


def test_dateutil_is_imported_where_a_feast_is_met() -> None:
    code = (
        "import sys, newslint\n"
        "newslint.lint('The ferry sank on Wednesday, Sept. 1, 2021.')\n"
        "print('dateutil' in sys.modules)\n"
        "newslint.lint('Easter is on April 6, 2026.')\n"
        "print('dateutil' in sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "True"]
