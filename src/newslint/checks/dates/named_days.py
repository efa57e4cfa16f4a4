"""Named days: dates that stand for what happened on them, in the order of the place where it did."""

from __future__ import annotations

import re

import msgspec

from newslint.plugin import Document, Lexicon, Worded
from newslint.text.calendar.dates import Date
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# "the September 11" + " terror attacks", "the January 6" + " House committee", "May 7, 2023" + ", attack"
WORDS_AFTER = Worded(r"(?:(?<=\d{4}),)?[ ](?:(?:[A-Z][\w.-]*|{adjectives-of-events})[ ]){0,3}[\w-]+")
# "the attacks of " + "September 11, 2001", "the Law of " + "3 May 1990", "Organisation " + "17 November"
EVENT_BEFORE = Worded(
    r"""\b(?:{events-of-days}[ ]of
    |{bodies-of-days})[ ]$""",
    re.VERBOSE,
)
# "US Independence Day is July 4", "the July 4 weekend": a feast in the same sentence.
FEAST = Worded(r"\b(?:[A-Z]\w+ Day|{feast-words})\b")
REACH = 24


class NamedDay(msgspec.Struct, frozen=True):
    """A day that is known by its date: a *feast*, or one whose form is *fixed*, as in "July 4th"."""

    month: int
    day: int
    feast: bool
    fixed: bool


def feasts(lexicon: Lexicon) -> frozenset[tuple[int, int]]:
    """Return month and day of the feasts."""
    return frozenset((day.month, day.day) for day in lexicon.records("named-days", NamedDay) if day.feast)


def fixed_days(lexicon: Lexicon) -> frozenset[tuple[int, int]]:
    """Return month and day of those whose form is fixed."""
    return frozenset((day.month, day.day) for day in lexicon.records("named-days", NamedDay) if day.fixed)


def is_named_day(document: Document, date: Date) -> bool:
    """Tell whether the date is an event's name ("the September 11 attacks") or a feast's."""
    text, span = document.view(flat), date.span
    following = WORDS_AFTER.of(document).match(text, span.end)
    events = frozenset(document.lexicon.words("words-after-dated-events"))
    if following and not events.isdisjoint(following[0].lower().split()):
        return True
    if EVENT_BEFORE.of(document).search(text, max(0, span.start - REACH), span.start):
        return True
    sentence = sentence_at(document, span.start)
    return (date.month, date.day) in document.lexicon.view(feasts) and bool(
        FEAST.of(document).search(text, sentence.start, sentence.end)
    )
