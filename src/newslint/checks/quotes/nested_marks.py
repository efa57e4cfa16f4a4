"""Searches for quotations inside quotations that have the same marks as the outer one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety
from newslint.text.quoting.pairing import SENTENCE_END, Pair
from newslint.text.quoting.quotations import Part, parts
from newslint.text.quoting.turns import names_speaker

INNER = {'"': ("'", "'"), "“": ("‘", "’")}
STOPS = frozenset(".,!?…")


class NestedMarks(Check, frozen=True, kw_only=True):
    """Double marks inside double marks of the same form, where all have their fellows."""

    supplies: ClassVar = {"words": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each inner quotation."""
        for part in document.view(parts):
            if part.pairing.nested and not part.pairing.lone:
                yield from (_problem(document, inner) for inner in _alike(document, part))


def _alike(document: Document, part: Part) -> Iterator[Pair]:
    """Yield the inner pairs of the form of the outer ones; not what may be the next paragraph's speech."""
    text = document.text
    for inner in part.pairing.nested:
        outer = next((pair for pair in part.pairing.pairs if pair.holds(inner.opening)), None)
        if outer is None or inner.opening.cut(text) != outer.opening.cut(text):
            continue
        speech = text[inner.closing.start - 1] in STOPS
        begins = SENTENCE_END.search(text, outer.opening.end, inner.opening.start)
        named = names_speaker(document, outer.opening.end, inner.opening.start)
        if inner.opening.cut(text) in INNER and not named and not (speech and begins):
            yield inner


def _problem(document: Document, inner: Pair) -> Problem:
    opening, closing = INNER[inner.opening.cut(document.text)]
    edits = (Edit(inner.opening, opening), Edit(inner.closing, closing))
    words = document.text[inner.opening.end : inner.closing.start]
    return Problem(inner.opening.joined(inner.closing), {"words": words}, (Fix(edits, Safety.UNSAFE),))
