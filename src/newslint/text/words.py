"""Words: where each word of a text stands, found in the one scan that cues and phrase rules start from."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from itertools import pairwise

import msgspec

from newslint.core.check import Sought
from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.text.flat import folded

WORD = lazy_pattern(r"\w+")
PIECE = 1 << 15


class PhraseIndex(msgspec.Struct, frozen=True):
    """Phrases by their longest word, which is the rarest to meet, with its place in the phrase.

    Phrases without a word ("--") stand apart.
    """

    anchored: Mapping[str, Sequence[tuple[str, int]]]
    wordless: tuple[str, ...]


class Met(Sought, frozen=True):
    """Whether a word of some lists, which are of single words, stands in a document."""

    def __call__(self, document: Document) -> bool:
        """Look the lists up in the map of words."""
        where, lexicon = document.view(words), document.lexicon
        return any(word in where for name in self.words for word in lexicon.words(name))


class Words(Mapping[str, Sequence[int]]):
    """By word where it stands. Of most words nobody asks that: they are counted, and found when asked for.

    It remembers where they were found. *doubled* are the words that stand behind themselves somewhere.
    """

    def __init__(
        self,
        text: str,
        counts: Mapping[str, int],
        doubled: frozenset[str],
        places: dict[str, Sequence[int]],
    ) -> None:
        self._text, self._places = text, places
        self.counts, self.doubled = counts, doubled

    @property
    def total(self) -> int:
        """Return how many words there are."""
        return sum(self.counts.values())

    def __getitem__(self, word: str) -> Sequence[int]:
        places = self._places.get(word)
        if places is None:
            if word not in self.counts:
                raise KeyError(word)
            places = self._places[word] = list(_whole_places(self._text, word))
        return places

    def __contains__(self, word: object) -> bool:
        return word in self.counts

    def __iter__(self) -> Iterator[str]:
        return iter(self.counts)

    def __len__(self) -> int:
        return len(self.counts)

    def of(self, words: Iterable[str]) -> Iterator[int]:
        """Yield where some words stand, word by word."""
        for word in words:
            if word in self.counts:
                yield from self[word]

    def keys(self) -> KeysView[str]:
        """Return the words, as a set that others are compared with at once."""
        return self.counts.keys()


def words(document: Document) -> Words:
    """Return by word of the folded text where it stands."""
    text = document.view(folded)
    if len(text) > PIECE:
        return _packed(text)
    found = WORD.findall(text)
    return Words(text, dict(Counter(found)), frozenset(_doubled(found)), {})


def phrase_index(phrases: Iterable[str]) -> PhraseIndex:
    """Index folded *phrases*. It is made of dictionaries, and so costs no time to compile."""
    anchored: dict[str, list[tuple[str, int]]] = defaultdict(list)
    wordless = []
    for phrase in phrases:
        # Most phrases are one word; no pattern need look at them.
        if phrase.isalnum():
            anchored[phrase].append((phrase, 0))
            continue
        parts = phrase.split(" ")
        if not all(map(str.isalnum, parts)):
            parts = WORD.findall(phrase)
        longest = max(parts, key=len, default="")
        if longest:
            # No other word holds the longest, so that it stands where its letters first do.
            anchored[longest].append((phrase, phrase.index(longest)))
        else:
            wordless.append(phrase)
    return PhraseIndex(dict(anchored), tuple(wordless))


def occurrences(document: Document, index: PhraseIndex) -> Iterator[tuple[int, str]]:
    """Yield where indexed phrases stand as whole words, in no order; they may overlap."""
    return ((start, phrase) for phrase, starts in met(document, index) for start in starts)


def met(document: Document, index: PhraseIndex) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the indexed phrases that the text has as whole words, and where each stands, in its order."""
    text, where = document.view(folded), document.view(words)
    for word in where.keys() & index.anchored.keys():
        for phrase, offset in index.anchored[word]:
            # A phrase of one word is whole where that word is.
            if phrase == word:
                yield phrase, where[word]
            elif starts := [
                start
                for position in where[word]
                if (start := position - offset) >= 0
                and text.startswith(phrase, start)
                and _is_whole(text, start, len(phrase))
            ]:
                yield phrase, starts
    for phrase in index.wordless:
        if starts := list(_everywhere(text, phrase)):
            yield phrase, starts


def _doubled(found: Sequence[str]) -> Iterator[str]:
    return (word for word, following in pairwise(found) if word == following)


def _whole_places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands, and no longer one that holds it."""
    length = len(word)
    start = text.find(word)
    while start >= 0:
        end = start + length
        if not (start and _is_letter(text[start - 1])) and not _is_letter(text[end : end + 1]):
            yield start
        start = text.find(word, end)


def _listed(text: str, start: int, end: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for match in WORD.finditer(text, start, end):
        found[match[0]].append(match.start())
    return found


def _packed(text: str) -> Words:
    """Keep the places of a long text in arrays: a list is made faster, but takes ten times the memory."""
    found: dict[str, Sequence[int]] = defaultdict(lambda: array("I"))
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        for word, places in _listed(text, start, end).items():
            found[word].fromlist(places)  # type: ignore[attr-defined]
        start = end
    counts = {word: len(places) for word, places in found.items()}
    # Only one space stands between a word and itself.
    doubled = (
        word
        for word, places in found.items()
        if any(second - first == len(word) + 1 for first, second in pairwise(places))
    )
    return Words(text, counts, frozenset(doubled), dict(found))


def _everywhere(text: str, phrase: str) -> Iterator[int]:
    start = text.find(phrase)
    while start >= 0:
        yield start
        start = text.find(phrase, start + 1)


def _is_whole(text: str, start: int, length: int) -> bool:
    """Tell whether a phrase ends at the edges of words; an edge is asked for only where there is a letter."""
    end = start + length
    return not (
        (_is_letter(text[end - 1]) and _is_letter(text[end : end + 1]))
        or (start and _is_letter(text[start]) and _is_letter(text[start - 1]))
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
