"""Lone marks: the double quotation marks that surely have no fellow, in their block or in another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.quoting.pairing import SENTENCE_END, Fault, LoneMark
from newslint.text.quoting.quotations import Part, late_end, left_open, parts
from newslint.text.quoting.turns import names_speaker, speaker_after

GUILLEMETS = frozenset("«»‹›")
# What stands for code in a text whose reader knows it, as Markdown does the back-ticks of the wires.
CODE = "\ufffc"
# A statement printed whole, with marks of its own inside, runs no further.
LONGEST_STATEMENT = 12_000


def lone_marks(document: Document) -> tuple[LoneMark, ...]:
    """Return the double marks that surely have no fellow."""
    found = [
        lone
        for part, following in pairwise((*document.view(parts), None))
        if part and part.pairing.lone
        for lone in _lone(document, part)
        if not _is_excused(document, lone) and not _goes_on_round(document, lone, part, following)
    ]
    answered = set(chain.from_iterable(pair for pair in pairwise(found) if _are_fellows(document, *pair)))
    return tuple(lone for lone in found if lone not in answered)


def _lone(document: Document, part: Part) -> Iterator[LoneMark]:
    answered = (left_open(part.pairing) if part.goes_on else None, late_end(part))
    reopened = _reopened(document, part)
    return (lone for lone in part.pairing.lone if lone not in answered and lone.span not in reopened)


def _reopened(document: Document, part: Part) -> set[Span]:
    """Return the marks that a later one of the block reopens, where the end of a paragraph was lost."""
    pairing, text = part.pairing, document.text
    opened = {lone.span for lone in pairing.lone if lone.fault is Fault.UNCLOSED}
    openings = sorted([*opened, *(pair.opening for pair in pairing.pairs)])
    return {
        mark
        for mark, following in pairwise(openings)
        if mark in opened
        and SENTENCE_END.search(text, mark.end, following.start)
        and not names_speaker(document, mark.end, following.start)
    }


def _goes_on_round(document: Document, lone: LoneMark, part: Part, following: Part | None) -> bool:
    """Tell whether speech goes on in the next block, past a quotation inside it with marks like its own."""
    text, block = document.text, part.block
    if following is None or lone.fault is not Fault.UNCLOSED or lone.span.start != block.start:
        return False
    if not text.startswith(lone.span.cut(text), following.block.start):
        return False
    inside = [pair for pair in part.pairing.pairs if pair.opening > lone.span]
    return (
        len(part.pairing.lone) == 1
        and len(inside) == 1
        and SENTENCE_END.search(text, lone.span.end, inside[0].opening.start) is None
        and SENTENCE_END.search(text, inside[0].closing.end, block.end) is not None
        and not names_speaker(document, lone.span.end, block.end)
    )


def _is_excused(document: Document, lone: LoneMark) -> bool:
    """Tell a mark that belongs to no quotation from one that lacks its fellow."""
    sign = lone.span.cut(document.text)
    if sign in GUILLEMETS:
        return _is_arrow(document, lone)
    block = document.block_at(lone.span.start)
    return (
        sign == "''"
        and block is not None
        and document.text.find(CODE, block.span.start, lone.span.start) >= 0
    )


def _is_arrow(document: Document, lone: LoneMark) -> bool:
    """Tell an arrow ("» Read more", "Home » News") from a guillemet of a story that quotes with them."""
    sign = lone.span.cut(document.text)
    before, after = (
        document.text[lone.span.start - 1 : lone.span.start],
        document.text[lone.span.end : lone.span.end + 1],
    )
    if not before.strip() and not after.strip():
        return True
    pairs = [pair for part in document.view(parts) for pair in part.pairing.pairs]
    return all(
        sign not in (pair.opening.cut(document.text), pair.closing.cut(document.text)) for pair in pairs
    )


def _are_fellows(document: Document, opening: LoneMark, closing: LoneMark) -> bool:
    """Tell whether two marks hold a statement of several paragraphs, with quotations of its own."""
    start, end = opening.span.end, closing.span.start
    block = document.block_at(start)
    if (opening.fault, closing.fault) != (Fault.UNCLOSED, Fault.UNOPENED) or block is None:
        return False
    if opening.span.start != block.span.start or not block.span.end < end <= start + LONGEST_STATEMENT:
        return False
    inside = (pair.closing for part in document.view(parts) for pair in part.pairing.pairs)
    return not names_speaker(document, start, block.span.end) and not any(
        start < mark.start < end and speaker_after(document, mark.end, len(document.text)) for mark in inside
    )
