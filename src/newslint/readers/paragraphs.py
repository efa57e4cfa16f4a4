"""Paragraphs: what a word processor's file holds, and the lines that they make."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

import msgspec

from newslint.plugin import BlockKind, Span

# A line broken by hand is no new paragraph. In the source a line is a paragraph, so there the break is the
# sign that Unicode has for it, which ends no line; in the text it is the line feed that all views know.
LINE_BREAK = "\u2028"
# What XML cannot hold stands for white space that is meant, until the rest of it has collapsed.
SPACE, TAB, BREAK = "\x01", "\x02", "\x03"
INSTEAD = (("\n", " "), ("\r", " "), (SPACE, " "), (TAB, "\t"), (BREAK, LINE_BREAK))
# Why words are left out.
DELETED, MOVED, HIDDEN, FIELD = "deleted", "moved away", "hidden", "field code"
MARGINS, ABOVE = "header or footer", "reading aid"
CLOSED_UP = ("  ", "\n", "\r", "\t")
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
LIST_STYLE = re.compile(r"list (?:paragraph|bullet|number|contents)\b|list \d|numbering \d")


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where words lie in a part, by its bytes: their run, their own tag, and the tag that ends them.

    *opening* is the tag and the format of the run, as they are written, and *insertion* the tag round it,
    where it was inserted as a change that nobody has accepted yet.
    """

    part: str
    run: int
    opening: bytes
    start: int
    end: int
    insertion: bytes = b""


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
    # Before which piece words are left out, and why.
    gone: list[tuple[int, str]] = msgspec.field(default_factory=list)
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
        self.gone, other.gone = other.gone, []
        self.written, other.written = other.written, self.written

    def leave(self, why: str) -> None:
        """Note that words are left out here."""
        self.gone.append((len(self.pieces), why))

    def words(self) -> str:
        """Return the words as they are read."""
        return self._letters().strip()

    def line(self) -> Line:
        """Return the paragraph as it is read."""
        letters = self._letters()
        words = letters.strip()
        cut = len(letters) - len(letters.lstrip())
        editable = None if self.written is None else tuple(self._editable(cut, cut + len(words)))
        return Line(words, self.kind, tuple(self.comments), editable, tuple(self._gone(cut, len(words))))

    def _gone(self, cut: int, length: int) -> Iterator[tuple[int, str]]:
        """Yield where words are left out, among those that are left from *cut* up to a *length*."""
        if not self.gone:
            return
        lengths = [0, *accumulate(map(len, self.pieces))]
        closed = list(WHITE_SPACE.finditer("".join(self.pieces))) if self.collapses else []
        ends = [match.end() for match in closed]
        spared = [0, *accumulate(len(match[0]) - 1 for match in closed)]
        for first, why in self.gone:
            place = lengths[first] - spared[bisect_right(ends, lengths[first])]
            yield min(max(0, place - cut), length), why

    def _editable(self, cut: int, end: int) -> Iterator[Editable]:
        """Yield the stretches that fixes may change, of the words that are left from *cut* up to *end*."""
        lengths = [0, *accumulate(map(len, self.pieces))]
        for each in self.written or ():
            start, stop = lengths[each.first], lengths[each.last]
            # Only those at the ends are ever cut.
            first = start if start > cut else cut
            last = stop if stop < end else end
            if first < last:
                yield Editable(Span(first - cut, last - cut), first - start, each.place, each.joined)

    def _letters(self) -> str:
        letters = "".join(self.pieces)
        # Looking for what is rare takes a tenth of the time that writing it anew would.
        if self.collapses and any(sign in letters for sign in CLOSED_UP):
            letters = WHITE_SPACE.sub(" ", letters)
        # A line end in the XML is a space to who reads the page.
        for sign, instead in INSTEAD:
            if sign in letters:
                letters = letters.replace(sign, instead)
        return letters


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
    """A paragraph that is read, and what is *gone* of it.

    Where fixes may change it is None in a format that is only read.
    """

    words: str
    kind: BlockKind | None = None
    comments: tuple[str, ...] = ()
    editable: tuple[Editable, ...] | None = None
    gone: tuple[tuple[int, str], ...] = ()


def lines(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    """Yield paragraphs as they are read, each with what hangs on it below."""
    waiting = list(paragraphs)[::-1]
    while waiting:
        paragraph = waiting.pop()
        waiting.extend(reversed(paragraph.below))
        yield paragraph.line()
