"""Events: what the parser of Markdown meets, with its place in code points."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import accumulate
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

# The bytes of UTF-8 that open no code point, and how many bytes are counted at once.
CONTINUING = bytes(range(0x80, 0xC0))
PAGE = 64


class Event(msgspec.Struct, frozen=True, gc=False):
    """What the parser met: a *tag* that starts or ends, or something of the line with its *content*."""

    name: str
    span: Span
    content: str = ""
    tag: str | None = None


def events(letters: str, start: int) -> Iterator[Event]:
    """Parse the source from *start*, and count in code points what the parser counts in bytes."""
    content = letters[start:].encode()
    point = _points(content)
    # The parser leaves its bytes with the string that it is given: it is given one that is not kept.
    for event, place in pyromark.Markdown(options=OPTIONS).events_with_range(content.decode()):
        span = Span(start + point(place["start"]), start + point(place["end"]))
        if isinstance(event, str):
            yield Event(event, span)
            continue
        ((name, inner),) = event.items()
        yield Event(name, span, tag=_tag(inner)) if name in BOUNDARIES else Event(name, span, str(inner))


def _tag(inner: Any) -> str:
    """Return what starts or ends: a heading goes by its level, a note of GitHub's as an alert."""
    if isinstance(inner, str):
        return inner
    ((tag, detail),) = inner.items()
    if tag == "Heading":
        return str(detail if isinstance(detail, str) else detail["level"])
    return "Alert" if tag == "BlockQuote" and detail else str(tag)


def _points(content: bytes) -> Callable[[int], int]:
    """Return what tells at which code point a byte offset stands; it counts from the start of a page."""
    if content.isascii():
        return int
    counts = (len(content[at : at + PAGE].translate(None, CONTINUING)) for at in range(0, len(content), PAGE))
    before = array("q", accumulate(counts, initial=0))

    def point(offset: int) -> int:
        page = offset // PAGE
        return before[page] + len(content[page * PAGE : offset].translate(None, CONTINUING))

    return point
