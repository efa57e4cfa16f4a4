"""The case of "van", "de" and "al-" where a surname stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Span
from newslint.text.flat import flat
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.capitals import opens_sentence
from newslint.text.names.candidates.evidence import Candidate
from newslint.text.names.people.casts import casts


class Policy(StrEnum):
    """How a house writes a particle that no given name precedes."""

    AS_FULL_NAME = "as-full-name"
    DUTCH = "dutch"
    OFF = "off"


class ParticleCase(Check, frozen=True, kw_only=True):
    """A particle in the other case than the house wants."""

    policy: Annotated[
        Policy,
        Meta(description="as-full-name: as after the given name. dutch: a capital without one. off: either."),
    ] = Policy.AS_FULL_NAME

    of_words: ClassVar = True
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"odd": None, "usual": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person, at all places."""
        if self.policy is Policy.OFF or not any(map(_has_particle, document.view(candidates))):
            return
        for family in document.view(casts).values():
            for each in family:
                if each.called[0].islower():
                    yield from self._problem(each.called, each.person.words[0], document)

    def _problem(self, surname: str, given: str, document: Document) -> Iterator[Problem]:
        capital = surname[0].upper() + surname[1:]
        odd, usual = (surname, capital) if self.policy is Policy.DUTCH else (capital, surname)
        spans = list(_alone(odd, given, document))
        if self.policy is Policy.AS_FULL_NAME:
            spans = [span for span in spans if not opens_sentence(document.view(flat), span.start)]
        if spans:
            data = {"odd": odd, "usual": usual}
            edits = tuple(Edit(Span(span.start, span.start + 1), usual[0]) for span in spans)
            # Somebody else of that surname may write it so.
            fix = Fix(edits, Safety.UNSAFE)
            yield Problem(spans[0], data, (fix,), tuple(Related(span, data) for span in spans[1:]))


def _has_particle(candidate: Candidate) -> bool:
    return any(word[:1].islower() for word in candidate.words[1:])


def _alone(surname: str, given: str, document: Document) -> Iterator[Span]:
    """Yield where a surname stands without the given name."""
    text = document.view(flat)
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?!\w)", text):
        before = text[max(0, match.start() - 40) : match.start()].rstrip().rpartition(" ")[2]
        if before != given and not before[:1].isupper():
            yield Span(*match.span())
