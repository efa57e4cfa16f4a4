"""Searches for weekdays that do not fall on the date they are printed with."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import Annotated, ClassVar

import msgspec

from newslint.checks.dates.date_ranges import keeps_order
from newslint.checks.dates.leap_days import FEBRUARY, LEAP_DAY
from newslint.checks.dates.mends import day_edit, mended, month_edit, weekday_edit, year_edit
from newslint.checks.dates.undated import (
    SCENE,
    YEAR,
    comes,
    is_of_another_year,
    speaks_of_last_year,
    year_beside,
    year_of_range,
    years_about,
    years_named,
    years_of_month,
)
from newslint.checks.dates.weekday_claims import named_alone, weekday_claims
from newslint.plugin import Check, Document, Fix, Problem, Worded
from newslint.text.calendar.almanac import (
    LAST_JULIAN_YEAR,
    WEEKDAYS,
    days_between,
    days_in_month,
    exists,
    julian_until,
    nearest_year,
    weekdays_of,
)
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# A weekday is printed with a date this near to tell which week is meant, so the year is not in doubt.
CERTAIN_WITHIN = 7
# "Friday, Feb. 11, 1731, by the old calendar": its year may begin in March, and no weekday is sure.
OLD_CALENDAR = Worded(r"\b{old-calendar-words}(?!\w)", re.IGNORECASE)
# "Jurors return Tuesday, Sept. 13": no past year can be meant.
LOOKS_AHEAD = Worded(r"\b(?:will|is|are|until|next|{forthcoming-words})\b")


class Verdict(StrEnum):
    """How sure the year is: printed or certain from the story's date, or inferred from it."""

    WRONG = "wrong"
    DOUBTFUL = "doubtful"


class Slip(msgspec.Struct, frozen=True):
    """A weekday with the day it is said of, and the weekday of that day."""

    claim: Date
    expected: int


class Clash(msgspec.Struct, frozen=True):
    """A date whose weekday does not fit, in the year it stands for; of a range, one end or both."""

    date: Date
    year: int
    slips: tuple[Slip, ...]
    verdict: Verdict


