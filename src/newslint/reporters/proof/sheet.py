"""A sheet: what the proof page shows of a story beside its findings."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from newslint.plugin import Block, BlockKind, Document, SourceMap, headline_of, lazy_pattern, line_starts
from newslint.text.calendar.story_date import story_date
from newslint.text.languages import is_english
from newslint.text.names.names_index import Name, names_index
from newslint.text.speech.quotes_index import Quote, quotes_index

# What stands in the source between two rows of a table: a line end in Markdown, a tag in HTML.
ROW_END = lazy_pattern(r"(?i)</?tr\b|\A[^<]*[\n\r]")
LANGUAGE = lazy_pattern(r"[a-z]{2}(?:-[A-Z]{2})?")


class Sheet(msgspec.Struct, frozen=True):
    """A story: its words by blocks, each with the line of the source it starts in; who is named, who speaks.

    *rows* are the numbers of the blocks that open a row of a table; *map* leads back from the source.
    """

    title: str
    date: datetime.date | None
    language: str
    english: bool
    text: str
    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    rows: frozenset[int]
    map: SourceMap
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]


def sheet(document: Document) -> Sheet:
    """Return what the page shows of a story; names and speakers are told in English alone."""
    english = document.view(is_english)
    starts = line_starts(document.source)
    language = document.meta.language
    return Sheet(
        title=" ".join((headline_of(document.text, document.blocks) or document.meta.title).split()),
        date=document.view(story_date),
        language=language if LANGUAGE.fullmatch(language) else "",
        english=english,
        text=document.text,
        blocks=document.blocks,
        lines=tuple(bisect_right(starts, document.map.source(block.span).start) for block in document.blocks),
        rows=frozenset(_rows(document)),
        map=document.map,
        names=names_index([document]) if english else (),
        quotes=quotes_index(document) if english else (),
    )


def _rows(document: Document) -> Iterator[int]:
    end: int | None = None
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.TABLE_CELL:
            end = None
            continue
        place = document.map.source(block.span)
        if end is None or ROW_END.search(document.source[end : place.start]):
            yield number
        end = place.end
