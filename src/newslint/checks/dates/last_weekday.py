"""Searches for "last" and "next" before a weekday, which half of the readers count another way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem
from newslint.text.relative_days import relative_days


class LastWeekday(Check, frozen=True):
    """Looks at the word before a weekday; without words to look for, at nothing."""

    words: Annotated[tuple[str, ...], Meta(description="The words that the house does not want.")] = ()
    supplies: ClassVar = dict.fromkeys(("word", "weekday"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each such word with its weekday."""
        if not self.words:
            return
        for day in document.view(relative_days):
            if day.word in self.words:
                weekday = day.span.cut(document.text)[len(day.word) + 1 :]
                yield Problem(day.span, {"word": day.word, "weekday": weekday})
