"""Feasts: the days on which those of a year fall, by rule, by either Easter, or by a table of moons."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.text.calendar.clocks import day_of_month

# "12/25", "11.4.4", "11.4.4+1", "easter-2", "western-46"
RULE = lazy_pattern(
    r"(?:(?P<easter>easter|western)|(?P<month>\d+)(?:/(?P<day>\d+)|\.(?P<week>\d)\.(?P<weekday>\d)))(?P<off>[+-]\d+)?"
)
# The calendar laws of most countries with movable days are no older; Easters are reckoned so far.
FIRST_YEAR, LAST_YEAR = 1972, 2099


class Feast(msgspec.Struct, frozen=True):
    """A feast by its names, with the rules of its days."""

    names: tuple[str, ...]
    days: tuple[str, ...]


class MoonFeast(msgspec.Struct, frozen=True):
    """A feast by its names, with its day in each year, and by how many days countries differ."""

    names: tuple[str, ...]
    days: tuple[datetime.date, ...]
    slack: int = 0


def days_of_feast(lexicon: Lexicon, name: str, year: int) -> tuple[datetime.date, ...]:
    """Return the days on which a feast may fall in the year; none where that is not known."""
    feast = lexicon.view(_feasts).get(name.lower())
    if isinstance(feast, MoonFeast):
        span = range(-feast.slack, feast.slack + 1)
        return tuple(day + datetime.timedelta(off) for day in feast.days if day.year == year for off in span)
    if feast is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    return tuple(day for rule in feast.days for day in days_by_rule(rule, year))


def _feasts(lexicon: Lexicon) -> Mapping[str, Feast | MoonFeast]:
    found: dict[str, Feast | MoonFeast] = {}
    for feast in lexicon.records("feasts", Feast):
        found |= dict.fromkeys(map(str.lower, feast.names), feast)
    for moon in lexicon.records("moon-feasts", MoonFeast):
        found |= dict.fromkeys(map(str.lower, moon.names), moon)
    return found


def days_by_rule(rule: str, year: int) -> Iterator[datetime.date]:
    """Yield the days of a rule in the year: one, or that of either Easter."""
    told = RULE.fullmatch(rule)
    if told is None:
        return
    off = datetime.timedelta(int(told["off"] or 0))
    if told["easter"]:
        easters = [*_easters(year)][: 1 if told["easter"] == "western" else 2]
        yield from (easter + off for easter in easters)
    elif told["day"]:
        yield datetime.date(year, int(told["month"]), int(told["day"])) + off
    else:
        month, week, weekday = int(told["month"]), int(told["week"]), int(told["weekday"])
        yield datetime.date(year, month, day_of_month(year, month, week=week, weekday=weekday)) + off


def _easters(year: int) -> Iterator[datetime.date]:
    """Yield the Easters of the Western and of the Orthodox churches; dateutil is imported only here."""
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    yield from (easter(year, method) for method in (EASTER_WESTERN, EASTER_ORTHODOX))
