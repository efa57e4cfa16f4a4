"""Searches for people to whom a story gives two ages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from newslint.checks.dates.named_ages import NamedAge, named_ages
from newslint.plugin import Check, Document, Problem, Related

# Further apart, the second is taken to be another of the family.
MOST_APART = 15


class TwoAges(Check, frozen=True):
    """Compares the ages behind one name."""

    supplies: ClassVar = dict.fromkeys(("age", "name", "other"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the first age of a person that is another than the first one."""
        people: dict[str, list[NamedAge]] = {}
        for named in document.view(named_ages):
            people.setdefault(named.surname, []).append(named)
        for ages in people.values():
            first, *others = ages
            other = next((each for each in others if each.years != first.years), None)
            if other and _is_one_person(ages):
                yield Problem(
                    span=other.age,
                    data={"age": str(other.years), "name": first.surname, "other": str(first.years)},
                    related=(Related(first.age),),
                )


def _is_one_person(ages: Sequence[NamedAge]) -> bool:
    """Tell whether one given name goes with the surname, and no relative is likely: "Fodor, 12"."""
    given = {named.given for named in ages if named.given}
    years = [named.years for named in ages]
    return len(given) == 1 and bool(ages[0].given) and max(years) - min(years) <= MOST_APART
