"""Assembly: a text put together from pieces of its source, with the map back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newslint.core.source import Segment, SourceMap
from newslint.core.span import Span


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Some text and the stretch of source it stands for, letter for letter when *verbatim*."""

    text: str
    source: Span
    verbatim: bool = True


def assembled(pieces: Iterable[Piece]) -> tuple[str, SourceMap]:
    """Return the text of the pieces, which stand in the order of the source, and its source map."""
    texts: list[str] = []
    segments: list[Segment] = []
    position = 0
    for piece in pieces:
        if not piece.text:
            continue
        segment = Segment(position, piece.source.start, len(piece.text), len(piece.source), piece.verbatim)
        if piece.verbatim and segments and _runs_on(segments[-1], piece):
            segments[-1] = _joined(segments[-1], segment)
        else:
            segments.append(segment)
        texts.append(piece.text)
        position += len(piece.text)
    return "".join(texts), SourceMap(tuple(segments) or (Segment(0, 0, 0, 0),))


def _runs_on(segment: Segment, piece: Piece) -> bool:
    """Tell whether two stretches are one: a parser ends a text at every sign that might have been markup."""
    return segment.verbatim and segment.source + segment.length == piece.source.start


def _joined(one: Segment, other: Segment) -> Segment:
    length = one.length + other.length
    return Segment(one.text, one.source, length, length)
