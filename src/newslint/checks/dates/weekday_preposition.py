"""Searches for weekdays with or without the "on" that the house wants before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.running import stands_in_copy
from newslint.plugin import (
    Check,
    Document,
    Edit,
    Fix,
    Lexicon,
    Problem,
    Safety,
    Span,
    Worded,
    lazy_pattern,
)
from newslint.text.calendar.dates import dates
from newslint.text.cues import Cued, cues
from newslint.text.flat import flat

WORD_BEFORE = lazy_pattern(r"(?:([a-z]+) )?\b([a-z][a-z-]+) $")
# "in Lagos " + "Monday", "at the White House " + "Monday", but not "of Black " + "Friday"
PLACE_BEFORE = Worded(
    r"\b(?:in|at|from|near|outside|across) (?:the )?(?:[A-Z]\w+ )?"
    r"(?!{words-of-named-days}\b)"
    r"[A-Z]\w+ $"
)
ARTICLES = frozenset(("a", "an", "the", "this", "that", "each", "every", "one"))
ON_BEFORE = lazy_pattern(r"\b([a-z][a-z-]+) (on )$")
# The day must stand for itself: "Monday's vote", "the Monday vote" and "Monday Night Live" do not.
FREE_AFTER = lazy_pattern(
    r"""(?:[ ](?:morning|afternoon|evening|night))?
    (?:[.,;:!?)\n]|$|[ ][-–—(]|[ ](?:and|or|but|as|at|in|to|for|that|after|before|when|while|with|by|from|over
    |about|against|on|of|during|because|if|he|she|it|they|the|a|an|his|her|their|where|which|who|near|not
    |amid|following)\b)""",
    re.VERBOSE,
)

# "arrested on Sunday" + " a man"
OBJECT_AFTER = lazy_pattern(r" an? ")


class Policy(StrEnum):
    """What the house wants before a weekday."""

    REQUIRE = "require"
    AVOID = "avoid"


class WeekdayPreposition(Check, frozen=True):
    """Looks at the word before a weekday; without a policy, at nothing."""

    policy: Annotated[Policy | None, Meta(description="Whether “on” is required or avoided.")] = None
    starts: ClassVar = (Cued(("weekdays",)),)
    supplies: ClassVar = {"weekday": None, "change": None, "fault": Policy}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each weekday without its "on", or with one it can spare."""
        if self.policy is None:
            return
        look = _missing if self.policy is Policy.REQUIRE else _spare
        for weekday in _running_weekdays(document):
            edit = look(document, weekday)
            if edit:
                yield _problem(document, weekday, edit, self.policy)


def _running_weekdays(document: Document) -> Iterator[Span]:
    """Yield the weekdays, written in full, that stand for a day in running copy."""
    text = document.view(flat)
    # "Monday 9 May" is as free as the "Monday, May 9" that a house may want for it.
    dated = {date.weekday_span for date in document.view(dates) if date.span.start != date.core.start}
    for span in document.view(cues).get("weekdays", ()):
        in_full = len(span) >= len("Monday") and text[span.start].isupper()
        free = (span in dated and text[span.end] in ", ") or FREE_AFTER.match(text, span.end)
        if in_full and free and stands_in_copy(document, span.start):
            yield span


def _missing(document: Document, weekday: Span) -> Edit | None:
    """Return the "on" that "said Monday" lacks."""
    text, start = document.view(flat), max(0, weekday.start - 40)
    if PLACE_BEFORE.of(document).search(text, start, weekday.start):
        return Edit(Span(weekday.start, weekday.start), "on ")
    before = WORD_BEFORE.search(text, start, weekday.start)
    if before is None or before[2] in document.lexicon.view(_leaving_no_room):
        return None
    # In "a rainy Monday" the word belongs to the day.
    return None if before[1] in ARTICLES else Edit(Span(weekday.start, weekday.start), "on ")


def _spare(document: Document, weekday: Span) -> Edit | None:
    """Return the "on" that "said on Monday" can spare, where no names, figures or objects collide."""
    found = ON_BEFORE.search(document.view(flat), max(0, weekday.start - 40), weekday.start)
    if found is None or found[1] in document.lexicon.view(_leaving_no_room):
        return None
    if OBJECT_AFTER.match(document.view(flat), weekday.end):
        return None
    return Edit(Span(*found.span(2)), "")


def _leaving_no_room(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("words-before-weekdays"))


def _problem(document: Document, weekday: Span, edit: Edit, policy: Policy) -> Problem:
    span = weekday.joined(edit.span)
    # Whether a sentence can do without its "on" is for an ear to say.
    safety = Safety.SAFE if policy is Policy.REQUIRE else Safety.UNSAFE
    name = weekday.cut(document.text)
    return Problem(
        span=span,
        data={"weekday": name, "change": edit.text + name, "fault": policy},
        fixes=(Fix((edit,), safety),),
    )
