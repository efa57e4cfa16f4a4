"""Events: what the parser of Markdown meets, with its place in code points."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
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
# What stands amid a line; of most, all that is asked is whether copy is in it.
FORMATS = frozenset(("Emphasis", "Strong", "Superscript", "Subscript", "Link"))
SPANNING = frozenset(("Strikethrough", "Image"))
# What holds blocks, and tells nothing of them.
FRAMES = frozenset(("List", "Table", "TableHead", "TableRow"))

# The bytes of UTF-8 that open no code point become one, all others zero.
CONTINUES = bytes(0x80 <= byte < 0xC0 for byte in range(256))


class Event(msgspec.Struct, frozen=True, gc=False):
    """What the parser met: something of the line with its *content*, or where a *tag* starts or ends.

    *depth*: in how many of those that stand amid a line.
    """

    name: str
    start: int
    end: int
    content: str = ""
    tag: str = ""
    depth: int = 0

    @property
    def span(self) -> Span:
        """Return its place, which is made anew each time: most are only asked for their ends."""
        return Span(self.start, self.end)


def events(letters: str, start: int) -> Iterator[Event]:
    """Parse the source from *start*, and count in code points what the parser counts in bytes.

    Of what only gives words a look, and of what only holds blocks, neither start nor end is told.
    """
    content = letters[start:].encode()
    shifts = Shifts(content, start)
    # The parser leaves its bytes with the string that it is given: it is given one that is not kept.
    met: Iterator[Any] = pyromark.Markdown(options=OPTIONS).events_with_range(content.decode())
    below, above, shift = shifts.around(0)
    depth = 0
    for event, place in met:
        if type(event) is str:
            name, inner = event, ""
        else:
            (name,) = event
            inner = event[name]
        if name == "Start" or name == "End":
            tag = inner if type(inner) is str else _tag(inner)
            if tag in FORMATS or tag in SPANNING:
                depth += 1 if name == "Start" else -1
            if tag in FORMATS or tag in FRAMES:
                continue
            first = place["start"] if name == "Start" else place["end"]
        else:
            tag, first = "", place["start"]
        # Of most, the bytes that open no code point are those of the one before.
        if not below < first <= above:
            below, above, shift = shifts.around(first)
        first += shift
        if tag:
            yield Event(name, first, first, "", tag)
            continue
        last = place["end"]
        if not below < last <= above:
            below, above, shift = shifts.around(last)
        yield Event(name, first, last + shift, inner if type(inner) is str else str(inner), "", depth)


class Shifts:
    """How far code points are off the bytes of a text that begins at *start*."""

    def __init__(self, content: bytes, start: int) -> None:
        self.places, self.off = array("I"), [start]
        if content.isascii():
            return
        continues = content.translate(CONTINUES) + b"\0"
        place = continues.find(1)
        while place >= 0:
            end = continues.find(0, place)
            start -= end - place
            self.places.append(place)
            self.off.append(start)
            place = continues.find(1, end)

    def around(self, byte: int) -> tuple[int, int, int]:
        """Return between which bytes that open no code point a byte stands, and how far it is off there."""
        index = bisect_left(self.places, byte)
        below = self.places[index - 1] if index else -1
        above = self.places[index] if index < len(self.places) else sys.maxsize
        return below, above, self.off[index]


def _tag(inner: Any) -> str:
    """Return what starts or ends: a heading goes by its level, a note of GitHub's as an alert."""
    (tag,) = inner
    detail = inner[tag]
    if tag == "Heading":
        return str(detail if isinstance(detail, str) else detail["level"])
    return "Alert" if tag == "BlockQuote" and detail else str(tag)
