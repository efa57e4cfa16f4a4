"""Readings: what was read of a story and what was left out, as `newslint document` tells it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.pages.left_out import left_out
from newslint.text.calendar.story_date import story_date


class ReadBlock(msgspec.Struct, frozen=True):
    """A block with its words, in the coordinates of the source."""

    kind: str
    text: str
    start: int
    end: int


class LeftOutPart(msgspec.Struct, frozen=True):
    """A stretch of the source that holds words, none of which are copy, or a place where such words stand."""

    start: int
    end: int
    why: str


class ReadDocument(msgspec.Struct, frozen=True):
    """What was read of one story."""

    path: str
    format: str
    title: str
    date: datetime.date | None
    language: str
    blocks: tuple[ReadBlock, ...]
    left_out: tuple[LeftOutPart, ...]


class DocumentReport(msgspec.Struct, frozen=True):
    """The JSON object that other programs read."""

    schema: int
    documents: tuple[ReadDocument, ...]


def described(story: Document) -> ReadDocument:
    """Return what was read of a story."""
    return ReadDocument(
        path=story.path,
        format=story.format,
        title=story.meta.title,
        date=story.view(story_date),
        language=story.meta.language,
        blocks=tuple(_blocks(story)),
        left_out=tuple(LeftOutPart(each.span.start, each.span.end, each.why) for each in left_out(story)),
    )


def _blocks(story: Document) -> Iterator[ReadBlock]:
    for block in story.blocks:
        place = story.map.source(block.span)
        yield ReadBlock(block.kind.value, block.span.cut(story.text), place.start, place.end)
