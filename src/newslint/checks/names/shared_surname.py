"""Surnames that two people of a story share, and that then stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related
from newslint.text.casts import Character, doubtful_casts


class SharedSurname(Check, frozen=True, kw_only=True):
    """A bare surname after two people of that name were introduced."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "first": None, "second": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each surname, at all its bare mentions."""
        for family in document.view(doubtful_casts).values():
            introduced = [each for each in family if each.in_full]
            if len(introduced) > 1:
                yield from _problem(introduced, document)


def _problem(family: Sequence[Character], document: Document) -> Iterator[Problem]:
    first, second = sorted(family, key=_introduction)[:2]
    bare = sorted(
        mention.span
        for each in family
        for mention in each.bare
        if mention.span.start > _introduction(second) and not mention.title
    )
    if bare:
        data = {
            "surname": bare[0].cut(document.text),
            "first": first.person.name,
            "second": second.person.name,
        }
        yield Problem(bare[0], data, related=tuple(Related(span, data) for span in bare[1:]))


def _introduction(character: Character) -> int:
    return character.in_full[0].span.start
