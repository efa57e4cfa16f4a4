"""The document: a story as plain text, its blocks, what is known of it, and the way back to its source."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.core.source import SourceMap
from newslint.core.span import Span

T = TypeVar("T")


class BlockKind(StrEnum):
    """The part a block plays in a story."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    CODE = "code"


class Block(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text that plays one part. Blocks do not overlap and stand in the order of the text."""

    kind: BlockKind
    span: Span


class DirectiveVerb(StrEnum):
    """What a directive does: it silences a line or a file, opens a range that is silent, or ends it."""

    IGNORE = "ignore"
    OFF = "off"
    ON = "on"


class Directive(msgspec.Struct, frozen=True):
    """An inline ignore: what it silences, and on which line of the source (None: the whole file).

    Where it stands *before* its line, it silences the rest of the block as well. One that is not written as
    a directive silences nothing, and says in *meant* how it would be written. A *shared* one stands above
    the first story of its file, and speaks in the others, too. Where a line of the source tells nothing, as
    one may hold a whole story, it speaks *within* a stretch.
    """

    span: Span
    rules: tuple[str, ...]
    line: int | None
    reason: str = ""
    meant: str = ""
    verb: DirectiveVerb = DirectiveVerb.IGNORE
    before: bool = False
    shared: bool = False
    within: Span | None = None


class LeftOut(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the source that holds words but is no copy, and *why*."""

    span: Span
    why: str


class Guard(msgspec.Struct, frozen=True):
    """A stretch of text, and the letters that would end what it stands in, were an edit to write one."""

    span: Span
    letters: str


class Remark(msgspec.Struct, frozen=True):
    """What a reader found wrong with a stretch of the source: the key of a *fault*, and its words."""

    span: Span
    fault: StrEnum
    data: Mapping[str, str] = {}


class Meta(msgspec.Struct, frozen=True):
    """What the format or the command line says of a story; its *section* is the desk it is of.

    *expected* is the language that the config says stories are in, `any` where none is left out.
    """

    date: datetime.date | None = None
    title: str = ""
    language: str = ""
    section: str = ""
    slug: str = ""
    keywords: tuple[str, ...] = ()
    expected: str = ""


class Document(msgspec.Struct, frozen=True):
    """One story. *source* is the decoded file; *text* is the copy in it, without markup.

    The lines of *text* end in line feeds, whatever those of the file end in.

    *reserved* are the letters its markup is made of: an edit that would write one is only shown; *guards*
    reserve more in a stretch of the text. *extent* is its stretch of the source, where other stories stand
    beside it; its *path* is then `FILE#KEY`. *left_out* is what its reader took for no copy, as far as it
    says why, and *remarks* what it found wrong.

    It remembers its views, each derived once, on the first call for it; otherwise it never changes.
    """

    path: str
    format: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    map: SourceMap
    lexicon: Lexicon
    directives: tuple[Directive, ...] = ()
    meta: Meta = Meta()
    reserved: str = ""
    extent: Span | None = None
    left_out: tuple[LeftOut, ...] = ()
    guards: tuple[Guard, ...] = ()
    remarks: tuple[Remark, ...] = ()
    memory: dict[Callable[[Document], object], object] = msgspec.field(default_factory=dict)

    def view(self, build: Callable[[Document], T]) -> T:
        """Return what *build* derives from the document, derived once."""
        try:
            return self.memory[build]  # type: ignore[return-value]
        # So asking again, as it is mostly, is one look-up.
        except KeyError:
            pass
        view = self.memory[build] = build(self)
        return view

    def forget(self, *builds: Callable[[Document], object]) -> None:
        """Give up views that nothing is likely to ask for again; what does has them derived anew."""
        for build in builds:
            self.memory.pop(build, None)

    def reserved_at(self, span: Span) -> str:
        """Return the letters that no edit of *span* may write; guards stand apart, in their order."""
        index = bisect_right(self.guards, span.start, key=_start) - 1
        guard = self.guards[index] if index >= 0 else None
        return self.reserved + (guard.letters if guard and guard.span.contains(span) else "")

    def block_at(self, position: int) -> Block | None:
        """Return the block that holds *position*, or None between blocks."""
        index = bisect_right(self.view(_block_starts), position) - 1
        if index < 0 or position >= self.blocks[index].span.end:
            return None
        return self.blocks[index]


def _start(guard: Guard) -> int:
    return guard.span.start


def _block_starts(document: Document) -> list[int]:
    return [block.span.start for block in document.blocks]
