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
        house = self.house(document.lexicon)
        if house.names:
            for (odd, usual), found in by_spelling(document, house, counted=False):
                yield _problem(odd, usual, found)

    def house(self, lexicon: Lexicon) -> Register:
        """Return the register, with the names beside it."""
        if self.names:
            return register((*self.names, *lexicon.records("house-names", HouseName)))
        return lexicon.view(_register)


def by_spelling(
    document: Document, house: Register, *, counted: bool
) -> Iterator[tuple[tuple[str, str], list[Deviation]]]:
    """Yield the places of each spelling, with the one in its place, by rows with or without counts.

    Rows that are *counted* say what an archive has written, and not yet what the house wants.
    """
    spellings: dict[tuple[str, str], list[Deviation]] = {}
    for each in deviations(document, house):
        if bool(each.house.counts) is counted:
            spellings.setdefault((each.span.cut(document.text), each.spelling), []).append(each)
    yield from spellings.items()


def _register(lexicon: Lexicon) -> Register:
    return register(lexicon.records("house-names", HouseName))


def _problem(odd: str, usual: str, found: list[Deviation]) -> Problem:
    note = found[0].house.note
    data = {"odd": odd, "usual": usual, "note": f" {note}" if note else ""}
    edits = tuple(Edit(each.span, usual) for each in found)
    fix = Fix(edits, Safety.SAFE if found[0].listed else Safety.UNSAFE)
    return Problem(found[0].span, data, (fix,), tuple(Related(each.span, data) for each in found[1:]))
