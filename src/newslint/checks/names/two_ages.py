"""Searches for people to whom a story gives two ages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related, Span, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.names.people.surnames import means_bearer
from newslint.text.quoting.quotations import in_quotation

# Few stories tell ages behind names.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.names.people.entities import Entity

# "Lind, 44, left", "Lind, aged 44."; "then 44" is another year's, and a figure in brackets may be a score.
AGE = lazy_pattern(r", (?:aged )?(\d{1,3})(?=[,.;)](?!\d))(?!, \d)")
YOUNGEST, OLDEST = 1, 115
JUNIORS = WordSet("juniors")


class TwoAges(Check, frozen=True, kw_only=True):
    """A person whose age is given twice, and differs."""

    supplies: ClassVar = {"name": None, "age": None, "other": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person, at the later age."""
        if len(set(AGE.findall(document.view(flat)))) < 2:
            return
        from newslint.text.names.people.entities import persons

        for person in document.view(persons):
            ages = list(_ages(person, document)) if len(person.words) > 1 else []
            later = next((each for each in ages if each[1] != ages[0][1]), None)
            if later:
                (first, other), (span, age) = ages[0], later
                data = {"name": person.name, "age": str(age), "other": str(other)}
                yield Problem(span, data, related=(Related(first, data),))


def _ages(person: Entity, document: Document) -> Iterator[tuple[Span, int]]:
    """Yield where an age stands right behind the name, and what it is."""
    text, juniors = document.view(flat), JUNIORS.of(document)
    senior = any(len(each.words) > 1 and each.words[-1] not in juniors for each in person.mentions)
    for mention in person.mentions:
        # "Victor Lind, 54, and his son, Victor Lind Jr., 20"
        if senior and mention.words[-1] in juniors:
            continue
        match = AGE.match(text, mention.span.end)
        if match and not in_quotation(document, mention.start) and means_bearer(document, mention.span):
            age = int(match[1])
            if YOUNGEST <= age <= OLDEST:
                yield Span(mention.start, match.end()), age
