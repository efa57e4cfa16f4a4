"""Searches for short years whose apostrophe is an opening quotation mark: ‘80s for ’80s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern

OPENING, APOSTROPHE = "‘", "’"
# "the ‘80s", "early ‘80s", "the class of ‘07"; not "‘80s music is dead,’ he said", which is a quotation.
SHORT_YEAR = lazy_pattern(
    r"\b(?:(?:the|of|early|late|mid|from|and)[ -](?=‘\d\ds\b)|class of (?=‘\d\d\b))(‘\d\ds?)", re.IGNORECASE
)
# What may close a quotation that began there: "the ‘80s boom’".
CLOSING = lazy_pattern(r"[\w,.?!…]’(?!\w)")
REACH = 200


class TurnedApostrophe(Check, frozen=True, kw_only=True):
    """Reports the marks that can open no quotation, each with its year."""

    supplies: ClassVar = {"written": None, "change": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield every short year behind a mark that is turned the wrong way."""
        if OPENING not in document.text:
            return
        for match in SHORT_YEAR.finditer(document.text):
            if not CLOSING.search(document.text, match.end(), match.end() + REACH):
                span = Span(*match.span(1))
                written = span.cut(document.text)
                fix = Fix((Edit(Span(span.start, span.start + 1), APOSTROPHE),), Safety.SAFE)
                yield Problem(span, {"written": written, "change": APOSTROPHE + written[1:]}, (fix,))
