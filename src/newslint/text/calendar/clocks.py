"""Clocks: how far ahead of Greenwich the clocks of a place were on each day of a year."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import msgspec

from newslint.core.lexicon import Lexicon

# The years that the table covers; a year that a story names outside them is read as the nearest of them.
FIRST_YEAR, LAST_YEAR = 1970, 2037
LAST_WEEK = 5
# A day of the year, counted from 0, from which an offset in minutes holds; None where it is no such time.
Step = tuple[int, int | None]


class Clocks(msgspec.Struct, frozen=True):
    """The clocks of a place: "1987-2006 -300 4.1.7 -240 10.5.7 -300" for years in which they change alike."""

    place: str
    clocks: tuple[str, ...]


def offsets_in(lexicon: Lexicon, place: str, year: int) -> tuple[Step, ...]:
    """Return the offsets of a place in the year, each with its first day; none of a place not known."""
    within = min(max(year, FIRST_YEAR), LAST_YEAR)
    for line in lexicon.view(_by_place).get(place, ()):
        years, opening, *changes = line.split()
        first, last = map(int, years.split("-"))
        if first <= within <= last:
            days, offsets = changes[::2], changes[1::2]
            later = ((_day(day, within), int(after)) for day, after in zip(days, offsets, strict=True))
            return ((0, int(opening)), *later)
    return ()


def apart(one: tuple[Step, ...], other: tuple[Step, ...]) -> Iterator[int]:
    """Yield the minutes that the one is ahead of the other, for each stretch of the year."""
    for day in sorted({day for day, _ in (*one, *other)}):
        ahead, theirs = _on(one, day), _on(other, day)
        if ahead is not None and theirs is not None:
            yield ahead - theirs


def _by_place(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    return {clocks.place: clocks.clocks for clocks in lexicon.records("zone-clocks", Clocks)}


def _on(steps: tuple[Step, ...], day: int) -> int | None:
    return next(offset for start, offset in reversed(steps) if start <= day)


def day_of_month(year: int, month: int, *, week: int, weekday: int) -> int:
    """Return the day of, say, the fourth Thursday of a month; the week 5 is the last."""
    # The calendar repeats every 400 years.
    first = datetime.date(2000 + year % 400, month, 1)
    length = (datetime.date(first.year + month // 12, month % 12 + 1, 1) - first).days
    day = 1 + (weekday - 1 - first.weekday()) % 7 + 7 * (week - 1)
    return day - 7 if week == LAST_WEEK and day > length else day


def _day(told: str, year: int) -> int:
    """Return the day of the year of "3.2.7", the second Sunday of March, or of "4/27"."""
    if "/" in told:
        month, day = map(int, told.split("/"))
    else:
        month, week, weekday = map(int, told.split("."))
        day = day_of_month(year, month, week=week, weekday=weekday)
    return (datetime.date(year, month, day) - datetime.date(year, 1, 1)).days
