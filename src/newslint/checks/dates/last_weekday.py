"""Searches for "last" and "next" before a weekday, which half of the readers count another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat


class LastWeekday(Check, frozen=True):
    """Looks at the word before a weekday; without words to look for, at nothing."""

    words: Annotated[tuple[str, ...], Meta(description="The words that the house does not want.")] = ()
    supplies: ClassVar = dict.fromkeys(("word", "weekday"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each such word with its weekday."""
        if not self.words:
            return
        text = document.view(flat)
        before = lazy_pattern(rf"\b({'|'.join(map(re.escape, self.words))}) $", re.IGNORECASE)
        for weekday in document.view(cues).get("weekdays", ()):
            match = before.search(text, max(0, weekday.start - 20), weekday.start)
            if match and text[weekday.start].isupper():
                data = {"word": match[1].lower(), "weekday": weekday.cut(text)}
                yield Problem(Span(match.start(), weekday.end), data)
