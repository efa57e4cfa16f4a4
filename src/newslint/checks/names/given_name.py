"""One office, one surname, two given names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Related, WordSet
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.titles import titles
from newslint.text.names.people.casts import Character, casts, doubtful_casts, office
from newslint.text.names.spellings.likeness import alike
from newslint.text.names.spellings.marked_spellings import marked_variants
from newslint.text.names.spellings.name_uses import words_known
from newslint.text.names.spellings.variants import variants

# Most stories have nobody of whom it is asked.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.names.people.mentions import Mention

# In an office they make it another one ("deputy president"), before one an office of another time ("then").
BESIDE = WordSet("words-beside-offices")


class OtherGivenName(Check, frozen=True, kw_only=True):
    """Two people of one surname who hold an office that only one can hold."""

    offices: Annotated[
        tuple[str, ...],
        Meta(description="Offices, in lower case, that one person holds at a time."),
    ]

    of_words: ClassVar = True
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"odd": None, "usual": None, "office": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each pair."""
        families = document.view(doubtful_casts).values()
        # They hold several times as much as a long story, and of all rules on names this one comes last.
        document.forget(candidates, titles, doubtful_casts, marked_variants, variants)
        if families:
            from newslint.text.names.people.entities import entities, persons

            document.forget(persons, entities, casts)
        for family in families:
            held = ((each, self._offices(each, document)) for each in family) if len(family) > 1 else ()
            officers = [(each, offices) for each, offices in held if offices]
            for (first, offices), (second, others) in combinations(officers, 2):
                if offices & others and _may_be_one(first, second):
                    yield _problem(first, second, min(offices & others), document)

    def _offices(self, character: Character, document: Document) -> set[str]:
        held = {
            office(mention, document.view(words_known))
            for mention in character.mentions
            if not _has_left(mention, document)
        }
        beside = BESIDE.of(document)
        return {
            wanted
            for wanted in self.offices
            for name in held
            if name.endswith(wanted) and beside.isdisjoint(name.split(" "))
        }


def _has_left(mention: Mention, document: Document) -> bool:
    """Tell whether the office is one of before, or of later: "former President Ruiz"."""
    start = mention.span.start - len(mention.title) - 1
    ahead = document.view(flat)[max(0, start - 12) : start].split()
    return bool(ahead) and ahead[-1].lower() in BESIDE.of(document)


def _may_be_one(first: Character, second: Character) -> bool:
    """Tell whether one of two full names stands only once, and differs by more than a slip."""
    given, other = plain(first.person.words[0]), plain(second.person.words[0])
    if {given, other} & {plain(word) for each in (first, second) for word in each.person.words[1:]}:
        return False
    seldom = min(len(first.in_full), len(second.in_full)) == 1
    return seldom and given != other and not alike(given, other) and given[0] != other[:1] + "."


def _problem(first: Character, second: Character, title: str, document: Document) -> Problem:
    usual, odd = sorted((first, second), key=lambda each: (-len(each.in_full), each.in_full[0].span.start))
    places = odd.in_full[0].span, usual.in_full[0].span
    data = {"odd": places[0].cut(document.text), "usual": places[1].cut(document.text), "office": title}
    return Problem(places[0], data, related=(Related(places[1], data),))
