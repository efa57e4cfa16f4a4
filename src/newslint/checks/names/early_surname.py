"""Surnames that stand alone before the person is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related
from newslint.text.casts import Character, doubtful_casts
from newslint.text.flat import flat
from newslint.text.names import Mention

# A paragraph no longer than this is a heading, whatever it ends with.
HEADING = 90


class EarlySurname(Check, frozen=True, kw_only=True):
    """A person called by the surname first and by the full name only later."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "name": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person."""
        for family in document.view(doubtful_casts).values():
            for each in family:
                yield from _problem(each, document)


def _problem(character: Character, document: Document) -> Iterator[Problem]:
    met = next((mention for mention in character.mentions if _is_met(mention, document)), None)
    if met and met in character.bare and not met.title and character.in_full:
        full = character.in_full[0].span
        if met.span < full:
            data = {"surname": met.span.cut(document.text), "name": full.cut(document.text)}
            yield Problem(met.span, data, related=(Related(full, data),))


def _is_met(mention: Mention, document: Document) -> bool:
    """Tell whether the reader meets a person here: not in "the Cole report", not in a heading."""
    block = document.block_at(mention.span.start)
    ahead = document.view(flat)[max(0, mention.span.start - 4) : mention.span.start]
    return block is not None and len(block.span) > HEADING and ahead.lower() != "the "
