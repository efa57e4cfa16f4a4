"""Searches for acronyms that are another one of the story with two letters swapped: NWRA for NRWA."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related, WordSet
from newslint.text.names.candidates.acronyms import definitions, uses_by_acronym, with_letters_swapped

SHORTEST = 4
KNOWN = WordSet("known-acronyms")


class SwappedAcronym(Check, frozen=True, kw_only=True):
    """An acronym that stands once, and is a known one but for an order, or one that the story has more of."""

    starts: ClassVar = (uses_by_acronym,)
    supplies: ClassVar = {"odd": None, "usual": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each odd acronym."""
        uses = document.view(uses_by_acronym)
        longer = {text: places for text, places in uses.items() if len(text) >= SHORTEST}
        if len(longer) < 2:
            return
        defined, known = {each.acronym.text for each in document.view(definitions)}, KNOWN.of(document)
        for odd, places in longer.items():
            if odd in known or odd in defined or len(places) > 1:
                continue
            near = longer.keys() & with_letters_swapped(odd)
            usual = min(near, key=lambda text: longer[text][0].span, default=None)
            if usual and (usual in defined or usual in known or len(longer[usual]) > 1):
                data = {"odd": odd, "usual": usual}
                yield Problem(places[0].span, data, related=(Related(longer[usual][0].span, data),))
