"""Searches for days that no calendar has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.checks.dates.date_ranges import keeps_order
from newslint.checks.dates.leap_days import FEBRUARY, LEAP_DAY, common_year, is_leap_day
from newslint.checks.dates.mends import day_edit, mended, month_edit
from newslint.checks.dates.running import opens_name
from newslint.plugin import Check, Document, Edit, Fix, Problem, Span, Worded, lazy_pattern
from newslint.text.calendar.almanac import (
    LAST_JULIAN_YEAR,
    LENGTHS,
    MONTHS,
    days_in_month,
    julian_until,
    weekdays_of,
)
from newslint.text.calendar.date_forms import Months, month_length
from newslint.text.calendar.dates import Date, DateForm, dates
from newslint.text.calendar.story_date import dateline_date, story_date
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# "In September 31 people …": the figure counts what follows.
MONTH_ALONE = lazy_pattern(r"\b(?:in|during|last|this|next|late|early|mid|each|every)[ -]$", re.IGNORECASE)
COUNTED = lazy_pattern(r" (?!and\b|or\b|to\b|but\b|at\b|in\b|for\b|when\b|after\b|before\b|as\b)[a-z]")
# "By November 31 states had voted", "the 31 June strikes": the figure counts what follows, too.
SINCE = lazy_pattern(r"\b(?:by|on|since|until|after|before) $", re.IGNORECASE)
COUNTED_ONES = Worded(
    r"[ ](?:[a-z]+[ ])?(?:{counted-beings}|[a-z]{2,}s)[ ](?:had|have|were|are|{deeds-of-many})\b"
)
ARTICLE = lazy_pattern(r"\b(?:the|these|those|all|[a-z]+'s|his|her|their|its) $", re.IGNORECASE)
SEVERAL = lazy_pattern(r" (?!(?:was|has|its|this|does)\b)[a-z]{2,}(?<!s)s\b")
# "June 31 does not exist", "a myth", "the old calendar had"; a court's calendar has our days.
ON_CALENDARS = Worded(
    r"""\b(?:{doubts-of-dates}
    |(?:is|was)[ ]no[ ](?:\d\d?[ ]|thirt[a-z-]+[ ]of[ ])?(?:feb|apr|june|sep|nov)\w*
    |{calendars-of-their-own}[ ]calendars?|calendar[ ]reform)\b""",
    re.IGNORECASE | re.VERBOSE,
)
ON = lazy_pattern(r"\bon (?:the )?$", re.IGNORECASE)
# In tables of prices "Feb 30" is a contract and its price; "closes Nov 31, the museum said" has a day.
TAKES_A_DAY = lazy_pattern(
    r"\b(?:on|by|until|till|since|from|after|before|to|end(?:s|ed|ing)|dated|the|a) $", re.IGNORECASE
)
WORD_BEFORE = lazy_pattern(r"(?:\b[a-z]{2,},? |\w{2,}: |[(])$")
CLOSED = lazy_pattern(r"$|[.,;:!?)](?!\d)|\n|[ ](?:and|as|at|but|for|from|in|or|the|to|when|with)\b")
OF_MARKETS = Worded(r"\b{market-words}\b", re.IGNORECASE)
# "in September 31st place"
PLACED = lazy_pattern(r"-[a-z]|[ ](?:place|position|spot)\b")


# How many other days of the month are offered.
MOST_NAMED = 2


class When(StrEnum):
    """Whether the month is always so short, or was in that year."""

    EVERY_YEAR = "every-year"
    THAT_YEAR = "that-year"


class ImpossibleDate(Check, frozen=True):
    """Compares the day of a date with the length of its month."""

    starts: ClassVar = (dates,)
    supplies: ClassVar = {**dict.fromkeys(("date", "month", "days", "year", "change")), "when": When}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each day its month does not have, with the days that may be meant."""
        for date in document.view(dates):
            if date.month > 12:
                continue
            for day, place in _days(document, date):
                if not 1 <= day <= _length(document, date) and _is_meant(document, date):
                    yield _problem(document, date, day, place)

    def unchecked(self, document: Document) -> int:
        """Count the Feb. 29ths whose year nothing tells."""
        if document.view(story_date):
            return 0
        return sum(is_leap_day(date) and date.day <= LEAP_DAY for date in document.view(dates))


def _length(document: Document, date: Date) -> int:
    """Return how many days the month had where the story is set."""
    year = _year(document, date)
    is_old = date.month == FEBRUARY and (year or LAST_JULIAN_YEAR + 1) <= LAST_JULIAN_YEAR
    until = document.view(julian_until) if is_old else LAST_JULIAN_YEAR
    return days_in_month(date.month, year, julian_until=until)


def _year(document: Document, date: Date) -> int | None:
    """Return the year that is printed; of a Feb. 29 without one, the common year that it must be of."""
    return date.year or (common_year(document, date) if is_leap_day(date) else None)


def _is_meant(document: Document, date: Date) -> bool:
    return _is_a_date(document, date) and not _speaks_of_calendars(document, date.span)


def _days(document: Document, date: Date) -> Iterator[tuple[int, Span]]:
    yield date.day, date.day_span
    if date.last_day is None or date.last_span is None:
        return
    # "on June 5 and 31 others …": what stands after "and" may be counted.
    joint = document.view(flat)[date.day_span.end : date.last_span.start]
    if "and" not in joint or not COUNTED.match(document.view(flat), date.last_span.end):
        yield date.last_day, date.last_span


