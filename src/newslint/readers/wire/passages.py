"""Passages: the pieces of a wire story that stand together, and the text they make, one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.plugin import BlockKind, Piece, SourceMap, Span, assembled
from newslint.readers.parts import OBJECT, SEPARATOR
from newslint.text.layout import Stretch, stretches

SPACE = " \t\r\n"
# A story's own description is often that of its picture.
SAID_ONCE = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION))


class Passage(msgspec.Struct, frozen=True, gc=False):
    """The pieces of one block; of several, that the lines tell apart, where the copy is *plain*."""

    kind: BlockKind | None
    pieces: tuple[Piece, ...]
    plain: bool = False

    @property
    def words(self) -> str:
        """Return the text of the pieces."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def holds_copy(self) -> bool:
        """Tell whether there is anything but white space and objects."""
        return bool(self.words.replace(OBJECT, " ").strip())


def laid_out(passages: Iterable[Passage]) -> tuple[str, SourceMap, tuple[Stretch, ...]]:
    """Set the blocks one below the other, an empty line between them."""
    pieces: list[Piece] = []
    found: list[Stretch] = []
    position = 0
    for passage in passages:
        if pieces:
            end = pieces[-1].source.end
            pieces.append(Piece(SEPARATOR, Span(end, end), verbatim=False))
            position += len(SEPARATOR)
        words = passage.words
        if passage.plain:
            found.extend(_moved(stretch, position) for stretch in stretches(words))
        else:
            start = position + len(words) - len(words.lstrip())
            found.append(Stretch(Span(start, position + len(words.rstrip())), passage.kind))
        pieces.extend(passage.pieces)
        position += len(words)
    return *assembled(pieces), tuple(found)


def with_one_headline(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Keep the first headline: another right below it is a standfirst, one further down a subhead.

    What the head of a story has already said, as metadata and body often say the same, is left out.
    """
    said: set[str] = set()
    above: BlockKind | None = None
    headed = False
    for passage in passages:
        if passage.kind in SAID_ONCE:
            words = " ".join(passage.words.casefold().split())
            if words in said:
                continue
            said.add(words)
        kind = passage.kind
        if kind is BlockKind.HEADLINE and headed:
            kind = BlockKind.STANDFIRST if above is BlockKind.HEADLINE else BlockKind.SUBHEAD
        headed = headed or kind is BlockKind.HEADLINE
        above = kind
        yield Passage(kind, passage.pieces, passage.plain)


def parted(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Part a stretch at its blank lines, each line end of which is a piece."""
    block: list[Piece] = []
    gap: list[Piece] = []
    for piece in pieces:
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


def tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Make one line end of each, with the white space round it, and none at the ends of the block."""
    before: Piece | None = None
    gap: list[Piece] = []
    for piece in pieces:
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
