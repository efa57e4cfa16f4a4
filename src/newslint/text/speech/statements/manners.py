"""Manners: how what was said is given."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.quoting.quotation_names import namings
from newslint.text.quoting.quotations import quotation_from

# How much of the content stands in quotation marks.
MOSTLY, PARTLY = 0.9, 0.15


class Manner(StrEnum):
    """How what was said is given: in quotation marks, in the reporter's words, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


def manner(document: Document, content: Sequence[Span]) -> Manner:
    """Return how a statement is given, by how much of its *content* stands in quotation marks."""
    length = sum(map(len, content))
    quoted = sum(_quoted(document, piece) for piece in content)
    if quoted >= MOSTLY * length:
        return Manner.DIRECT
    return Manner.MIXED if quoted >= PARTLY * length else Manner.INDIRECT


def _quoted(document: Document, piece: Span) -> int:
    """Count the letters of *piece* that stand in quotations, other than titles and nicknames."""
    count = 0
    found = quotation_from(document, piece.start)
    while found and found.span.start < piece.end:
        named = not found.span.contains(piece) and found.span in document.view(namings)
        count += 0 if named else min(piece.end, found.span.end) - max(piece.start, found.span.start)
        found = quotation_from(document, found.span.end)
    return count
