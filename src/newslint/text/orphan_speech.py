"""Orphan speech: paragraphs that are all quotation, of which no reader can tell who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.core.document import BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.lead_ins import explains, leads_in
from newslint.text.passages import skeleton
from newslint.text.quotations import Quotation, quotations

# Without a stop inside, a line in quotation marks is a title.
WHOLE_SPEECH = lazy_pattern(r"(?:“[^”]*[.,!?…]”[\s.,;—–-]*)+")


def orphan_speech(document: Document) -> tuple[Span, ...]:
    """Return the speech whose speaker stands neither in its paragraph nor in the ones beside it.

    Speech that an earlier speaker can be read to go on with is not among it, nor is speech after a
    sentence about a person.
    """
    return tuple(_orphans(document))


def _orphans(document: Document) -> Iterator[Span]:
    text = document.view(skeleton)
    speech = document.view(quotations)
    starts = [found.span.start for found in speech]
    blocks = document.blocks
    for before, block, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False):
        if block.kind is not BlockKind.PARAGRAPH or before.kind is not BlockKind.PARAGRAPH:
            continue
        if not WHOLE_SPEECH.fullmatch(text, block.span.start, block.span.end):
            continue
        inside = speech[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        spoken = inside[0].span.joined(inside[-1].span)
        explained = after is not None and explains(document, after.span)
        if _complete(inside) and not explained and not leads_in(document, before.span, spoken):
            yield spoken


def _complete(inside: Sequence[Quotation]) -> bool:
    """Tell whether the speech starts and ends in its paragraph, with all its marks."""
    return not inside[0].carries_on and all(found.inner.end < found.span.end for found in inside)
