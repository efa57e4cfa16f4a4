"""The outline of a story: its headlines, who is named in it, and who says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from newslint.core.document import BlockKind, Document
from newslint.editor.checked import Checked
from newslint.editor.lines import Lines
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import names_index
from newslint.text.speech.quotes_index import Piece, quotes_index

HEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD})
SYMBOLS = {
    Kind.PERSON: types.SymbolKind.Class,
    Kind.PLACE: types.SymbolKind.Namespace,
    Kind.ORGANISATION: types.SymbolKind.Module,
    Kind.UNKNOWN: types.SymbolKind.Object,
}
LONGEST = 60


def outline(result: Checked) -> list[types.DocumentSymbol]:
    """Return the symbols of a story: heads as they stand, then its names and its quotations in groups."""
    symbols: list[types.DocumentSymbol] = []
    for document in result.documents:
        symbols += _heads(document, result.lines)
        symbols += _group("Names", list(_names(document, result.lines)))
        symbols += _group("Who said what", list(_quotes(document, result.lines)))
    return symbols


def _heads(document: Document, lines: Lines) -> Iterator[types.DocumentSymbol]:
    for block in document.blocks:
        text = block.span.cut(document.text).strip()
        if block.kind in HEADS and text:
            place = document.map.source(block.span)
            yield _symbol(
                text, block.kind.value, types.SymbolKind.String, lines.range(place.start, place.end)
            )


def _names(document: Document, lines: Lines) -> Iterator[types.DocumentSymbol]:
    for name in names_index([document]):
        first = min(name.mentions, key=lambda mention: mention.start)
        detail = f"{name.kind.value}, {len(name.mentions)}"
        if len(name.variants) > 1:
            detail += f": {', '.join(name.variants)}"
        yield _symbol(name.name, detail, SYMBOLS[name.kind], lines.range(first.start, first.end))


def _quotes(document: Document, lines: Lines) -> Iterator[types.DocumentSymbol]:
    for quote in quotes_index(document):
        pieces = [*quote.content, *quote.source, *quote.cue]
        start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
        source = quote.speaker or _words(quote.source) or "nobody named"
        place = lines.range(start, end)
        yield _symbol(f"{source}: {_words(quote.content)}", quote.kind, types.SymbolKind.Event, place)


def _words(pieces: Sequence[Piece]) -> str:
    return " … ".join(piece.text for piece in pieces)


def _group(name: str, children: Sequence[types.DocumentSymbol]) -> list[types.DocumentSymbol]:
    if not children:
        return []
    first, last = children[0].range, children[-1].range
    start = min((each.range.start for each in children), key=_order, default=first.start)
    end = max((each.range.end for each in children), key=_order, default=last.end)
    whole = types.Range(start, end)
    return [types.DocumentSymbol(name, types.SymbolKind.Package, whole, whole, children=list(children))]


def _order(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def _symbol(name: str, detail: str, kind: types.SymbolKind, place: types.Range) -> types.DocumentSymbol:
    words = " ".join(name.split())
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return types.DocumentSymbol(short, kind, place, place, detail=detail)
