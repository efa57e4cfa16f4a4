"""Parts: the blocks that a reader of markup finds, and how they are set one below the other."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.plugin import BlockKind, Piece, SourceMap, Span, assembled
from newslint.text.layout import Stretch

# Stands for what is no copy but takes a place in a sentence: a tag, code, an image, a formula.
OBJECT = "\ufffc"
SEPARATOR = "\n\n"


class Part(msgspec.Struct, frozen=True):
    """The pieces of one block, with the *kind* that its marks tell."""

    kind: BlockKind | None
    pieces: tuple[Piece, ...]


def holds_copy(part: Part) -> bool:
    """Tell whether there is a word in a block: one of `&emsp;`, or of any other white space, holds none."""
    return any(piece.text.replace(OBJECT, " ").strip() for piece in part.pieces)


def laid_out(parts: Sequence[Part]) -> tuple[str, SourceMap, tuple[Stretch, ...]]:
    """Set the blocks one below the other, an empty line between them."""
    pieces: list[Piece] = []
    stretches: list[Stretch] = []
    position = 0
    for part in parts:
        if pieces:
            end = pieces[-1].source.end
            pieces.append(Piece(SEPARATOR, Span(end, end), verbatim=False))
            position += len(SEPARATOR)
        words = "".join(piece.text for piece in part.pieces)
        start = position + len(words) - len(words.lstrip())
        stretches.append(Stretch(Span(start, position + len(words.rstrip())), part.kind))
        pieces.extend(part.pieces)
        position += len(words)
    return *assembled(pieces), with_one_headline(stretches)


def with_one_headline(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Keep the first heading of level one as headline; without one, a heading above all else is it."""
    levels = [index for index, stretch in enumerate(stretches) if stretch.kind is BlockKind.HEADLINE]
    headline = levels[0] if levels else 0
    return tuple(
        Stretch(stretch.span, BlockKind.HEADLINE if index == headline else BlockKind.SUBHEAD)
        if stretch.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
        else stretch
        for index, stretch in enumerate(stretches)
    )
