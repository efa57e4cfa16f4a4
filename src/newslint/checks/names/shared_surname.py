"""Surnames that two people of a story share, and that then stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Problem, Related
from newslint.text.folding import plain
from newslint.text.names import Entity, Kind, Mention, entities

HEADINGS = (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CREDIT, BlockKind.BYLINE)


class SharedSurname(Check, frozen=True, kw_only=True):
    """A bare surname after two people of that name were introduced."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "first": None, "second": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each surname, at all its bare mentions."""
        families: dict[str, list[Entity]] = {}
        for entity in document.view(entities):
            if entity.kind is Kind.PERSON and len(entity.words) > 1:
                families.setdefault(plain(entity.surname), []).append(entity)
        for people in families.values():
            if len(people) > 1:
                yield from _problem(people, document)


def _problem(people: Sequence[Entity], document: Document) -> Iterator[Problem]:
    introductions = sorted((_introduction(person), person.name) for person in people)
    after = introductions[1][0]
    bare = sorted(
        mention.span
        for person in people
        for mention in person.mentions
        if mention.span.start > after and _is_bare(mention, person, document)
    )
    if bare:
        data = {
            "surname": bare[0].cut(document.text),
            "first": introductions[0][1],
            "second": introductions[1][1],
        }
        yield Problem(bare[0], data, related=tuple(Related(span, data) for span in bare[1:]))


def _introduction(person: Entity) -> int:
    return min(mention.span.start for mention in person.mentions if len(mention.words) > 1)


def _is_bare(mention: Mention, person: Entity, document: Document) -> bool:
    if mention.title or plain(mention.text) != plain(person.surname):
        return False
    block = document.block_at(mention.span.start)
    return block is None or block.kind not in HEADINGS
