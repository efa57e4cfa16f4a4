"""Relative days: weekdays that a word counts from the day of reading: "last Friday", "Friday week"."""

from __future__ import annotations

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.calendar.almanac import weekday_number
from newslint.text.cues import cues
from newslint.text.flat import flat

# How many days after that of the story the words of its day lie.
AWAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
COUNTING = lazy_pattern(r"\b([Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast|[Ff]ollowing|[Pp]revious) $")
# "Friday" + " week", "Monday" + " last"; "on Friday last year's winner" has no such word.
COUNTED = lazy_pattern(r" (week|last|next)(?=[.,;:)]|$|\n| (?:at|when)\b)")


class RelativeDay(msgspec.Struct, frozen=True):
    """A weekday, 0 for Monday, and the *word* before or *behind* it that says which week it lies in."""

    span: Span
    word: str
    weekday: int
    behind: bool = False


def relative_days(document: Document) -> tuple[RelativeDay, ...]:
    """Return the weekdays with such a word in the order of the text."""
    text = document.view(flat)
    weekdays = (span for span in document.view(cues).get("weekdays", ()) if text[span.start].isupper())
    return tuple(day for weekday in weekdays if (day := _counted(text, weekday)))


def _counted(text: str, weekday: Span) -> RelativeDay | None:
    number = weekday_number(text[weekday.start : weekday.end])
    before = COUNTING.search(text, max(0, weekday.start - 10), weekday.start)
    if before:
        return RelativeDay(Span(before.start(1), weekday.end), before[1].lower(), number)
    behind = COUNTED.match(text, weekday.end)
    return RelativeDay(Span(weekday.start, behind.end()), behind[1], number, behind=True) if behind else None
