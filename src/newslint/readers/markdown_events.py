"""Events: what the parser of Markdown meets, with its place in code points."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pyromark

from newslint.plugin import Span

# Formulas are no part of it: to the parser "$2bn ($1.8bn)" holds one.
OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
BOUNDARIES = frozenset(("Start", "End"))

# The bytes of UTF-8 that open no code point.
CONTINUING = re.compile(b"[\x80-\xbf]")


class Event(msgspec.Struct, frozen=True, gc=False):
    """What the parser met: something of the line with its *content*, or where a *tag* starts or ends."""

    name: str
    start: int
    end: int
    content: str = ""
    tag: str | None = None

    @property
    def span(self) -> Span:
        """Return its place, which is made anew each time: most are only asked for their ends."""
        return Span(self.start, self.end)


def events(letters: str, start: int) -> Iterator[Event]:
    """Parse the source from *start*, and count in code points what the parser counts in bytes."""
    content = letters[start:].encode()
    continuing = _continuing(content)
    # The parser leaves its bytes with the string that it is given: it is given one that is not kept.
    met = pyromark.Markdown(options=OPTIONS).events_with_range(content.decode())
    below, above, shift = _around(continuing, 0, start)
    for event, place in met:
        if type(event) is str:
            name, inner = event, ""
        else:
            (name,) = event
            inner = event[name]
        first = place["end"] if name == "End" else place["start"]
        # Of most, the bytes that open no code point are those of the one before.
        if not below < first <= above:
            below, above, shift = _around(continuing, first, start)
        first += shift
        if name in BOUNDARIES:
            yield Event(name, first, first, "", inner if type(inner) is str else _tag(inner))
            continue
        last = place["end"]
        if not below < last <= above:
            below, above, shift = _around(continuing, last, start)
        yield Event(name, first, last + shift, inner if type(inner) is str else str(inner))


def _around(continuing: Sequence[int], byte: int, start: int) -> tuple[int, int, int]:
    """Return the bytes below and above one that open no code point, and how far code points are off there."""
    index = bisect_left(continuing, byte)
    below = continuing[index - 1] if index else -1
    above = continuing[index] if index < len(continuing) else sys.maxsize
    return below, above, start - index


def _tag(inner: Any) -> str:
    """Return what starts or ends: a heading goes by its level, a note of GitHub's as an alert."""
    ((tag, detail),) = inner.items()
    if tag == "Heading":
        return str(detail if isinstance(detail, str) else detail["level"])
    return "Alert" if tag == "BlockQuote" and detail else str(tag)


def _continuing(content: bytes) -> array[int]:
    """Return where the bytes stand that open no code point."""
    found = () if content.isascii() else CONTINUING.finditer(content)
    return array("q", [match.start() for match in found])
