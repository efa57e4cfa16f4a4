"""Surnames that lack the courtesy title of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Related, WordSet
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.people.casts import Character, casts
from newslint.text.names.people.mentions import Mention
from newslint.text.quoting.quotations import in_quotation

COURTESY = WordSet("courtesy-titles")


class BareSurname(Check, frozen=True, kw_only=True):
    """A person called by the bare surname in a story that gives courtesy titles."""

    supplies: ClassVar = {"words": None}
    always: Annotated[
        bool, Meta(description="Whether also in stories that give nobody a courtesy title.")
    ] = False

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person, at all places."""
        titles = COURTESY.of(document)
        courteous = any(
            candidate.title.rpartition(" ")[2] in titles for candidate in document.view(candidates)
        )
        if not courteous and not self.always:
            return
        for family in document.view(casts).values():
            for character in family:
                bare = list(_bare(character, document))
                if bare:
                    data = {"words": bare[0].span.cut(document.text)}
                    yield Problem(
                        bare[0].span, data, related=tuple(Related(one.span, data) for one in bare[1:])
                    )


def _bare(character: Character, document: Document) -> Iterator[Mention]:
    """Yield the mentions by the surname alone, after the first in full and outside direct speech."""
    if not character.in_full:
        return
    introduced = character.in_full[0].span.end
    for mention in character.bare:
        if not mention.title and mention.start > introduced and not in_quotation(document, mention.start):
            yield mention
