"""Digits: where figures stand. Times, years and dates in figures start here, and do not scan again."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span, Spans
from newslint.text.flat import flat

# A search that opens with one letter of a set is four times as fast as one that opens with many.
RUN = lazy_pattern("[0-9][0-9]*")


def digits(document: Document) -> Spans:
    """Return the runs of digits in the order of the text."""
    return Spans(Span(*match.span()) for match in RUN.finditer(document.view(flat)))
