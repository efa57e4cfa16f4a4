"""Passages: the pieces of a wire story that stand together, and the text they make, one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.plugin import BlockKind, Piece, SourceMap, Span, lazy_pattern, stacked
from newslint.readers.parts import HEADLINE, OBJECT, SUBHEAD, stripped
from newslint.text.layout import Stretch, stretches

SPACE = " \t\r\n"
# Line ends that follow each other, and one that does not stand amid words.
LINE_ENDS = lazy_pattern(r"\n[ \t\n]*\n|(?<![^ \t])\n|\n(?![^ \t])")
STANDFIRST = BlockKind.STANDFIRST
# A story's own description is often that of its picture.
SAID_ONCE = frozenset((HEADLINE, STANDFIRST, BlockKind.CAPTION))


class Passage(msgspec.Struct, frozen=True, gc=False):
    """The pieces of one block, and their words; of several, that the lines tell apart, where *plain*."""

    kind: BlockKind | None
    pieces: Sequence[Piece]
    words: str
    plain: bool = False

    @property
    def holds_copy(self) -> bool:
        """Tell whether there is anything but white space and objects."""
        return self.words[:1].isalnum() or bool(self.words.replace(OBJECT, " ").strip())


def passage(kind: BlockKind | None, pieces: Sequence[Piece]) -> Passage:
    """Return the block that some pieces make, with single line ends and no white space round it."""
    words = _words(pieces)
    # Most need nothing done.
    if not words or "\n" in words or words[0] in SPACE or words[-1] in SPACE:
        pieces = tuple(_tidied(pieces))
        words = _words(pieces)
    return Passage(kind, pieces, words)


def plain(pieces: Sequence[Piece]) -> Passage:
    """Return a body whose lines tell its blocks."""
    return Passage(None, pieces, _words(pieces), plain=True)


def laid_out(passages: Iterable[Passage]) -> tuple[str, SourceMap, tuple[Stretch, ...]]:
    """Set the blocks one below the other, an empty line between them."""
    blocks = list(passages)
    text, source_map, spans = stacked([passage.pieces for passage in blocks])
    found: list[Stretch] = []
    for passage, span in zip(blocks, spans, strict=True):
        if passage.plain:
            found.extend(_moved(stretch, span.start) for stretch in stretches(passage.words))
        else:
            found.append(Stretch(stripped(text, span), passage.kind))
    return text, source_map, tuple(found)


def with_one_headline(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Keep the first headline: another right below it is a standfirst, one further down a subhead.

    What the head of a story has already said, as metadata and body often say the same, is left out.
    """
    said: set[str] = set()
    above: BlockKind | None = None
    headed = False
    for passage in passages:
        if passage.kind and passage.kind in SAID_ONCE:
            words = " ".join(passage.words.casefold().split())
            if words in said:
                continue
            said.add(words)
        kind = passage.kind
        if kind is HEADLINE and headed:
            kind = STANDFIRST if above is HEADLINE else SUBHEAD
        headed = headed or kind is HEADLINE
        above = kind
        same = kind is passage.kind
        yield passage if same else Passage(kind, passage.pieces, passage.words, passage.plain)


def parted(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """Part a stretch at its blank lines."""
    for piece in pieces:
        if "\n" in piece.text:
            return _parted(pieces)
    return (pieces,)


def _parted(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    block: list[Piece] = []
    gap: list[Piece] = []
    for piece in _at_line_ends(pieces):
        if not piece.text.strip(SPACE):
            gap.append(piece)
            continue
        if block and sum(each.text.count("\n") for each in gap) > 1:
            yield block
            block, gap = [], []
        block += [*gap, piece]
        gap = []
    if block:
        yield block


def _tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Make one line end of each, with the white space round it, and none at the ends of the block."""
    before: Piece | None = None
    gap: list[Piece] = []
    for piece in _at_line_ends(pieces):
        if not piece.text.strip(SPACE) and (gap or "\n" in piece.text or before is None):
            gap.append(piece)
            continue
        if gap and before is not None:
            yield _without_end(before)
            yield _line_end(gap)
        elif before is not None:
            yield before
        before = _without_start(piece) if gap or before is None else piece
        gap = []
    if before is not None:
        yield _without_end(before)


def _at_line_ends(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Part pieces at their line ends, but for those with a letter right before and right behind."""
    for piece in pieces:
        if not piece.verbatim or "\n" not in piece.text:
            yield piece
            continue
        text, first, position = piece.text, piece.source.start, 0
        for match in LINE_ENDS.finditer(text):
            start, end = match.span()
            if position < start:
                yield Piece(text[position:start], Span(first + position, first + start))
            yield Piece(match[0], Span(first + start, first + end))
            position = end
        if position < len(text):
            yield Piece(text[position:], Span(first + position, first + len(text)))


def _words(pieces: Sequence[Piece]) -> str:
    return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])


def _line_end(gap: Sequence[Piece]) -> Piece:
    if len(gap) == 1 and gap[0].text == "\n":
        return gap[0]
    return Piece("\n", Span(gap[0].source.start, gap[-1].source.end), verbatim=False)


def _without_end(piece: Piece) -> Piece:
    text = piece.text.rstrip(SPACE)
    if not piece.verbatim or len(text) == len(piece.text):
        return piece
    return Piece(text, Span(piece.source.start, piece.source.start + len(text)))


def _without_start(piece: Piece) -> Piece:
    text = piece.text.lstrip(SPACE)
    if not piece.verbatim or len(text) == len(piece.text):
        return piece
    return Piece(text, Span(piece.source.end - len(text), piece.source.end))


def _moved(stretch: Stretch, by: int) -> Stretch:
    span = Span(stretch.span.start + by, stretch.span.end + by)
    return Stretch(span, stretch.kind, stretch.glued)
