"""Searches for studies that nobody made and feelings that nobody has: "studies show", "there are fears"."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.checks.attribution.clearances import cleared
from newslint.plugin import Check, Document, Problem
from newslint.text.sources.vague_phrases import vague_phrases
from newslint.text.sources.vague_readings import AUTHORITIES, Vagueness


class Appeal(StrEnum):
    """What copy appeals to, named as the lists of the words are."""

    STUDY = Vagueness.STUDY.value
    FEELING = Vagueness.FEELING.value


class VagueAuthority(Check, frozen=True, kw_only=True):
    """Finds studies, polls, fears and beliefs that no study or person near by bears out."""

    starts: ClassVar = (vague_phrases,)
    supplies: ClassVar = {"phrase": None, "query": Appeal}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that appeal to them."""
        for phrase in document.view(vague_phrases):
            if phrase.kind in AUTHORITIES and not cleared(document, phrase):
                data = {"phrase": phrase.span.cut(document.text), "query": Appeal(phrase.kind.value)}
                yield Problem(phrase.span, data)
