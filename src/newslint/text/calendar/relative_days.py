"""Relative days: weekdays that a word before them counts from the day of reading, as in "last Friday"."""

from __future__ import annotations

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.calendar.almanac import weekday_number
from newslint.text.cues import cues
from newslint.text.flat import flat

COUNTING = lazy_pattern(r"\b([Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast|[Ff]ollowing|[Pp]revious) $")


class RelativeDay(msgspec.Struct, frozen=True):
    """A weekday, 0 for Monday, and the *word* that says which week it lies in."""

    span: Span
    word: str
    weekday: int


def relative_days(document: Document) -> tuple[RelativeDay, ...]:
    """Return the weekdays with such a word before them in the order of the text."""
    text = document.view(flat)
    found = []
    for weekday in document.view(cues).get("weekdays", ()):
        before = COUNTING.search(text, max(0, weekday.start - 10), weekday.start)
        if before and text[weekday.start].isupper():
            number = weekday_number(text[weekday.start : weekday.end])
            found.append(RelativeDay(Span(before.start(1), weekday.end), before[1].lower(), number))
    return tuple(found)
