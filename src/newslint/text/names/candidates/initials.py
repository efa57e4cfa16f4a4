"""Initials: the letters with which the words of a story open, in which an acronym's are looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import WordSet
from newslint.text.flat import flat

WORD = lazy_pattern(r"[^\W\d_][\w']*")
# What may stand between two words that an acronym is made of; "U.S." has two letters in one word.
JOINTS = frozenset({" ", "-", ".", ". ", ".-", "& ", " & "})
SMALL = WordSet("small-words-of-bodies")


class Initials(msgspec.Struct, frozen=True, gc=False):
    """The first letters of words that nothing parts: of *every* one, and of the *large* ones.

    Both are in small letters; *capitals* are the large ones' own, a space for each that has none.
    """

    start: int
    every: str
    large: str
    capitals: str

    def spell(self, acronym: str) -> bool:
        """Tell whether words open with the letters of an acronym, small words left out or not."""
        letters = acronym.lower()
        return letters in self.large or letters in self.every

    def spell_with_more(self, acronym: str) -> bool:
        """Tell whether capitals do, some left out: NYAG, the New York State Attorney General."""
        reached = [at for at, letter in enumerate(self.capitals) if letter == acronym[0]]
        for letter in acronym[1:]:
            reached = [
                place
                for place in sorted({step for at in reached for step in self._steps(at)})
                if self.capitals[place] == letter
            ]
        return bool(reached)

    def _steps(self, at: int) -> Iterator[int]:
        if at + 1 < len(self.capitals):
            yield at + 1
        if at + 2 < len(self.capitals) and self.capitals[at + 1] != " ":
            yield at + 2


def initials(document: Document) -> tuple[Initials, ...]:
    """Return the initials of a story's words, from one mark or figure between them to the next."""
    text, small = document.view(flat), SMALL.of(document)
    found: list[Initials] = []
    row: list[str] = []
    start = end = 0
    for match in WORD.finditer(text):
        if row and text[end : match.start()] not in JOINTS:
            found.append(_initials(start, row, small))
            row = []
        if not row:
            start = match.start()
        row.append(match[0])
        end = match.end()
    return (*found, _initials(start, row, small)) if row else tuple(found)


def _initials(start: int, words: Sequence[str], small: frozenset[str]) -> Initials:
    large = [word for word in words if word not in small]
    return Initials(
        start,
        "".join(word[0].lower() for word in words),
        "".join(word[0].lower() for word in large),
        "".join(word[0] if word[0].isupper() else " " for word in large),
    )
