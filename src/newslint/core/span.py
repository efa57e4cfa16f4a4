"""A span: a half-open range of code points."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """The code points from *start* up to, but not including, *end*."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """Return the words of *text* under the span."""
        return text[self.start : self.end]

    def joined(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Spans:
    """Many spans in the order of the text, kept as two columns: a sixth of the memory of as many records."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.starts, self.ends = array("I"), array("I")
        for span in spans:
            self.append(span.start, span.end)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    def __getitem__(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def append(self, start: int, end: int) -> None:
        """Add one behind the others."""
        self.starts.append(start)
        self.ends.append(end)

    def within(self, span: Span) -> tuple[Span, ...]:
        """Return those that start inside *span*."""
        inside = slice(self.first_from(span.start), self.first_from(span.end))
        return tuple(map(Span, self.starts[inside], self.ends[inside]))

    def last_before(self, position: int) -> int:
        """Return the index of the last one that starts at or before *position*, -1 where none does."""
        return bisect_right(self.starts, position) - 1

    def first_from(self, position: int) -> int:
        """Return the index of the first one that starts at or behind *position*."""
        return bisect_left(self.starts, position)
