"""Orphan speech: paragraphs that are all quotation, of which no reader can tell who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.core.document import Block, BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.passages import passage_at, skeleton
from newslint.text.quotations import Quotation, quotations
from newslint.text.speakers import person_in_focus
from newslint.text.statements import statements_in

# Without a stop inside, a line in quotation marks is a title.
WHOLE_SPEECH = lazy_pattern(r"(?:“[^”]*[.,!?…]”[\s.,;—–-]*)+")
# "— Marta Lind, Bergen", or a line without the dash, under a quotation.
SIGNATURE = lazy_pattern(r"\s*[—–-]")
LONGEST_SIGNATURE = 80


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
        if _complete(inside) and not _leads_in(document, before) and not _explains(document, after):
            yield inside[0].span.joined(inside[-1].span)


def _complete(inside: Sequence[Quotation]) -> bool:
    """Tell whether the speech starts and ends in its paragraph, with all its marks."""
    return not inside[0].carries_on and inside[-1].inner.end < inside[-1].span.end


def _leads_in(document: Document, before: Block) -> bool:
    """Tell whether the paragraph before has a speaker, somebody taken for one, or a question."""
    words = before.span.cut(document.text).rstrip()
    return words.endswith((":", "?")) or _speaks(document, before) or person_in_focus(document, before.span)


def _explains(document: Document, after: Block | None) -> bool:
    """Tell whether the paragraph after has the speech of somebody, a signature, or goes on about "him"."""
    if after is None:
        return False
    words = after.span.cut(document.view(skeleton))
    first = passage_at(document, after.span.start)
    return (
        "“" in words
        or SIGNATURE.match(words) is not None
        or person_in_focus(document, first, pronouns_only=not _is_line(words))
    )


def _is_line(words: str) -> bool:
    """Tell a line that is no sentence, such as "Marta Lind, harbour master" under her words."""
    return len(words) <= LONGEST_SIGNATURE and not words.rstrip().endswith((".", "!", "?"))


def _speaks(document: Document, block: Block) -> bool:
    text = document.view(skeleton)
    return "“" in text[block.span.start : block.span.end] or any(
        statement.source for statement in statements_in(document, block.span)
    )
