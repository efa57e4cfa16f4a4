"""Attributions: who said what, by which word."""

from __future__ import annotations

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.speech.cues.source_kinds import SourceKind
from newslint.text.speech.speakers.speakers import Speaker, speaker_of, speakers
from newslint.text.speech.statements.manners import Manner, manner
from newslint.text.speech.statements.stances import stances
from newslint.text.speech.statements.statements import Statement, statements

__all__ = ["Attribution", "Manner", "SourceKind", "attributions"]


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


def stance_attributions(document: Document) -> tuple[Attribution, ...]:
    """Return whose stance each of the story's stances is."""
    return tuple(
        _attribution(document, found, speaker_of(document, found)) for found in document.view(stances)
    )


def _attribution(document: Document, found: Statement, speaker: Speaker) -> Attribution:
    return Attribution(
        manner(document, found.content),
        (found.source,) if found.source else (),
        (found.cue,) if found.cue else (),
        found.content,
        speaker.kind,
        speaker.name,
    )
