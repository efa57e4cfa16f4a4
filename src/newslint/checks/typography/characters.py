"""Searches for characters, and runs of them, that no copy means to have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Related, Safety, Span, lazy_pattern
from newslint.text.flat import odd_characters

# What a run of one character is told as, and how many of its places are told.
LONGEST, MOST = 12, 50


class Characters(Check, frozen=True, kw_only=True):
    """Reports the characters and runs of a table once a story, with all their places.

    The text is searched as it stands, with every kind of space and mark. A row of one mark that is doubled
    takes the whole run of it, as does a character that may part words, and one that opens with a space every
    space before it.
    """

    swap: Annotated[
        Mapping[str, str],
        Meta(min_length=1, description="What is found, and what to write; nothing takes it away."),
    ]
    except_between: Annotated[
        str, Meta(description="Characters of which one stands before or behind where a find is in its place.")
    ] = ""
    parting: Annotated[
        str,
        Meta(description="Characters that may stand for a lost space: between two letters they get no fix."),
    ] = ""
    before_letter: Annotated[
        tuple[str, ...], Meta(description="Rows that are found only where a letter follows.")
    ] = ()
    before_space: Annotated[
        tuple[str, ...],
        Meta(description="Rows that end with a stop, found where a sentence ends; “. . .” has none."),
    ] = ()
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.SAFE
    supplies: ClassVar = {"words": None, "replacement": None, "name": None, "count": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each character or run."""
        plain, odd, pattern = document.lexicon.view(self._sought)
        text = document.text
        found: dict[str, list[Span]] = {}
        for line in _lines_with((*plain, *(odd & document.view(odd_characters))), text):
            for match in pattern.finditer(text, line.start, line.end):
                if not self._excepted(text, match):
                    found.setdefault(self._row(match[0]), []).append(Span(match.start(), match.end()))
        for row, places in sorted(found.items(), key=_first):
            yield self._problem(text, row, places)

    def _sought(self, _: Lexicon) -> tuple[Sequence[str], Set[str], re.Pattern[str]]:
        """Return what shows any of it, in ASCII and in odd characters, and the pattern of all."""
        longest_first = sorted(self.swap, key=len, reverse=True)
        # Of other letters, which are rare, few open a great many runs.
        signs = dict.fromkeys(words if words.isascii() else words[0] for words in longest_first)
        plain = tuple(filter(str.isascii, signs))
        return plain, signs.keys() - plain, lazy_pattern("|".join(map(self._run, longest_first)))

    def _run(self, row: str) -> str:
        """Return the expression of a row, with the whole run of a mark, of spaces or of what parts."""
        mark = row[0]
        if row == 2 * mark and self.swap[row] == mark and mark not in self.except_between:
            return f"{re.escape(mark)}{{2,}}"
        if row in self.parting:
            return f"{re.escape(row)}+"
        # From inside a long run of spaces nothing is looked for.
        run = f"(?<! ) ++{re.escape(row[1:])}" if mark == " " and row[1:] else re.escape(row)
        if row in self.before_letter:
            return rf"{run}(?=[^\W\d_])"
        # Points with spaces, or before a word in lower case, are those of an ellipsis.
        return rf"(?<![.…\s]){run}(?=\s|$)(?!\s[.a-z])" if row in self.before_space else run

    def _row(self, words: str) -> str:
        """Return the row of the table that words were found by."""
        if words in self.swap:
            return words
        if words[0] == " ":
            return f" {words.lstrip(' ')}"
        return words[: 1 if words[0] in self.parting else 2]

    def _excepted(self, text: str, match: re.Match[str]) -> bool:
        beside = {text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]}
        return any(character and character in self.except_between for character in beside)

    def _problem(self, text: str, row: str, places: list[Span]) -> Problem:
        words, replacement = places[0].cut(text), self.swap[row]
        data = {"words": words, "replacement": replacement, "name": _name(row), "count": str(len(places))}
        edits = tuple(Edit(place, replacement) for place in places if not self._may_part(text, place))
        related = tuple(Related(place, data) for place in places[1:MOST])
        return Problem(places[0], data, (Fix(edits, self.safety, data),) if edits else (), related)

    def _may_part(self, text: str, place: Span) -> bool:
        """Tell whether what stands between two letters may be all that parts two words."""
        if text[place.start] not in self.parting:
            return False
        return text[place.start - 1 : place.start].isalnum() and text[place.end : place.end + 1].isalnum()


def _lines_with(signs: Iterable[str], text: str) -> Iterator[Span]:
    """Return the lines that have one of some signs.

    To look for one sign after the other is quicker than for all at once, and most stories have none.
    """
    if "\n" in "".join(signs):
        return iter((Span(0, len(text)),))
    starts = set[int]()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            starts.add(text.rfind("\n", 0, at) + 1)
            at = text.find(sign, _line_end(text, at))
    return (Span(start, _line_end(text, start)) for start in sorted(starts))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _first(item: tuple[str, list[Span]]) -> int:
    return item[1][0].start


def _name(words: str) -> str:
    """Name a character that would not show, by its number."""
    if words.isprintable() and words.strip():
        return words[:LONGEST]
    return " ".join(f"U+{ord(character):04X}" for character in words[:LONGEST])
