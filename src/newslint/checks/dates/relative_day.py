"""Searches for days that move with the day of reading: "yesterday"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
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
    lazy_pattern,
)
from newslint.text.calendar.almanac import WEEKDAYS
from newslint.text.calendar.relative_days import AWAY
from newslint.text.calendar.story_date import story_date
from newslint.text.cues import Cued, cues
from newslint.text.flat import flat

WORD_BEFORE = lazy_pattern(r"\b(\w+) $")
WORD_AFTER = lazy_pattern(r" (\w+)")


class RelativeDay(Check, frozen=True):
    """Looks for the words of a house's list; without one, for nothing."""

    words: Annotated[tuple[str, ...], Meta(description="The words that the house does not want.")] = ()
    starts: ClassVar = (Cued(("relative-days",)),)
    supplies: ClassVar = dict.fromkeys(("word", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each such word that means one day; "today" often means these times."""
        if not self.words:
            return
        text = document.view(flat)
        for span in document.view(cues).get("relative-days", ()):
            word = text[span.start : span.end]
            if word not in self.words or not stands_in_copy(document, span.start):
                continue
            if text.startswith("'s", span.end):
                continue
            if word != "today" or _is_the_day(document, span):
                yield _problem(document, span, word)


def _is_the_day(document: Document, span: Span) -> bool:
    """Tell "said today" and "earlier today" from "farmers today"."""
    text = document.view(flat)
    before = WORD_BEFORE.search(text, max(0, span.start - 16), span.start)
    after = WORD_AFTER.match(text, span.end)
    told = document.lexicon.view(_telling)
    return bool((before and before[1] in told) or (after and after[1] in told))


def _telling(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("words-beside-today"))


def _problem(document: Document, span: Span, word: str) -> Problem:
    told = document.view(story_date)
    if told is None:
        return Problem(span, {"word": word})
    day = told.toordinal() + AWAY[word]
    if not 1 <= day <= datetime.date.max.toordinal():
        return Problem(span, {"word": word})
    change = WEEKDAYS[(day - 1) % 7] + (" night" if word == "tonight" else "")
    return Problem(span, {"word": word, "change": change}, (Fix((Edit(span, change),), Safety.UNSAFE),))
