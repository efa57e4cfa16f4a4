"""Searches for commas and full stops that stand behind a closing quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.quoting.quotations import quotations

# The stop right behind the mark, and no ellipsis, address or decimal.
OUTSIDE = lazy_pattern(r"[.,](?![\w.])")
# The words that the marks take in, as few as show the fault.
LAST_WORD = lazy_pattern(r"\S{1,40}$")
ENDED = frozenset(".,!?…—–-")
DOUBLE = frozenset('"”″“') | {"''", "’’"}


class Stops(StrEnum):
    """Where a comma or a full stop stands at the end of a quotation."""

    INSIDE = "inside"


class StopOutside(Check, frozen=True, kw_only=True):
    """Looks behind quotations in double marks; where the house has no rule for them, behind none."""

    stops: Annotated[
        Stops | None, Meta(description="inside: commas and full stops stand before the mark.")
    ] = None
    starts: ClassVar = (quotations,)
    supplies: ClassVar = {"stop": None, "words": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each stop that stands outside, with the word before it."""
        if self.stops is None:
            return
        for quotation in document.view(quotations):
            mark = Span(quotation.inner.end, quotation.span.end)
            stop = OUTSIDE.match(document.text, mark.end)
            if stop and mark.cut(document.text) in DOUBLE:
                yield _problem(document, quotation.inner, mark, stop)


def _problem(document: Document, inner: Span, mark: Span, stop: re.Match[str]) -> Problem:
    text = document.text
    word = LAST_WORD.search(text, max(inner.start, mark.start - 40), mark.start)
    span = Span(word.start() if word else mark.start, stop.end())
    # “Go!”, he said: one stop is enough.
    inside = "" if text[mark.start - 1] in ENDED else stop[0]
    fix = Fix((Edit(Span(mark.start, stop.end()), inside + mark.cut(text)),), Safety.SAFE)
    return Problem(span, {"stop": stop[0], "words": span.cut(text)}, (fix,))
