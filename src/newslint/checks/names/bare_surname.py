"""Surnames that lack the courtesy title of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Related, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.people.casts import Character, casts
from newslint.text.names.people.mentions import Mention
from newslint.text.quoting.quotations import in_quotation

COURTESY = WordSet("courtesy-titles")
# "the Trump family", "a Clinton appointee", "most Sanders supporters" are no mentions of the man himself.
POINTING = lazy_pattern(
    r"\b(?:the|an?|this|that|these|those|any|each|every|some|many|more|most|few|former|pro|anti)[ -]$"
)
ACTING = lazy_pattern(
    r"(?:'s\b|[.,;:)]"
    r"| (?:said|says|told|has|had|was|is|will|would|could|can|may|might|should|did|does|also|who|and|but"
    r"|or|to|in|on|at|for|with|by|from|as|that|went|took|made|came|left|won|lost|spoke|met|wrote|ran|led|gave|got|knew"
    r"|thought|saw|became|began|held|kept|put|set|\w+ed|later|then|never|not)\b)"
)


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
    text = document.view(flat)
    introduced = character.in_full[0].span.end
    for mention in character.bare:
        if (
            not mention.title
            and mention.start > introduced
            and ACTING.match(text, mention.span.end)
            and not POINTING.search(text, max(0, mention.start - 12), mention.start)
            and not in_quotation(document, mention.start)
        ):
            yield mention
