"""Parts of the day that copy prints beside a time: "Friday morning", "in the evening", "tonight"."""

from __future__ import annotations

import re

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.calendar.date_patterns import WEEKDAY
from newslint.text.calendar.times import Time, times
from newslint.text.flat import flat

DAY = rf"(?:{WEEKDAY}\.?|yesterday|tomorrow)"
PART = r"(?P<part>morning|afternoon|evening|night)"
# "3 a.m." + " in the early morning", " Friday afternoon", " this evening", " at night", " midnight";
# not "From 10 p.m. Friday" + " night shifts"
BEHIND = Worded(
    rf"""[ ](?:in[ ]the[ ](?:(?:early|late|mid)[ -])?(?P<plain>morning|afternoon|evening)|at[ ](?P<dark>night)
    |(?:on[ ])?(?P<day>{DAY})[ ](?:early[ ]|late[ ])?{PART}
    |(?:this|that|every|each)[ ](?P<near>morning|afternoon|evening)
    |(?P<tonight>tonight)|(?:at[ ])?(?P<twelve>noon|midday|midnight))\b
    (?!-|[ ]{{nouns-of-parts-of-day}}\b)""",
    re.VERBOSE,
)
# "Friday morning at" + " 3 p.m.", "in the afternoon, at about" + " 3 a.m."
BEFORE = lazy_pattern(rf"\b{PART},? at (?:about |around |just |exactly )?$")
NOON, HOUR = 12 * 60, 60
# From when until when, in minutes, a time is surely not in that part of the day.
NEVER = {
    "morning": (NOON, 24 * 60),
    "afternoon": (0, 11 * 60 + 30),
    "evening": (HOUR, 15 * HOUR),
    "night": (7 * HOUR, 17 * HOUR),
    "tonight": (7 * HOUR, 17 * HOUR),
    "noon": (0, NOON),
    "midday": (0, NOON),
    "midnight": (NOON, 24 * 60),
}
AFTER_NOON = frozenset(("afternoon", "evening", "night", "tonight", "noon", "midday"))


class DayPart(msgspec.Struct, frozen=True):
    """A time with the part of the day beside it.

    *word* is the part; *span* is what only says it again: " morning" of "10 a.m. Friday morning".
    """

    time: Time
    word: str
    span: Span
    behind: bool = True
    named: bool = False

    @property
    def fits(self) -> bool:
        """Tell whether the time may be in that part of the day."""
        first, end = NEVER[self.word]
        return not first <= self.time.minutes % (24 * HOUR) < end

    @property
    def told(self) -> bool:
        """Tell whether the time itself says in which half of the day it is."""
        return bool(self.time.half) or (self.time.hour > NOON // HOUR and not self.time.word)

    @property
    def doubled(self) -> bool:
        """Tell whether the time says as much already; "1 a.m. Friday night" does not."""
        early = self.time.minutes < NOON
        return (
            bool(self.time.half)
            and self.fits
            and early is not (self.word in AFTER_NOON or self.word == "night")
        )


def day_parts(document: Document) -> tuple[DayPart, ...]:
    """Return the times that have a part of the day beside them, in the order of the text."""
    return tuple(part for time in document.view(times) if (part := _beside(document, time)))


def _beside(document: Document, time: Time) -> DayPart | None:
    text = document.view(flat)
    behind = BEHIND.of(document).match(text, time.core.end)
    if behind is None:
        before = BEFORE.search(text, max(0, time.core.start - 32), time.core.start)
        return DayPart(time, before["part"], Span(*before.span()), behind=False) if before else None
    group = next(name for name in ("plain", "dark", "part", "near", "tonight", "twelve") if behind[name])
    if group == "twelve" and (time.hour != NOON // HOUR or time.minute):
        return None
    start = behind.end("day") if behind["day"] else behind.start()
    return DayPart(time, behind[group], Span(start, behind.end()), named=group in ("near", "tonight"))
