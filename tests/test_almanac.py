"""The almanac: lengths of months and weekdays, in the calendars of their time."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.calendar.almanac import (
    days_between,
    days_in_month,
    exists,
    month_number,
    nearest_year,
    weekday_number,
    weekdays_of,
)


@given(st.dates())
def test_weekdays_agree_with_the_standard_library(date: datetime.date) -> None:
    gregorian = days_between((1, 1, 1), (date.year, date.month, date.day)) % 7

    assert gregorian == date.weekday()


@given(st.integers(-5000, 99999), st.integers(1, 12), st.integers(1, 28))
def test_any_year_has_weekdays(year: int, month: int, day: int) -> None:
    found = weekdays_of(year, month, day)

    assert found
    assert all(0 <= weekday <= 6 for weekday in found)


@pytest.mark.parametrize(
    ("year", "days"),
    [(2023, 28), (2024, 29), (2000, 29), (2100, 28), (1900, 29), (1712, 30), (10000, 29), (None, 29)],
)
def test_february_has_the_days_of_its_year(year: int | None, days: int) -> None:
    assert days_in_month(2, year) == days


def test_where_the_calendar_changed_early_old_days_have_one_weekday() -> None:
    assert weekdays_of(1914, 7, 4, julian_until=1752) == (5,)
    assert weekdays_of(1745, 7, 4, julian_until=1752) == (6, 3)
    assert not exists(1900, 2, 29, julian_until=1752)
    assert exists(1700, 2, 29, julian_until=1752)


def test_a_day_outside_its_month_does_not_exist() -> None:
    assert not exists(2021, 9, 31)
    assert not exists(2021, 13, 1)
    assert not exists(2021, 9, 0)
    assert exists(2021, 9, 30)


@pytest.mark.parametrize(
    ("day", "weekdays"),
    [
        ((1066, 10, 14), (5,)),
        ((1582, 10, 4), (0, 3)),
        ((1917, 11, 7), (2, 1)),
        ((1945, 5, 8), (1,)),
        ((2021, 9, 1), (2,)),
    ],
)
def test_old_days_have_the_weekdays_of_both_calendars(
    day: tuple[int, int, int], weekdays: tuple[int, ...]
) -> None:
    assert weekdays_of(*day) == weekdays


def test_the_nearest_year_may_be_the_next_or_the_last() -> None:
    written = datetime.date(2021, 12, 20)

    assert nearest_year(1, 4, written) == 2022
    assert nearest_year(12, 31, written) == 2021
    assert nearest_year(11, 5, datetime.date(2021, 2, 1)) == 2020
    assert nearest_year(2, 29, datetime.date(2021, 2, 1)) == 2020
    assert nearest_year(12, 31, datetime.date(1, 1, 1)) == 0


def test_names_of_months_and_weekdays_are_known_in_any_capitals() -> None:
    assert [month_number(word) for word in ("Jan.", "MARCH", "sept", "APRİL")] == [1, 3, 9, 4]
    assert [weekday_number(word) for word in ("Mon", "FRIDAY", "FRİDAY")] == [0, 4, 4]
