"""The almanac: months, weekdays and the calendars they belong to."""

from __future__ import annotations

import datetime
import re

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.text.flat import flat
from newslint.text.trie import bounded, trie_pattern

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
WEEKDAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
# The first countries took the Gregorian calendar in 1582; Greece, the last in Europe, in 1923. Where a story
# speaks of no such place, `julian_until` knows of an earlier last year.
FIRST_GREGORIAN_YEAR = 1582
LAST_JULIAN_YEAR = 1923
# Britain and its colonies changed in 1752, as most of Europe had before; Sweden followed in February 1753.
LAST_JULIAN_YEAR_IN_THE_WEST = 1753
# Sweden went back to the Julian calendar in this year by way of a Feb. 30.
SWEDISH_YEAR = 1712


def month_number(word: str) -> int:
    """Return 1 for January in any of its spellings, to 12 for December."""
    return MONTH_NUMBERS[word.lower()[:3]]


def weekday_number(word: str) -> int:
    """Return 0 for Monday in any of its spellings, to 6 for Sunday."""
    return WEEKDAY_NUMBERS[word.lower()[:3]]


def days_in_month(month: int, year: int | None, *, julian_until: int = LAST_JULIAN_YEAR) -> int:
    """Return how many days the month has, at most, in the calendars of that year; no year, any year."""
    if month != 2:
        return LENGTHS[month - 1]
    if year == SWEDISH_YEAR:
        return 30
    # The Julian calendar has a leap year every fourth year.
    leap = year is None or _gregorian_leap(year) or (year <= julian_until and year % 4 == 0)
    return 29 if leap else 28


def exists(year: int | None, month: int, day: int, *, julian_until: int = LAST_JULIAN_YEAR) -> bool:
    """Tell whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(month, year, julian_until=julian_until)


def weekdays_of(year: int, month: int, day: int, *, julian_until: int = LAST_JULIAN_YEAR) -> tuple[int, ...]:
    """Return the weekday of a day that exists, first of the calendar most used in that year.

    Where two calendars were in use, both weekdays are returned.
    """
    gregorian = _gregorian_days(year, month, day) % 7
    julian = _julian_days(year, month, day) % 7
    if year > julian_until:
        return (gregorian,)
    return (gregorian, julian) if year >= FIRST_GREGORIAN_YEAR else (julian,)


def nearest_year(month: int, day: int, to: datetime.date) -> int:
    """Return the year in which that day comes closest to the date *to*."""
    years = [year for year in (to.year, to.year - 1, to.year + 1) if exists(year, month, day)]
    target = to.toordinal() - 1
    return min(years or [to.year], key=lambda year: abs(_gregorian_days(year, month, day) - target))


def days_between(first: tuple[int, int, int], last: tuple[int, int, int]) -> int:
    """Return the days from one (year, month, day) to another in the Gregorian calendar."""
    return _gregorian_days(*last) - _gregorian_days(*first)


def julian_until(document: Document) -> int:
    """Return the last year in which a date of the story may be Julian; it costs a search of the copy."""
    speaks_of_the_east = document.lexicon.view(_eastern).search(document.view(flat))
    return LAST_JULIAN_YEAR if speaks_of_the_east else LAST_JULIAN_YEAR_IN_THE_WEST


def _gregorian_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _gregorian_days(year: int, month: int, day: int) -> int:
    # Counted from Monday, Jan. 1 of year 1; any year will do, where datetime stops at 9999.
    before = year - 1
    leap = 1 if month > 2 and _gregorian_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _days_before(month) + leap + day - 1


def _julian_days(year: int, month: int, day: int) -> int:
    # The Julian Jan. 1 of year 1 was the Gregorian Dec. 30 of the year before.
    before = year - 1
    leap = 1 if month > 2 and year % 4 == 0 else 0
    return before * 365 + before // 4 + _days_before(month) + leap + day - 3


def _days_before(month: int) -> int:
    return sum(LENGTHS[: month - 1])


def _eastern(lexicon: Lexicon) -> re.Pattern[str]:
    return lazy_pattern(bounded(trie_pattern(lexicon.words("late-gregorian-places"))))