def _is_a_date(document: Document, date: Date) -> bool:
    """Tell a day from a count ("In September 31 people …") and from any other figure ("June 35")."""
    if date.figures or date.year or date.weekday is not None or date == document.view(dateline_date):
        return True
    if opens_name(document, date):
        return False
    text = document.view(flat)
    start = date.span.start
    if date.day > max(LENGTHS) + 1:
        return bool(ON.search(text, max(0, start - 8), start))
    if date.form is DateForm.DAY_FIRST:
        article = ARTICLE.search(text, max(0, start - 24), start)
        return not (article and SEVERAL.match(text, date.span.end))
    if SINCE.search(text, max(0, start - 8), start) and COUNTED_ONES.of(document).match(text, date.span.end):
        return False
    alone = MONTH_ALONE.search(text, max(0, start - 8), start)
    if date.ordinal:
        return not (alone and PLACED.match(text, date.span.end))
    if month_length(document.text, date) is Months.BARE:
        return bool(TAKES_A_DAY.search(text, max(0, start - 10), start)) or _stands_alone(document, date)
    return not (alone and COUNTED.match(text, date.span.end))


def _stands_alone(document: Document, date: Date) -> bool:
    """Tell the day of "closes Nov 31, the museum said" from the price of "wheat Dec 31"."""
    text, sentence = document.view(flat), sentence_at(document, date.span.start)
    if not WORD_BEFORE.search(text, max(0, date.span.start - 16), date.span.start):
        return False
    closed = CLOSED.match(text, date.span.end)
    return bool(closed) and not OF_MARKETS.of(document).search(text, sentence.start, sentence.end)


def _speaks_of_calendars(document: Document, span: Span) -> bool:
    sentence = sentence_at(document, span.start)
    return bool(ON_CALENDARS.of(document).search(document.view(flat), sentence.start, sentence.end))


def _problem(document: Document, date: Date, day: int, place: Span) -> Problem:
    days, year = _length(document, date), _year(document, date)
    return Problem(
        span=date.span,
        data={
            "date": date.core.cut(document.text),
            "month": MONTHS[date.month - 1],
            "days": str(days),
            "year": str(year or ""),
            "when": When.THAT_YEAR if date.month == FEBRUARY and year else When.EVERY_YEAR,
        },
        fixes=tuple(_fixes(document, date, days=days, place=place)),
    )


def _fixes(document: Document, date: Date, *, days: int, place: Span) -> Iterator[Fix]:
    """Yield the last of the month, the first of the next for one day too many, and days named elsewhere."""
    last = _of_weekday(document, date, date.month, range(_longest(document, date, days), 0, -1))
    if keeps_order(document, date, place, last):
        yield mended(document, date.core, day_edit(document, place, last))
    if date.month < 12 and _runs_over(date, days):
        yield mended(document, date.core, *_of_next_month(document, date, place, days))
    for day in _named_elsewhere(document, date, days):
        if day != last and keeps_order(document, date, place, day):
            yield mended(document, date.core, day_edit(document, place, day))


def _longest(document: Document, date: Date, days: int) -> int:
    """Return the last day that may be meant: without a year, that of the story decides on Feb. 29."""
    told = document.view(story_date)
    return min(days, days_in_month(date.month, told.year)) if told and date.year is None else days


def _runs_over(date: Date, days: int) -> bool:
    """Tell whether a day of the next month may be meant: for one day too many, or on a known weekday."""
    if date.last_day is not None:
        return date.last_day == days + 1 and date.day <= days and date.form is DateForm.MONTH_FIRST
    return date.day == days + 1 or (date.weekday is not None and date.year is not None)


def _of_next_month(document: Document, date: Date, place: Span, days: int) -> Iterator[Edit]:
    """Yield the edits that make the day the first of the next month: "Sept. 30-31" is "Sept. 30-Oct. 1"."""
    first = _of_weekday(document, date, date.month + 1, range(1, days))
    day, month = day_edit(document, place, first), month_edit(document, date, date.month + 1)
    if date.last_span is None:
        yield from (day, month)
    else:
        yield Edit(day.span, f"{month.text} {day.text}")


def _of_weekday(document: Document, date: Date, month: int, days: range) -> int:
    """Return the first of the days that falls on the printed weekday; without one, or a year, the first."""
    if date.year is None or date.weekday is None or date.last_day is not None:
        return days[0]
    until = document.view(julian_until) if date.year <= LAST_JULIAN_YEAR else LAST_JULIAN_YEAR
    return next(day for day in days if date.weekday in weekdays_of(date.year, month, day, julian_until=until))


def _named_elsewhere(document: Document, date: Date, days: int) -> list[int]:
    """Return the days of that month that the story names most; of a dateline, that of the story's date."""
    told = document.view(story_date)
    if told and told.month == date.month and date == document.view(dateline_date):
        return [told.day]
    named = Counter(
        other.day for other in document.view(dates) if other.month == date.month and 1 <= other.day <= days
    )
    return [day for day, _ in named.most_common(MOST_NAMED)]
