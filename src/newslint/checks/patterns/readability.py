"""Searches for copy that is hard to read, by the scores of Flesch and others."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.counting import Counts, counts, scores
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.measured import Measured, measured
from newslint.plugin import Check, Document, Problem


class Score(StrEnum):
    """A score; all but the first are grades of school, which rise with the effort."""

    FLESCH = "flesch"
    FLESCH_KINCAID = "flesch-kincaid"
    GUNNING_FOG = "gunning-fog"
    SMOG = "smog"
    COLEMAN_LIAU = "coleman-liau"
    ARI = "ari"


class Readability(Check, frozen=True, kw_only=True):
    """Reports a story, or a paragraph, whose score is beyond a limit. Quotations are their speakers'."""

    score: Annotated[Score, Meta(description="The score.")] = Score.FLESCH_KINCAID
    max: Annotated[float | None, Meta(description="The most it may be.")] = None
    min: Annotated[float | None, Meta(description="The least it may be, as for `flesch`.")] = None
    scope: Annotated[Measured, Meta(description="What is scored.")] = Measured.STORY
    shortest: Annotated[
        int, Meta(ge=1, description="The fewest words that are scored; fewer tell nothing.")
    ] = 100
    supplies: ClassVar = {"score": None, "value": None, "limit": None, "words": None}

    def __post_init__(self) -> None:
        """Reject a rule without a limit."""
        if self.max is None and self.min is None:
            raise fault("max", "expected a limit, `max` or `min`")

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield what is beyond a limit, at its first sentence."""
        for part in measured(document, self.scope):
            counted = counts(part.text, part.sentences)
            if counted.words < self.shortest:
                continue
            value = scores(counted)[self.score]
            for limit in self._passed(value):
                yield Problem(part.span, self._data(counted, value, limit))

    def _passed(self, value: float) -> Iterator[float]:
        if self.max is not None and value > self.max:
            yield self.max
        if self.min is not None and value < self.min:
            yield self.min

    def _data(self, counted: Counts, value: float, limit: float) -> dict[str, str]:
        return {
            "score": self.score.value,
            "value": f"{value:.1f}",
            "limit": f"{limit:g}",
            "words": str(counted.words),
        }
