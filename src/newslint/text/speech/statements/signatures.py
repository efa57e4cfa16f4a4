"""Signatures: a name under speech that nobody else is said to speak: “…” – Anna Orlow; “…” (Anna Orlow)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.quoting.passages import skeleton
from newslint.text.speech.cues.contents import stripped
from newslint.text.speech.cues.named_sources import person_named
from newslint.text.speech.cues.scenes import Scene, Statement

NAME = r"[A-Z][^“”.:;()]{2,60}?"
DASHED = lazy_pattern(rf"\s*(?P<mark>[—–~-]{{1,2}})\s?(?P<name>{NAME})\.?\s*$")
BRACKETED = lazy_pattern(rf"\s*(?P<mark>\()(?P<name>{NAME})\)\.?\s*$")


def by_signature(document: Document, scene: Scene) -> Iterator[Statement]:
    """Find whose name stands behind speech, in its paragraph or on a line of its own."""
    text, passage = scene.text, scene.passage
    closing = text.rfind("”", passage.start, passage.end) + 1
    if text[passage.start] != "“" or not closing:
        return
    signed = _signed(document, closing)
    if signed:
        content = stripped(text, Span(passage.start, closing))
        yield Statement(passage, Span(*signed.span("name")), Span(*signed.span("mark")), (content,))


def _signed(document: Document, closing: int) -> re.Match[str] | None:
    text, block = document.view(skeleton), document.block_at(closing - 1)
    if block is None:
        return None
    end = block.span.end
    if text[closing:end].strip(" ."):
        bracketed = BRACKETED.match(text, closing, end)
        if bracketed and person_named(document, Span(*bracketed.span("name"))):
            return bracketed
        return DASHED.match(text, closing, end)
    index = bisect_right(document.blocks, end, key=lambda each: each.span.start)
    # A dash that opens a line makes it an item, which starts behind the dash.
    return DASHED.match(text, end, document.blocks[index].span.end) if index < len(document.blocks) else None
