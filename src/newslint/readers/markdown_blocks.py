"""The blocks of Markdown: the events of its parser → the parts that hold copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.plugin import BlockKind, Span
from newslint.readers.cuts import Cuts
from newslint.readers.markdown_events import SPANNING, Event
from newslint.readers.markdown_html import HtmlBlocks
from newslint.readers.markdown_line import Line
from newslint.readers.parts import Part

SILENT = frozenset(["CodeBlock", "HtmlBlock", "MetadataBlock"])
KINDS = {
    "Item": BlockKind.LIST_ITEM,
    "BlockQuote": BlockKind.QUOTE,
    "TableCell": BlockKind.TABLE_CELL,
    "DefinitionListTitle": BlockKind.LIST_ITEM,
    "DefinitionListDefinition": BlockKind.LIST_ITEM,
}
HEADINGS = {"H1": BlockKind.HEADLINE, **dict.fromkeys(("H2", "H3", "H4", "H5", "H6"), BlockKind.SUBHEAD)}


def parts(cuts: Cuts, events: Iterable[Event], html: HtmlBlocks) -> Iterator[Part]:
    """Yield the blocks that hold copy, those of HTML where they stand."""
    open_tags: list[str] = []
    inline: list[Event] = []
    opened = 0
    speaks = False
    for event in events:
        tag = event.tag
        if tag in SPANNING if tag else event.name != "Rule":
            if speaks:
                inline.append(event)
            continue
        if inline:
            if not html.hides:
                yield from _split(cuts, inline, kind=_kind(open_tags) or html.kind)
            inline = []
        if event.name == "Start":
            open_tags.append(str(tag))
            opened = event.start
        elif event.name == "End":
            open_tags.pop()
            if tag == "HtmlBlock":
                yield from html.parts(Span(opened, event.end), kind=_kind(open_tags))
        speaks = bool(open_tags) and open_tags[-1] not in SILENT


def _kind(open_tags: Sequence[str]) -> BlockKind | None:
    """Return what the marks say; None for a paragraph, whose part its words and place tell."""
    if open_tags and open_tags[-1] in HEADINGS:
        return HEADINGS[open_tags[-1]]
    for tag in reversed(open_tags):
        if tag in KINDS:
            return KINDS[tag]
    return None


def _split(cuts: Cuts, inline: Sequence[Event], *, kind: BlockKind | None) -> Iterable[Part]:
    """Return the blocks above and below each line that holds nothing but tags."""
    if cuts.tagged(inline[0].start, inline[-1].end):
        return _among_tags(cuts, inline, kind)
    line = Line(cuts, tagged=False)
    for event in inline:
        line.take(event)
    return line.parts(kind)


def _among_tags(cuts: Cuts, inline: Sequence[Event], kind: BlockKind | None) -> Iterator[Part]:
    line = Line(cuts, tagged=True)
    for event in inline:
        if event.name == "Text" and event.depth == 0 and cuts.alone(event.start, event.end):
            yield from line.parts(kind)
            line = Line(cuts, tagged=True)
            continue
        line.take(event)
    yield from line.parts(kind)
