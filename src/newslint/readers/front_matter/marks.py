"""Marks: the Markdown and the tags in a value, which are no copy, as a site renders captions and decks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.plugin import Joined, Piece, Span, lazy_pattern
from newslint.readers.cuts import Cuts
from newslint.readers.markdown_events import SPANNING, events
from newslint.readers.markdown_line import Line

# [Ana Berg](https://example.org), *Tide*, <em>Tide</em>, &amp;
MARKED = lazy_pattern(r"\]\(|[*_~`^].*[*_~`^]|<[A-Za-z/!]|&[A-Za-z#]")


def unmarked(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces of a value without the marks in it; all, where it is more than a paragraph."""
    joined = Joined(pieces)
    if MARKED.search(joined.text) is None:
        return pieces
    cuts = Cuts(joined.text, 0, expressions=False)
    met = tuple(events(cuts.masked, 0))
    if [event.tag for event in met if event.name == "Start" and event.tag not in SPANNING] != ["Paragraph"]:
        return pieces
    line = Line(cuts, tagged=bool(cuts.tags))
    for event in met:
        line.take(event)
    return tuple(_written(joined, line.pieces))


def _written(joined: Joined, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a text with the places of what it is joined from."""
    for piece in pieces:
        cut = tuple(joined.cut(piece.source.start, piece.source.end))
        if piece.verbatim:
            yield from cut
        elif cut:
            yield Piece(piece.text, Span(cut[0].source.start, cut[-1].source.end), verbatim=False)
