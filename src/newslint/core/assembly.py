"""Assembly: a text put together from pieces of its source, with the map back."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from newslint.core.source import SourceMap
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


# What stands between two blocks: an empty line, in the source right behind the first.
BETWEEN = Piece("\n\n", Span(-1, -1), verbatim=False)


def assembled(pieces: Iterable[Piece]) -> tuple[str, SourceMap]:
    """Return the text of the pieces, which stand in the order of the source, and its source map."""
    text, source_map, _ = _joined(pieces)
    return text, source_map


def stacked(blocks: Sequence[Sequence[Piece]]) -> tuple[str, SourceMap, list[Span]]:
    """Return the text of blocks, one below the other, its source map, and where each block stands."""
    pieces: list[Piece] = []
    for block in blocks:
        if pieces:
            pieces.append(BETWEEN)
        pieces += block
    text, source_map, gaps = _joined(pieces)
    starts = (gap + len(BETWEEN.text) for gap in gaps)
    spans = [Span(start, end) for start, end in zip((0, *starts), (*gaps, len(text)), strict=True)]
    # Below blocks without pieces, with which a text begins, is no gap.
    return text, source_map, [Span(0, 0)] * (len(blocks) - len(spans)) + spans[: len(blocks)]


def _joined(pieces: Iterable[Piece]) -> tuple[str, SourceMap, list[int]]:
    """Return the text of the pieces, its map, and where it has gaps between blocks."""
    texts: list[str] = []
    gaps: list[int] = []
    fields = array("I")
    # Looked up once, as there are tens of thousands of pieces.
    add, add_text = fields.extend, texts.append
    position = last = 0
    # The segment that is being made: a parser ends a text at every sign that might have been markup.
    first = start = end = 0
    joins = True
    for piece in pieces:
        text = piece.text
        if piece is BETWEEN:
            place = last
            gaps.append(position)
        else:
            source = piece.source
            place, last = source.start, source.end
        if not text:
            continue
        length, verbatim = len(text), piece.verbatim
        if verbatim and joins and place == end:
            end += length
        else:
            if position:
                add((first, start, position - first, end - start, joins))
            first, start, joins = position, place, verbatim
            end = place + length if verbatim else last
        add_text(text)
        position += length
    add((first, start, position - first, end - start, joins))
    return "".join(texts), SourceMap.of_fields(fields), gaps
