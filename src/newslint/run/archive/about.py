"""About: what an archive keeps of a story beside findings: its date, names, statements, days, conversions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.calendar.dates import dates
from newslint.text.calendar.story_date import story_date
from newslint.text.figures.conversions import conversions
from newslint.text.figures.measures import Measure, measures
from newslint.text.languages import is_english
from newslint.text.names.names_index import names_index
from newslint.text.names.people.entities import entities
from newslint.text.speech.quotes_index import Piece, quotes_index

# Letters that are kept on either side of a name, a day or a conversion.
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


class Dated(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A day in one story, with the words beside it, which tell of the event. The *year* may not be told."""

    text: str
    year: int | None
    month: int
    day: int
    start: int
    end: int
    beside: str


class Converted(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A measure in one story and another that says it in another unit, with the words beside the two.

    *form* is how they are set: a pair that is in no bracket may say two things.
    """

    original: str
    original_unit: str
    converted: str
    converted_unit: str
    form: str
    start: int
    end: int
    beside: str


class About(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is kept of a story. *date* is ISO 8601, or nothing where the story gives none."""

    date: str = ""
    names: tuple[Named, ...] = ()
    said: tuple[Said, ...] = ()
    units: dict[str, int] = {}
    dates: tuple[Dated, ...] = ()
    conversions: tuple[Converted, ...] = ()


def about(document: Document) -> bytes:
    """Return what is kept of a story, packed."""
    told = document.view(story_date)
    date = told.isoformat() if told else ""
    if not document.view(is_english):
        return msgspec.msgpack.encode(About(date))
    kept = About(
        date,
        tuple(_names(document)),
        tuple(_said(document)),
        _units(document),
        tuple(_dates(document)),
        tuple(_conversions(document)),
    )
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


def _dates(document: Document) -> Iterator[Dated]:
    for found in document.view(dates):
        place = document.map.source(found.span)
        beside = _beside(document.source, place.start, place.end)
        yield Dated(
            _written(document, found.span), found.year, found.month, found.day, place.start, place.end, beside
        )


def _conversions(document: Document) -> Iterator[Converted]:
    for found in document.view(conversions):
        place = document.map.source(found.span)
        yield Converted(
            *_measured(document, found.original),
            *_measured(document, found.converted),
            found.form.value,
            place.start,
            place.end,
            _beside(document.source, place.start, place.end),
        )


def _measured(document: Document, measure: Measure) -> tuple[str, str]:
    """Return a measure as it is written, and the key of its unit, if its words have one meaning."""
    unit = measure.readings[0].key if len(measure.readings) == 1 else ""
    return _written(document, measure.span), unit


def _written(document: Document, span: Span) -> str:
    return " ".join(span.cut(document.text).split())


def _text(pieces: tuple[Piece, ...]) -> str:
    return " ".join(piece.text for piece in pieces)[:LONGEST]
