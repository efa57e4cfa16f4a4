"""Names: every mention of a person, a place or a body, and the entity behind it."""

from __future__ import annotations

from bisect import bisect_right

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.entities import Entity, Mention, entities
from newslint.text.evidence import Kind

__all__ = ["Entity", "Kind", "Mention", "entities", "entity_at", "mention_at", "mentions", "mentions_in"]


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return all mentions in the order of the text."""
    return tuple(mention for mention, _ in document.view(_placed))


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
    placed = document.view(_placed)
    first = bisect_right(placed, span.start - 1, key=_start)
    last = bisect_right(placed, span.end, key=_start)
    return tuple(mention for mention, _ in placed[first:last] if span.contains(mention.span))


def _at(document: Document, position: int) -> tuple[Mention, Entity] | None:
    placed = document.view(_placed)
    index = bisect_right(placed, position, key=_start) - 1
    return placed[index] if index >= 0 and position < placed[index][0].span.end else None


def _placed(document: Document) -> tuple[tuple[Mention, Entity], ...]:
    pairs = [(mention, entity) for entity in document.view(entities) for mention in entity.mentions]
    return tuple(sorted(pairs, key=_start))


def _start(pair: tuple[Mention, Entity]) -> int:
    return pair[0].span.start
