"""About: what an archive keeps of a story beside its findings: its date, who is named, who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.text.calendar.story_date import story_date
from newslint.text.figures.measures import measures
from newslint.text.languages import is_english
from newslint.text.names.names_index import names_index
from newslint.text.names.people.entities import entities
from newslint.text.speech.quotes_index import Piece, quotes_index

# Letters of a name's first sentence that are kept on either side.
BESIDE = 60
LONGEST = 2_000


class Named(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name in one story: how often in which spelling, with which title, and the words beside it."""

    name: str
    kind: str
    spellings: dict[str, int]
    title: str
    beside: str


class Said(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A statement in one story."""

    kind: str
    speaker: str | None
    source: str
    cue: str
    content: str
    start: int
    end: int


class About(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is kept of a story. *date* is ISO 8601, or nothing where the story gives none."""

    date: str = ""
    names: tuple[Named, ...] = ()
    said: tuple[Said, ...] = ()
    units: dict[str, int] = {}


def about(document: Document) -> bytes:
    """Return what is kept of a story, packed."""
    told = document.view(story_date)
    date = told.isoformat() if told else ""
    if not document.view(is_english):
        return msgspec.msgpack.encode(About(date))
    kept = About(date, tuple(_names(document)), tuple(_said(document)), _units(document))
    return msgspec.msgpack.encode(kept)


def _units(document: Document) -> dict[str, int]:
    """Count the units of measure by the words or letters that they are written in."""
    written = (each.named.cut(document.text) for each in document.view(measures) if each.readings)
    return dict(Counter(" ".join(each.strip(" -(").lower().split()) for each in written).most_common())


def _names(document: Document) -> Iterator[Named]:
    titles = {
        each.name: max((mention.title for mention in each.mentions), key=len, default="")
        for each in document.view(entities)
    }
    for name in names_index([document]):
        first = name.mentions[0]
        yield Named(
            name.name,
            name.kind.value,
            dict(name.spellings),
            titles.get(name.name, ""),
            _beside(document.source, first.start, first.end),
        )


def _beside(source: str, start: int, end: int) -> str:
    before = source[max(0, start - BESIDE) : start].rpartition("\n")[2]
    after = source[end : end + BESIDE].partition("\n")[0]
    return " ".join(f"{before}{source[start:end]}{after}".split())


def _said(document: Document) -> Iterator[Said]:
    for quote in quotes_index(document):
        content = quote.content
        yield Said(
            quote.kind,
            quote.speaker,
            _text(quote.source),
            _text(quote.cue),
            _text(content),
            content[0].start,
            content[-1].end,
        )


def _text(pieces: tuple[Piece, ...]) -> str:
    return " ".join(piece.text for piece in pieces)[:LONGEST]
