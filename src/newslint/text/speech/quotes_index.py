"""The quotes of a story as `newslint quotes` lists them, in the coordinates of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from newslint.core.document import BlockKind, Document
from newslint.core.span import Span
from newslint.text.speech.speakers.attributions import attributions, stance_attributions
from newslint.text.speech.statements.quotation_kinds import quotation_kinds

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the source and its letters."""

    start: int
    end: int
    text: str


class Quote(msgspec.Struct, frozen=True):
    """One statement: who stands beside it, by which word, what was said, and whom the source resolves to."""

    path: str
    kind: str
    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    speaker: str | None


def quotes_index(document: Document) -> tuple[Quote, ...]:
    """Return the quotes in the order of the text."""
    return tuple(
        Quote(
            document.path,
            found.manner.value,
            _pieces(document, found.source),
            _pieces(document, found.cue),
            _pieces(document, found.content),
            found.speaker,
        )
        for found in sorted(
            (*document.view(attributions), *document.view(stance_attributions)),
            key=lambda found: found.content[0],
        )
    )


def source_counts(quotes: Iterable[Quote]) -> tuple[tuple[str, int], ...]:
    """Count the quotes of each source, by the name it resolves to or by its words; the busiest come first."""
    spelled: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for quote in quotes:
        source = quote.speaker or " ".join(piece.text for piece in quote.source)
        counts[spelled.setdefault(source.lower(), source)] += 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def kinds_of_sources(document: Document) -> Mapping[str, int]:
    """Count the statements by the kind of their source; the busiest kind comes first."""
    return dict(Counter(found.source_kind.value for found in document.view(attributions)).most_common())


def kinds_of_quotations(document: Document) -> Mapping[str, int]:
    """Count what stands in quotation marks: speech, parts of it, scare quotes, titles and nicknames."""
    return dict(Counter(kind.value for kind in document.view(quotation_kinds)).most_common())


def attributed_paragraphs(document: Document) -> tuple[int, int]:
    """Count the paragraphs in which something has a source, and all paragraphs."""
    sourced = [
        piece.start
        for found in document.view(attributions)
        if found.source or found.speaker
        for piece in found.content
    ]
    paragraphs = [block.span for block in document.blocks if block.kind in PROSE]
    attributed = [span for span in paragraphs if any(span.start <= start < span.end for start in sourced)]
    return len(attributed), len(paragraphs)


def _pieces(document: Document, spans: Iterable[Span]) -> tuple[Piece, ...]:
    places = [document.map.source(span) for span in spans]
    return tuple(Piece(place.start, place.end, place.cut(document.source)) for place in places)
