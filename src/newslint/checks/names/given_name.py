"""One office, one surname, two given names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Related
from newslint.text.casts import Character, doubtful_casts, office
from newslint.text.folding import plain
from newslint.text.likeness import alike


class OtherGivenName(Check, frozen=True, kw_only=True):
    """Two people of one surname who hold an office that only one can hold."""

    offices: Annotated[
        tuple[str, ...],
        Meta(description="Offices, in lower case, that one person holds at a time."),
    ] = ("president", "prime minister", "premier", "chancellor", "pope", "king", "queen", "mayor", "governor")

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"odd": None, "usual": None, "office": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each pair."""
        for family in document.view(doubtful_casts).values():
            for first, second in combinations(family, 2):
                shared = self._offices(first) & self._offices(second)
                if shared and _may_be_one(first, second):
                    yield _problem(first, second, min(shared), document)

    def _offices(self, character: Character) -> set[str]:
        held = {office(mention) for mention in character.mentions}
        return {
            wanted
            for wanted in self.offices
            for name in held
            if name.endswith(wanted) and not name.startswith(("vice", "deputy"))
        }


def _may_be_one(first: Character, second: Character) -> bool:
    """Tell whether one of two full names stands only once, and differs by more than a slip."""
    given, other = plain(first.person.words[0]), plain(second.person.words[0])
    seldom = min(len(first.in_full), len(second.in_full)) == 1
    return seldom and given != other and not alike(given, other) and given[0] != other[:1] + "."


def _problem(first: Character, second: Character, title: str, document: Document) -> Problem:
    usual, odd = sorted((first, second), key=lambda each: (-len(each.in_full), each.in_full[0].span.start))
    places = odd.in_full[0].span, usual.in_full[0].span
    data = {"odd": places[0].cut(document.text), "usual": places[1].cut(document.text), "office": title}
    return Problem(places[0], data, related=(Related(places[1], data),))
