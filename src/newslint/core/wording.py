"""Wording: patterns and sets whose words stand in the word lists, where a copy chief changes them.

Grammar (articles, prepositions, auxiliaries) stands in the pattern; verbs and nouns stand in `rules/lists`.
"""

from __future__ import annotations

import re
from typing import Protocol

from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern

NAMED = lazy_pattern(r"\{([a-z][a-z-]+)\}")
# What a regular expression would read as something else than itself; words have it seldom.
SPECIAL = lazy_pattern(r"[^\w '|*-]")
NOTHING = r"(?!)"


class Reads(Protocol):
    """What is read by a lexicon: a document, or a part of one that brings it along."""

    @property
    def lexicon(self) -> Lexicon:
        """Return the lists of the style."""


class Worded:
    """A regular expression with the words of lists in it: a view of the lexicon, compiled at its first use.

    `{mishaps}` stands for any word of the list *mishaps*. A `*` in the list stands for the rest of a word.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @property
    def lists(self) -> tuple[str, ...]:
        """Return the names of the lists that the expression has words of."""
        return tuple(NAMED.findall(self.source))

    def of(self, reading: Reads) -> re.Pattern[str]:
        """Return the expression with the words of the style by which a story is read."""
        return reading.lexicon.view(self)

    def __call__(self, lexicon: Lexicon) -> re.Pattern[str]:
        """Return the expression with the words in their places."""
        return lazy_pattern(self.spelled(lexicon), self.flags)

    def spelled(self, lexicon: Lexicon) -> str:
        """Return the source of the expression with the words in their places, to stand in a longer one."""

        def words(named: re.Match[str]) -> str:
            return _alternatives(lexicon.words(named[1]), spaced=bool(self.flags & re.VERBOSE))

        return NAMED.sub(words, self.source)


class WordSet:
    """The words of some lists as one set: a view of the lexicon."""

    def __init__(self, *lists: str) -> None:
        self.lists = lists

    def of(self, reading: Reads) -> frozenset[str]:
        """Return the words of the style by which a story is read."""
        return reading.lexicon.view(self)

    def __call__(self, lexicon: Lexicon) -> frozenset[str]:
        """Return the words of the lists."""
        return frozenset(word for name in self.lists for word in lexicon.words(name))


def _alternatives(words: tuple[str, ...], *, spaced: bool) -> str:
    """Return an expression for any of *words*; where there is none, one that matches nothing."""
    if not words:
        return NOTHING
    joined = "|".join(words)
    if SPECIAL.search(joined):
        joined = "|".join(map(re.escape, words)).replace(r"\*", "*")
    elif spaced:
        joined = joined.replace(" ", "[ ]")
    return f"(?:{joined})".replace("*", r"\w+")
