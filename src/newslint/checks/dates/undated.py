"""Undated days: the years that a day without a year may be of, by the story's date or dates beside it."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newslint.plugin import BlockKind, Document, Span, Worded, lazy_pattern
from newslint.text.calendar.almanac import days_between, exists, month_number, nearest_year
from newslint.text.calendar.dates import Date, dates
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# A sentence or two: how far a year named before the date may reach.
NEARBY = 300
YEAR = lazy_pattern(r"\b(1[5-9]\d\d|20\d\d)\b")
# "In 2016, …" and "On May 4, 2016, …" set the scene for the sentences behind them.
SCENE = lazy_pattern(
    r"\b(?:(?:In|By|Back in)(?: [A-Z]\w+)?|[A-Z]\w+\.? \d\d?,?|\d\d? [A-Z]\w+) (1[5-9]\d\d|20\d\d)\b"
)
# "ten years ago", "the anniversary of"; in the date's own sentence "last year" will do.
LOOKS_BACK = lazy_pattern(
    r"\byears? (?:ago|earlier|later|before|on)\b|\banniversar(?:y|ies)\b", re.IGNORECASE
)
OTHER_YEAR = lazy_pattern(
    r"\b(?:(?:last|next|previous|following|same|another) year|years? (?:after|from|back))\b", re.IGNORECASE
)
# "In April of last year …", "last December": what the sentences behind them may be of.
LAST_YEAR = lazy_pattern(
    r"\b(?:last|previous|earlier) (?:year|season|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
# "Last March, on " + "Tuesday, March 4", "next April, on " + "Friday, April 9"
MONTH_NAMED = Worded(r"\b(?P<way>last|next) (?P<month>{months})\b(?! \d)", re.IGNORECASE)
# "The count will be held on " + "Thursday, May 8"; "the fair opens " + "Sunday, Sept. 14"
COMES = Worded(
    r"\b(?:will|won't|shall|(?:is|are|be|been) (?:\w+ly )?(?:due|expected|planned|scheduled|set|slated|to)"
    r"|{coming-verbs})\b[^.;:\n]{0,60}$"
)
# "By " + "Dec. 25" + ", a Friday, the shops will have closed"; of "the man held on Dec. 12 will appear" not.
MAY_COME = lazy_pattern(r"[^.;:\n]{0,60}\b(?:will|won't|shall)\b")
AWAY = {"last": (-1, 0), "next": (0, 1)}
# On either side of the story's date, a day this far off may be meant without its year.
WITHIN_REACH = 245
# Words of the future may be those of a caption or an earlier story; of a day so long past they are not.
LATELY = 120
# A day this near to another, whose year is printed beside it, is of that year.
BESIDE = 60

# "Wednesday, June 9" + ", to " + "Friday, June 11, 2021"
TO = lazy_pattern(r",? ?(?:[-–—]|to|until|through) ?")


def years_about(document: Document, date: Date, told: datetime.date) -> frozenset[int]:
    """Return the years that bring the day within reach of the story's date; one to come where it says so."""
    origin = (told.year, told.month, told.day)
    away = {
        year: days_between(origin, (year, date.month, date.day))
        for year in (told.year - 1, told.year, told.year + 1)
        if exists(year, date.month, date.day)
    }
    if comes(document, date):
        coming = [year for year, days in away.items() if days >= -1][:1]
        return frozenset((*coming, *(year for year, days in away.items() if -LATELY <= days < -1)))
    nearest = nearest_year(date.month, date.day, told)
    within = {year for year, days in away.items() if abs(days) <= WITHIN_REACH}
    if MAY_COME.match(document.view(flat), date.span.end):
        within |= {year for year, days in away.items() if days >= 0}
    return frozenset({nearest, *within})


def comes(document: Document, date: Date) -> bool:
    """Tell whether the words before the date say that it is still to come."""
    text, sentence = document.view(flat), sentence_at(document, date.span.start)
    return (
        COMES.of(document).search(text, max(sentence.start, date.span.start - 100), date.span.start)
        is not None
    )


