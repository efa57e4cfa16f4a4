"""Cuts: the text that a parser of Markdown gives, in the pieces that were written and those that were not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.plugin import Piece, Span
from newslint.readers.masks import NO_COPY, masked, settings
from newslint.readers.parts import OBJECT
from newslint.text.markup.tag import Role, Tag
from newslint.text.markup.template_tags import template_tags

ESCAPE = "\\"


class Cuts:
    """A source with its tags masked, and the way back from what was parsed to what was written."""

    def __init__(self, letters: str, start: int, *, expressions: bool) -> None:
        self.letters = letters
        self.tags = template_tags(letters, start, expressions=expressions, formulas=True)
        self.settings = settings(letters, self.tags, start)
        self.masked = masked(letters, self.tags, self.settings)
        self.ends = [tag.span.end for tag in self.tags]
        self.wraps = frozenset(tag.span for tag in self.tags if tag.role is Role.WRAP)
        self.escapes = ESCAPE in letters
        self.plain = not self.tags and not self.escapes

    def alone(self, span: Span) -> bool:
        """Tell whether *span* is of a line that holds nothing but tags."""
        index = bisect_left(self.ends, span.start + 1)
        return (
            index < len(self.tags)
            and self.tags[index].span.overlaps(span)
            and self.settings[index].alone
            and self.tags[index].role in NO_COPY
        )

    def pieces(self, text: str, span: Span, *, follows: int) -> Iterator[Piece]:
        """Yield the pieces of a text that stands at *span*, the text before it ending at *follows*."""
        if span.cut(self.masked) != text:
            yield Piece(text, span, verbatim=False)
            return
        start = span.start
        if self.escapes and follows < start and self.letters[start - 1] == ESCAPE:
            # The backslash is the letter's own: neither is edited without the other.
            yield Piece(text[0], Span(start, start + 1), verbatim=False)
            start += 1
        index = bisect_left(self.ends, start + 1)
        while index < len(self.tags) and self.tags[index].span.start < span.end:
            tag = self.tags[index]
            yield from self._copy(start, tag.span.start)
            yield from self._tag(tag, max(start, tag.span.start), min(tag.span.end, span.end))
            start = min(tag.span.end, span.end)
            index += 1
        yield from self._copy(start, span.end)

    def without_wraps(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """Leave out the pairs of tags that stand round all the others."""
        if not self.wraps:
            return tuple(pieces)
        copy = [index for index, piece in enumerate(pieces) if not self._is_edge(piece)]
        if not copy:
            return ()
        inner = range(copy[0], copy[-1] + 1)
        return tuple(
            piece for index, piece in enumerate(pieces) if index in inner or piece.source not in self.wraps
        )

    def _is_edge(self, piece: Piece) -> bool:
        return piece.text.isspace() or piece.source in self.wraps

    def _copy(self, start: int, end: int) -> Iterator[Piece]:
        if start < end:
            yield Piece(self.letters[start:end], Span(start, end))

    def _tag(self, tag: Tag, start: int, end: int) -> Iterator[Piece]:
        if tag.role is Role.COPY:
            yield Piece(self.letters[start:end], Span(start, end), verbatim=False)
        elif tag.role in (Role.OBJECT, Role.WRAP, Role.HTML) and start == tag.span.start:
            yield Piece(OBJECT, Span(start, end), verbatim=False)
