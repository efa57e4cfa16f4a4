"""Plain text: paragraphs as lines, or as hard-wrapped lines between blank ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from newslint.plugin import Document, Lexicon, Meta, Piece, Source, SourceMap, Span, assembled, lazy_pattern
from newslint.readers.ends import ends
from newslint.text.directives import directives, is_directive, is_signed
from newslint.text.layout import stretches
from newslint.text.roles import blocks, headline_of

BYTE_ORDER_MARK = "\ufeff"
DIRECTIVE_LINE = lazy_pattern(
    r"(?:^|(?<=[\n\r\ufeff]))[ \t]*(\[(?i:newslint)\b[^\n\r]*\])[ \t]*(?:\r\n?|\n|$)"
)
LINE_END = lazy_pattern(r"\r\n?")


class TextReader:
    """Reads plain text as UTF-8, or as UTF-16 where a byte order mark says so."""

    extensions: ClassVar[tuple[str, ...]] = (".txt", ".text")
    comments: ClassVar[tuple[str, ...]] = ("[newslint: ignore[{rules}] -- {reason}]",)

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story; its headline is its title."""
        letters = source.decoded()
        ignores = _directive_lines(letters)
        left_out = ends(letters, lexicon)
        omitted = _apart([*(Span(*match.span()) for match in ignores), *(each.span for each in left_out)])
        text, source_map = _plain(letters, omitted)
        found = blocks(text, stretches(text), lexicon)
        return Document(
            path=source.path,
            format="text",
            source=letters,
            text=text,
            blocks=found,
            map=source_map,
            lexicon=lexicon,
            directives=directives(letters, tuple(Span(*match.span(1)) for match in ignores)),
            meta=Meta(title=headline_of(text, found)),
            left_out=left_out,
        )


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in their order, without those that stand in another."""
    apart: list[Span] = []
    for span in sorted(spans):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def _directive_lines(letters: str) -> tuple[re.Match[str], ...]:
    if not is_signed(letters):
        return ()
    return tuple(match for match in DIRECTIVE_LINE.finditer(letters) if is_directive(match[1]))


def _plain(letters: str, omitted: Sequence[Span]) -> tuple[str, SourceMap]:
    """Leave out a byte order mark and what is *omitted*, and end every line with a line feed."""
    if not omitted and "\r" not in letters and not letters.startswith(BYTE_ORDER_MARK):
        return letters, SourceMap.identity(len(letters))
    return assembled(_pieces(letters, omitted))


def _pieces(letters: str, omitted: Sequence[Span]) -> Iterator[Piece]:
    start = len(BYTE_ORDER_MARK) if letters.startswith(BYTE_ORDER_MARK) else 0
    for gap in (*omitted, Span(len(letters), len(letters))):
        for match in LINE_END.finditer(letters, start, gap.start):
            yield Piece(letters[start : match.start()], Span(start, match.start()))
            yield Piece("\n", Span(match.start(), match.end()), verbatim=False)
            start = match.end()
        yield Piece(letters[start : gap.start], Span(start, gap.start))
        start = gap.end
