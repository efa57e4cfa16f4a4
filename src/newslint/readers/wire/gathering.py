"""Gathering: elements and text, as a parser tells of them → the parts of a story, and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import msgspec

from newslint.plugin import BlockKind, Piece, Span, lazy_pattern
from newslint.readers.wire.elements import BLOCK, BODY, Element
from newslint.readers.wire.fragments import tell
from newslint.readers.wire.passages import SPACE, Passage, parted, tidied

# What only a body of markup holds.
BLOCKS = lazy_pattern(
    r"</?(?:p|div|br|section|article|block|h[1-6]|hl[12]|ul|ol|table|blockquote|body)\b[^<>]*+>"
)
# <em>, </a>, &amp;, &#8217;
INLINE = lazy_pattern(
    r"""
      </?(?:a|b|em|i|figure|iframe|img|li|script|small|span|strong|sub|sup|u)(?:\s[^<>]*+)?/?>
    | &(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|amp|apos|quot|lt|gt|nbsp|hellip|[lr][sd]quo|[mn]dash);
    """,
    re.VERBOSE,
)


class State(msgspec.Struct, frozen=True, gc=False):
    """How text is taken up: as copy or not, of which kind, plain, as it is posted, and as which fact."""

    copy: bool = False
    kind: BlockKind | None = None
    plain: bool = False
    posted: bool = False
    fact: str = ""
    inside: Mapping[str, Element] = {}


class Item(msgspec.Struct):
    """What was gathered of one story, which starts at a *place*; it grows. A picture is one without body."""

    parts: list[Passage] = []
    facts: list[tuple[str, str]] = []
    has_body: bool = False
    place: int = 0


OUTSIDE = State()


class Gathering:
    """Gathers the parts of a story and the facts of it. It keeps what is open, and so changes."""

    def __init__(self, elements: Mapping[str, Element], path: str, state: State = OUTSIDE) -> None:
        self.elements, self.path, self.state = elements, path, state
        self.listening = state.copy
        self.items = [Item()]
        self.open: list[tuple[str, Element, State, int]] = []
        self.pieces: list[Piece] = []
        # How many pieces of blocks before this one there were: a block may end within an element.
        self.gone = 0
        self.values: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str], place: Callable[[], int]) -> None:
        """Take up the start of an element."""
        element = self.state.inside.get(name) or self.elements.get(name)
        if element is None:
            return
        if element.item or element.body:
            self._count(element, place)
        if element.facts:
            given = ((fact, attributes.get(attribute)) for attribute, fact in element.facts.items())
            self.items[-1].facts.extend((fact, value) for fact, value in given if value)
        if self.pieces and not element.inline:
            self._close()
        self.open.append((name, element, self.state, self.gone + len(self.pieces)))
        if element.inline:
            self._mark(element, place)
        else:
            self._enter(_within(self.state, element, attributes))

    def end(self, name: str) -> None:
        """Take up the end of an element."""
        if not self.open or self.open[-1][0] != name:
            return
        _, element, state, first = self.open.pop()
        if element.composed and first >= self.gone:
            self._compose(element, first - self.gone)
        if element.inline:
            return
        if self.state.fact and self.state.fact != state.fact:
            self.items[-1].facts.append((self.state.fact, "".join(self.values).strip()))
            self.values = []
        if self.pieces:
            self._close()
        self._enter(state)

    def wants(self, letters: str) -> bool:
        """Tell whether a stretch of text would be taken up; the white space between blocks is no copy."""
        return bool(self.pieces or self.state.fact or self.state.plain or letters.strip(SPACE))

    def text(self, letters: str, span: Span, *, verbatim: bool) -> None:
        """Take up a stretch of text."""
        if self.state.fact:
            self.values.append(letters)
        if self.state.copy:
            self.pieces.append(Piece(letters, span, verbatim))

    def finish(self) -> tuple[Item, ...]:
        """Return what stands outside all items, and the items."""
        if self.pieces:
            self._close()
        return tuple(self.items)

    def _count(self, element: Element, place: Callable[[], int]) -> None:
        if element.item:
            self.items.append(Item(place=place()))
        else:
            self.items[-1].has_body = True

    def _enter(self, state: State) -> None:
        self.state = state
        self.listening = state.copy or bool(state.fact)

    def _mark(self, element: Element, place: Callable[[], int]) -> None:
        if element.mark and self.state.copy:
            position = place()
            self.pieces.append(Piece(element.mark, Span(position, position), verbatim=False))

    def _compose(self, element: Element, first: int) -> None:
        pieces = self.pieces[first:]
        before = self.pieces[first - 1].text[-1:] if first else ""
        words = "".join(piece.text for piece in pieces)
        written = element.composed(words, before) if element.composed and words.strip() else None
        if written is not None:
            span = Span(pieces[0].source.start, pieces[-1].source.end)
            self.pieces[first:] = [Piece(written, span, verbatim=False)]

    def _close(self) -> None:
        pieces, self.pieces = self.pieces, []
        self.gone += len(pieces)
        if self.state.plain:
            parts = body_parts(pieces, self.path, self.state.kind, posted=self.state.posted)
            self.items[-1].parts.extend(parts)
            return
        for block in parted(pieces) if self.state.posted else [pieces]:
            part = Passage(self.state.kind, tuple(tidied(block)))
            if part.holds_copy:
                self.items[-1].parts.append(part)


def body_parts(
    pieces: list[Piece], path: str, kind: BlockKind | None = None, *, posted: bool = False
) -> tuple[Passage, ...]:
    """Return the parts of a body that came as a text: of markup where it holds some, else of its lines."""
    words = "".join(piece.text for piece in pieces)
    if posted or BLOCKS.search(words) or INLINE.search(words):
        inner = Gathering(BODY, path, State(copy=True, kind=kind, posted=posted))
        tell(pieces, path, inner, shortcodes=posted)
        if inner.items[-1].parts:
            return tuple(passage for item in inner.finish() for passage in item.parts)
        pieces = inner.pieces
    body = Passage(kind, tuple(pieces), plain=True) if kind is None else Passage(kind, tuple(tidied(pieces)))
    return (body,) if body.holds_copy else ()


def _within(state: State, element: Element, attributes: Mapping[str, str]) -> State:
    """Return the state inside an element."""
    if element is BLOCK and not state.plain and not state.fact:
        return state
    fact = attributes.get(element.fact_of) or element.fact
    if element.is_silent(attributes):
        return State(fact=fact, inside=element.inside)
    return State(
        copy=state.copy if element.copy is None else element.copy,
        kind=element.kind or state.kind,
        plain=element.plain,
        posted=element.posted or (state.posted and not element.plain),
        fact=fact,
        inside=element.inside or state.inside,
    )
