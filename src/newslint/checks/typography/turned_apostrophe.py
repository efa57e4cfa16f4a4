"""Searches for apostrophes that are turned into opening quotation marks: ‘80s for ’80s, ‘til for ’til."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.elisions import OPENING, turned_apostrophes

APOSTROPHE = "’"


class TurnedApostrophe(Check, frozen=True, kw_only=True):
    """Reports the marks that can open no quotation, each with its word or year."""

    starts: ClassVar = (turned_apostrophes,)
    supplies: ClassVar = {"written": None, "change": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield every short year and word behind a mark that is turned the wrong way."""
        for span in document.view(turned_apostrophes):
            written = span.cut(document.text)
            turned = (span.start + at for at, letter in enumerate(written) if letter == OPENING)
            edits = tuple(Edit(Span(place, place + 1), APOSTROPHE) for place in turned)
            data = {"written": written, "change": written.replace(OPENING, APOSTROPHE)}
            yield Problem(span, data, (Fix(edits, Safety.SAFE),))
