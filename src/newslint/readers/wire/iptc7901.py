"""IPTC 7901: text as agencies of Europe send it, wrapped at some 69 letters."""

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
from newslint.text.calendar.almanac import MONTH_NUMBERS, month_number

# SOH, "dpa0123 4 i 350  dpa-tns 0908", and the text from STX on.
CLAIM = lazy_pattern(r"\s*+\x01[A-Za-z]{1,8}\d{1,6}\s[^\x01]*+")
SERIAL = lazy_pattern(r"\x01\s*([A-Za-z]{1,8}\d{1,6})")
# "# Notebook", "# dpa NOTE", "The following information is not intended for publication"
NOTES = lazy_pattern(
    r"# ?Notebook|# ?[A-Za-z]{2,8} (?:NOTE|Note)[Ss]?\b|## ?Note to editors|\* \* \* \*"
    r"|\W*The following information is not (?:intended )?for publication"
)
# "211259 Nov 18", "212322 GMT Nov 18": day, hour, month and year, at the end.
STAMP = lazy_pattern(r"^(\d\d)\d{4} (?:[A-Z]{3,4} )?([A-Z][a-z]{2}) (\d\d)$")
# A headline and who wrote it end with a sign of their own, if they are more than one line.
END, MOST_HEAD = "=", 6
INDENT = "   "


class Iptc7901Reader:
    """Reads messages of IPTC 7901: headline, byline, and paragraphs told by blank lines or three spaces."""

    extensions: ClassVar[tuple[str, ...]] = (".7901", ".iptc")

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell a message by the letter that it starts with, and what it is numbered."""
        return CLAIM.match(head.decode("latin-1")) is not None

    def stories(self, source: Source, lexicon: Lexicon) -> Iterator[Document | SourceError]:
        """Yield the stories of the messages, dated by the line at their end."""
        return told(source, SERIAL, partial(_story, lexicon))


def _story(lexicon: Lexicon, path: str, letters: str, message: Message, extent: Span | None) -> Document:
    lines = text_lines(letters, message.text)
    last = next((index for index, line in enumerate(lines) if NOTES.match(line.cut(letters))), len(lines))
    stamps = [STAMP.match(stripped(letters, line).cut(letters)) for line in lines]
    signed = next((index for index, stamp in enumerate(stamps) if stamp), len(lines))
    end = min(last, signed)
    notes = [LeftOut(Span(lines[end].start, message.text.end), "notes")] if end < len(lines) else []
    return document(
        path,
        letters,
        tuple(_passages(letters, lines[:end])),
        lexicon,
        meta=Meta(
            date=_date(letters, [*lines, *text_lines(letters, message.trailer)]),
            keywords=tuple(_keywords(letters, message)),
        ),
        name="iptc7901",
        reserved=RESERVED,
        extent=extent,
        left_out=[LeftOut(message.header, "header"), *notes],
    )


def _passages(letters: str, lines: Sequence[Span]) -> Iterator[Passage]:
    """Yield the head of a story, and its paragraphs."""
    first = next((index for index, line in enumerate(lines) if line.cut(letters).strip()), len(lines))
    head = _head(letters, lines, first)
    yield from _head_blocks(letters, lines[first:head])
    yield from paragraphs(letters, lines[head:], opened_by=INDENT)


def _head(letters: str, lines: Sequence[Span], first: int) -> int:
    """Return where the head ends: behind its sign, or else behind one line."""
    for index, line in enumerate(lines[first : first + MOST_HEAD], start=first):
        words = line.cut(letters).strip()
        if words.endswith(END):
            return index + 1
        if not words:
            break
    return min(first + 1, len(lines))


def _head_blocks(letters: str, lines: Sequence[Span]) -> Iterator[Passage]:
    """Yield the lines above the byline as headline, in capitals what the desk says of it, and the byline."""
    lines = [stripped(letters, line, f"{SPACE}{END}") for line in lines]
    byline = next(
        (index for index, line in enumerate(lines) if line.cut(letters).startswith("By ")), len(lines)
    )
    if lines[:byline]:
        yield block(letters, lines[:byline], BlockKind.HEADLINE)
    if lines[byline:]:
        yield block(letters, lines[byline:], BlockKind.BYLINE)


def _keywords(letters: str, message: Message) -> Iterator[str]:
    """Yield the words of the lines below the first of the header, each of which ends in a slash."""
    for line in text_lines(letters, message.header)[1:]:
        words = line.cut(letters).strip()
        if words.endswith("/"):
            yield from filter(None, words.split("/"))


def _date(letters: str, lines: Sequence[Span]) -> datetime.date | None:
    for line in reversed(lines):
        match = STAMP.match(line.cut(letters).strip(f"{SPACE}\x03\x04"))
        if match and match[2].lower() in MONTH_NUMBERS:
            try:
                return datetime.date(2000 + int(match[3]), month_number(match[2]), int(match[1]))
            except ValueError:
                return None
    return None
