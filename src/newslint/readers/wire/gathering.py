"""Gathering: elements and text, as a parser tells of them → the parts of a story, and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from newslint.plugin import BlockKind, Piece, Span, lazy_pattern
from newslint.readers.wire.elements import BLOCK, BODY, Element, Vocabulary
from newslint.readers.wire.fragments import tell
from newslint.readers.wire.ignores import Comment
from newslint.readers.wire.passages import SPACE, Passage, parted, passage, plain
from newslint.readers.xml_events import attributes

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


class State(msgspec.Struct, frozen=True, gc=False, eq=False):
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
IN_BODY = Vocabulary(BODY)
# Longer white space is found out later.
LONGEST_GAP = 40


class Gathering:
    """Gathers the parts of a story and the facts of it. It keeps what is open, and so changes."""

    def __init__(self, vocabulary: Vocabulary, path: str, state: State = OUTSIDE) -> None:
        self.elements, self.path, self.state = vocabulary.elements, path, state
        self.knows, self.skips = vocabulary.names, vocabulary.skipped
        self.listening = state.copy
        self.items = [Item()]
        self.open: list[tuple[str, Element, State, int]] = []
        self.pieces: list[Piece] = []
        # How many pieces of blocks before this one there were: a block may end within an element.
        self.gone = 0
        self.values: list[str] = []
        self.comments: list[Comment] = []

    def start(self, name: str, tag: str, place: int) -> None:
        """Take up the start of an element."""
        state = self.state
        element = state.inside.get(name) or self.elements.get(name)
        if element is None:
            return
        if self.pieces and not element.inline:
            self._close()
        if element is BLOCK and not state.plain and not state.fact:
            self.open.append((name, element, state, self.gone))
            return
        if element.item:
            self.items.append(Item(place=place))
        elif element.body:
            self.items[-1].has_body = True
        given = self._asked(element, tag) if element.asks else {}
        self.open.append((name, element, state, self.gone + len(self.pieces)))
        if not element.inline:
            tells = element.fact_of or element.silent
            self._enter(_within(state, element, given) if tells else _always_within(state, element))
        elif element.mark and state.copy:
            self.pieces.append(Piece(element.mark, Span(place, place), verbatim=False))

    def whole(self, name: str, tag: str, place: int, letters: str, pieces: Sequence[Piece]) -> None:
        """Take up an element that holds nothing but letters, which are made of these pieces."""
        element = self.state.inside.get(name) or self.elements.get(name)
        within = _copy_within(self.state, element) if element else None
        if within is None:
            self.start(name, tag, place)
            if letters and self.listening and self.wants(letters):
                self.text(pieces)
            self.end(name)
            return
        if self.pieces:
            self._close()
        if self.wants(letters):
            self.gone += len(pieces)
            self._add(within.kind, pieces)

    def end(self, name: str) -> None:
        """Take up the end of an element."""
        if not self.open or self.open[-1][0] != name:
            return
        _, element, state, first = self.open.pop()
        if state is self.state and not element.inline:
            if self.pieces:
                self._close()
            return
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
        if self.pieces or self.state.fact or len(letters) > LONGEST_GAP:
            return True
        return bool(letters.strip(SPACE))

    def text(self, pieces: Sequence[Piece]) -> None:
        """Take up a stretch of text."""
        if self.state.fact:
            self.values += [piece.text for piece in pieces]
        if self.state.copy:
            self.pieces += pieces

    def part(self) -> None:
        """End the block that is open."""
        if self.pieces and self.state.posted:
            self._close()

    def comment(self, letters: str, span: Span) -> None:
        """Take up an ignore in the markup of a text."""
        self.comments.append(Comment(span, letters))

    def finish(self) -> tuple[Item, ...]:
        """Return what stands outside all items, and the items."""
        if self.pieces:
            self._close()
        return tuple(self.items)

    def _asked(self, element: Element, tag: str) -> Mapping[str, str]:
        """Return what the attributes of an element say, and keep the facts among it."""
        given = attributes(tag)
        told = ((fact, given.get(attribute)) for attribute, fact in element.facts.items())
        self.items[-1].facts.extend((fact, value) for fact, value in told if value)
        return given

    def _enter(self, state: State) -> None:
        self.state = state
        self.listening = state.copy or bool(state.fact)

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
        state = self.state
        if state.plain:
            body = Body(pieces, self.path, state.kind, posted=state.posted)
            self.items[-1].parts.extend(body.parts)
            self.comments += body.comments
            return
        for block in parted(pieces) if state.posted else (pieces,):
            self._add(state.kind, block)

    def _add(self, kind: BlockKind | None, pieces: Sequence[Piece]) -> None:
        """Add a block, if there is copy in it."""
        part = passage(kind, pieces)
        if part.holds_copy:
            self.items[-1].parts.append(part)


class Body:
    """A body that came as a text: of markup where it holds some, else of its lines."""

    def __init__(
        self, pieces: list[Piece], path: str, kind: BlockKind | None = None, *, posted: bool = False
    ) -> None:
        self.comments: list[Comment] = []
        words = "".join([piece.text for piece in pieces])
        if posted or BLOCKS.search(words) or INLINE.search(words):
            inner = Gathering(IN_BODY, path, _in_markup(kind, posted=posted))
            tell(pieces, path, inner, shortcodes=posted)
            self.comments = inner.comments
            if inner.items[-1].parts:
                self.parts = tuple(part for item in inner.finish() for part in item.parts)
                return
            pieces = inner.pieces
        found = plain(pieces) if kind is None else passage(kind, pieces)
        self.parts = (found,) if found.holds_copy else ()


def _within(state: State, element: Element, attributes: Mapping[str, str]) -> State:
    """Return the state inside an element with these *attributes*."""
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


# The same elements stand in the same ones, again and again.
@lru_cache(maxsize=256)
def _always_within(state: State, element: Element) -> State:
    """Return the state inside an element whose attributes do not change it."""
    return _within(state, element, {})


@lru_cache(maxsize=256)
def _copy_within(state: State, element: Element) -> State | None:
    """Return the state inside an element that holds but the copy of a block, None inside any other."""
    if element.asks or element.inline or element.item or element.body or element.composed:
        return None
    within = _always_within(state, element)
    return within if within.copy and not (within.plain or within.posted or within.fact) else None


@lru_cache(maxsize=16)
def _in_markup(kind: BlockKind | None, *, posted: bool) -> State:
    """Return the state in which markup that came as a text begins."""
    return State(copy=True, kind=kind, posted=posted)
