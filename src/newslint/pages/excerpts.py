"""Excerpts: the copy of an example as a page shows it, with what is flagged underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.visible import cells
from newslint.pages.examples import MARKED, unmarked

# An indented block is shown as it stands, whatever marks of Markdown the copy has.
INDENT = "    "
WORD = lazy_pattern(r"\S+")


def excerpt(text: str, width: int) -> Iterator[str]:
    """Yield the lines of marked copy, wrapped and indented, each with carets under what it flags."""
    text = text.strip()
    copy, flagged = unmarked(text), _flagged(text)
    for row in _rows(copy, width - len(INDENT)):
        yield (INDENT + row.cut(copy)).rstrip()
        if carets := "".join(_carets(copy, row, flagged)):
            yield INDENT + carets


def _flagged(text: str) -> tuple[Span, ...]:
    """Return where the marked words stand, once the marks are gone."""
    spans = []
    removed = 0
    for match in MARKED.finditer(text):
        start = match.start() - removed
        spans.append(Span(start, start + len(match[1])))
        removed += len(match[0]) - len(match[1])
    return tuple(spans)


def _rows(copy: str, width: int) -> Iterator[Span]:
    """Yield the lines of copy, those that are too long in as many rows as they need."""
    start = 0
    for line in copy.split("\n"):
        begin = end = start
        for word in WORD.finditer(copy, start, start + len(line)):
            if cells(copy[begin : word.end()]) > width and end > begin:
                yield Span(begin, end)
                begin = word.start()
            end = word.end()
        yield Span(begin, end)
        start += len(line) + 1


def _carets(copy: str, row: Span, flagged: Sequence[Span]) -> Iterator[str]:
    place = row.start
    for span in flagged:
        start, end = max(span.start, row.start), min(span.end, row.end)
        if start < end:
            yield " " * cells(copy[place:start]) + "^" * cells(copy[start:end])
            place = end
