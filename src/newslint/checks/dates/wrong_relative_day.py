"""Searches for days counted from the day of reading that do not fall on the date beside them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks.dates.mends import day_edit, mended, month_edit, weekday_edit
from newslint.plugin import Check, Document, Fix, Problem, Span, lazy_pattern
from newslint.text.calendar.almanac import MONTHS, days_between, exists, nearest_year
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.relative_days import AWAY
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat

# "tomorrow" + ", March 20", "today" + " (March 20", "yesterday" + ", on Monday, March 2"
WORD_BEFORE = lazy_pattern(
    r"\b(?P<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)(?: (?:morning|afternoon|evening|night))?"
    r"(?:, (?:on )?| (?:is|was) | on | ?\((?:on )?| ?[-–—] )$"
)
# "on March 20" + ", tomorrow,", "March 20" + " (tomorrow)"
WORD_AFTER = lazy_pattern(r"(?:, | \()(?P<word>today|tonight|yesterday|tomorrow)(?=[,)])")
# A story filed at night is dated the next day in another zone, or where it is printed: all of it.
SLACK = 1


class WrongRelativeDay(Check, frozen=True):
    """Compares "today" and its like with the date beside them, counted from the story's."""

    starts: ClassVar = (dates,)
    supplies: ClassVar = dict.fromkeys(("word", "date", "expected", "story", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each such word whose date lies more than a day off, or a day where another does not."""
        told = document.view(story_date)
        if told is None:
            return
        counted = [
            (date, word, day, off)
            for date, word in _pairs(document)
            if (day := told + datetime.timedelta(AWAY[word.cut(document.text).lower()]))
            and (off := _off(date, day)) is not None
        ]
        near = {off for _, _, _, off in counted if abs(off) <= SLACK}
        slack = SLACK if len(near) == 1 else 0
        for date, word, day, off in counted:
            if abs(off) > slack:
                yield _problem(document, date, word, day=day, told=told)

    def unchecked(self, document: Document) -> int:
        """Count the pairs of a story without a date."""
        return 0 if document.view(story_date) else sum(1 for _ in _pairs(document))


def _pairs(document: Document) -> Iterator[tuple[Date, Span]]:
    """Yield the dates with "today" or its like beside them."""
    text = document.view(flat)
    for date in document.view(dates):
        start, end = date.span.start, date.span.end
        word = WORD_BEFORE.search(text, max(0, start - 26), start) or WORD_AFTER.match(text, end)
        if word:
            yield date, Span(*word.span("word"))


def _off(date: Date, day: datetime.date) -> int | None:
    """Return by how many days the date misses that day; None where it may be another."""
    year = date.year or nearest_year(date.month, date.day, day)
    if not exists(year, date.month, date.day) or date.ambiguous or date.short_year:
        return None
    return days_between((day.year, day.month, day.day), (year, date.month, date.day))


def _problem(
    document: Document, date: Date, word: Span, *, day: datetime.date, told: datetime.date
) -> Problem:
    text = document.text
    return Problem(
        span=word.joined(date.span),
        data={
            "word": word.cut(text),
            "date": date.core.cut(text),
            "expected": f"{MONTHS[day.month - 1]} {day.day}",
            "story": f"{MONTHS[told.month - 1]} {told.day}",
        },
        fixes=tuple(_fixes(document, date, day)),
    )


def _fixes(document: Document, date: Date, day: datetime.date) -> Iterator[Fix]:
    """Yield the date that the word means, written as the one beside it."""
    if date.figures or date.last_day is not None or date.year not in (None, day.year):
        return
    edits = [day_edit(document, date.day_span, day.day)]
    if date.month != day.month:
        edits.append(month_edit(document, date, day.month))
    if date.weekday is not None:
        edits.append(weekday_edit(document, date, day.weekday()))
    yield mended(document, date.span, *edits)
