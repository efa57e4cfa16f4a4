"""Surnames that stand alone before the person is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Problem, Related
from newslint.text.folding import plain
from newslint.text.names import Entity, Kind, Mention, entities

BODY = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)


class EarlySurname(Check, frozen=True, kw_only=True):
    """A person called by the surname first and by the full name only later."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "name": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person."""
        for entity in document.view(entities):
            if entity.kind is Kind.PERSON and len(entity.words) > 1:
                yield from _problem(entity, document)


def _problem(person: Entity, document: Document) -> Iterator[Problem]:
    inside = [mention for mention in person.mentions if _in_body(mention, document)]
    if not inside or inside[0].title or plain(inside[0].text) != plain(person.surname):
        return
    introduction = next((mention for mention in inside if len(mention.words) > 1), None)
    if introduction:
        data = {"surname": inside[0].span.cut(document.text), "name": introduction.span.cut(document.text)}
        yield Problem(inside[0].span, data, related=(Related(introduction.span, data),))


def _in_body(mention: Mention, document: Document) -> bool:
    block = document.block_at(mention.span.start)
    return block is not None and block.kind in BODY
