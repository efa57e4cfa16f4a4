"""Date ranges: pairs of dates that a word or a dash makes the ends of one stretch."""

from __future__ import annotations

import re
from itertools import pairwise

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.calendar.dates import Date, dates
from newslint.text.flat import flat

JOINT = lazy_pattern(r",? ?(?:[-–—]|to|until|through) ?")
# "between " + "June 3" + " and " + "June 25"
OPENING = lazy_pattern(r"\bbetween $", re.IGNORECASE)
AND = lazy_pattern(r",? and ")


def date_ranges(document: Document) -> tuple[tuple[Date, Date], ...]:
    """Return the first and the last day of each range whose ends are dates of their own."""
    return tuple(pair for pair in pairwise(document.view(dates)) if _is_range(document, *pair))


def keeps_order(document: Document, date: Date, place: Span, day: int, *, month: int = 0) -> bool:
    """Tell whether a range still runs forward with another day at *place* of one of its dates."""
    new = (month or date.month, day)
    if date.last_span is not None and date.last_day is not None:
        first, last = (date.month, date.day), (date.month, date.last_day)
        return first < new if place == date.last_span else new < last
    before, after = document.view(_neighbours).get(date.span, (None, None))
    if before and _in_one_year(before, date) and (before.month, before.day) >= new:
        return False
    return not (after and _in_one_year(date, after) and new >= (after.month, after.day))


def _in_one_year(first: Date, last: Date) -> bool:
    """Tell a range from one that runs into the next year: "from Dec. 28 to Jan. 3"."""
    return first.year in (None, last.year) and first.month <= last.month


def _neighbours(document: Document) -> dict[Span, tuple[Date | None, Date | None]]:
    """Return by its place what stands before and behind a date in a range."""
    found: dict[Span, tuple[Date | None, Date | None]] = {}
    for first, last in document.view(date_ranges):
        found[first.span] = (found.get(first.span, (None, None))[0], last)
        found[last.span] = (first, None)
    return found


def _is_range(document: Document, first: Date, last: Date) -> bool:
    text = document.view(flat)
    between = text[first.core.end : last.span.start]
    opened = OPENING.search(text, max(0, first.span.start - 8), first.span.start)
    return bool(JOINT.fullmatch(between) or (opened and AND.fullmatch(between)))
