"""The quotes of a story as `newslint quotes` lists them, in the coordinates of its source."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.attributions import attributions


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the source and its letters."""

    start: int
    end: int
    text: str


class Quote(msgspec.Struct, frozen=True):
    """One statement: who stands beside it, by which word, what was said, and whom the source resolves to."""

    path: str
    kind: str
    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    speaker: str | None


def quotes_index(document: Document) -> tuple[Quote, ...]:
    """Return the quotes in the order of the text."""
    return tuple(
        Quote(
            document.path,
            found.manner.value,
            _pieces(document, found.source),
            _pieces(document, found.cue),
            _pieces(document, found.content),
            found.speaker,
        )
        for found in document.view(attributions)
    )


def _pieces(document: Document, spans: Iterable[Span]) -> tuple[Piece, ...]:
    places = [document.map.source(span) for span in spans]
    return tuple(Piece(place.start, place.end, place.cut(document.source)) for place in places)
