"""Searches for anonymity that is granted without a word on why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks.attribution.reasons import is_explained
from newslint.plugin import Check, Document, Problem
from newslint.text.sources.anonymities import anonymities


class AnonymousWithoutReason(Check, frozen=True, kw_only=True):
    """Finds "on condition of anonymity" and its like where no reason stands near."""

    starts: ClassVar = (anonymities,)
    supplies: ClassVar = {"phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that grant anonymity where nothing explains it."""
        for phrase in document.view(anonymities):
            if not is_explained(document, phrase):
                yield Problem(phrase, {"phrase": phrase.cut(document.text)})
