"""Plain text: paragraphs as lines, or as hard-wrapped lines between blank ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import (
    BlockKind,
    Directive,
    Document,
    Lexicon,
    Meta,
    Source,
    SourceMap,
    Span,
    line_starts,
)
from newslint.readers.assembly import Piece, assembled
from newslint.readers.directives import SIGNATURE, directive
from newslint.readers.layout import stretches
from newslint.readers.roles import blocks

BYTE_ORDER_MARK = "\ufeff"
DIRECTIVE_LINE = re.compile(r"(?:^|(?<=[\n\r\ufeff]))[ \t]*\[(newslint:[^\n\r]*)\][ \t]*(?:\r\n?|\n|$)")
LINE_END = re.compile(r"\r\n?")
COPY = re.compile(r"\S")


class TextReader:
    """Reads plain text as UTF-8, or as UTF-16 where a byte order mark says so."""

    extensions: ClassVar[tuple[str, ...]] = (".txt", ".text")

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story; its headline is its title."""
        letters = source.decoded()
        directives = _directives(letters)
        text, source_map = _plain(letters, directives)
        found = blocks(text, stretches(text))
        return Document(
            path=source.path,
            format="text",
            source=letters,
            text=text,
            blocks=found,
            map=source_map,
            lexicon=lexicon,
            directives=directives,
            meta=Meta(title=next((b.span.cut(text) for b in found if b.kind is BlockKind.HEADLINE), "")),
        )


def _directives(letters: str) -> tuple[Directive, ...]:
    if SIGNATURE not in letters:
        return ()
    starts = line_starts(letters)
    found = []
    following = copy_after = len(letters)
    for match in reversed(list(DIRECTIVE_LINE.finditer(letters))):
        copy = COPY.search(letters, match.end(), following)
        copy_after = copy.start() if copy else copy_after
        following = match.start()
        line, applies_to = bisect_right(starts, match.start()), bisect_right(starts, copy_after)
        found.append(directive(match[1], Span(*match.span()), line=line, applies_to=applies_to))
    return tuple(each for each in reversed(found) if each)


def _plain(letters: str, directives: tuple[Directive, ...]) -> tuple[str, SourceMap]:
    """Leave out a byte order mark and directives, and end every line with a line feed."""
    if not directives and "\r" not in letters and not letters.startswith(BYTE_ORDER_MARK):
        return letters, SourceMap.identity(len(letters))
    return assembled(_pieces(letters, directives))


def _pieces(letters: str, directives: tuple[Directive, ...]) -> Iterator[Piece]:
    start = len(BYTE_ORDER_MARK) if letters.startswith(BYTE_ORDER_MARK) else 0
    for gap in (*(found.span for found in directives), Span(len(letters), len(letters))):
        for match in LINE_END.finditer(letters, start, gap.start):
            yield Piece(letters[start : match.start()], Span(start, match.start()))
            yield Piece("\n", Span(match.start(), match.end()), verbatim=False)
            start = match.end()
        yield Piece(letters[start : gap.start], Span(start, gap.start))
        start = gap.end
