"""Direct speech: what somebody else's words are, by marks, as a block quotation or as an embedded post."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.core.document import BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.quoting.quotations import RUNNING, in_quotation

# "— Marta Lind (@lind) December 11, 2016", below the post, or at its end.
SIGNATURE = lazy_pattern(r"(?:—|–|--?) ?[^\n—–()]{2,60} \(@\w{1,30}\)(?: [A-Z][a-z]+ \d{1,2}, \d{4}|$)")
ACCOUNT = "(@"


def in_direct_speech(document: Document, position: int, *, marks: bool = True) -> bool:
    """Tell whether *position* lies in somebody's words; the *marks* count, or what they hold."""
    if in_quotation(document, position, marks=marks):
        return True
    block = document.block_at(position)
    return block is not None and (block.kind is BlockKind.QUOTE or block.span in document.view(posts))


def posts(document: Document) -> frozenset[Span]:
    """Return the blocks that hold a post of a social network, told by the signature at its end."""
    return frozenset(_posts(document)) if ACCOUNT in document.text else frozenset()


def _posts(document: Document) -> Iterator[Span]:
    running = [block.span for block in document.blocks if block.kind in RUNNING]
    text = document.text
    for block, following in pairwise([*running, Span(0, 0)]):
        # A search from dash to dash takes longer than to look for the account.
        if text.find(ACCOUNT, block.start, max(block.end, following.end)) < 0:
            continue
        below = SIGNATURE.match(text, following.start, following.end)
        signed = below or SIGNATURE.search(text, block.start + 1, block.end)
        if signed:
            yield block
