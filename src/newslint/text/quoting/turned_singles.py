"""Turned singles: curly single quotation marks that surely stand the wrong way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded

# "(‘)I am no thief,(‘) he said": the second stands behind what the first opened.
CLOSED = Worded(
    r"(?<![\w‘’])‘(?!\d|{elided-words}\b)(?=\w)(?:[^‘’“”]|’(?=\w)){1,400}?(?<=[\w,.!?…])(?P<mark>‘)(?![\w‘’])",
    re.IGNORECASE,
)
# "(’)It is over,’ he said", at the start of a paragraph, or of what is said
OPENED = Worded(
    r"(?:(?<=[.!?,:;’”]\s)|(?<![^\n]))(?P<mark>’)(?!\d|{elided-words}\b)(?=\w)"
    r"(?:[^‘’“”]|’(?=\w)){1,400}?[,.!?…]’(?![\w’])",
    re.IGNORECASE,
)
REACH = 1000
# "(‘)… ", which nothing closes
LEFT_OPEN = lazy_pattern(r"(?<!\w)‘(?=\w)(?:[^’]|’(?=\w))*$")


def turned_singles(document: Document) -> tuple[Span, ...]:
    """Return the single marks that close as an opening one, or open as a closing one."""
    text = document.text
    # Who never opens with the one mark has only the other, as Swedish copy has.
    return tuple(sorted(_turned(document))) if "‘" in text else ()


def _turned(document: Document) -> Iterator[Span]:
    text = document.text
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        if text.find("‘", start, end) >= 0:
            for closed in CLOSED.of(document).finditer(text, start, end):
                yield Span(*closed.span("mark"))
        if text.find("’", start, end) >= 0:
            for opened in OPENED.of(document).finditer(text, start, end):
                mark = Span(*opened.span("mark"))
                if not LEFT_OPEN.search(text, max(start, mark.start - REACH), mark.start):
                    yield mark
