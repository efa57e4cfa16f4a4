"""Names that a story spells in two ways: with other letters, or with other marks only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Span, lazy_pattern
from newslint.text.names.candidates.titles import titles
from newslint.text.names.people.casts import is_kin
from newslint.text.names.spellings.marked_spellings import marked_variants
from newslint.text.names.spellings.variants import Variants, variants
from newslint.text.urls import in_url

# Nobody chooses among more spellings.
MOST_OFFERED = 5
# So near a name stands the word for a relative who may be spelled otherwise: "his father, Ahmed Rahimi".
BESIDE = 24


LONGEST_WORD = 30
WORD_BEFORE = lazy_pattern(r"\b([A-Z][\w'’-]*) $")


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

    of_words: ClassVar = True
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
    shown = _beside_the_same(leading.places, found.others[0].places[0], document.text)
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
            Related(shown, {"odd": usual, "usual": data["odd"]}),
        ),
    )


def _beside_the_same(places: tuple[Span, ...], odd: Span, text: str) -> Span:
    """Return the first of *places* that stands after the same word: "Ethan Linde" for "Ethan Lind"."""
    word = _word_before(odd, text)
    return next((place for place in places if word and _word_before(place, text) == word), places[0])


def _word_before(place: Span, text: str) -> str:
    found = WORD_BEFORE.search(text, max(0, place.start - LONGEST_WORD), place.start)
    return found[1] if found else ""


def _lead(found: Variants) -> Lead:
    """Tell why a spelling leads: it is more frequent, or comes first, or newslint knows it."""
    leading = found.leading.places
    if all(len(leading) > len(spelling.places) for spelling in found.others):
        return Lead.FREQUENT
    return Lead.FIRST if all(leading[0] < spelling.places[0] for spelling in found.others) else Lead.KNOWN


def _fixes(found: Variants, document: Document) -> Iterator[Fix]:
    """Offer every spelling, the leading one first; only that one is ever applied, and where it is sure."""
    spellings = (found.leading, *found.others)
    for chosen in spellings[:MOST_OFFERED]:
        text = chosen.places[0].cut(document.text)
        places = tuple(place for spelling in spellings if spelling is not chosen for place in spelling.places)
        sure = chosen is found.leading and _leads_clearly(found, document) and _are_ours(places, document)
        edits = tuple(Edit(place, text) for place in places)
        yield Fix(edits, Safety.UNSAFE if sure else Safety.SUGGESTION, {"choice": text})


def _leads_clearly(found: Variants, document: Document) -> bool:
    """Tell whether a name is introduced in a spelling that stands more often than all the others together.

    Where the introduction alone is spelled otherwise, it may be the one that was looked up. Addresses tell
    nothing.
    """
    leading = [place for place in found.leading.places if not in_url(document, place.start)]
    others = [place for each in found.others for place in each.places]
    return len(leading) > len(others) and leading[0] < min(others)


def _are_ours(places: tuple[Span, ...], document: Document) -> bool:
    """Tell names that the story writes from those in a work's title, and from those of relatives."""
    works = document.view(titles)
    return not any(
        is_kin(document, place, reach=BESIDE) or any(place.overlaps(work.span) for work in works)
        for place in places
    )
