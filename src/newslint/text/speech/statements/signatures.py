"""Signatures: a name under speech that nobody else is said to speak: “…” – Anna Orlow; “…” (Anna Orlow)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import WordSet
from newslint.text.quoting.passages import skeleton
from newslint.text.speech.cues.contents import stripped
from newslint.text.speech.cues.named_sources import person_named
from newslint.text.speech.cues.scenes import FINITE, Scene, Statement

NAME = r"[A-Z][^“”.:;()]{2,60}?"
DASHED = lazy_pattern(rf"\s*(?P<mark>[—–~-]{{1,2}})\s?(?P<name>{NAME})\.?\s*$")
# "— Rep. Eva Lind", "~ Eva J. Lind", "— former guard Eva Lind (on her coach)"
TITLED = lazy_pattern(
    r"\s*(?P<mark>[—–~-]{1,2})\s?(?P<name>(?P<role>[a-z][a-z-]*(?: [a-z-]+){0,3} )?(?=[A-Z])"
    r"(?:[A-Z][a-z]{0,4}\. ){0,2}(?:[A-Z]\. |[^“”.:;(),]){2,60}?(?:, [^“”:;()]{2,60})?)"
    r"(?: on [^“”.,]{2,60})?\.?\s*$"
)
ROLES = WordSet("roles", "people-words", "personal-titles")
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
        return DASHED.match(text, closing, end) or _titled(document, closing, end)
    index = bisect_right(document.blocks, end, key=lambda each: each.span.start)
    # A dash that opens a line makes it an item, which starts behind the dash.
    if index == len(document.blocks):
        return None
    line = document.blocks[index].span.end
    return DASHED.match(text, end, line) or _titled(document, end, line)


def _titled(document: Document, closing: int, end: int) -> re.Match[str] | None:
    """Match the name of a person behind a dash, with a title or a role before it."""
    titled = TITLED.match(document.view(skeleton), closing, end)
    if titled is None or FINITE.search(titled["name"]):
        return None
    if titled["role"] and titled["role"].split()[-1] not in ROLES.of(document):
        return None
    return titled if person_named(document, Span(*titled.span("name"))) else None
