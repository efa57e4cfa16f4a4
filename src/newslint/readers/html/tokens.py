"""Tokens: the stream of a page's tags, comments and texts, with their places in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from newslint.plugin import Span, line_starts
from newslint.text.directives import SIGNATURE, is_directive

if TYPE_CHECKING:
    from turbohtml import Token


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A token, where it starts, and where the next one does."""

    token: Token
    start: int
    end: int


def tokens(letters: str, span: Span) -> Iterator[Placed]:
    """Yield the tokens of a stretch of the source that starts outside any tag."""
    import turbohtml

    stretch = span.cut(letters)
    starts = line_starts(stretch)
    last: Token | None = None
    place = span.start
    for token in turbohtml.tokenize(stretch, resolve_references=False):
        start = span.start + starts[token.line - 1] + token.col
        if last is not None:
            yield Placed(last, place, start)
        last, place = token, start
    if last is not None:
        yield Placed(last, place, span.end)


def comments(letters: str) -> tuple[Span, ...]:
    """Return the comments of a page that are directives, or were meant to be."""
    from turbohtml import TokenType

    if SIGNATURE not in letters:
        return ()
    return tuple(
        Span(placed.start, placed.end)
        for placed in tokens(letters, Span(0, len(letters)))
        if placed.token.type is TokenType.COMMENT and is_directive(letters[placed.start : placed.end])
    )
