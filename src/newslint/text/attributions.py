"""Attributions: who said what, by which word."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span


class Manner(StrEnum):
    """How what was said is given: in quotation marks, in the reporter's words, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceKind(StrEnum):
    """What the words for the source tell of it."""

    NAMED = "named"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    PRONOUN = "pronoun"
    NONE = "none"


class Attribution(msgspec.Struct, frozen=True):
    """One statement: its *source* and *cue* as they stand beside it, and its *content*; any of them in pieces.

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
    return ()
