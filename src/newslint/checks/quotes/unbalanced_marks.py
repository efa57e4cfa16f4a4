"""Quotation marks that open and are never closed, or close what was never opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import islice
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Span, lazy_pattern
from newslint.text.quoting.lone_marks import lone_marks
from newslint.text.quoting.pairing import Fault, LoneMark

# No word is longer; what is, is a row of marks.
WORD = lazy_pattern(r"\S{1,40}")
# Three words take no more than this.
REACH = 100


class UnbalancedMarks(Check, frozen=True, kw_only=True):
    """A double quotation mark without its fellow, where no neighbouring paragraph explains it."""

    starts: ClassVar = (lone_marks,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"fault": Fault, "words": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield every lone mark, with the word it touches."""
        for lone in document.view(lone_marks):
            words = _words(document, lone)
            shown = " ".join(word.cut(document.text) for word in words)
            nearest = words[0] if lone.fault is Fault.UNCLOSED else words[-1]
            yield Problem(lone.span.joined(nearest), {"fault": lone.fault, "words": shown})


def _words(document: Document, lone: LoneMark) -> list[Span]:
    """Return up to three words on the inner side of the mark, or the mark for want of any."""
    block = document.block_at(lone.span.start)
    edge = block.span if block else lone.span
    if lone.fault is Fault.UNCLOSED:
        end = min(edge.end, lone.span.end + REACH)
        matches = list(islice(WORD.finditer(document.text, lone.span.end, end), 3))
    else:
        start = max(edge.start, lone.span.start - REACH)
        matches = list(WORD.finditer(document.text, start, lone.span.start))[-3:]
    return [Span(*match.span()) for match in matches] or [lone.span]
