"""Events: what the parser of Markdown meets, with its place in code points."""

from __future__ import annotations

import re
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
    continuing = _continuing(content)
    # The parser leaves its bytes with the string that it is given: it is given one that is not kept.
    for event, place in pyromark.Markdown(options=OPTIONS).events_with_range(content.decode()):
        name, inner = (event, "") if isinstance(event, str) else next(iter(event.items()))
        first, last = place["start"], place["end"]
        if name == "Start":
            last = first
        elif name == "End":
            first = last
        first += start - bisect_left(continuing, first)
        if name in BOUNDARIES:
            tag = inner if isinstance(inner, str) else _tag(inner)
            yield Event(name, Span(first, first), "", tag)
        else:
            last += start - bisect_left(continuing, last)
            yield Event(name, Span(first, last), inner if isinstance(inner, str) else str(inner))


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
