"""Searches for ages that do not fit the year of birth."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.checks.dates.deaths import deaths
from newslint.checks.dates.lives import Day, Life, lives
from newslint.checks.dates.obituaries import obituaries
from newslint.plugin import Check, Document, Problem, Related
from newslint.text.calendar.almanac import MONTHS
from newslint.text.calendar.dates import Date
from newslint.text.calendar.year_ranges import year_ranges
from newslint.text.cues import Cued


class Told(StrEnum):
    """Whether birth and age are told by the year, or by the day."""

    YEARS = "years"
    DAYS = "days"


class Age(Check, frozen=True):
    """Compares an age with the years between a birth and the day it is told of."""

    starts: ClassVar = (Cued(("years-passed",)), year_ranges)
    supplies: ClassVar = {
        **dict.fromkeys(("age", "born", "birthday", "younger", "older", "year", "day")),
        "told": Told,
    }

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each age that is reached in none of the years, or on none of the days, it may be of."""
        for life in document.view(_lives):
            age = int(life.age.cut(document.text))
            if life.birthday and life.days:
                if age not in {_reached(life.birthday, day) for day in life.days}:
                    yield _problem(document, life)
            # The birthday may still have been to come.
            elif life.reached and all(year - life.born not in (age, age + 1) for year in life.reached):
                yield _problem(document, life)

    def unchecked(self, document: Document) -> int:
        """Count the ages of which neither the sentence nor the story tells the year."""
        return sum(not life.reached for life in document.view(_lives))


def _lives(document: Document) -> tuple[Life, ...]:
    return (*lives(document), *obituaries(document), *deaths(document))


def _reached(birthday: Date, day: Day) -> int:
    """Return the age on a day; who is born on Feb. 29 has a birthday on March 1 of other years."""
    year, month, of_month = day
    return year - (birthday.year or 0) - ((month, of_month) < (birthday.month, birthday.day))


def _problem(document: Document, life: Life) -> Problem:
    by_day = life.birthday is not None and bool(life.days)
    year, month, of_month = sorted(life.days)[len(life.days) // 2] if by_day else (max(life.reached), 1, 1)
    older = year - life.born
    if life.birthday and by_day:
        older = _reached(life.birthday, (year, month, of_month))
    return Problem(
        span=life.age if life.apart else life.age.joined(life.birth),
        data={
            "told": Told.DAYS if by_day else Told.YEARS,
            "age": life.age.cut(document.text),
            "born": str(life.born),
            "birthday": life.birthday.core.cut(document.text) if life.birthday else "",
            "younger": str(year - life.born - 1),
            "older": str(older),
            "year": str(year),
            "day": f"{MONTHS[month - 1]} {of_month}, {year}",
        },
        related=(Related(life.birth),) if life.apart else (),
    )
