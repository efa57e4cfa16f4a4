"""ANPA 1312: text as agencies of the Americas send it, with letters that once told machines how to set it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from newslint.plugin import (
    BlockKind,
    Document,
    LeftOut,
    Lexicon,
    Meta,
    Source,
    SourceError,
    Span,
    lazy_pattern,
)
from newslint.readers.wire.messages import RESERVED, Message, block, paragraphs, stripped, text_lines, told
from newslint.readers.wire.passages import SPACE, Passage
from newslint.readers.wire.stories import document

# SYN SYN SOH, "w2870", US
CLAIM = lazy_pattern(r"\x16{1,4}\x01\s*+\w\d{3,4}[\x1e\x1f\s]")
SERIAL = lazy_pattern(r"\x01\s*(\w\d{3,4})")
# What a line of the head is signed with, at its start and at its end.
HEAD, HEAD_ENDS = "^", "<=^"
# "BC-LT--Harbour Wall,466" and "AP Photo XNP101, XNP102" and "Eds: With AP Photos."
SLUG = lazy_pattern(r"[A-Z]{2}-\S")
DESK_NOTE = lazy_pattern(r"(?:AP|With AP) (?:Photos?|Graphics?|Video)\b|Eds?(?:itors)?:|EDITOR'?S'? NOTES?\b")
BYLINE = lazy_pattern(r"[Bb][Yy] [A-Z]")
# A paragraph starts at a tab, a line of a table at a backspace.
PARAGRAPH, TABLE = "\t", "\b"
# "AP-WF-11-13-13 1509GMT": month, day and year
STAMP = lazy_pattern(r"[A-Z]{2}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) \d{4}(?:GMT|[A-Z]{3})")


class AnpaReader:
    """Reads messages of ANPA 1312; slugs and notes to the desk are no copy."""

    extensions: ClassVar[tuple[str, ...]] = (".anpa",)

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell a message by the letters that it starts with."""
        return CLAIM.match(head.decode("latin-1")) is not None

    def stories(self, source: Source, lexicon: Lexicon) -> Iterator[Document | SourceError]:
        """Yield the stories of the messages, dated by the line behind their end."""
        return told(source, SERIAL, partial(_story, lexicon))


def _story(lexicon: Lexicon, path: str, letters: str, message: Message, extent: Span | None) -> Document:
    lines = text_lines(letters, message.text)
    head = [line for line in lines if line.cut(letters).startswith(HEAD)]
    tables = [line for line in lines if line.cut(letters).startswith(TABLE)]
    notes = [line for line in head if _kind(letters, line) is None]
    body = paragraphs(letters, lines, opened_by=PARAGRAPH, but=(TABLE, HEAD), signs=f"{SPACE}<")
    return document(
        path,
        letters,
        (*_head(letters, head), *body),
        lexicon,
        meta=Meta(date=_date(letters, message), slug=_slug(letters, head)),
        name="anpa",
        reserved=RESERVED,
        extent=extent,
        left_out=[
            LeftOut(message.header, "header"),
            *(LeftOut(line, "note to the desk") for line in notes),
            *(LeftOut(line, "table") for line in tables),
            LeftOut(message.trailer, "trailer"),
        ],
    )


def _head(letters: str, lines: Sequence[Span]) -> Iterator[Passage]:
    """Yield headline, summary and byline; the line below a byline says for whom it was written."""
    headed = bylined = False
    for line in lines:
        kind = _kind(letters, line)
        if kind is None:
            continue
        if bylined:
            kind = BlockKind.BYLINE
        elif kind is BlockKind.HEADLINE and headed:
            kind = BlockKind.STANDFIRST
        headed, bylined = True, bylined or kind is BlockKind.BYLINE
        yield block(letters, [stripped(letters, line, f"{SPACE}{HEAD_ENDS}")], kind)


def _kind(letters: str, line: Span) -> BlockKind | None:
    """Tell a headline and a byline from what is no copy."""
    words = stripped(letters, line, f"{SPACE}{HEAD_ENDS}").cut(letters)
    if not words or SLUG.match(words) or DESK_NOTE.match(words):
        return None
    return BlockKind.BYLINE if BYLINE.match(words) else BlockKind.HEADLINE


def _slug(letters: str, head: Sequence[Span]) -> str:
    """Return the slug, without the count of words behind it."""
    lines = (stripped(letters, line, f"{SPACE}{HEAD_ENDS}").cut(letters) for line in head)
    return next((words.rpartition(",")[0] or words for words in lines if SLUG.match(words)), "")


def _date(letters: str, message: Message) -> datetime.date | None:
    match = STAMP.search(letters, message.text.start, message.extent.end)
    if match is None:
        return None
    try:
        return datetime.date(2000 + int(match[3]), int(match[1]), int(match[2]))
    except ValueError:
        return None
