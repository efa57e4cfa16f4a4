"""Searches for days that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.checks.dates.date_ranges import keeps_order
from newslint.checks.dates.leap_days import FEBRUARY, LEAP_DAY, common_year, is_leap_day
from newslint.checks.dates.mends import day_edit, mended
from newslint.checks.dates.running import opens_name
from newslint.plugin import Check, Document, Fix, Problem, Span, Worded, lazy_pattern
from newslint.text.calendar.almanac import LAST_JULIAN_YEAR, LENGTHS, MONTHS, days_in_month, julian_until
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
# "Applications close on Sept. 31"
ENDING = lazy_pattern(r"\b(?:by|until|till|through|(?:clos|end|expir)(?:e[sd]?|s|ed|ing)(?: on)?) $")


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
            "date": _printed(document, date, place),
            "month": MONTHS[date.month - 1],
            "days": str(days),
            "year": str(year or ""),
            "when": When.THAT_YEAR if date.month == FEBRUARY and year else When.EVERY_YEAR,
        },
        fixes=tuple(_fixes(document, date, day, days=days, place=place)),
    )


def _printed(document: Document, date: Date, place: Span) -> str:
    """Return the date as printed; of two days, "31 September" from "20 and Saturday 31 September"."""
    text = document.text
    if place != date.last_span:
        return date.core.cut(text)
    if date.form is DateForm.DAY_FIRST:
        return text[place.start : date.core.end]
    return f"{date.month_span.cut(text)} {place.cut(text)}"


def _fixes(document: Document, date: Date, day: int, *, days: int, place: Span) -> Iterator[Fix]:
    """Yield the day that the story decides: its own in a dateline, else the last, of a month that runs out.

    Any other would be a guess, which a story soon contradicts.
    """
    told = document.view(story_date)
    if date == document.view(dateline_date):
        if told and told.month == date.month:
            yield mended(document, date.core, day_edit(document, place, told.day))
    elif _runs_out(document, date, day, days=days, place=place) and keeps_order(document, date, place, days):
        yield mended(document, date.core, day_edit(document, place, days))


def _runs_out(document: Document, date: Date, day: int, *, days: int, place: Span) -> bool:
    """Tell whether the month's last day must be meant: it is one too many, and a term ends on it."""
    if day != days + 1 or date.weekday is not None or (date.month == FEBRUARY and not _year(document, date)):
        return False
    if any(other.day == day and other.month != date.month for other in document.view(dates)):
        return False
    start = date.span.start
    return place == date.last_span or bool(ENDING.search(document.view(flat), max(0, start - 24), start))
