"""Names: every mention of a person, a place or a body, and the entity behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.people.entities import Entity, Mention, entities

__all__ = [
    "Entity",
    "Kind",
    "Mention",
    "entities",
    "entity_at",
    "mention_at",
    "mentions",
    "mentions_in",
    "placed",
]


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return all mentions in the order of the text."""
    return tuple(mention for mention, _ in document.view(placed))


def mention_at(document: Document, position: int) -> Mention | None:
    """Return the mention that holds *position*."""
    found = _at(document, position)
    return found[0] if found else None


def entity_at(document: Document, position: int) -> Entity | None:
    """Return who or what is named at *position*."""
    found = _at(document, position)
    return found[1] if found else None


def mentions_in(document: Document, span: Span) -> tuple[Mention, ...]:
    """Return the mentions that lie wholly inside *span*."""
    starts = document.view(_starts)
    first = bisect_left(starts, span.start)
    last = bisect_right(starts, span.end, first)
    if first == last:
        return ()
    return tuple(mention for mention, _ in document.view(placed)[first:last] if mention.span.end <= span.end)


def _at(document: Document, position: int) -> tuple[Mention, Entity] | None:
    index = bisect_right(document.view(_starts), position) - 1
    if index < 0:
        return None
    pair = document.view(placed)[index]
    return pair if position < pair[0].span.end else None


def placed(document: Document) -> tuple[tuple[Mention, Entity], ...]:
    """Return all mentions in the order of the text, each with who or what is named."""
    pairs = [(mention, entity) for entity in document.view(entities) for mention in entity.mentions]
    return tuple(sorted(pairs, key=_start))


def _starts(document: Document) -> list[int]:
    return [_start(pair) for pair in document.view(placed)]


def _start(pair: tuple[Mention, Entity]) -> int:
    return pair[0].start
