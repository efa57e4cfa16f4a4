"""Folding: a name without what writers leave out: accents, case, hyphens, apostrophes."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

# Letters that do not come apart into a plain letter and a mark.
WHOLE = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)
JOINS = str.maketrans("", "", "'-. ")


@lru_cache(1 << 12)
def plain(name: str) -> str:
    """Return *name* in lower case, without accents."""
    lower = name.lower()
    if lower.isascii():
        return lower
    letters = normalize("NFD", lower.translate(WHOLE))
    return "".join(letter for letter in letters if not 0x300 <= ord(letter) < 0x370)


def joined(name: str) -> str:
    """Return *name* plain and in one piece, without spaces, hyphens, apostrophes and stops."""
    return plain(name).translate(JOINS)
