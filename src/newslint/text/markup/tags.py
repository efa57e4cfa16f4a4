"""Tags that came along in the text of a story, as copy pasted from a page holds them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.markup.tag import Role, may_hold_tags

# <tweet author="" date="…">, with the marks of its attributes as typists and machines turn them.
PASTED_TAG = lazy_pattern(r"<[A-Za-z][\w-]{0,30}\s[^<>=\"“”]{0,60}=[\"“”][^<>]{0,1000}>")


def tags(document: Document) -> tuple[Span, ...]:
    """Return the tags in the text, in their order; those that its reader knew are not in it any more."""
    text = document.text
    if not may_hold_tags(text):
        return ()
    # Ten modules that most copy has no use for.
    from newslint.text.markup.template_tags import template_tags

    found = [Span(*match.span()) for match in PASTED_TAG.finditer(text)] if "<" in text else []
    found += [tag.span for tag in template_tags(text) if tag.role is not Role.COPY]
    return tuple(_merged(sorted(found)))


def in_tag(document: Document, span: Span) -> bool:
    """Tell whether *span* touches a letter of a tag; an empty one, whether it stands inside."""
    found = document.view(tags)
    # Most copy has none, and is asked at every mark.
    if not found:
        return False
    index = bisect_right(found, span.start, key=lambda tag: tag.start) - 1
    return any(
        tag.overlaps(span) or tag.start < span.start < tag.end for tag in found[max(0, index) : index + 2]
    )


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last and span.start < last.end:
            last = last.joined(span)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
