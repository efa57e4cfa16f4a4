"""Places: where what stands in the source of a story stands on its sheet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from newslint.plugin import Span
from newslint.reporters.proof.sheet import Sheet


class Place(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one block, by the block's number, counted from its first letter."""

    block: int
    start: int
    end: int


class Places:
    """Leads from the source to the blocks of a sheet. It keeps what it looks up by, made once."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        copied = (each for each in sheet.map.segments if each.length and each.source_length)
        self.segments = sorted(copied, key=lambda each: each.source)
        self.sources = [each.source for each in self.segments]
        self.starts = [block.span.start for block in sheet.blocks]

    def of(self, start: int, end: int) -> tuple[Place, ...]:
        """Return where the source from *start* to *end* is set: block by block, nowhere if it is no copy."""
        return tuple(place for span in self._spans(start, end) for place in self._in_blocks(span))

    def _spans(self, start: int, end: int) -> list[Span]:
        """Return stretches of the text, those that touch joined to one."""
        joined: list[Span] = []
        for span in sorted(self._pieces(start, end)):
            if joined and span.start <= joined[-1].end:
                joined[-1] = joined[-1].joined(span)
            else:
                joined.append(span)
        return joined

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        first = max(0, bisect_right(self.sources, start) - 1)
        for index in range(first, len(self.segments)):
            each = self.segments[index]
            if each.source > end or (each.source == end and start < end):
                return
            low, high = max(start, each.source), min(end, each.source + each.source_length)
            if low > high or (low == high and start < end):
                continue
            if each.verbatim:
                yield Span(each.text + low - each.source, each.text + high - each.source)
            else:
                yield Span(each.text, each.text + each.length)

    def _in_blocks(self, span: Span) -> Iterator[Place]:
        for number in range(max(0, bisect_right(self.starts, span.start) - 1), len(self.starts)):
            block = self.sheet.blocks[number].span
            if block.start > span.end or (block.start == span.end and span.start < span.end):
                return
            low, high = max(span.start, block.start), min(span.end, block.end)
            if low < high or (low == high and span.start == span.end):
                yield Place(number, low - block.start, high - block.start)
