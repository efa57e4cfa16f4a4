"""Cuts: the text that a parser of Markdown gives, in the pieces that were written and those that were not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from newslint.plugin import BlockKind, Piece, Span, lazy_pattern
from newslint.readers.html.templates import MASK
from newslint.readers.masks import NO_COPY, masked, settings
from newslint.readers.parts import ESCAPE, OBJECT, Part, kept_apart
from newslint.text.markup.tag import Role, Tag
from newslint.text.markup.template_tags import template_tags

# What stands before a line of HTML in a list or a quotation; no line end, and no tag.
MARGIN = lazy_pattern(rf"[^\n\r{MASK}]")
# Tags that take a place in their line.
TAKING_PLACE = (Role.OBJECT, Role.WRAP, Role.HTML)


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
        # What may hold 80^1^ or H~2~O.
        self.raises = "^" in letters or "~" in letters

    def alone(self, start: int, end: int) -> bool:
        """Tell whether a stretch is of a line that holds nothing but tags."""
        index = self._first(start, end)
        return index >= 0 and self.settings[index].alone and self.tags[index].role in NO_COPY

    def tagged(self, start: int, end: int) -> bool:
        """Tell whether a tag stands in a stretch, or reaches into it."""
        return self._first(start, end) >= 0

    def _first(self, start: int, end: int) -> int:
        """Return the index of the first tag that stands in a stretch, -1 where none does."""
        index = bisect_left(self.ends, start + 1)
        return index if index < len(self.ends) and self.tags[index].span.start < end else -1

    def pieces(self, text: str, start: int, end: int, *, follows: int, tagged: bool) -> Iterable[Piece]:
        """Return the pieces of a text that stands in a place, the text before it ending at *follows*.

        *tagged*: a tag stands in it.
        """
        span = Span(start, end)
        if self.masked[start:end] != text:
            return (Piece(text, span, verbatim=False),)
        escaped = self.escapes and follows < start and self.letters[start - 1] == ESCAPE
        whole = not escaped and not tagged
        found = (Piece(text, span),) if whole else self._parted(text, span, escaped=escaped)
        return kept_apart(found) if ESCAPE in text else found

    def _parted(self, text: str, span: Span, *, escaped: bool) -> Sequence[Piece]:
        start, end = span.start, span.end
        found: list[Piece] = []
        if escaped:
            # The backslash is the letter's own: neither is edited without the other.
            found.append(Piece(text[0], Span(start, start + 1), verbatim=False))
            start += 1
        index = bisect_left(self.ends, start + 1)
        while index < len(self.tags) and self.tags[index].span.start < end:
            tag = self.tags[index]
            stop = min(tag.span.end, end)
            found += self._copy(start, tag.span.start)
            found += self._tag(tag, max(start, tag.span.start), stop)
            start = stop
            index += 1
        found += self._copy(start, end)
        return found

    def of_html(self, margins: Iterable[Span]) -> str:
        """Return the source for a parser of HTML: a mask over each tag, and blanks over the margins."""
        letters, parts, position = self.letters, list[str](), 0
        for tag in self.tags:
            mask = MASK * len(tag.span) if tag.role in NO_COPY else tag.span.cut(self.masked)
            parts += [letters[position : tag.span.start], mask]
            position = tag.span.end
        letters = "".join(parts) + letters[position:] if parts else letters
        parts, position = [], 0
        for gap in margins:
            parts += [letters[position : gap.start], MARGIN.sub(" ", gap.cut(letters))]
            position = gap.end
        return "".join(parts) + letters[position:] if parts else letters

    def held(self, part: Part, *, kind: BlockKind | None) -> Part:
        """Return a part of HTML in a block of some *kind*; what may be a tag or not is never edited."""
        pieces = part.pieces
        if self.tags:
            pieces = tuple(split for piece in pieces for split in self._split(piece))
        return Part(part.kind or kind, pieces)

    def _split(self, piece: Piece) -> Iterator[Piece]:
        start, end = piece.source.start, piece.source.end
        index = bisect_left(self.ends, start + 1)
        while piece.verbatim and index < len(self.tags) and self.tags[index].span.start < end:
            tag = self.tags[index]
            yield from self._copy(start, tag.span.start)
            start, stop = max(start, tag.span.start), min(tag.span.end, end)
            yield Piece(self.letters[start:stop], Span(start, stop), verbatim=False)
            start = stop
            index += 1
        if start == piece.source.start:
            yield piece
        else:
            yield from self._copy(start, end)

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

    def _copy(self, start: int, end: int) -> Sequence[Piece]:
        return (Piece(self.letters[start:end], Span(start, end)),) if start < end else ()

    def _tag(self, tag: Tag, start: int, end: int) -> Sequence[Piece]:
        if tag.role is Role.COPY:
            return (Piece(self.letters[start:end], Span(start, end), verbatim=False),)
        if tag.role in TAKING_PLACE and start == tag.span.start:
            return (Piece(OBJECT, Span(start, end), verbatim=False),)
        return ()
