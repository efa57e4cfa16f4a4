"""Events: what the parser of Markdown meets, with its place in code points."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
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
    span: Span
    content: str = ""
    tag: str | None = None


def events(letters: str, start: int) -> Iterator[Event]:
    """Parse the source from *start*, and count in code points what the parser counts in bytes."""
    content = letters[start:].encode()
    point = _points(content)
    # The parser leaves its bytes with the string that it is given: it is given one that is not kept.
    for event, place in pyromark.Markdown(options=OPTIONS).events_with_range(content.decode()):
        if isinstance(event, str):
            name: str = event
            inner: Any = ""
        else:
            ((name, inner),) = event.items()
        if name in BOUNDARIES:
            at = start + point(place["start" if name == "Start" else "end"])
            yield Event(name, Span(at, at), "", inner if isinstance(inner, str) else _tag(inner))
        else:
            span = Span(start + point(place["start"]), start + point(place["end"]))
            yield Event(name, span, inner if isinstance(inner, str) else str(inner))


def _tag(inner: Any) -> str:
    """Return what starts or ends: a heading goes by its level, a note of GitHub's as an alert."""
    ((tag, detail),) = inner.items()
    if tag == "Heading":
        return str(detail if isinstance(detail, str) else detail["level"])
    return "Alert" if tag == "BlockQuote" and detail else str(tag)


def _points(content: bytes) -> Callable[[int], int]:
    """Return what tells at which code point a byte offset stands."""
    if content.isascii():
        return int
    continuing = array("q", [match.start() for match in CONTINUING.finditer(content)])
    return lambda offset: offset - bisect_left(continuing, offset)
