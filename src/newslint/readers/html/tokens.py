"""Tokens: the stream of a page's tags, comments and texts, with their places in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.plugin import Span, lines_of
from newslint.text.directives import is_directive, is_signed

if TYPE_CHECKING:
    from turbohtml import Token


def tokens(letters: str, span: Span) -> Iterator[tuple[Token, int, int]]:
    """Yield the tokens of a stretch of the source that starts outside any tag, each with its place in it."""
    import turbohtml

    stretch = span.cut(letters)
    starts = [span.start + start for start in lines_of(stretch)]
    last: Token | None = None
    place = span.start
    for token in turbohtml.tokenize(stretch, resolve_references=False):
        start = starts[token.line - 1] + token.col
        if last is not None:
            yield last, place, start
        last, place = token, start
    if last is not None:
        yield last, place, span.end


def comments(letters: str) -> tuple[Span, ...]:
    """Return the comments of a page that are directives, or were meant to be."""
    from turbohtml import TokenType

    if not is_signed(letters):
        return ()
    return tuple(
        Span(start, end)
        for token, start, end in tokens(letters, Span(0, len(letters)))
        if token.type is TokenType.COMMENT and is_directive(letters[start:end])
    )
