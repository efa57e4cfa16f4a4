"""Searches for characters, and runs of them, that no copy means to have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Related, Safety, Span, lazy_pattern

# What a run of one character is told as, and how many of its places are told.
LONGEST, MOST = 12, 50


class Characters(Check, frozen=True, kw_only=True):
    """Reports the characters and runs of a table once a story, with all their places.

    The text is searched as it stands, with every kind of space and mark.
    """

    swap: Annotated[
        Mapping[str, str],
        Meta(min_length=1, description="What is found, and what to write; nothing takes it away."),
    ]
    except_between: Annotated[
        str, Meta(description="Characters of which one stands before or behind where a find is in its place.")
    ] = ""
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.SAFE
    supplies: ClassVar = {"words": None, "replacement": None, "name": None, "count": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each character or run."""
        sought, pattern = document.lexicon.view(self._sought)
        # To look for one after the other is quicker than for all at once, and most stories have none.
        if not any(words in document.text for words in sought[document.text.isascii()]):
            return
        found: dict[str, list[Span]] = {}
        for match in pattern.finditer(document.text):
            if not self._excepted(document.text, match):
                found.setdefault(match[0], []).append(Span(match.start(), match.end()))
        for words, places in sorted(found.items(), key=_first):
            yield self._problem(words, places)

    def _sought(self, _: Lexicon) -> tuple[tuple[Sequence[str], Sequence[str]], re.Pattern[str]]:
        """Return what shows any of it, what of that stands in ASCII, and the pattern of all."""
        longest_first = sorted(self.swap, key=len, reverse=True)
        # Of other letters, which are rare, few open a great many runs.
        signs = dict.fromkeys(words if words.isascii() else words[0] for words in longest_first)
        pattern = lazy_pattern("|".join(map(re.escape, longest_first)))
        return (tuple(signs), tuple(filter(str.isascii, signs))), pattern

    def _excepted(self, text: str, match: re.Match[str]) -> bool:
        beside = {text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]}
        return any(character and character in self.except_between for character in beside)

    def _problem(self, words: str, places: list[Span]) -> Problem:
        replacement = self.swap[words]
        data = {"words": words, "replacement": replacement, "name": _name(words), "count": str(len(places))}
        edits = tuple(Edit(place, replacement) for place in places)
        related = tuple(Related(place, data) for place in places[1:MOST])
        return Problem(places[0], data, (Fix(edits, self.safety, data),), related)


def _first(item: tuple[str, list[Span]]) -> int:
    return item[1][0].start


def _name(words: str) -> str:
    """Name a character that would not show, by its number."""
    if words.isprintable() and words.strip():
        return words[:LONGEST]
    return " ".join(f"U+{ord(character):04X}" for character in words[:LONGEST])
