"""Assembly: a text put together from pieces of its source, with the map back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from newslint.core.source import Segment, SourceMap
from newslint.core.span import Span


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Some text and the stretch of source it stands for, letter for letter when *verbatim*."""

    text: str
    source: Span
    verbatim: bool = True


class Joined:
    """The text of some pieces, and the way back from it to what was written."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.text = "".join(piece.text for piece in pieces)
        self.starts = list(accumulate((len(piece.text) for piece in pieces), initial=0))

    def source(self, position: int) -> int:
        """Return where the letter at a place of the text is written."""
        index = min(bisect_right(self.starts, position) - 1, len(self.pieces) - 1)
        piece = self.pieces[index]
        offset = position - self.starts[index]
        return piece.source.start + (offset if piece.verbatim else 0)

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        """Yield what stands between two places of the text, a letter that is not as written as a whole."""
        index = bisect_right(self.starts, start) - 1
        while index < len(self.pieces) and self.starts[index] < end:
            piece, first = self.pieces[index], self.starts[index]
            if piece.verbatim:
                left, right = max(0, start - first), min(len(piece.text), end - first)
                source = piece.source.start
                yield Piece(piece.text[left:right], Span(source + left, source + right))
            elif piece.text:
                yield piece
            index += 1


def assembled(pieces: Iterable[Piece]) -> tuple[str, SourceMap]:
    """Return the text of the pieces, which stand in the order of the source, and its source map."""
    texts: list[str] = []
    segments: list[Segment] = []
    position = first = 0
    # Where the verbatim stretch that is being joined began, and where it ends; there may be none.
    start = end = -1
    for piece in pieces:
        text, source = piece.text, piece.source
        if not text:
            continue
        # A parser ends a text at every sign that might have been markup.
        if not piece.verbatim or source.start != end:
            if start >= 0:
                segments.append(Segment(first, start, end - start, end - start))
            first, start, end = position, -1, -1
        if piece.verbatim:
            start = source.start if start < 0 else start
            end = source.start + len(text)
        else:
            segments.append(Segment(position, source.start, len(text), source.end - source.start, False))
        texts.append(text)
        position += len(text)
    if start >= 0:
        segments.append(Segment(first, start, end - start, end - start))
    return "".join(texts), SourceMap(segments or (Segment(0, 0, 0, 0),))
