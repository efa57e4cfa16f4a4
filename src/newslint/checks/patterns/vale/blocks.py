"""Blocks: a story as Vale looks at it, every part under the name of its scope."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newslint.checks.patterns.vale.sentences import sentences_in
from newslint.plugin import Block, BlockKind, Document, Span, lazy_pattern

SCOPES = {
    BlockKind.QUOTE: "text.blockquote",
    BlockKind.LIST_ITEM: "text.list",
    BlockKind.TABLE_CELL: "text.table.cell",
}
HASHES = lazy_pattern(r"[ \t]*(?:>[ \t]*)*(#{1,6})[ \t]")
UNDERLINE = lazy_pattern(r"[^\n]*\n[ \t]*(?:(=)|-)")
TAG = lazy_pattern(r"<([a-zA-Z][\w-]*)\b[^<>]*>\s*(?:<(?:a|b|strong|em|i|span)\b[^<>]*>\s*)*$")
RULED = lazy_pattern(r"[^\n]*\n[ \t]*\|?[ \t]*:?-[-:| \t]*(?:\n|$)")
LOOK_BACK = 300
EXTENSIONS = {"text": "txt", "markdown": "md", "html": "html"}
PARAGRAPH_END = lazy_pattern(r"\n\n")
# The kinds of blocks that Vale splits into paragraphs.
RUNNING = "text"
# "$x + y$", not "$5 and $6"
FORMULA = lazy_pattern(r"(?<![\\$\w])\$(?=[^\s$])[^$\n]*(?<=[^\s\\])\$(?![\d$])")
ADDRESS = lazy_pattern(r"https?://[^\s<>]*[^\s<>.,:;\"'”’)\]]")


class ValeBlock(msgspec.Struct, frozen=True):
    """A part of the text, or (*raw*) of the source, with the words of its scope."""

    scope: frozenset[str]
    span: Span
    raw: bool = False
    is_sentence: bool = False


def vale_blocks(document: Document) -> tuple[ValeBlock, ...]:
    """Return every part that rules of Vale may look at."""
    extension = EXTENSIONS.get(document.format, document.format)
    parts = ((frozenset((*scope.split("."), extension)), span) for scope, span in _blocks(document))
    return tuple(
        ValeBlock(scope, span, raw="raw" in scope, is_sentence="sentence" in scope)
        for scope, span in parts
        if len(span)
    )


def copy_of(document: Document) -> str:
    """Return the text with what Vale does not read as stars: addresses that are links, things in it."""
    text = document.text.replace("\ufffc", "*")
    if document.format == "markdown" and "$" in text:
        text = FORMULA.sub(lambda found: "*" * len(found[0]), text)
    if document.format == "text" or "://" not in text:
        return text
    return ADDRESS.sub(lambda found: "*" * len(found[0]) if _is_link(document, found) else found[0], text)


def _is_link(document: Document, found: re.Match[str]) -> bool:
    """Tell whether an address links to itself: any does in Markdown."""
    if document.format == "markdown":
        return True
    start = document.map.source(Span(found.start(), found.end())).start
    return f'"{found[0]}"' in document.source[max(0, start - LOOK_BACK) : start].rpartition("<a ")[2]


def _blocks(document: Document) -> Iterator[tuple[str, Span]]:
    if document.format == "text":
        yield from _plain(document)
    else:
        for number, block in enumerate(document.blocks):
            scope = _scope(document, number, block)
            yield scope, block.span
            if scope == RUNNING:
                yield f"paragraph.{scope}", block.span
            yield from ((f"sentence.{scope}", each) for each in sentences_in(document, block.span))
    yield "summary", Span(0, len(document.text))
    yield "raw", Span(0, len(document.source))


def _plain(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the blocks of plain text, which is one to Vale, whatever its lines are."""
    text, start = document.text, 0
    yield "text", Span(0, len(text))
    for found in PARAGRAPH_END.finditer(text):
        yield "paragraph.text", Span(start, found.end())
        start = found.end()
    yield "paragraph.text", Span(start, len(text))
    yield from (("sentence.text", span) for span in sentences_in(document, Span(0, len(text))))


def _scope(document: Document, number: int, block: Block) -> str:
    start = document.map.source(block.span).start
    tag = _tag(document, start)
    if re.fullmatch(r"h[1-6]", tag):
        return f"text.heading.{tag}"
    if block.kind is BlockKind.TABLE_CELL and _is_header(document, start, tag):
        return "text.table.header"
    if tag in ("caption", "figcaption"):
        return {"caption": "text.table.caption", "figcaption": "text.figure.caption"}[tag]
    if block.kind is BlockKind.QUOTE and number and _goes_on(document, number):
        return "text"
    if block.kind is BlockKind.CAPTION and _is_description(document, start):
        return "text.attr.alt"
    return SCOPES.get(block.kind, "text")


def _tag(document: Document, start: int) -> str:
    """Return the element that a block is the words of, or the heading that its marks stand for."""
    source = document.source
    before = source[max(0, start - LOOK_BACK) : start]
    if document.format == "markdown":
        line = source.rfind("\n", 0, start) + 1
        if hashes := HASHES.match(source, line, start + 1):
            return f"h{len(hashes[1])}"
        is_heading = any(
            block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
            for block in (document.block_at(_text_place(document, start)),)
            if block
        )
        if is_heading and (underline := UNDERLINE.match(source, line)):
            return "h1" if underline[1] else "h2"
    found = TAG.search(before)
    return found[1].lower() if found else ""


def _text_place(document: Document, source: int) -> int:
    return next(
        (
            each.text
            for each in document.map.segments
            if each.source <= source < each.source + each.source_length
        ),
        0,
    )


def _is_header(document: Document, start: int, tag: str) -> bool:
    if document.format == "markdown":
        line = document.source.rfind("\n", 0, start) + 1
        return RULED.match(document.source, line) is not None
    return tag == "th"


def _is_description(document: Document, start: int) -> bool:
    before = document.source[max(0, start - LOOK_BACK) : start]
    return before.endswith("![") or re.search(r"\balt\s*=\s*[\"']?$", before) is not None


def _goes_on(document: Document, number: int) -> bool:
    """Tell whether a block is a later paragraph of one quotation, which Vale takes for copy."""
    before, block = document.blocks[number - 1], document.blocks[number]
    if before.kind is not BlockKind.QUOTE:
        return False
    end, start = document.map.source(before.span).end, document.map.source(block.span).start
    between = document.source[end:start]
    if document.format == "markdown":
        return all(">" in line for line in between.split("\n")[1:])
    return "<blockquote" not in between
