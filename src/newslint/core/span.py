"""A span: a half-open range of code points."""

from __future__ import annotations

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