class Weekday(Check, frozen=True):
    """Compares the weekday of a date with the calendar."""

    verdict: Annotated[
        Verdict, msgspec.Meta(description="wrong: the year is known; doubtful: it is inferred.")
    ]
    starts: ClassVar = (dates,)
    supplies: ClassVar = dict.fromkeys(("date", "weekday", "expected", "year", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each weekday of this verdict, with a fix for every part that may be wrong."""
        for clash in document.view(clashes):
            if clash.verdict is self.verdict:
                yield _problem(document, clash)

    def unchecked(self, document: Document) -> int:
        """Count the weekdays of dates whose year neither the copy nor the story's date tells."""
        if self.verdict is Verdict.WRONG or document.view(story_date):
            return 0
        return sum(_has_no_year(document, date) for date in document.view(dates))


def clashes(document: Document) -> tuple[Clash, ...]:
    """Return the dates that clash with their weekday."""
    dated = (date for date in document.view(dates) if date.weekday is not None)
    found = (clash for date in dated if (clash := _clash(document, date)))
    return tuple(clash for clash in found if not _is_of_the_old_calendar(document, clash.date))


def _is_of_the_old_calendar(document: Document, date: Date) -> bool:
    if date.month == FEBRUARY and date.day > LEAP_DAY:
        return True
    sentence = sentence_at(document, date.span.start)
    found = OLD_CALENDAR.of(document).search(document.view(flat), sentence.start, sentence.end)
    return found is not None


def _has_no_year(document: Document, date: Date) -> bool:
    if date.weekday is None or date.year_span or not weekday_claims(document, date):
        return False
    return year_of_range(document, date) is None and year_beside(document, date) is None


def _clash(document: Document, date: Date) -> Clash | None:
    year = date.year or year_of_range(document, date)
    if year is not None:
        return _compared(document, date, year, Verdict.WRONG)
    if date.short_year or not exists(None, date.month, date.day):
        return None
    written = document.view(story_date)
    clash = _by_story(document, date, written) if written else _by_neighbour(document, date)
    return None if clash and is_of_another_year(document, date) else clash


def _by_story(document: Document, date: Date, written: datetime.date) -> Clash | None:
    """Compare the date with the year that brings it nearest the story's, unless another year may be meant."""
    year = nearest_year(date.month, date.day, written)
    if not exists(year, date.month, date.day):
        return None
    away = days_between((written.year, written.month, written.day), (year, date.month, date.day))
    by_month = years_of_month(document, date, written)
    if by_month and _fits_one(document, date, by_month):
        return None
    if abs(away) <= CERTAIN_WITHIN:
        return _near(document, date, year)
    about = years_about(document, date, written)
    named = years_named(document, date, before=YEAR)
    if speaks_of_last_year(document, date) and not comes(document, date):
        named |= {year - 1, written.year - 1}
    if not about or _fits_one(document, date, about | named):
        return None
    return _compared(document, date, year if year in about else min(about), Verdict.DOUBTFUL)


def _near(document: Document, date: Date, year: int) -> Clash | None:
    """Compare the date with a year that is certain.

    Last year's calendar is what a slip comes from, unless the copy speaks of that year.
    """
    named = years_named(document, date, before=YEAR)
    unlikely = named if _looks_ahead(document, date) else {year - 1, year + 1}
    named -= unlikely - years_named(document, date, before=SCENE)
    return None if _fits_one(document, date, named) else _compared(document, date, year, Verdict.WRONG)


def _by_neighbour(document: Document, date: Date) -> Clash | None:
    """Compare the date with the year of a date beside it; without one, nothing is known."""
    year = year_beside(document, date)
    if year is None or _fits_one(document, date, years_named(document, date, before=YEAR)):
        return None
    return _compared(document, date, year, Verdict.DOUBTFUL)


def _compared(document: Document, date: Date, year: int, verdict: Verdict) -> Clash | None:
    expected = ((claim, _weekdays(document, claim, year)) for claim in weekday_claims(document, date))
    slips = [Slip(claim, right[0]) for claim, right in expected if right and claim.weekday not in right]
    return Clash(date, year, tuple(slips), verdict) if slips else None


def _weekdays(document: Document, date: Date, year: int) -> tuple[int, ...]:
    """Return the weekdays the date may have, first of what is printed; of no day, none."""
    days = ((date.month, date.day), (date.day, date.month)) if date.ambiguous else ((date.month, date.day),)
    until = document.view(julian_until) if year <= LAST_JULIAN_YEAR else LAST_JULIAN_YEAR
    found = (weekdays_of(year, *day, julian_until=until) for day in days if exists(year, *day))
    return tuple(chain.from_iterable(found))


def _fits_one(document: Document, date: Date, years: Iterable[int]) -> bool:
    """Tell whether the weekdays of the date are right for one of the years."""
    claims = weekday_claims(document, date)
    return any(all(claim.weekday in _weekdays(document, claim, year) for claim in claims) for year in years)


def _looks_ahead(document: Document, date: Date) -> bool:
    sentence = sentence_at(document, date.span.start)
    return bool(LOOKS_AHEAD.of(document).search(document.view(flat), sentence.start, sentence.end))


def _problem(document: Document, clash: Clash) -> Problem:
    slip = clash.slips[0]
    return Problem(
        span=clash.date.span,
        data={
            "date": named_alone(document, clash.date, slip.claim),
            "weekday": WEEKDAYS[slip.claim.weekday or 0],
            "expected": WEEKDAYS[slip.expected],
            "year": str(clash.year),
        },
        fixes=tuple(_fixes(document, clash)),
    )


def _fixes(document: Document, clash: Clash) -> Iterator[Fix]:
    """Yield the other weekday, the nearest day of the printed weekday, and the next year that fits."""
    date = clash.date
    weekdays = (weekday_edit(document, slip.claim, slip.expected) for slip in clash.slips)
    yield mended(document, date.span, *weekdays)
    if not date.ambiguous:
        yield from _other_day(document, clash)
    for year in (clash.year + 1, clash.year - 1):
        if date.year and _fits_one(document, date, (year,)):
            yield mended(document, date.span, year_edit(date, year))


def _other_day(document: Document, clash: Clash) -> Iterator[Fix]:
    """Yield the nearest day of the printed weekday, which may lie in the next month or the last."""
    date, length = clash.date, days_in_month(clash.date.month, clash.year)
    days = [(slip.claim.day_span, _nearest_day(slip)) for slip in clash.slips]
    if all(1 <= day <= length for _, day in days):
        if len(days) > 1 or keeps_order(document, date, *days[0]):
            yield mended(document, date.span, *(day_edit(document, place, day) for place, day in days))
        return
    place, day = days[0]
    away = 1 if day > length else -1
    month = date.month + away
    if date.last_day is None and 1 <= month <= 12:
        day = day - length if away > 0 else day + days_in_month(month, clash.year)
        if keeps_order(document, date, place, day, month=month):
            edits = day_edit(document, place, day), month_edit(document, date, month)
            yield mended(document, date.span, *edits)


def _nearest_day(slip: Slip) -> int:
    """Return the day of the printed weekday that is nearest; below 1 it lies in the month before."""
    return slip.claim.day + ((slip.claim.weekday or 0) - slip.expected + 3) % 7 - 3
