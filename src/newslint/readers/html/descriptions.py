"""Descriptions: what the tag of an image says of it, with the place of every word."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.plugin import BlockKind, Piece, Span, lazy_pattern
from newslint.readers.html.templates import MASK
from newslint.readers.parts import Part

if TYPE_CHECKING:
    from turbohtml import Token

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
NAMES = ("alt", "title")


def descriptions(letters: str, tag: Span, token: Token) -> Iterator[Part]:
    """Yield the captions that the alternative text of an image and its title make, where they can be placed.

    Their words are not verbatim, so that no fix sets a quotation mark which would end the attribute.
    """
    said = [token.attr(name) or "" for name in NAMES]
    for name, words in zip(NAMES, said, strict=True):
        # What a title repeats is said once.
        if name == NAMES[0] or words.split() != said[0].split():
            part = _description(letters, _place(letters, tag, name), words)
            yield from (part,) if part else ()


def _description(letters: str, place: Span | None, said: str) -> Part | None:
    if place is None or MASK in said:
        return None
    pieces = tuple(
        Piece(" " if match[0].isspace() else html.unescape(match[0]), Span(*match.span()), verbatim=False)
        for match in WORD.finditer(letters, place.start, place.end)
    )
    read = "".join(piece.text for piece in pieces)
    return Part(BlockKind.CAPTION, pieces) if read.split() == said.split() != [] else None


def _place(letters: str, tag: Span, name: str) -> Span | None:
    for match in ATTRIBUTE.finditer(letters, tag.start + START, tag.end):
        if match["name"].lower() == name:
            return Span(*match.span(match.lastgroup)) if match.lastgroup not in (None, "name") else None
    return None
