"""Descriptions: what the tag of an image says of it, with the place of every word."""

from __future__ import annotations

import html
import re

from newslint.plugin import BlockKind, Piece, Span, lazy_pattern
from newslint.readers.html.templates import MASK
from newslint.readers.parts import Part

ATTRIBUTE = lazy_pattern(
    r"""
    (?P<name> [^\s/>=][^\s/>=]*+ ) (?: \s*+ = \s*+
      (?: "(?P<double> [^"]*+ )" | '(?P<single> [^']*+ )' | (?P<bare> [^\s>"'][^\s>]*+ ) )
    )?+
    """,
    re.VERBOSE,
)
WORD = lazy_pattern(r"\S++|\s++")
START = len("<img")


def description(letters: str, tag: Span, said: str) -> Part | None:
    """Return the caption that the alternative text of an image makes, or None where it cannot be placed.

    Its words are not verbatim, so that no fix sets a quotation mark which would end the attribute.
    """
    place = _place(letters, tag)
    if place is None or MASK in said:
        return None
    pieces = tuple(
        Piece(" " if match[0].isspace() else html.unescape(match[0]), Span(*match.span()), verbatim=False)
        for match in WORD.finditer(letters, place.start, place.end)
    )
    read = "".join(piece.text for piece in pieces)
    return Part(BlockKind.CAPTION, pieces) if read.split() == said.split() != [] else None


def _place(letters: str, tag: Span) -> Span | None:
    for match in ATTRIBUTE.finditer(letters, tag.start + START, tag.end):
        if match["name"].lower() == "alt":
            return Span(*match.span(match.lastgroup)) if match.lastgroup not in (None, "name") else None
    return None
