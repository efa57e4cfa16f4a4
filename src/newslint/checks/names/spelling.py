"""Names that a story spells in two ways: with other letters, or with other marks only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety
from newslint.text.names.spellings.marked_spellings import marked_variants
from newslint.text.names.spellings.variants import Variants, variants

# Nobody chooses among more spellings.
MOST_OFFERED = 5


class Difference(StrEnum):
    """What two spellings differ in."""

    LETTERS = "letters"
    MARKS = "marks"


class Lead(StrEnum):
    """Why one spelling leads."""

    FREQUENT = "frequent"
    FIRST = "first"
    KNOWN = "known"


class NameSpelling(Check, frozen=True, kw_only=True):
    """One name in several spellings: the spellings that do not lead, at all their places."""

    differs: Annotated[Difference, Meta(description="What the spellings differ in: letters or marks.")]

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "odd": None,
        "usual": None,
        "count": None,
        "lead": Lead,
        "choice": None,
    }

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each name."""
        view = variants if self.differs is Difference.LETTERS else marked_variants
        for found in document.view(view):
            yield _problem(found, document)


def _problem(found: Variants, document: Document) -> Problem:
    leading = found.leading
    usual = leading.places[0].cut(document.text)
    places = [(place, spelling) for spelling in found.others for place in spelling.places]
    data = {
        "odd": places[0][0].cut(document.text),
        "usual": usual,
        "count": str(len(leading.places)),
        "choice": usual,
        "lead": _lead(found),
    }
    return Problem(
        places[0][0],
        data,
        tuple(_fixes(found, document)),
        (
            *(Related(place, {"odd": place.cut(document.text), "usual": usual}) for place, _ in places[1:]),
            Related(leading.places[0], {"odd": usual, "usual": data["odd"]}),
        ),
    )


def _lead(found: Variants) -> Lead:
    """Tell why a spelling leads: it is more frequent, or comes first, or newslint knows it."""
    leading = found.leading.places
    if all(len(leading) > len(spelling.places) for spelling in found.others):
        return Lead.FREQUENT
    return Lead.FIRST if all(leading[0] < spelling.places[0] for spelling in found.others) else Lead.KNOWN


def _fixes(found: Variants, document: Document) -> Iterator[Fix]:
    """Offer every spelling, the leading one first: either may be wrong."""
    spellings = (found.leading, *found.others)
    for chosen in spellings[:MOST_OFFERED]:
        text = chosen.places[0].cut(document.text)
        edits = tuple(
            Edit(place, text) for spelling in spellings if spelling is not chosen for place in spelling.places
        )
        yield Fix(edits, Safety.UNSAFE, {"choice": text})
