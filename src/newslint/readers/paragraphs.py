"""Paragraphs: what a word processor's file holds, and the document that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from newslint.plugin import (
    Block,
    BlockKind,
    Directive,
    Document,
    Lexicon,
    Meta,
    Segment,
    Source,
    SourceMap,
    Span,
)
from newslint.readers.parts import with_one_headline
from newslint.text.directives import FILE_LINES, NO_LINE, SIGNATURE, directives
from newslint.text.layout import Stretch
from newslint.text.roles import blocks, headline_of

# A line broken by hand is no new paragraph. In the source a line is a paragraph, so there the break is the
# sign that Unicode has for it, which ends no line; in the text it is the line feed that all views know.
LINE_BREAK = "\u2028"
# What XML cannot hold stands for white space that is meant, until the rest of it has collapsed.
SPACE, TAB, BREAK = "\x01", "\x02", "\x03"
MEANT = str.maketrans({SPACE: " ", TAB: "\t", BREAK: LINE_BREAK})
WHITE_SPACE = re.compile(r"[ \t\n\r]{2,}|[\t\n\r]")

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
# What no fix may put into a paragraph: breaks, and what XML does not hold.
RESERVED = "".join(map(chr, range(32))) + LINE_BREAK + "\ufffe\uffff"
UNBROKEN = re.compile(f"[^{LINE_BREAK}]+")
LIST_STYLE = re.compile(r"list (?:paragraph|bullet|number|contents)\b|list \d|numbering \d")


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where words lie in a part, by its bytes: their run, their own tag, and the tag that ends them.

    *opening* is the tag and the format of the run, as they are written.
    """

    part: str
    run: int
    opening: bytes
    start: int
    end: int


class Written(msgspec.Struct, frozen=True, gc=False):
    """The pieces *first* to *last* of a paragraph, which fixes may change where they lie.

    *joined*: they follow those before in the same format, as if they were written in one.
    """

    first: int
    last: int
    place: Place
    joined: bool


class Paragraph(msgspec.Struct):
    """A paragraph while it is read: its words in pieces, and what its style and its comments say."""

    pieces: list[str] = msgspec.field(default_factory=list)
    kind: BlockKind | None = None
    comments: list[str] = msgspec.field(default_factory=list)
    # Paragraphs that hang on this one and stand below it: text boxes.
    below: list[Paragraph] = msgspec.field(default_factory=list)
    # Where the words lie that may be changed; None in a format that is only read.
    written: list[Written] | None = None

    # Whether runs of white space count for one space, as they do in ODF.
    collapses: bool = False

    def take(self, other: Paragraph) -> None:
        """Take over all that stands in another."""
        self.pieces, self.comments, self.below = other.pieces, other.comments, other.below
        other.pieces, other.comments, other.below = [], [], []
        self.written, other.written = other.written, self.written

    def words(self) -> str:
        """Return the words as they are read."""
        return self._letters().strip()

    def line(self) -> Line:
        """Return the paragraph as it is read."""
        letters = self._letters()
        words = letters.strip()
        cut = len(letters) - len(letters.lstrip())
        editable = None if self.written is None else tuple(self._editable(cut, cut + len(words)))
        return Line(words, self.kind, tuple(self.comments), editable)

    def _editable(self, cut: int, end: int) -> Iterator[Editable]:
        """Yield the stretches that fixes may change, of the words that are left from *cut* up to *end*."""
        lengths = [0, *accumulate(map(len, self.pieces))]
        for each in self.written or ():
            start = lengths[each.first]
            span = Span(max(start, cut), min(lengths[each.last], end))
            if span.start < span.end:
                skipped = span.start - start
                yield Editable(Span(span.start - cut, span.end - cut), skipped, each.place, each.joined)

    def _letters(self) -> str:
        letters = "".join(self.pieces)
        if self.collapses:
            letters = WHITE_SPACE.sub(" ", letters)
        # A line end in the XML is a space to who reads the page.
        return letters.replace("\n", " ").replace("\r", " ").translate(MEANT)


def kind_of_style(name: str) -> BlockKind | None:
    """Return the part that a style of this name plays."""
    name = name.strip().lower()
    return KINDS.get(name) or (BlockKind.LIST_ITEM if LIST_STYLE.match(name) else None)


class Editable(msgspec.Struct, frozen=True, gc=False):
    """A stretch of words that fixes may change: its *span*, and its *place*.

    It leaves out the first letters of the place, *skipped* of them. *joined*: it follows the one before in
    the same format.
    """

    span: Span
    skipped: int
    place: Place
    joined: bool


class Line(msgspec.Struct, frozen=True):
    """A paragraph that is read, and where fixes may change it; None: the format is only read."""

    words: str
    kind: BlockKind | None = None
    comments: tuple[str, ...] = ()
    editable: tuple[Editable, ...] | None = None


def lines(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    """Yield paragraphs as they are read, each with what hangs on it below."""
    waiting = list(paragraphs)[::-1]
    while waiting:
        paragraph = waiting.pop()
        waiting.extend(reversed(paragraph.below))
        yield paragraph.line()


def document(
    source: Source, lines: Iterable[Line], lexicon: Lexicon, *, format_name: str, title: str, language: str
) -> Document:
    """Set the paragraphs one to a line."""
    lines = [line for line in lines if line.words]
    letters = letters_of(lines)
    text = letters.replace(LINE_BREAK, "\n")
    stretches = with_one_headline(tuple(_stretches(lines)))
    found = blocks(text, stretches, lexicon)
    headline = headline_of(text, found)
    return Document(
        path=source.path,
        format=format_name,
        source=letters,
        text=text,
        blocks=found,
        map=SourceMap(_segments(lines) if lines else (Segment(0, 0, 0, 0),)),
        lexicon=lexicon,
        directives=tuple(_directives(lines, found)),
        # A file's own title is as often that of the story it was made from.
        meta=Meta(title=headline or title, language=language),
        reserved=RESERVED,
    )


def letters_of(lines: Iterable[Line]) -> str:
    """Set lines below each other."""
    return "\n".join(line.words for line in lines)


def _segments(lines: Iterable[Line]) -> Iterator[Segment]:
    """Yield the segments of the text, which has the letters of the source, each in its place.

    A segment of one format is verbatim; so is a line end. Between two of them is a seam. What no fix may
    change is mapped letter by letter.
    """
    start = 0
    for line in lines:
        if start:
            yield Segment(start - 1, start - 1, 1, 1)
        position = start
        for span in _joined(line):
            yield from _sealed(position, start + span.start)
            if span.start and position == start + span.start:
                yield Segment(position, position, 0, 0, verbatim=False)
            position = start + span.end
            yield Segment(start + span.start, start + span.start, len(span), len(span))
        start += len(line.words) + 1
        yield from _sealed(position, start - 1)


def _sealed(start: int, end: int) -> Iterator[Segment]:
    return (Segment(position, position, 1, 1, verbatim=False) for position in range(start, end))


def _joined(line: Line) -> Iterator[Span]:
    """Yield the spans of a line that are of one format; of a format that is only read, what breaks part."""
    if line.editable is None:
        yield from (Span(*found.span()) for found in UNBROKEN.finditer(line.words))
        return
    last: Span | None = None
    for each in line.editable:
        if last and each.joined and last.end == each.span.start:
            last = last.joined(each.span)
            continue
        if last:
            yield last
        last = each.span
    if last:
        yield last


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
