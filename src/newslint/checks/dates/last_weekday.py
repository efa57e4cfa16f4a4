"""Searches for "last" and "next" before a weekday, which half of the readers count another way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, lazy_pattern
from newslint.text.calendar.dates import dates
from newslint.text.calendar.relative_days import RelativeDay, relative_days
from newslint.text.flat import flat

# "the " + "last Friday" + " of each month" is one day.
THE_BEFORE = lazy_pattern(r"\b[Tt]he $")


class LastWeekday(Check, frozen=True):
    """Looks at the word before a weekday; without words to look for, at nothing."""

    words: Annotated[tuple[str, ...], Meta(description="The words that the house does not want.")] = ()
    starts: ClassVar = (relative_days,)
    supplies: ClassVar = dict.fromkeys(("word", "weekday"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each such word with its weekday."""
        if not self.words:
            return
        dated = {date.weekday_span.end for date in document.view(dates) if date.weekday_span}
        for day in document.view(relative_days):
            if day.behind:
                continue
            if day.word in self.words and day.span.end not in dated and not _is_counted(document, day):
                weekday = day.span.cut(document.text)[len(day.word) + 1 :]
                yield Problem(day.span, {"word": day.word, "weekday": weekday})


def _is_counted(document: Document, day: RelativeDay) -> bool:
    return bool(THE_BEFORE.search(document.view(flat), max(0, day.span.start - 4), day.span.start))
