"""Slips: an invented format in which a desk passes copy on, one block a line.

    @headline Storm floods towns
    @date 2026-03-10
    %% for the night desk
    %% [newslint: ignore[units] -- as the sign has it]
    The road is 80 kilometers (60 miles) long.

A line with `@headline`, `@by` or `@caption` is such a block, one with `@date` dates the story, one with `%%`
is a note to the desk, and any other that is not empty is a paragraph.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import (
    BlockKind,
    Document,
    LeftOut,
    Lexicon,
    Meta,
    Piece,
    Source,
    SourceError,
    Span,
    Stretch,
    assembled,
    blocks,
    directives,
    headline_of,
    is_directive,
)

LINE = re.compile(r"(?P<mark>@\w+|%%)?[^\S\r\n]*(?P<words>[^\s][^\r\n]*)")
KINDS = {"@headline": BlockKind.HEADLINE, "@by": BlockKind.BYLINE, "@caption": BlockKind.CAPTION}
DATE, NOTE = "@date", "%%"
BETWEEN = "\n\n"


class SlipReader:
    """Reads slips. A reader says which files it takes, and makes a document of one."""

    extensions: ClassVar[tuple[str, ...]] = (".slip",)

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story. Raises SourceError where a line has a mark that is none."""
        letters = source.decoded()
        lines = list(LINE.finditer(letters))
        text, source_map = assembled(_pieces(lines))
        found = blocks(text, tuple(_stretches(source.path, letters, lines)), lexicon)
        notes = [Span(*each.span("words")) for each in lines if each["mark"] == NOTE]
        return Document(
            path=source.path,
            format="slip",
            source=letters,
            text=text,
            blocks=found,
            map=source_map,
            lexicon=lexicon,
            directives=directives(letters, _ignores(letters, notes), marks=NOTE),
            meta=Meta(date=_date(source.path, lines), title=headline_of(text, found)),
            left_out=tuple(LeftOut(each, "note to the desk") for each in notes),
        )


def _ignores(letters: str, notes: list[Span]) -> list[Span]:
    return [each for each in notes if is_directive(each.cut(letters))]


def _is_copy(line: re.Match[str]) -> bool:
    return line["mark"] not in (DATE, NOTE)


def _pieces(lines: list[re.Match[str]]) -> Iterator[Piece]:
    """Yield the words of each block as they are written, with an empty line between blocks that is not."""
    end = None
    for line in filter(_is_copy, lines):
        start = line.start("words")
        if end is not None:
            yield Piece(BETWEEN, Span(end, start), verbatim=False)
        end = line.end("words")
        yield Piece(line["words"], Span(start, end))


def _stretches(path: str, letters: str, lines: list[re.Match[str]]) -> Iterator[Stretch]:
    """Yield where each block stands in the text; of what kind one without a mark is, `blocks` tells."""
    position = 0
    for line in filter(_is_copy, lines):
        mark = line["mark"]
        if mark and mark not in KINDS:
            number = letters.count("\n", 0, line.start()) + 1
            raise SourceError(path, f"line {number}: unknown mark {mark}; known: {', '.join(KINDS)}, {DATE}.")
        end = position + len(line["words"])
        yield Stretch(Span(position, end), KINDS.get(mark or ""))
        position = end + len(BETWEEN)


def _date(path: str, lines: list[re.Match[str]]) -> datetime.date | None:
    for line in lines:
        if line["mark"] == DATE:
            try:
                return datetime.date.fromisoformat(line["words"].strip())
            except ValueError:
                raise SourceError(path, f"found the date {line['words']}, expected YYYY-MM-DD.") from None
    return None
