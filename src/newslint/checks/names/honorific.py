"""Courtesy titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Span, WordSet
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate
from newslint.text.names.candidates.name_words import name_words
from newslint.text.names.people.mentions import Mention, entities

COURTESY = WordSet("courtesy-titles")


class Honorific(Check, frozen=True, kw_only=True):
    """A "Mr." or its like before a name."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"title": None, "name": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person, at all places."""
        titles = COURTESY.of(document)
        if not any(_courteous(candidate, titles) for candidate in document.view(candidates)):
            return
        # "Mr Speaker", "Madam Chancellor" are offices.
        offices = document.lexicon.view(name_words).titles
        for entity in document.view(entities):
            places = [
                (_title(mention), mention)
                for mention in entity.mentions
                if _courteous(mention, titles) and mention.text not in offices
            ]
            if places:
                (title, mention), *others = places
                data = {"title": title.cut(document.text), "name": mention.span.cut(document.text)}
                cuts = tuple(Edit(Span(span.start, span.end + 1), "") for span, _ in places)
                fix = Fix(cuts, Safety.SUGGESTION)
                yield Problem(title, data, (fix,), tuple(Related(span, data) for span, _ in others))


def _courteous(mention: Mention | Candidate, titles: frozenset[str]) -> bool:
    return mention.title.rpartition(" ")[2] in titles


def _title(mention: Mention) -> Span:
    last = mention.title.rpartition(" ")[2]
    return Span(mention.span.start - len(last) - 1, mention.span.start - 1)
