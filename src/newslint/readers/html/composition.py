"""The composition: the blocks of a stretch of a page, set as its tokens come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

import msgspec

from newslint.plugin import BlockKind, Span
from newslint.readers.html.descriptions import descriptions
from newslint.readers.html.line import ODD, Line
from newslint.readers.html.tags import (
    BLOCKS,
    ENDS_ITS_LIKE,
    FURNITURE_ROLES,
    KINDS,
    LEFT_OUT,
    OBJECTS,
    STRUCK,
    VOID,
    VOID_OBJECTS,
)
from newslint.readers.html.tokens import tokens
from newslint.readers.parts import Part, holds_copy

if TYPE_CHECKING:
    from turbohtml import Token

# An element that so many others stand in was left open.
FARTHEST = 100
HIDING = ("display:none", "visibility:hidden")


class Opened(msgspec.Struct, frozen=True, gc=False):
    """An element that is open: the part its copy plays, and whether it is left out."""

    tag: str
    kind: BlockKind | None = None
    out: bool = False


def parts(letters: str, span: Span, *, descriptions: bool) -> tuple[Part, ...]:
    """Return the blocks of copy in a stretch of the source, with the *descriptions* of images or without."""
    composition = Composition(letters, descriptions=descriptions)
    composition.read(span)
    return tuple(composition.parts)


class Composition:
    """The blocks so far, and the elements that are open: mutable, as each tag changes what the next means."""

    def __init__(self, letters: str, *, descriptions: bool, left_out: Collection[str] = LEFT_OUT) -> None:
        self.letters = letters
        self.left_out = left_out
        self.parts: list[Part] = []
        self.described: list[Part] | None = [] if descriptions else None
        self.odd = tuple(odd for odd in ODD if odd in letters)
        self.line = Line(letters, self.odd)
        self.opened = [Opened("")]
        # The element that the next text stands in, which is the last of them.
        self.inmost = self.opened[-1]
        # How many elements of a name are open.
        self.names: dict[str, int] = {}

    def read(self, span: Span) -> None:
        """Take a stretch of the source that starts outside any tag, and ends a block."""
        from turbohtml import TokenType

        # Looked up once, as there are tens of thousands of tokens.
        opens, closes, text = TokenType.START_TAG, TokenType.END_TAG, TokenType.TEXT
        for token, start, end in tokens(self.letters, span):
            kind = token.type
            if kind is opens:
                self.open(token, start, end)
            elif kind is closes:
                self.close(token.tag or "", start, end)
            elif self.inmost.out:
                continue
            elif kind is text:
                self.line.text(token.data or "", start, end)
            elif kind is TokenType.CHARACTER_REFERENCE:
                self.line.reference(token.data or "", start, start + len(token.source or ""))
        self.end_block()

    def open(self, token: Token, start: int, end: int) -> None:
        """Take a start tag."""
        tag = token.tag or ""
        if tag in BLOCKS:
            self._end_implied(tag)
            if not self.inmost.out:
                self.end_block()
        if tag in VOID:
            if not self.inmost.out:
                self._void(token, start, end)
            return
        out = not self.inmost.out and (tag in self.left_out or _hidden(token))
        if out and tag in OBJECTS:
            self.line.thing(start, end)
        if token.self_closing and tag in ("svg", "math"):
            return
        if tag in BLOCKS or out or self.inmost.out:
            self._push(tag, out=out)
        elif tag in ("sup", "sub"):
            self.line.raise_from(tag, start)
        elif tag == "q":
            self.line.quote(start, end, opens=True)
        elif tag == "time":
            self.line.time_from()

    def close(self, tag: str, start: int, end: int) -> None:
        """Take an end tag."""
        if self.names.get(tag):
            self._pop((tag,))
            self.line.gap = tag in STRUCK
        elif self.inmost.out:
            return
        elif tag in ("sup", "sub"):
            self.line.lower(end)
        elif tag == "q":
            self.line.quote(start, end, opens=False)
        elif tag == "time":
            self.line.time_to()

    def close_but(self, ends: Callable[[str], bool]) -> None:
        """Close the elements that were left open, save those of which *ends* tells that they do end."""
        base, *opened = self.opened
        kept = [base]
        del opened[:-FARTHEST]
        around = base
        for element in opened:
            out = element.out and not around.out
            around = element
            if ends(element.tag):
                last = kept[-1]
                kept.append(Opened(element.tag, KINDS.get(element.tag, last.kind), out or last.out))
        self.opened, self.inmost = kept, kept[-1]
        self.names = dict(Counter(element.tag for element in kept[1:]))

    def end_block(self) -> None:
        """Put the line with the blocks, where it holds copy, and begin the next."""
        if self.line.pieces:
            day = BlockKind.DATELINE if self.line.is_time() else None
            part = Part(self.inmost.kind or day, self.line.ended())
            # The description of an image amid words would stand out of order.
            self.parts.extend((part,) if holds_copy(part) else self.described or ())
            self.line = Line(self.letters, self.odd)
            if self.described:
                self.described = []

    def _void(self, token: Token, start: int, end: int) -> None:
        if token.tag == "br" and self.line.line_break(start, end):
            self.end_block()
        elif token.tag in VOID_OBJECTS:
            self.line.thing(start, end)
            if token.tag == "img" and self.described is not None:
                self.described.extend(descriptions(self.letters, Span(start, end), token))

    def _push(self, tag: str, *, out: bool) -> None:
        kind = KINDS.get(tag, self.inmost.kind)
        self.inmost = Opened(tag, kind, out or self.inmost.out)
        self.opened.append(self.inmost)
        self.names[tag] = self.names.get(tag, 0) + 1

    def _end_implied(self, tag: str) -> None:
        """End the elements whose end tag may be left out, and was, before a block."""
        if self.inmost.tag == "p":
            self._pop(("p",))
        if tag in ENDS_ITS_LIKE:
            likes, walls = ENDS_ITS_LIKE[tag]
            if any(self.names.get(like) for like in likes):
                self._pop(likes, walls=walls)

    def _pop(self, tags: Collection[str], *, walls: Collection[str] = ()) -> None:
        """End the inmost element of *tags*, with all that is open in it."""
        ended = []
        for element in reversed(self.opened[-FARTHEST:]):
            if element.tag in walls:
                return
            ended.append(element)
            if element.tag in tags:
                break
        else:
            return
        if any(element.tag in BLOCKS and not element.out for element in ended):
            self.end_block()
        for element in ended:
            self.names[element.tag] -= 1
        del self.opened[-len(ended) :]
        self.inmost = self.opened[-1]


def _hidden(token: Token) -> bool:
    """Tell whether a page does not show an element, or asks for it to be left out."""
    for name, value in token.attrs or ():
        match name:
            case "hidden":
                return value != "until-found"
            case "style" if any(word in "".join((value or "").lower().split()) for word in HIDING):
                return True
            case "role" if value in FURNITURE_ROLES:
                return True
            case "data-newslint" if value == "ignore":
                return True
    return False
