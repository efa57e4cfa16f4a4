"""Dates: the day that a value of front matter gives, or why it gives none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

import msgspec

from newslint.plugin import DateFault, lazy_pattern
from newslint.text.calendar.almanac import MONTH_NUMBERS, MONTHS

# 2026-03-10T09:30:00+01:00, 2026/3/9 09:30
YEAR_FIRST = lazy_pattern(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
COMPACT = lazy_pattern(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
# 10/03/2026, 10.3.2026
YEAR_LAST = lazy_pattern(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
WEEKDAY = r"(?:[a-z]+day,?[ ]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,2}\.?,?[ ])?"
# "Sept. 3, 2021", "Fri Sep 3 10:00:00 GMT 2021"
MONTH_FIRST = lazy_pattern(
    rf"(?i){WEEKDAY}(?P<month>[a-z]{{3,9}})\.?[ ](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
    r"(?:[ ][\d:]{5,8}(?:[ ][a-z]{3,4})?)?[ ](?P<year>\d{4})\b"
)
# "Fri, 03 Sep 2021 10:00:00 GMT", "3rd of September 2021", "3-Sep-2021"
DAY_FIRST = lazy_pattern(
    rf"(?i){WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]of)?[ -](?P<month>[a-z]{{3,9}})\.?,?"
    r"[ -](?P<year>\d{4})\b"
)
FORMS = (YEAR_FIRST, COMPACT, MONTH_FIRST, DAY_FIRST)
# What gives no day and is not meant to: a switch, a year, a month, a tag, a word for later.
NO_DAY = lazy_pattern(
    r"(?i)(?:true|false|yes|no|on|off|null|none|nil|~|n/?a|n\.d\.|tb[acd]|draft|today|now|\d{4}"
    r"|\d{4}[-/.]\d\d?|(?:[a-z]+\.?,?[ ])\d{4}|.*(?:\{\{|\{%|<%|\$\{).*)?"
)
# "0001-01-01" is what software writes for no date.
FIRST_YEAR = 1600


class Reading(msgspec.Struct, frozen=True):
    """The day that a value gives; where it gives none and was to, why."""

    date: datetime.date | None = None
    fault: DateFault | None = None
    data: Mapping[str, str] = {}


def reading(written: str) -> Reading:
    """Read a value that stands under the key of a date."""
    words = " ".join(written.split())
    if match := YEAR_LAST.match(words):
        return _year_last(match)
    match = next(filter(None, (form.match(words) for form in FORMS)), None)
    month = _month(match["month"]) if match else 0
    if match and month:
        return _day(int(match["year"]), month, int(match["day"]))
    return Reading() if NO_DAY.fullmatch(words) else Reading(fault=DateFault.UNREAD)


def _month(written: str) -> int:
    """Return the number of a month, 0 for another word."""
    return int(written) if written.isdigit() else MONTH_NUMBERS.get(written[:3].lower(), 0)


def _day(year: int, month: int, day: int) -> Reading:
    if year < FIRST_YEAR:
        return Reading()
    try:
        return Reading(datetime.date(year, month, day))
    except ValueError:
        return Reading(fault=DateFault.IMPOSSIBLE)


def _year_last(match: re.Match[str]) -> Reading:
    """Read a day with its year behind it: which figure is the month shows only where the other cannot be."""
    year, one, other = int(match["year"]), int(match["one"]), int(match["other"])
    month_first, day_first = _day(year, one, other), _day(year, other, one)
    if month_first.date and day_first.date and one != other:
        told = {"one": _named(month_first.date), "other": _named(day_first.date)}
        return Reading(fault=DateFault.ORDER, data=told)
    return month_first if month_first.date else day_first


def _named(date: datetime.date) -> str:
    return f"{MONTHS[date.month - 1]} {date.day}"
