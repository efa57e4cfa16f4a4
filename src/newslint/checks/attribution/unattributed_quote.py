"""Searches for quotations of which neither their paragraph nor its neighbours name the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, lazy_pattern
from newslint.text.quoting.whole_speech import whole_speech
from newslint.text.sources.genres import Genre, genre
from newslint.text.speech.speakers.orphan_speech import orphan_speech

# A recipe, a programme, an essay or a tale quotes for effect, and its reader asks nobody.
WITHOUT_SPEAKERS = frozenset({Genre.RECIPE, Genre.LISTING, Genre.OBITUARY, Genre.LITERATURE})
WORD = lazy_pattern(r"\w+(?:['’-]\w+)*")


class UnattributedQuote(Check, frozen=True, kw_only=True):
    """A paragraph that is all quotation, and whose speaker no reader can carry over or infer."""

    starts: ClassVar = (whole_speech,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"words": None}

    least_words: Annotated[int, Meta(ge=1, description="Shorter quotations are titles and fragments.")] = 5
    most_findings: Annotated[
        int, Meta(ge=1, description="A story with more of them is an interview or a list, and is left alone.")
    ] = 3

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the quotations that nobody is said to have spoken."""
        found = []
        for span in document.view(orphan_speech):
            words = WORD.findall(span.cut(document.text))
            if len(words) >= self.least_words:
                found.append(Problem(span, {"words": " ".join(words[: self.least_words])}))
        if found and len(found) <= self.most_findings and document.view(genre) not in WITHOUT_SPEAKERS:
            yield from found
