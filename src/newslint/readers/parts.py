"""Parts: the blocks that a reader of markup finds, and how they are set one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.plugin import BlockKind, Guard, Piece, SourceMap, Span, lazy_pattern, stacked
from newslint.text.layout import Stretch

# Stands for what is no copy but takes a place in a sentence: a tag, code, an image, a formula.
OBJECT = "\ufffc"
ESCAPE = "\\"
# An enumeration takes long to tell its members.
HEADLINE, SUBHEAD = BlockKind.HEADLINE, BlockKind.SUBHEAD
LITERAL = lazy_pattern(r"\\[^\s]?")
NO_LINE_END = lazy_pattern(r"[^\n\r]")


class Part(msgspec.Struct, frozen=True):
    """The pieces of one block, the *kind* that its marks tell, and the letters that no edit may write."""

    kind: BlockKind | None
    pieces: tuple[Piece, ...]
    reserved: str = ""


def holds_copy(part: Part) -> bool:
    """Tell whether there is a word in a block: one of `&emsp;`, or of any other white space, holds none."""
    pieces = part.pieces
    if pieces and pieces[0].text[:1].isalnum():
        return True
    return any(piece.text.replace(OBJECT, " ").strip() for piece in pieces)


def laid_out(parts: Sequence[Part]) -> tuple[str, SourceMap, tuple[Stretch, ...]]:
    """Set the blocks one below the other, an empty line between them."""
    text, source_map, spans = stacked([part.pieces for part in parts])
    found = [Stretch(stripped(text, span), part.kind) for part, span in zip(parts, spans, strict=True)]
    return text, source_map, with_one_headline(found)


def stripped(text: str, span: Span) -> Span:
    """Return where the words of a *span* stand, without the white space round them."""
    start, end = span.start, span.end
    if not (text[start : start + 1].isspace() or text[end - 1 : end].isspace()):
        return span
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def guards(parts: Sequence[Part], stretches: Sequence[Stretch]) -> tuple[Guard, ...]:
    """Return where the letters stand that a part reserves."""
    return tuple(
        Guard(stretch.span, part.reserved)
        for part, stretch in zip(parts, stretches, strict=True)
        if part.reserved
    )


def copied(source_map: SourceMap) -> list[Span]:
    """Return the stretches of a source that are copy, or stand for some."""
    return [Span(each.source, each.source + each.source_length) for each in source_map.segments]


def without_markup(letters: str, copy: Sequence[Span], comments: Sequence[Span]) -> str:
    """Blank what is neither *copy* nor of the *comments*: a line of nothing but tags is no line of copy."""
    bare, position = [], 0
    for span in sorted((*comments, *copy)):
        bare += [NO_LINE_END.sub(" ", letters[position : span.start]), span.cut(letters)]
        position = max(position, span.end)
    return "".join(bare) + NO_LINE_END.sub(" ", letters[position:])


def with_one_headline(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Keep the first heading of level one as headline; without one, a heading above all else is it."""
    levels = [index for index, stretch in enumerate(stretches) if stretch.kind is HEADLINE]
    headline = levels[0] if levels else 0
    return tuple(
        [
            Stretch(stretch.span, HEADLINE if index == headline else SUBHEAD)
            if stretch.kind is HEADLINE or stretch.kind is SUBHEAD
            else stretch
            for index, stretch in enumerate(stretches)
        ]
    )


def kept_apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Keep edits from the letter behind a backslash that escapes nothing: with another, it might."""
    for piece in pieces:
        if not piece.verbatim or ESCAPE not in piece.text:
            yield piece
            continue
        start, position = piece.source.start, 0
        for match in LITERAL.finditer(piece.text):
            if position < match.start():
                yield Piece(
                    piece.text[position : match.start()], Span(start + position, start + match.start())
                )
            yield Piece(match[0], Span(start + match.start(), start + match.end()), verbatim=False)
            position = match.end()
        if position < len(piece.text):
            yield Piece(piece.text[position:], Span(start + position, start + len(piece.text)))
