"""Acronyms that a story never spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Lexicon, Problem, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.names.candidates.acronyms import Acronym, uses_by_acronym, with_letters_swapped
from newslint.text.names.candidates.first_letters import first_letters
from newslint.text.names.candidates.name_words import name_words

# Before a body that is spoken of as known; a noun in its place says what the acronym is ("the union NUM").
UNEXPLAINED = lazy_pattern(
    r"(?:\n|[.!?:] |^|[\"“'‘(]|(?:[\s(]|^)(?:the|by|of|from|with|to|for|at|and|that|under) )$", re.IGNORECASE
)
# "NUM, the miners' union", "NUM (…)", "NUM 3", "the NUM union", a club's "NUM v Porto"; a town in
# capitals opens a dateline, whose dash may have been lost on the way.
EXPLAINED = Worded(
    r"(?:'s)?(?:,| ?\(|\)| x?\d|:|/| ?[—–_]| -|- |\.?\n| and [A-Z]{4,}\b| vs?\.? [A-Z]| \? |"
    r" {nouns-behind-acronyms}\w*\b)"
)
# Figures, and the names of American stations.
NO_ACRONYM = lazy_pattern(r"(?:[IVXLCDM]+|[KW][A-Z]{3})$")
SHORTEST = 3
# No story is longer; in a file of many, words so far off belong to another.
REACH = 50_000
BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


class UndefinedAcronym(Check, frozen=True, kw_only=True):
    """An acronym that no words of the story stand for and that is not generally known."""

    of_words: ClassVar = True
    starts: ClassVar = (uses_by_acronym,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"acronym": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each acronym, at its first use."""
        uses = document.view(uses_by_acronym)
        for text, places in uses.items():
            wanted = _is_strange(text, document.lexicon) and f"{text}S" not in uses
            # Another rule tells of letters that changed places.
            if not uses.keys().isdisjoint(with_letters_swapped(text)):
                continue
            if wanted and _is_unexplained(places, document) and not _is_spelled_out(places[0], document):
                yield Problem(places[0].span, {"acronym": text})
        document.forget(first_letters)


def _is_strange(acronym: str, lexicon: Lexicon) -> bool:
    """Tell whether capitals are an acronym that not everybody knows, and no town or word in capitals."""
    words = lexicon.view(name_words)
    if len(acronym) < SHORTEST or acronym in lexicon.view(_known) or NO_ACRONYM.match(acronym):
        return False
    return acronym.capitalize() not in words.places and not words.everyday(acronym)


def _known(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("known-acronyms"))


def _is_unexplained(uses: Sequence[Acronym], document: Document) -> bool:
    """Tell whether every use speaks of the acronym as of something known, and none says what it is.

    A body has its article somewhere ("the NRF"); firms, brands and gadgets go without.
    """
    text = document.view(flat)
    if not any(text[max(0, use.span.start - 4) : use.span.start].lower() == "the " for use in uses):
        return False
    for use in uses:
        block = document.block_at(use.span.start)
        if block is None or block.kind not in BODY or not use.alone or use.bracketed:
            return False
        before = UNEXPLAINED.search(text, max(0, use.span.start - 8), use.span.start)
        if not before or EXPLAINED.of(document).match(text, use.span.end):
            return False
    return True


def _is_spelled_out(use: Acronym, document: Document) -> bool:
    """Tell whether words of the story open with the letters of the acronym, small words left out.

    A longer acronym may leave out a name's word, too: NYAG, the New York State Attorney General.
    """
    found = document.view(first_letters)
    near = Span(max(0, use.span.start - REACH), use.span.end + REACH)
    return found.spell(use.text, near) or (len(use.text) > SHORTEST and found.spell_with_more(use.text, near))
