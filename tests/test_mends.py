"""Mends: a date with another part is written as it was."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from newslint.checks.dates.impossible_date import ImpossibleDate
from newslint.checks.dates.time_zone_pair import TimeZonePair
from newslint.checks.dates.time_zone_pair import Verdict as Pairing
from newslint.checks.dates.weekday import Verdict, Weekday
from newslint.plugin import Document

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ("Sept. 31", "Sept. 30"),
        ("31st September 2021", "30th September 2021"),
        ("Apr 31, 2021", "Apr 30, 2021"),
        ("2021-02-29", "2021-02-28"),
        ("31.11.2021", "30.11.2021"),
        ("31/04/2021", "30/04/2021"),
        ("thirty-first of June", "thirtieth of June"),
    ],
)
def test_a_term_that_runs_a_day_too_far_ends_with_the_month(story: Story, printed: str, last: str) -> None:
    [problem] = ImpossibleDate().problems(story(f"It runs until {printed}, in rain."))

    assert [fix.data["change"] for fix in problem.fixes] == [last]


@pytest.mark.parametrize(
    ("copy", "changes"),
    [
        ("It fell on Sept. 31, after the storm of Sept. 11.", []),
        ("It runs until June 35, 2021, and again on June 25.", []),
        ("In Leeds, it ends on Friday 31 September 1920.", []),
        ("It ended on Nov. 31, as it did on Oct. 31.", []),
        ("It ends on Feb. 29.", []),
        ("It ended on Feb. 29, 2021.", ["Feb. 28, 2021"]),
        ("It runs from June 28 to 31.", ["June 28 to 30"]),
        ("It runs September 30th-31st.", []),
        ("It runs 28-31 June.", ["28-30 June"]),
        ("It runs 28-32 June.", []),
    ],
)
def test_a_day_that_the_story_does_not_decide_is_not_offered(
    story: Story, copy: str, changes: list[str]
) -> None:
    found = ImpossibleDate().problems(story(copy))

    assert [fix.data["change"] for problem in found for fix in problem.fixes] == changes


def test_a_dateline_has_the_day_of_the_story(story: Story) -> None:
    copy = "LAGOS, Sept 32 (Reuters) - It fell."
    dated = msgspec.structs.replace(story(copy), path="2021-09-03-ferry.txt", memory={})

    [problem] = ImpossibleDate().problems(dated)

    assert [fix.data["change"] for fix in problem.fixes] == ["Sept 3"]


@pytest.mark.parametrize(
    ("copy", "changes"),
    [
        (
            "Wednesday-Friday, June 7-9, 2021",
            ["Monday-Wednesday, June 7-9, 2021", "Wednesday-Friday, June 9-11, 2021"],
        ),
        (
            "Monday-Thursday, June 7-9, 2021",
            ["Monday-Wednesday, June 7-9, 2021", "Monday-Thursday, June 7-10, 2021"],
        ),
        (
            "Monday 8 to Friday 11 June 2021",
            ["Tuesday 8 to Friday 11 June 2021", "Monday 7 to Friday 11 June 2021"],
        ),
        (
            "Tuesday, June 8, to Friday, June 12, 2021",
            ["Saturday, June 12, 2021", "Friday, June 11, 2021", "Friday, June 12, 2020"],
        ),
        ("Wednesday, June 8, to Friday, June 11, 2021", ["Tuesday, June 8", "Wednesday, June 9"]),
    ],
)
def test_a_range_is_mended_at_the_end_that_slipped(story: Story, copy: str, changes: list[str]) -> None:
    [problem] = Weekday(verdict=Verdict.WRONG).problems(story(f"It ran {copy}, in rain."))

    assert [fix.data["change"] for fix in problem.fixes] == changes


@pytest.mark.parametrize(
    "copy",
    [
        "Monday to Friday, June 7-25, 2021",
        "Tuesday and Thursday, June 8-11, 2021",
        "Saturday and Sunday, 5 and 6 June 2021",
        "Monday, June 7, to Friday, June 11, 2021",
        "Wednesday, Dec. 29, to Tuesday, Jan. 4, 2022",
    ],
)
def test_opening_days_and_right_ends_are_left_alone(story: Story, copy: str) -> None:
    assert list(Weekday(verdict=Verdict.WRONG).problems(story(f"It ran {copy}, in rain."))) == []


def test_the_article_goes_with_the_day_that_is_put(story: Story) -> None:
    [problem] = Weekday(verdict=Verdict.WRONG).problems(story("It was an 8 May 2021 (Friday), in rain."))

    assert [fix.data["change"] for fix in problem.fixes][1] == "a 7 May 2021 (Friday)"


@pytest.mark.parametrize(
    ("pair", "other", "local"),
    [
        ("7 p.m. in Lagos (noon GMT)", "6 p.m.", "1 p.m."),
        ("1 p.m. in Lagos (11:30 a.m. GMT)", "noon", "12:30 p.m."),
        ("noon in Lagos (10.30am GMT)", "11.00am", "11.30am"),
        ("noon in Lagos (1130 GMT)", "1100", "12:30"),
        ("13:00 in Lagos (11:30 GMT)", "12:00", "12:30"),
    ],
)
def test_a_time_is_mended_on_the_clock_of_the_copy(story: Story, pair: str, other: str, local: str) -> None:
    check = TimeZonePair(verdict=Pairing.WRONG)

    [problem] = check.problems(story(f"The talks start at {pair} on Friday."))

    assert [fix.data["change"] for fix in problem.fixes] == [other, local]


def test_a_weekday_is_not_mended_past_the_other_end_of_a_range(story: Story) -> None:
    [problem] = Weekday(verdict=Verdict.WRONG).problems(
        story("It runs from Tuesday, March 10, to Tuesday, March 12, 2026.")
    )

    assert [fix.data["change"] for fix in problem.fixes] == ["Thursday, March 12, 2026"]
