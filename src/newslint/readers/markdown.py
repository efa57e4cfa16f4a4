"""Markdown: CommonMark with tables, footnotes, front matter, and the tags of the software of many sites."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, ClassVar

import msgspec
import pyromark

from newslint.plugin import BlockKind, Document, Lexicon, Meta, Piece, Source, Span, lazy_pattern
from newslint.readers.cuts import Cuts
from newslint.readers.front_matter import front_matter
from newslint.readers.parts import OBJECT, Part, holds_copy, laid_out
from newslint.text.directives import SIGNATURE, directives, is_directive
from newslint.text.roles import blocks, headline_of

# Formulas are no part of it: to the parser "$2bn ($1.8bn)" holds one.
OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
)
BOUNDARIES = frozenset(("Start", "End"))
BREAKS = frozenset(("SoftBreak", "HardBreak"))
OBJECTS = frozenset(("Code", "InlineHtml"))
INLINE = frozenset(["Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link"])
SILENT = frozenset(["CodeBlock", "HtmlBlock", "MetadataBlock"])
KINDS = {"Item": BlockKind.LIST_ITEM, "BlockQuote": BlockKind.QUOTE, "TableCell": BlockKind.TABLE_CELL}
HEADINGS = {"H1": BlockKind.HEADLINE, **dict.fromkeys(("H2", "H3", "H4", "H5", "H6"), BlockKind.SUBHEAD)}
COMMENT = lazy_pattern(r"<!--.*?-->")
FORMATTING = lazy_pattern(
    r"</?(?:a|abbr|b|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|time|u)\b|<!--", re.IGNORECASE
)
LINE_BREAK = lazy_pattern(r"<br\b", re.IGNORECASE)

# The bytes of UTF-8 that open no code point, and how many bytes are counted at once.
CONTINUING = bytes(range(0x80, 0xC0))
PAGE = 64


class MarkdownReader:
    """Reads Markdown; code and template tags are no copy, an image's description is a caption."""

    extensions: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdx")

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story, with the date, title and language that its front matter gives."""
        letters = source.decoded()
        meta, start = front_matter(letters)
        start = max(start, int(letters.startswith("\ufeff")))
        cuts = Cuts(letters, start, expressions=source.path.endswith(".mdx"))
        events = tuple(_events(cuts.masked, start))
        text, source_map, stretches = laid_out(tuple(_parts(cuts, events)))
        found = blocks(text, stretches, lexicon)
        headline = headline_of(text, found)
        return Document(
            path=source.path,
            format="markdown",
            source=letters,
            text=text,
            blocks=found,
            map=source_map,
            lexicon=lexicon,
            directives=directives(letters, _ignores(letters, events)),
            meta=Meta(date=meta.date, title=meta.title or headline, language=meta.language),
        )


class Event(msgspec.Struct, frozen=True, gc=False):
    """What the parser met: a tag that opens or closes, or something of the line; in code points."""

    name: str
    content: Any
    span: Span


def _events(letters: str, start: int) -> Iterator[Event]:
    """Parse the source from *start*, and count in code points what the parser counts in bytes."""
    content = letters[start:].encode()
    point = _points(content)
    # The parser leaves its bytes with the string that it is given: it is given one that is not kept.
    for event, place in pyromark.Markdown(options=OPTIONS).events_with_range(content.decode()):
        name, inner = next(iter(event.items())) if isinstance(event, dict) else (event, None)
        yield Event(name, inner, Span(start + point(place["start"]), start + point(place["end"])))


def _points(content: bytes) -> Callable[[int], int]:
    """Return what tells at which code point a byte offset stands; it counts from the start of a page."""
    if content.isascii():
        return int
    counts = (len(content[at : at + PAGE].translate(None, CONTINUING)) for at in range(0, len(content), PAGE))
    before = array("q", accumulate(counts, initial=0))

    def point(offset: int) -> int:
        page = offset // PAGE
        return before[page] + len(content[page * PAGE : offset].translate(None, CONTINUING))

    return point


def _parts(cuts: Cuts, events: Iterable[Event]) -> Iterator[Part]:
    """Yield the blocks that hold copy."""
    open_tags: list[str] = []
    inline: list[Event] = []
    for event in events:
        tag = _tag(event)
        if (tag is None and event.name != "Rule") or tag in INLINE or tag == "Image":
            if open_tags and open_tags[-1] not in SILENT:
                inline.append(event)
            continue
        if inline:
            yield from _split(cuts, inline, kind=_kind(open_tags))
            inline = []
        if event.name == "Start":
            open_tags.append(str(tag))
        elif event.name == "End":
            open_tags.pop()


def _tag(event: Event) -> str | None:
    """Return what opens or closes; a heading goes by its level."""
    if event.name not in BOUNDARIES:
        return None
    if isinstance(event.content, str):
        return event.content
    tag, detail = next(iter(event.content.items()))
    if tag == "Heading":
        return str(detail if isinstance(detail, str) else detail["level"])
    return str(tag)


def _kind(open_tags: Sequence[str]) -> BlockKind | None:
    """Return what the marks say; None for a paragraph, whose part its words and place tell."""
    if open_tags[-1] in HEADINGS:
        return HEADINGS[open_tags[-1]]
    return next((KINDS[tag] for tag in reversed(open_tags) if tag in KINDS), None)


def _split(cuts: Cuts, inline: Sequence[Event], *, kind: BlockKind | None) -> Iterator[Part]:
    """Yield the blocks above and below each line that holds nothing but tags."""
    if not cuts.tags:
        yield from _part(cuts, inline, kind=kind)
        return
    first = depth = 0
    for index, event in enumerate(inline):
        depth += (event.name == "Start") - (event.name == "End")
        if event.name == "Text" and cuts.alone(event.span) and depth == 0:
            yield from _part(cuts, inline[first:index], kind=kind)
            first = index + 1
    yield from _part(cuts, inline[first:], kind=kind)


def _part(cuts: Cuts, inline: Iterable[Event], *, kind: BlockKind | None) -> Iterator[Part]:
    """Yield a block, or the descriptions of images that stand where a paragraph would."""
    pieces: list[Piece] = []
    descriptions: list[Part] = []
    first = depth = written = 0
    for event in inline:
        if event.name not in BOUNDARIES:
            pieces.extend(_pieces(cuts, event, follows=written))
            written = event.span.end if event.name == "Text" else written
        elif _tag(event) != "Image":
            continue
        elif event.name == "Start":
            first = len(pieces) if depth == 0 else first
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                descriptions.append(Part(BlockKind.CAPTION, tuple(pieces[first:])))
                pieces[first:] = [Piece(OBJECT, event.span, verbatim=False)]
    paragraph = Part(kind, cuts.without_wraps(pieces))
    # The description of an image amid words would stand out of order.
    yield from (paragraph,) if holds_copy(paragraph) else filter(holds_copy, descriptions)


def _pieces(cuts: Cuts, event: Event, *, follows: int) -> Iterator[Piece]:
    if event.name == "Text" and cuts.plain:
        yield Piece(event.content, event.span, verbatim=event.span.cut(cuts.letters) == event.content)
    elif event.name == "Text":
        yield from cuts.pieces(event.content, event.span, follows=follows)
    elif event.name in BREAKS or (event.name == "InlineHtml" and LINE_BREAK.match(event.content)):
        yield Piece("\n", event.span, verbatim=event.span.cut(cuts.letters) == "\n")
    elif event.name in OBJECTS and not (event.name == "InlineHtml" and FORMATTING.match(event.content)):
        yield Piece(OBJECT, event.span, verbatim=False)


def _ignores(letters: str, events: Iterable[Event]) -> tuple[Span, ...]:
    if SIGNATURE not in letters:
        return ()
    return tuple(
        Span(*match.span())
        for event in events
        if event.name in ("Html", "InlineHtml")
        for match in COMMENT.finditer(letters, event.span.start, event.span.end)
        if is_directive(match[0])
    )
