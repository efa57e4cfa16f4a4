"""Digits: where figures stand. Numbers, times, years and dates start here, and do not scan again."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Spans
from newslint.text.words import words

# A search that opens with one letter of a set is four times as fast as one that opens with many.
RUN = lazy_pattern("[0-9][0-9]*")


def digits(document: Document) -> Spans:
    """Return the runs of digits in the order of the text."""
    found = Spans()
    for start, end in sorted(_found(document)):
        found.append(start, end)
    return found


def _found(document: Document) -> Iterator[tuple[int, int]]:
    """Yield them by the word they stand in, as the words are known: to look at every letter takes longer."""
    where = document.view(words)
    for word in where:
        if not word.isalpha():
            for run in RUN.finditer(word):
                first, last = run.span()
                yield from ((start + first, start + last) for start in where[word])