def year_of_range(document: Document, date: Date) -> int | None:
    """Return the year behind the last day: of "Wednesday, June 9, to Friday, June 11, 2021"."""
    text, found = document.view(flat), document.view(dates)
    following = bisect_right(found, date.span, key=lambda other: other.span)
    last = found[following] if following < len(found) else date
    if last.year is None or last.figures or not TO.fullmatch(text, date.span.end, last.span.start):
        return None
    return last.year if date.month <= last.month else last.year - 1


def year_beside(document: Document, date: Date) -> int | None:
    """Return the year that a date beside it gives: "on Friday, Dec. 12, 2025, and Monday, Dec. 16"."""
    for other in _neighbours(document, date):
        if other.year is None or other.ambiguous:
            continue
        # Feb. 29, 1900, is a day of the old calendar alone.
        if not exists(other.year, other.month, other.day, julian_until=0):
            continue
        if not datetime.MINYEAR < other.year < datetime.MAXYEAR:
            continue
        day = datetime.date(other.year, other.month, other.day)
        year = nearest_year(date.month, date.day, day)
        if abs(days_between((day.year, day.month, day.day), (year, date.month, date.day))) <= BESIDE:
            return year
    return None


def years_named(document: Document, date: Date, *, before: re.Pattern[str]) -> frozenset[int]:
    """Return the years of the date's sentence and headings, and those before it that the pattern finds.

    A year that the story gives the same day elsewhere counts, too: "Sept. 11, 2001".
    """
    text, sentence = document.view(flat), sentence_at(document, date.span.start)
    named = YEAR.findall(text, sentence.start, sentence.end)
    named += before.findall(text, max(0, date.span.start - NEARBY), sentence.start)
    for heading in _headings(document, date):
        named += YEAR.findall(text, heading.start, heading.end)
    day = (date.month, date.day)
    named += [other.year for other in document.view(dates) if (other.month, other.day) == day and other.year]
    return frozenset(map(int, named))


def is_of_another_year(document: Document, date: Date) -> bool:
    """Tell whether the copy looks back ("ten years ago …"), or on to another year."""
    text, sentence = document.view(flat), sentence_at(document, date.span.start)
    looks_back = LOOKS_BACK.search(text, max(0, date.span.start - NEARBY), sentence.end)
    return bool(looks_back or OTHER_YEAR.search(text, sentence.start, sentence.end))


def speaks_of_last_year(document: Document, date: Date) -> bool:
    """Tell whether a sentence or two before the date speak of last year, or of a month of it."""
    start = max(0, date.span.start - 2 * NEARBY)
    return LAST_YEAR.search(document.view(flat), start, date.span.start) is not None


def years_of_month(document: Document, date: Date, told: datetime.date) -> frozenset[int]:
    """Return the years that "last March" or "next March" ahead of a day of March may mean."""
    text, sentence = document.view(flat), sentence_at(document, date.span.start)
    named = MONTH_NAMED.of(document).finditer(text, sentence.start, date.span.start)
    ways = {match["way"].lower() for match in named if month_number(match["month"]) == date.month}
    return frozenset(told.year + away for way in ways for away in AWAY[way])


def _neighbours(document: Document, date: Date) -> Iterator[Date]:
    """Yield the dates before it, in its sentence and the one before it, then that behind it."""
    found = document.view(dates)
    index = bisect_left(found, date.span.start, key=lambda other: other.span.start)
    before, behind = found[max(0, index - 3) : index], found[index + 1 : index + 2]
    if all(other.year is None for other in (*before, *behind)):
        return
    sentence, block = sentence_at(document, date.span.start), document.block_at(date.span.start)
    opening = block.span.start if block else sentence.start
    start = sentence_at(document, max(opening, sentence.start - 2)).start
    yield from (other for other in reversed(before) if other.span.start >= start)
    yield from (other for other in behind if other.span.end <= sentence.end)


def _headings(document: Document, date: Date) -> Iterator[Span]:
    """Yield the headlines, and the subhead that the date stands under."""
    above = [block for block in document.blocks if block.span.start <= date.span.start]
    yield from (block.span for block in above if block.kind is BlockKind.HEADLINE)
    yield from [block.span for block in above if block.kind is BlockKind.SUBHEAD][-1:]
