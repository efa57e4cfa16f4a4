"""Capitals: the runs of capitalised words in a story, found in one scan of the text."""

from __future__ import annotations

import re

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.trie import trie_pattern

UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper()) + "Ḁ-ỿ"
ABBREVIATED = (
    "(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|Adm|Gov|Sens?|Reps?|Rev|Hon|Amb|Msgr|Fr|Ste?|"
    r"Mt|Ft|Supt|Det|Insp|Pvt|Brig|Jr|Sr)\."
)
# "O'Brien", "Amir-Abdollahian", "al-Zarqawi", "d'Estaing", "J.", "U.S.", "Gen."; not "Example.com".
WORD = (
    rf"(?:(?:[Aa]l|[Ee]l|[Aa][drnsz]|ash|[Uu]l|ibn)-(?=[{UPPER}])|[dlLD]'(?=[{UPPER}]))?"
    rf"(?:{ABBREVIATED}|(?:[{UPPER}]\.)+|[{UPPER}]\w*+(?:['-]\w+)*+(?!\.\w))"
)


class Capitals(msgspec.Struct, frozen=True, gc=False):
    """A run of capitalised words, with the small words of names between them ("Ludwig van Beethoven")."""

    start: int
    text: str
    words: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Return where the run stands."""
        return Span(self.start, self.start + len(self.text))


def capitals(document: Document) -> tuple[Capitals, ...]:
    """Return the runs of capitalised words in the order of the text."""
    find = document.lexicon.view(_run_pattern).finditer
    return tuple(
        Capitals(match.start(), found := match[0], tuple(found.split(" ")))
        for match in find(document.view(flat))
    )


def _run_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    particles = trie_pattern(lexicon.words("name-particles"))
    return lazy_pattern(rf"(?<![\w@#&/.]){WORD}(?: (?:(?:{particles}) ){{0,2}}{WORD})*")
