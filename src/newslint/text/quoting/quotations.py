"""Quotations: what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from newslint.core.document import Block, BlockKind, Document
from newslint.core.span import Span
from newslint.text.quoting.marks import Mark, marks
from newslint.text.quoting.pairing import SENTENCE_END, Fault, LoneMark, Pairing, paired
from newslint.text.quoting.turns import are_two, names_speaker, speaker_after, speaker_ahead

# A quotation over several paragraphs can go on in these.
RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
# Where the later paragraphs do not reopen it, its end is looked for no further than this.
REACH = 6


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """The words of one quotation in one block: *span* with its marks, *inner* without.

    One of several paragraphs is a record in each: all but the last go on, all but the first carry on.
    """

    span: Span
    inner: Span
    carries_on: bool = False
    goes_on: bool = False


class Part(msgspec.Struct, frozen=True, gc=False):
    """A block with its marks paired, and what its first quotation continues and its last leaves open."""

    block: Span
    pairing: Pairing
    carries_on: bool = False
    goes_on: bool = False


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations in the order of the text; nested ones are part of the outer."""
    return tuple(found for part in document.view(parts) for found in _of_part(part))


def quotation_at(document: Document, position: int) -> Quotation | None:
    """Return the quotation that holds *position*, its marks included."""
    index = bisect_right(document.view(_starts), position) - 1
    found = document.view(quotations)[index] if index >= 0 else None
    return found if found and position < found.span.end else None


def quotation_from(document: Document, position: int) -> Quotation | None:
    """Return the quotation that holds *position*, or else the next one."""
    here = quotation_at(document, position)
    found = document.view(quotations)
    index = bisect_left(document.view(_starts), position)
    return here or (found[index] if index < len(found) else None)


def in_quotation(document: Document, position: int, *, marks: bool = True) -> bool:
    """Tell whether *position* lies inside a quotation; its *marks* count, or only the words between them."""
    found = quotation_at(document, position)
    if found is None:
        return False
    return marks or found.inner.start <= position < found.inner.end


def _starts(document: Document) -> list[int]:
    return [found.span.start for found in document.view(quotations)]


def parts(document: Document) -> tuple[Part, ...]:
    """Pair the marks block by block, then look into later blocks for the end of what was left open."""
    blocks = [block for block in document.blocks if block.kind is not BlockKind.CODE]
    by_block = _by_block(blocks, document.view(marks))
    parts = [
        Part(block.span, paired(document.text, inside))
        for block, inside in zip(blocks, by_block, strict=True)
    ]
    running = [index for index, block in enumerate(blocks) if block.kind in RUNNING]
    for position, index in enumerate(running):
        later = running[position + 1 : position + 1 + REACH]
        chain = [index, *later[: _reach(document, parts[index], [parts[number] for number in later])]]
        for number in chain[:-1]:
            parts[number] = msgspec.structs.replace(parts[number], goes_on=True)
        for number in chain[1:]:
            parts[number] = msgspec.structs.replace(parts[number], carries_on=True)
    return tuple(parts)


def _by_block(blocks: Sequence[Block], found: Sequence[Mark]) -> Iterator[Sequence[Mark]]:
    starts = [mark.span.start for mark in found]
    for block in blocks:
        first = bisect_right(starts, block.span.start - 1)
        yield found[first : bisect_right(starts, block.span.end - 1, first)]


def _reach(document: Document, part: Part, later: Sequence[Part]) -> int:
    """Count the later blocks into which the quotation that *part* leaves open goes on."""
    if not later:
        return 0
    if _goes_on_in_singles(document, part, later[0]):
        return 1
    opening = left_open(part.pairing)
    if opening is None or names_speaker(document, opening.span.end, part.block.end):
        return 0
    if _reopens(later[0]):
        return 0 if _changes_speaker(document, part, opening.span, later[0]) else 1
    for count, following in enumerate(later, start=1):
        lone = following.pairing.lone
        if lone and lone[0].fault is Fault.UNOPENED:
            return count
        if following.pairing.pairs or lone:
            return 0
    return 0


def _changes_speaker(document: Document, part: Part, opening: Span, following: Part) -> bool:
    """Tell whether what *part* leaves open is one person's and what the next block reopens is another's."""
    closing = next((pair.closing for pair in following.pairing.pairs), None)
    then = speaker_after(document, closing.end, following.block.end) if closing else None
    if then is None:
        return False
    before = [pair.closing.end for pair in part.pairing.pairs if pair.closing <= opening]
    now = speaker_ahead(document, part.block.start, opening.start)
    now = now or (speaker_after(document, before[-1], opening.start) if before else None)
    return now is not None and are_two(document, now, then)


def _goes_on_in_singles(document: Document, part: Part, following: Part) -> bool:
    """Tell whether UK speech, which a single mark opens, is reopened by another in the next block."""
    text = document.text
    opening, pairs = part.pairing.single, following.pairing.pairs
    reopening = following.pairing.single or (pairs[0].opening if pairs else None)
    return (
        opening is not None
        and reopening is not None
        and reopening.start == following.block.start
        and reopening.cut(text) == opening.cut(text)
        and SENTENCE_END.search(text, opening.end, part.block.end) is not None
        and not names_speaker(document, opening.end, part.block.end)
    )


def left_open(pairing: Pairing) -> LoneMark | None:
    """Return the mark that opens a quotation to the end of the block."""
    if not pairing.lone or pairing.lone[-1].fault is Fault.UNOPENED:
        return None
    last = pairing.lone[-1]
    return last if not pairing.pairs or pairing.pairs[-1].opening < last.span else None


def _reopens(part: Part) -> bool:
    openings = [pair.opening for pair in part.pairing.pairs[:1]]
    openings += [lone.span for lone in part.pairing.lone if lone.fault is Fault.UNCLOSED]
    openings += [part.pairing.single] if part.pairing.single else []
    return any(opening.start == part.block.start for opening in openings)


def late_end(part: Part) -> LoneMark | None:
    """Return the mark that closes what an earlier block opened and this one did not reopen."""
    if not part.carries_on or _reopens(part):
        return None
    return next((lone for lone in part.pairing.lone if lone.fault is Fault.UNOPENED), None)


def _of_part(part: Part) -> Iterator[Quotation]:
    start, end = part.block.start, part.block.end
    for opening, closing in _stretches(part):
        yield Quotation(
            Span(opening.start, closing.end),
            Span(opening.end, closing.start),
            carries_on=part.carries_on and opening.start == start,
            goes_on=part.goes_on and closing.start == end,
        )


def _stretches(part: Part) -> Iterator[tuple[Span, Span]]:
    """Yield where quotations open and close; an edge of the block stands for a mark that is missing."""
    start, end = Span(part.block.start, part.block.start), Span(part.block.end, part.block.end)
    lone = part.pairing.lone
    if part.goes_on and part.pairing.single:
        yield part.pairing.single, end
        return
    closings = {pair.opening: pair.closing for pair in part.pairing.pairs}
    openings = sorted([*closings, *(mark.span for mark in lone if mark.fault is Fault.UNCLOSED)])
    first: Span | None = None
    if part.carries_on and not _reopens(part):
        late = late_end(part)
        first = late.span if late else end
    elif lone and lone[0].fault is Fault.UNOPENED and not (openings and openings[0] < lone[0].span):
        first = lone[0].span
    if first:
        yield start, first
        openings = [opening for opening in openings if opening.start >= first.end]
    for opening, following in pairwise([*openings, end]):
        yield opening, closings.get(opening, Span(following.start, following.start))
