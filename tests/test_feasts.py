"""Feasts fall on the days that the calendars of their countries and churches give them."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest

from newslint.checks.dates.elections import Election
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


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Sweden", "2014-09-14 2018-09-09 2022-09-11"),
        ("Switzerland", "2011-10-23 2015-10-18 2019-10-20 2023-10-22"),
        ("Costa Rica", "2018-02-04 2018-04-01 2022-02-06 2022-04-03"),
        ("Panama", "2009-05-03 2014-05-04 2019-05-05 2024-05-05"),
        ("Honduras", "2013-11-24 2017-11-26 2021-11-28"),
        ("Uruguay", "2014-10-26 2019-10-27 2019-11-24 2024-11-24"),
        ("Brazil", "2014-10-05 2018-10-07 2018-10-28 2022-10-30"),
        ("Mexico", "2021-06-06 2024-06-02"),
        ("Chile", "2013-11-17 2017-12-17 2021-11-21 2021-12-19"),
        ("Colombia", "2014-05-25 2018-06-17 2022-03-13 2022-05-29 2022-06-19"),
        ("Argentina", "2015-10-25 2019-10-27 2023-10-22 2023-11-19"),
        ("Philippines", "2016-05-09 2019-05-13 2022-05-09 2025-05-12"),
        ("Kenya", "2017-08-08 2022-08-09"),
        ("Latvia", "2014-10-04 2018-10-06 2022-10-01"),
        ("Estonia", "2015-03-01 2019-03-03 2023-03-05"),
        ("Lithuania", "2016-10-09 2016-10-23 2020-10-11 2024-10-27"),
        ("New South Wales", "2015-03-28 2019-03-23 2023-03-25"),
        ("Victoria", "2014-11-29 2018-11-24 2022-11-26"),
        ("Queensland", "2020-10-31 2024-10-26"),
        ("South Australia", "2014-03-15 2018-03-17 2022-03-19"),
        ("Western Australia", "2013-03-09 2017-03-11 2021-03-13"),
        ("Northern Territory", "2012-08-25 2016-08-27 2020-08-22 2024-08-24"),
        ("Dominican Republic", "2016-05-15 2024-05-19"),
    ],
)
def test_rules_of_elections_give_the_days_on_which_they_were_held(
    lexicon: Lexicon, name: str, days: str
) -> None:
    election = next(each for each in lexicon.records("elections", Election) if name in each.names)

    held = [datetime.date.fromisoformat(day) for day in days.split()]

    assert [day for day in held if day not in election.held_in(day.year)] == []
