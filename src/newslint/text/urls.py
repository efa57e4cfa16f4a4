"""URLs and e-mail addresses, in which no rule has a say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span

URL = lazy_pattern(r"(?:https?://|www\.)[^\s<>\"”]+|[\w.+-]++@[\w-]+(?:\.[\w-]+)+|[@#]\w+")
SIGN = lazy_pattern(r"[@#w:](?:(?<=[@#])|(?<=w)ww\.|(?<=:)//)")


def urls(document: Document) -> tuple[Span, ...]:
    """Return the addresses, and the handles and hashtags, in the order of the text."""
    text = document.text
    if "@" not in text and "#" not in text and "www." not in text and "://" not in text:
        return ()
    return tuple(_found(text))


def _found(text: str) -> Iterator[Span]:
    """Yield the addresses line by line, passing over the lines that hold none: most do."""
    position = 0
    while sign := SIGN.search(text, position):
        start = max(position, text.rfind("\n", position, sign.start()))
        position = text.find("\n", sign.end())
        position = len(text) if position < 0 else position
        yield from (Span(*match.span()) for match in URL.finditer(text, start, position))


def in_url(document: Document, position: int) -> bool:
    """Tell whether *position* lies inside an address."""
    spans = document.view(urls)
    index = bisect_right(spans, position, key=lambda span: span.start) - 1
    return index >= 0 and position < spans[index].end


def touches_url(document: Document, span: Span) -> bool:
    """Tell whether *span* has a part inside an address."""
    return any(in_url(document, position) for position in (span.start, max(span.start, span.end - 1)))
