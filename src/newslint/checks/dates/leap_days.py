"""Leap days: Feb. 29ths without a year that the story's date, or one beside them, puts in a common year."""

from __future__ import annotations

import datetime
import re

from newslint.checks.dates.undated import (
    LATELY,
    WITHIN_REACH,
    YEAR,
    comes,
    is_of_another_year,
    speaks_of_last_year,
    year_beside,
    year_of_range,
    years_named,
)
from newslint.plugin import Document, Worded, lazy_pattern
from newslint.text.calendar.almanac import days_between, exists
from newslint.text.calendar.dates import Date
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

FEBRUARY, LEAP_DAY = 2, 29
OF_ANY_YEAR = Worded(r"\b{leap-day-words}\b", re.IGNORECASE)
# "On Feb. 29" + " last year", "Last year, on " + "Feb. 29"; "Next year's conference will run until Feb. 29"
YEAR_BEHIND = lazy_pattern(r",? (?:of )?(?P<word>last|next) year\b(?!')")
YEAR_AHEAD = lazy_pattern(r"[\"“]?(?P<word>last|next) year\b", re.IGNORECASE)
AWAY = {"last": -1, "next": 1}
THIS_YEAR = lazy_pattern(r"\bthis year\b", re.IGNORECASE)


def is_leap_day(date: Date) -> bool:
    """Tell whether the date is, or ends with, a Feb. 29 without a year."""
    return date.month == FEBRUARY and LEAP_DAY in (date.day, date.last_day) and date.year_span is None


def common_year(document: Document, date: Date) -> int | None:
    """Return the year without a Feb. 29 that the date must be of; None where it may be of a leap year."""
    text, sentence = document.view(flat), sentence_at(document, date.span.start)
    if OF_ANY_YEAR.of(document).search(text, sentence.start, sentence.end):
        return None
    year = year_of_range(document, date) or year_beside(document, date)
    told = document.view(story_date)
    if year is not None:
        return None if exists(year, FEBRUARY, LEAP_DAY) else year
    if told and (its := _year_named(document, date, told.year)):
        return None if exists(its, FEBRUARY, LEAP_DAY) else its
    if told is None or is_of_another_year(document, date) or speaks_of_last_year(document, date):
        return None
    years = (
        [told.year] if THIS_YEAR.search(text, sentence.start, sentence.end) else _about(document, date, told)
    )
    named = years_named(document, date, before=YEAR)
    may_be = any(exists(each, FEBRUARY, LEAP_DAY) for each in (*years, *named))
    return None if may_be or not years else years[0]


def _year_named(document: Document, date: Date, told: int) -> int | None:
    """Return the year of "Feb. 29 last year", and of a sentence of no other year that opens with it."""
    text, sentence = document.view(flat), sentence_at(document, date.span.start)
    found = YEAR_BEHIND.match(text, date.core.end)
    if found is None and not YEAR.search(text, sentence.start, sentence.end):
        found = YEAR_AHEAD.match(text, sentence.start)
    return told + AWAY[found["word"].lower()] if found else None


def _about(document: Document, date: Date, told: datetime.date) -> list[int]:
    """Return the years whose February lies within reach of the story's date, the nearest first."""
    origin = (told.year, told.month, told.day)
    away = {
        year: days_between(origin, (year, FEBRUARY, LEAP_DAY))
        for year in (told.year, told.year - 1, told.year + 1)
    }
    if comes(document, date):
        coming = [year for year, days in sorted(away.items()) if days >= -1][:1]
        within = {*coming, *(year for year, days in away.items() if -LATELY <= days < -1)}
    else:
        within = {year for year, days in away.items() if abs(days) <= WITHIN_REACH}
    return sorted(within, key=lambda year: abs(away[year]))
