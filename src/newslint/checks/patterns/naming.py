"""Words in capitals, which may be parts of names."""

from __future__ import annotations

from newslint.checks.patterns.needles import Hit
from newslint.plugin import BlockKind, Document
from newslint.text.sentences import sentence_at

TITLED = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.TABLE_CELL})


def may_be_name(document: Document, hit: Hit) -> bool:
    """Tell whether a word is capitalised where no sentence starts, or before another capital."""
    text = document.text
    if not text[hit.span.start].isupper():
        return False
    block = document.block_at(hit.span.start)
    if block is None or block.kind in TITLED:
        return True
    before = text[sentence_at(document, hit.span.start).start : hit.span.start]
    return any(map(str.isalnum, before)) or text[hit.span.end + 1 : hit.span.end + 2].isupper()
