"""Weekday claims: every weekday of a date with the one day it is said of."""

from __future__ import annotations

from msgspec.structs import replace

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.calendar.dates import Date
from newslint.text.flat import flat

# "Tuesday and Thursday, June 6-9" names two days of a range, and not its ends.
LISTED = lazy_pattern(r"\b(?:and|or)\b|[&/,]")
A_WEEK = 7


def weekday_claims(document: Document, date: Date) -> tuple[Date, ...]:
    """Return the date, or each end of a range as a date of its own; nothing where no weekday is an end's."""
    if date.weekday is None:
        return ()
    if date.last_day is None:
        return (date,)
    if date.last_weekday is None or not _are_ends(document, date):
        return ()
    alone = {"last_day": None, "last_span": None, "last_weekday": None, "last_weekday_span": None}
    last = {
        "day": date.last_day,
        "day_span": date.last_span,
        "weekday": date.last_weekday,
        "weekday_span": date.last_weekday_span,
    }
    return (replace(date, **alone), replace(date, **{**alone, **last}))


def named_alone(document: Document, date: Date, claim: Date) -> str:
    """Return the words of one day: "June 9, 2021" of "June 7-9, 2021"."""
    text, core = document.view(flat), date.core
    if date.last_span is None:
        return core.cut(text)
    if claim.day_span == date.last_span:
        return text[core.start : date.day_span.start] + text[date.last_span.start : core.end]
    letters = len("th") if date.ordinal else 0
    first, last = date.day_span.end + letters, date.last_span.end + letters
    return text[core.start : first] + text[last : core.end]


def _are_ends(document: Document, date: Date) -> bool:
    """Tell "Monday to Friday, June 7-11" from the opening days of a longer stretch, June 7-25."""
    if date.last_day is None or date.last_span is None or date.last_weekday_span is None:
        return False
    if not 0 < date.last_day - date.day < A_WEEK or date.weekday_span is None:
        return False
    text = document.view(flat)
    weekdays = Span(date.weekday_span.end, date.last_weekday_span.start).cut(text)
    days = Span(date.day_span.end, date.last_span.start).cut(text)
    return not LISTED.search(weekdays) or bool(LISTED.search(days))
