"""What wants a date that the story does not give is counted, and not passed over in silence."""

from __future__ import annotations

import datetime
import json

import pytest

from newslint import lint

STORY = """The count was Thursday, March 6. The port has been shut since Feb. 29.

The council will vote tomorrow, March 20. Lena Fodor, 32, was born in 1979.

The dam burst 15 years ago, in 1996.
"""


def test_story_without_a_date_says_what_it_left_unchecked() -> None:
    [file] = lint(STORY).files

    assert file.unchecked == {
        "dates.age-does-not-fit": 1,
        "dates.doubtful-weekday": 1,
        "dates.elapsed-does-not-fit": 1,
        "dates.impossible-date": 1,
        "dates.wrong-relative-day": 1,
    }


def test_story_with_a_date_leaves_nothing_unchecked() -> None:
    [file] = lint(STORY, date=datetime.date(2026, 3, 10)).files

    assert file.unchecked == {}


@pytest.mark.parametrize(
    ("copy", "unchecked"),
    [
        ("The count was Thursday, March 6, 2025.", {}),
        ("The count was Thursday, March 6, and it rained.", {"dates.doubtful-weekday": 1}),
        ("It was Friday, Dec. 12, 2025. The count was Tuesday, Dec. 16.", {}),
        ("Diwali (Nov. 8) is near.", {"dates.wrong-feast": 1}),
        ("Diwali, Nov. 8, 2060, is far.", {"dates.wrong-feast": 1}),
        ("Easter, April 5, 2026, is near.", {}),
    ],
)
def test_year_beside_a_day_will_do(copy: str, unchecked: dict[str, int]) -> None:
    [file] = lint(copy + "\n").files

    assert file.unchecked == unchecked


def test_times_beyond_the_table_of_clocks_are_counted() -> None:
    copy = "The film is on at 9 p.m. ET/7 p.m. PT.\n"

    [file] = lint(copy, date=datetime.date(2038, 3, 10)).files

    assert file.unchecked == {"dates.time-zone-pair": 1}
    assert lint(copy, date=datetime.date(2038, 3, 10)).findings == ()


def test_report_in_json_has_the_counts(run, desk):
    (desk / "story.txt").write_text("The count was Thursday, March 6, and it rained.\n", encoding="utf-8")

    ran = run("check", "story.txt", "--isolated", "--format", "json")

    assert json.loads(ran.out)["files"][0]["unchecked"] == {"dates.doubtful-weekday": 1}
