"""Attributions: who said what, by which word."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.quoting.quotation_names import namings
from newslint.text.quoting.quotations import quotation_from
from newslint.text.speech.cues.source_kinds import SourceKind
from newslint.text.speech.speakers.speakers import Speaker, speakers
from newslint.text.speech.statements.statements import Statement, statements

__all__ = ["Attribution", "Manner", "SourceKind", "attributions"]

# How much of the content stands in quotation marks.
MOSTLY, PARTLY = 0.9, 0.15


class Manner(StrEnum):
    """How what was said is given: in quotation marks, in the reporter's words, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attribution(msgspec.Struct, frozen=True):
    """One statement: *source* and *cue* as they stand beside it, and *content*; any of them in pieces.

    Of a statement whose speaker the reader carries over, *source* and *cue* are empty.
    *speaker* is the name of the person it resolves to.
    """

    manner: Manner
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_kind: SourceKind = SourceKind.NONE
    speaker: str | None = None


def attributions(document: Document) -> tuple[Attribution, ...]:
    """Return the statements in the order of the text."""
    pairs = zip(document.view(statements), document.view(speakers), strict=True)
    return tuple(_attribution(document, found, speaker) for found, speaker in pairs)


def _attribution(document: Document, found: Statement, speaker: Speaker) -> Attribution:
    return Attribution(
        _manner(document, found.content),
        (found.source,) if found.source else (),
        (found.cue,) if found.cue else (),
        found.content,
        speaker.kind,
        speaker.name,
    )


def _manner(document: Document, content: Sequence[Span]) -> Manner:
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
