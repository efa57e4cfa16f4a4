"""Whole speech: paragraphs that are all quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.document import Block, BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.quoting.passages import WORD, skeleton
from newslint.text.quoting.quotations import Quotation, in_quotation, quotations
from newslint.text.sentences import is_closed
from newslint.text.title_case import is_title_case
from newslint.text.words import everywhere

# "And: “…”"; before it, whole sentences may stand.
WHOLE_SPEECH = lazy_pattern(
    r"([^“”\n]*[.!?]\s)??(?:(?:And|But|Or|So|Then|Also|Again)[,:]?\s)?(?:“[^”]*”[\s.,;—–-]*)+"
)
BEHIND = lazy_pattern(r"[\s.,;—–-]*")
# "Related article", and the headline of that article on the next line
TEASER = Worded(r"{teasers}\b[^.!?]*\Z")
# A display quotation says again what stands in its own story, and no story is longer.
REACH = 50_000
# It may be cut behind so many letters, where it says again what running copy has.
CUT = 40


class WholeSpeech(msgspec.Struct, frozen=True):
    """The quotations of a paragraph, with nothing else or sentences *ahead* of them, and its neighbours."""

    inside: tuple[Quotation, ...]
    ahead: Span | None
    before: Block
    after: Block | None

    @property
    def span(self) -> Span:
        """Return where it stands, with its marks."""
        return self.inside[0].span.joined(self.inside[-1].span)


def whole_speech(document: Document) -> tuple[WholeSpeech, ...]:
    """Return the paragraphs that are all quotation, but for titles and for what the story says elsewhere."""
    found = tuple(_whole(document))
    if not found:
        document.forget(skeleton)
    return found


def _whole(document: Document) -> Iterator[WholeSpeech]:
    text = document.view(skeleton)
    speech = document.view(quotations)
    starts = [found.span.start for found in speech]
    blocks = document.blocks
    for index, (block, after) in enumerate(zip(blocks[1:], [*blocks[2:], None], strict=False)):
        before = blocks[index]
        inside = speech[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        if not inside or block.kind is not BlockKind.PARAGRAPH or before.kind is not BlockKind.PARAGRAPH:
            continue
        match = _matched(text, block.span)
        if match and _complete(inside) and not _is_elsewhere(document, inside[0].inner):
            ahead = Span(*match.span(1)) if match[1] else None
            yield WholeSpeech(tuple(inside), ahead, _before_teaser(document, index), after)


def _before_teaser(document: Document, index: int) -> Block:
    """Return the block at *index*, or the one before a teaser for another story that stands there."""
    before, text = document.blocks[index - 2 : index + 1], document.view(flat)
    if len(before) < 3 or is_closed(before[2].span.cut(text)):
        return document.blocks[index]
    label = TEASER.of(document).match(text, before[1].span.start, before[1].span.end)
    return before[0] if label else document.blocks[index]


def _matched(text: str, block: Span) -> re.Match[str] | None:
    # Most paragraphs end otherwise, and are not read from their start.
    close = text.rfind("”", block.start, block.end)
    if close < 0 or not BEHIND.fullmatch(text, close + 1, block.end):
        return None
    return WHOLE_SPEECH.fullmatch(text, block.start, block.end)


def _complete(inside: Sequence[Quotation]) -> bool:
    """Tell whether the speech starts and ends in its paragraph, with all its marks."""
    return not inside[0].carries_on and all(found.inner.end < found.span.end for found in inside)


def _is_elsewhere(document: Document, words: Span) -> bool:
    """Tell a title, and what a display quotation says again."""
    said = WORD.findall(document.view(flat), words.start, words.end)
    return is_title_case(said) or _is_said_again(document, words)


def _is_said_again(document: Document, words: Span) -> bool:
    """Tell whether words stand in the story once more, or open so in running copy or a quotation."""
    text = document.view(flat)
    whole, start = words.cut(text), max(0, words.start - REACH)
    places = (start + at for at in everywhere(text[start : words.end + REACH], whole[:CUT]))
    return any(
        text.startswith(whole, place) or _is_running(document, place)
        for place in places
        if place != words.start
    )


def _is_running(document: Document, position: int) -> bool:
    block = document.block_at(position)
    return in_quotation(document, position) or (block is not None and block.span.start < position)
