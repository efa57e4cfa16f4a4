"""First letters: those with which the words of a story open, in which an acronym's are looked up."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import WordSet
from newslint.text.flat import flat

WORD = lazy_pattern(r"[^\W\d_][\w']*")
# What may stand between two words that an acronym is made of; "U.S." has two letters in one word.
JOINTS = frozenset({" ", "-", ".", ". ", ".-", "& ", " & "})
SMALL = WordSet("small-words-of-bodies")
BREAK, NO_CAPITAL = "\n", " "


class FirstLetters(msgspec.Struct, frozen=True):
    """The first letters of a story's words, in rows of words that no mark or figure parts.

    Those of *every* word and of the *large* ones are in small letters; *capitals* are the large ones' own, a
    space for each that has none. A line end is behind each row. Rows begin in the text at *starts*, in the
    letters of every word at *ahead*, in the other two at *ahead_of_large*. It remembers *bits*.
    """

    starts: array[int]
    every: str
    ahead: array[int]
    large: str
    capitals: str
    ahead_of_large: array[int]
    bits: dict[str, int] = msgspec.field(default_factory=dict)

    def spell(self, acronym: str, near: Span) -> bool:
        """Tell whether words open with the letters of an acronym, small words left out or not."""
        letters, (first, last) = acronym.lower(), self._rows(near)
        return (
            self.large.find(letters, self.ahead_of_large[first], self.ahead_of_large[last]) >= 0
            or self.every.find(letters, self.ahead[first], self.ahead[last]) >= 0
        )

    def spell_with_more(self, acronym: str, near: Span) -> bool:
        """Tell whether capitals do, some left out: NYAG, the New York State Attorney General.

        By the shift-and of Baeza-Yates and Gonnet (1992): a bit tells where the letters so far may end.
        """
        first, last = self._rows(near)
        start, end = self.ahead_of_large[first], self.ahead_of_large[last]
        window = (1 << end - start) - 1
        left_out = window & ~(self._bits(BREAK + NO_CAPITAL) >> start)
        reached = window & (self._bits(acronym[0]) >> start)
        for letter in acronym[1:]:
            step = reached << 1
            reached = window & (step | (step & left_out) << 1) & (self._bits(letter) >> start)
        return reached > 0

    def _rows(self, near: Span) -> tuple[int, int]:
        """Return the first of the rows that begin in a span of the text, and the one behind the last."""
        first = bisect_left(self.starts, near.start)
        return first, bisect_right(self.starts, near.end, first)

    def _bits(self, letters: str) -> int:
        """Return a number with a bit for each of the capitals, set where it is one of some letters."""
        if letters not in self.bits:
            table = bytes(ord("1" if chr(code) in letters else "0") for code in range(1 << 8))
            digits = self.capitals[::-1].encode("ascii", "replace").translate(table)
            self.bits[letters] = int(b"0" + digits, 2)
        return self.bits[letters]


def first_letters(document: Document) -> FirstLetters:
    """Return the first letters of a story's words, from one mark or figure between them to the next."""
    small = SMALL.of(document)
    starts = array("I")
    every, large, capitals = [], [], []
    for start, words in _rows(document.view(flat)):
        names = [word[0] for word in words if word not in small]
        starts.append(start)
        every.append("".join(_lowered(word[0]) for word in words) + BREAK)
        large.append("".join(map(_lowered, names)) + BREAK)
        capitals.append("".join(name if name.isupper() else NO_CAPITAL for name in names) + BREAK)
    return FirstLetters(
        starts, "".join(every), _ahead(every), "".join(large), "".join(capitals), _ahead(large)
    )


def _rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    row: list[str] = []
    start = end = 0
    for match in WORD.finditer(text):
        if row and text[end : match.start()] not in JOINTS:
            yield start, row
            row = []
        if not row:
            start = match.start()
        row.append(match[0])
        end = match.end()
    if row:
        yield start, row


def _ahead(rows: Iterable[str]) -> array[int]:
    """Return how many letters are ahead of each row, and of the end."""
    return array("I", accumulate(map(len, rows), initial=0))


def _lowered(letter: str) -> str:
    # "İ" is two code points in lower case.
    return letter.lower()[0]
