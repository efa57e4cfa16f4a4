"""Searches for feasts, fixed and movable, that are printed with another day than theirs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks.dates.mends import day_edit, mended, month_edit, weekday_edit
from newslint.checks.dates.undated import year_beside
from newslint.plugin import Check, Document, Fix, Problem, Span, lazy_pattern
from newslint.text.calendar.almanac import MONTHS, exists, nearest_year
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.feasts import FIRST_YEAR, LAST_YEAR, days_of_feast
from newslint.text.calendar.story_date import story_date
from newslint.text.cues import Cued, cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

IS = (
    r"(?:is|was|falls|fell|comes|came|begins|starts|will be|will fall)"
    r"(?: celebrated| this year| next year)?(?: on)?"
)
# "Thanksgiving" + ", Nov. 27", "Easter 2026" + " is on April 6", "Diwali" + " (Nov. 20"
BEHIND = lazy_pattern(rf"(?: \d{{4}})?(?:, (?:on )?|,? which {IS} | {IS} | \((?:on )?)")
# "on Nov. 27" + ", " + "Thanksgiving", "Nov. 10" + " is " + "Election Day"
BEFORE = lazy_pattern(r"(?:, | \(|,? (?:is|was|will be) )$")
CLOSED = lazy_pattern(r"[,.;:)!?]|$|\n")
# "the day after " + "Thanksgiving" is another day, "Russian " + "Election Day" another country's.
OTHER = lazy_pattern(
    r"\b(?:after|before|of|following|preceding|until|till|since|between|days?|weeks?|eve|from) (?:the )?$"
    r"|\b[A-Z]\w+(?:ese|ish|ian|ean|an|i|'s)(?: Orthodox)? $"
)
# "Christmas, Jan. 1" + " and July 4" is a list.
LISTED = lazy_pattern(r",? (?:and|or|to|through) (?:[A-Z\d])")
# "Good Friday falls on April 4" + " in 2026"
IN_YEAR = lazy_pattern(r",? in (20\d\d|19\d\d)\b")
# "Thanksgiving falls on Nov. 26 this year"
YEAR_OF_ITS_OWN = lazy_pattern(r"\b([Tt]his|[Ll]ast|[Nn]ext) year\b")
AWAY = {"last": -1, "this": 0, "next": 1}
# Further off, the date is of something else.
REACH = 31
# American elections are in November of even years.
ELECTION_DAY, NOVEMBER = "election day", 11


class FeastDay(Check, frozen=True):
    """Compares the date beside a feast's name with the calendar of the feasts."""

    starts: ClassVar = (Cued(("feasts",)),)
    supplies: ClassVar = dict.fromkeys(("feast", "date", "expected", "year", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each feast whose date, in its year or in any, is not its own."""
        for feast, date in _pairs(document):
            years = _years(document, date)
            name = feast.cut(document.view(flat))
            every = [days_of_feast(document.lexicon, name, year) for year in years]
            wrong = [days for days in every if _is_wrong(name, date, days)]
            if years and len(wrong) == len(years):
                yield _problem(document, feast, date, wrong[0])
            elif not years and _never_falls(document, name, date):
                yield _problem(document, feast, date, ())

    def unchecked(self, document: Document) -> int:
        """Count the feasts whose year, or whose day in that year, is not known."""
        return sum(_is_unknown(document, feast, date) for feast, date in _pairs(document))


def _pairs(document: Document) -> Iterator[tuple[Span, Date]]:
    """Yield the feasts with the date that stands beside them."""
    text, found = document.view(flat), document.view(dates)
    for feast in document.view(cues).get("feasts", ()):
        if not text[feast.start].isupper() or OTHER.search(text, max(0, feast.start - 24), feast.start):
            continue
        for date in found:
            if date.last_day is None and not date.figures and _beside(text, feast, date):
                yield feast, date
                break


def _beside(text: str, feast: Span, date: Date) -> bool:
    # The weekday of "Ash Wednesday, Feb. 18" is the feast's.
    own = date.weekday_span is not None and feast.contains(date.weekday_span)
    start = date.core.start if own else date.span.start
    if 0 <= start - feast.end < 48:
        joined = BEHIND.fullmatch(text, feast.end, start)
        return joined is not None and not LISTED.match(text, date.span.end)
    if 0 <= feast.start - date.span.end < 12:
        return bool(BEFORE.fullmatch(text, date.span.end, feast.start) and CLOSED.match(text, feast.end))
    return False


def _years(document: Document, date: Date) -> tuple[int, ...]:
    """Return the year that is printed, or told by the sentence; else those that the story may mean."""
    behind = IN_YEAR.match(document.view(flat), date.span.end)
    told, printed = document.view(story_date), date.year or (int(behind[1]) if behind else None)
    if printed := printed or year_beside(document, date):
        return (printed,)
    if told is None:
        return ()
    sentence = sentence_at(document, date.span.start)
    if named := YEAR_OF_ITS_OWN.search(document.view(flat), sentence.start, sentence.end):
        return (told.year + AWAY[named[1].lower()],)
    return tuple(dict.fromkeys((nearest_year(date.month, date.day, told), told.year)))


def _is_wrong(name: str, date: Date, days: tuple[datetime.date, ...]) -> bool:
    return bool(days) and _is_off(date, days) and not _is_anothers(name, date, days[0].year)


def _is_off(date: Date, days: tuple[datetime.date, ...]) -> bool:
    if any((day.month, day.day) == (date.month, date.day) for day in days):
        return False
    return any(_away(date, day) <= REACH for day in days)


def _away(date: Date, day: datetime.date) -> int:
    if not exists(day.year, date.month, date.day, julian_until=0):
        return 0
    return abs((datetime.date(day.year, date.month, date.day) - day).days)


def _is_anothers(name: str, date: Date, year: int) -> bool:
    """Tell whether the Election Day is another country's."""
    return name.lower() == ELECTION_DAY and (date.month != NOVEMBER or year % 2 == 1)


def _never_falls(document: Document, name: str, date: Date) -> bool:
    """Tell whether the feast falls on that day in no year."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    every = [days_of_feast(document.lexicon, name, year) for year in years]
    if name.lower() == ELECTION_DAY or not all(every):
        return False
    return _is_off(date, tuple(day for days in every for day in days))


def _is_unknown(document: Document, feast: Span, date: Date) -> bool:
    name, years = feast.cut(document.view(flat)), _years(document, date)
    return not years or not all(days_of_feast(document.lexicon, name, year) for year in years)


def _problem(document: Document, feast: Span, date: Date, days: tuple[datetime.date, ...]) -> Problem:
    text = document.text
    nearest = [day for day in sorted(days, key=lambda day: _away(date, day)) if _away(date, day) <= REACH][:2]
    return Problem(
        span=feast.joined(date.span),
        data={
            "feast": feast.cut(text),
            "date": date.core.cut(text),
            "expected": " or ".join(f"{MONTHS[day.month - 1]} {day.day}" for day in nearest) or "another day",
            "year": f" in {days[0].year}" if days else "",
        },
        fixes=tuple(_fix(document, date, day) for day in nearest),
    )


def _fix(document: Document, date: Date, day: datetime.date) -> Fix:
    edits = [day_edit(document, date.day_span, day.day)]
    if date.month != day.month:
        edits.append(month_edit(document, date, day.month))
    if date.weekday not in (None, day.weekday()):
        edits.append(weekday_edit(document, date, day.weekday()))
    return mended(document, date.span, *edits)
