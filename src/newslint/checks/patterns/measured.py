"""What is measured: the sentences of a story, or of a paragraph, that are the writer's own."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from newslint.plugin import BlockKind, Document, Span
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.sentences import sentences

RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.STANDFIRST})


class Measured(StrEnum):
    """What is measured as one."""

    STORY = "story"
    PARAGRAPH = "paragraph"


class Part(msgspec.Struct, frozen=True):
    """Some copy, how many sentences it has, and the first of them."""

    span: Span
    text: str
    sentences: int


def measured(document: Document, scope: Measured) -> Iterator[Part]:
    """Yield the parts of a story; sentences that open in somebody's words are left out."""
    own: list[Span] = []
    for block in document.blocks:
        if block.kind not in RUNNING:
            continue
        own += [
            span
            for span in document.view(sentences).within(block.span)
            if not in_direct_speech(document, span.start)
        ]
        if scope is Measured.PARAGRAPH and own:
            yield _part(document, own)
            own = []
    if own:
        yield _part(document, own)


def _part(document: Document, spans: list[Span]) -> Part:
    return Part(spans[0], "\n".join(span.cut(document.text) for span in spans), len(spans))
