"""Names that the house register writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Related, Safety
from newslint.text.names.spellings.house_names import Deviation, HouseName, Register, deviations, register


class HouseSpelling(Check, frozen=True, kw_only=True):
    """A name in a spelling that the register names as unwanted, or a slip away from one that it has."""

    names: Annotated[
        tuple[HouseName, ...],
        Meta(description="Names beside those of the register, as its rows are."),
    ] = ()

    of_words: ClassVar = True
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"odd": None, "usual": None, "note": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each spelling, at all its places."""
        house = self._house(document.lexicon)
        if not house.names:
            return
        spellings: dict[tuple[str, str], list[Deviation]] = {}
        for each in deviations(document, house):
            spellings.setdefault((each.span.cut(document.text), each.spelling), []).append(each)
        for (odd, usual), found in spellings.items():
            yield _problem(odd, usual, found)

    def _house(self, lexicon: Lexicon) -> Register:
        if self.names:
            return register((*self.names, *lexicon.records("house-names", HouseName)))
        return lexicon.view(_register)


def _register(lexicon: Lexicon) -> Register:
    return register(lexicon.records("house-names", HouseName))


def _problem(odd: str, usual: str, found: list[Deviation]) -> Problem:
    note = found[0].house.note
    data = {"odd": odd, "usual": usual, "note": f" {note}" if note else ""}
    edits = tuple(Edit(each.span, usual) for each in found)
    fix = Fix(edits, Safety.SAFE if found[0].listed else Safety.UNSAFE)
    return Problem(found[0].span, data, (fix,), tuple(Related(each.span, data) for each in found[1:]))
