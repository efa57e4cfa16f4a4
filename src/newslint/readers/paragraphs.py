"""Paragraphs: what a word processor's file holds, and the document that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.plugin import (
    Block,
    BlockKind,
    Directive,
    Document,
    Lexicon,
    Meta,
    Piece,
    Source,
    SourceMap,
    Span,
    assembled,
)
from newslint.readers.parts import with_one_headline
from newslint.text.directives import NO_LINE, SIGNATURE, directives
from newslint.text.layout import Stretch
from newslint.text.roles import blocks, headline_of

# A line broken by hand is no new paragraph. In the source a line is a paragraph, so there the break is the
# sign that Unicode has for it, which ends no line; in the text it is the line feed that all views know.
LINE_BREAK = "\u2028"
# What XML cannot hold stands for white space that is meant, until the rest of it has collapsed.
SPACE, TAB, BREAK = "\x01", "\x02", "\x03"
MEANT = str.maketrans({SPACE: " ", TAB: "\t", BREAK: LINE_BREAK})
WHITE_SPACE = re.compile(r"[ \t\n\r]{2,}|[\t\n\r]")
# An ignore-file counts in the first lines, as in other formats.
FILE_LINES = 10

KINDS = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "heading 1": BlockKind.HEADLINE,
    **{f"heading {level}": BlockKind.SUBHEAD for level in range(2, 10)},
    **dict.fromkeys(("heading", "subhead", "subheading", "crosshead"), BlockKind.SUBHEAD),
    **dict.fromkeys(("subtitle", "standfirst", "deck"), BlockKind.STANDFIRST),
    **dict.fromkeys(("byline", "by-line"), BlockKind.BYLINE),
    "dateline": BlockKind.DATELINE,
    **dict.fromkeys(("caption", "image caption", "table caption"), BlockKind.CAPTION),
    **dict.fromkeys(("illustration", "figure"), BlockKind.CAPTION),
    **dict.fromkeys(("quote", "intense quote", "block text", "quotations"), BlockKind.QUOTE),
    **dict.fromkeys(("source code", "html preformatted", "preformatted text"), BlockKind.CODE),
}
LIST_STYLE = re.compile(r"list (?:paragraph|bullet|number|contents)\b|list \d|numbering \d")


class Paragraph(msgspec.Struct):
    """A paragraph while it is read: its words in pieces, and what its style and its comments say."""

    pieces: list[str] = msgspec.field(default_factory=list)
    kind: BlockKind | None = None
    comments: list[str] = msgspec.field(default_factory=list)
    # Paragraphs that hang on this one and stand below it: text boxes.
    below: list[Paragraph] = msgspec.field(default_factory=list)

    # Whether runs of white space count for one space, as they do in ODF.
    collapses: bool = False

    def take(self, other: Paragraph) -> None:
        """Take over all that stands in another."""
        self.pieces, self.comments, self.below = other.pieces, other.comments, other.below
        other.pieces, other.comments, other.below = [], [], []

    def words(self) -> str:
        """Return the words as they are read."""
        letters = "".join(self.pieces)
        if self.collapses:
            letters = WHITE_SPACE.sub(" ", letters)
        # A line end in the XML is a space to who reads the page.
        return letters.replace("\n", " ").replace("\r", " ").translate(MEANT).strip()


def kind_of_style(name: str) -> BlockKind | None:
    """Return the part that a style of this name plays."""
    name = name.strip().lower()
    return KINDS.get(name) or (BlockKind.LIST_ITEM if LIST_STYLE.match(name) else None)


class Line(msgspec.Struct, frozen=True):
    """A paragraph that is read."""

    words: str
    kind: BlockKind | None = None
    comments: tuple[str, ...] = ()


def lines(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    """Yield paragraphs as they are read, each with what hangs on it below."""
    waiting = list(paragraphs)[::-1]
    while waiting:
        paragraph = waiting.pop()
        waiting.extend(reversed(paragraph.below))
        yield Line(paragraph.words(), paragraph.kind, tuple(paragraph.comments))


def document(
    source: Source, lines: Iterable[Line], lexicon: Lexicon, *, format_name: str, title: str, language: str
) -> Document:
    """Set the paragraphs one to a line."""
    lines = [line for line in lines if line.words]
    letters = "\n".join(line.words for line in lines)
    text, source_map = _text(letters)
    stretches = with_one_headline(tuple(_stretches(lines)))
    found = blocks(text, stretches, lexicon)
    headline = headline_of(text, found)
    return Document(
        path=source.path,
        format=format_name,
        source=letters,
        text=text,
        blocks=found,
        map=source_map,
        lexicon=lexicon,
        directives=tuple(_directives(lines, found)),
        # A file's own title is as often that of the story it was made from.
        meta=Meta(title=headline or title, language=language),
    )


def _text(letters: str) -> tuple[str, SourceMap]:
    if LINE_BREAK not in letters:
        return letters, SourceMap.identity(len(letters))
    return assembled(_pieces(letters))


def _pieces(letters: str) -> Iterator[Piece]:
    start = 0
    while (found := letters.find(LINE_BREAK, start)) >= 0:
        yield Piece(letters[start:found], Span(start, found))
        yield Piece("\n", Span(found, found + 1), verbatim=False)
        start = found + 1
    yield Piece(letters[start:], Span(start, len(letters)))


def _stretches(lines: Iterable[Line]) -> Iterator[Stretch]:
    start = 0
    for line in lines:
        yield Stretch(Span(start, start + len(line.words)), line.kind)
        start += len(line.words) + 1


def _directives(lines: Sequence[Line], found: Sequence[Block]) -> Iterator[Directive]:
    """Yield the ignores that stand in comments, each for the paragraph that its comment is on."""
    for number, (line, block) in enumerate(zip(lines, found, strict=True), start=1):
        for comment in line.comments:
            if comment.lstrip(" [").startswith(SIGNATURE):
                yield _directive(comment, block.span, number)


def _directive(comment: str, span: Span, number: int) -> Directive:
    words = comment.strip()
    # As in other formats, it may stand in brackets.
    words = words if words.startswith("[") else f"[{words}]"
    directive = directives(words, (Span(0, len(words)),))[0]
    line = directive.line
    if line is None:
        line = None if number <= FILE_LINES else NO_LINE
    elif line != NO_LINE:
        line = number
    return msgspec.structs.replace(directive, span=span, line=line)
