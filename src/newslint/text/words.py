"""Words: where each word of a text stands, found in the one scan that cues and phrase rules start from."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from itertools import accumulate, chain

import msgspec

from newslint.core.check import Sought
from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.text.flat import folded

WORD = lazy_pattern(r"\w+")
PIECE = 1 << 15


Anchored = Mapping[str, Sequence[tuple[str, int]]]


class _Apart(dict[int, str]):
    """What stands for a letter where words are cut apart: itself, or a space. It keeps what it has met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kept = self[code] = letter if letter.isalnum() or letter == "_" else " "
        return kept


APART = _Apart()
# What makes most of copy not ASCII, which is cut apart at a tenth of the cost of what is not.
MARKS = "“”‘—–…"


class PhraseIndex(msgspec.Struct, frozen=True):
    """Phrases by their longest word, which is the rarest to meet, with its place in the phrase.

    Phrases without a word ("--") stand apart. It remembers the *parts* of the phrases whose word it has met.
    """

    anchored: Anchored
    wordless: tuple[str, ...]
    parts: dict[str, Sequence[tuple[str, int, str]]] = msgspec.field(default_factory=dict)

    def met(self, word: str) -> Sequence[tuple[str, int, str]]:
        """Return the phrases of a word: each with its place in it and its longest other word, if any."""
        found = self.parts.get(word)
        if found is None:
            found = self.parts[word] = [
                (phrase, offset, "" if phrase == word else _other(phrase, word))
                for phrase, offset in self.anchored[word]
            ]
        return found


class Met(Sought, frozen=True):
    """Whether a word of some lists, which are of single words, stands in a document."""

    def __call__(self, document: Document) -> bool:
        """Look the lists up in the map of words."""
        where, lexicon = document.view(words), document.lexicon
        return any(word in where for name in self.words for word in lexicon.words(name))


def words(document: Document) -> Mapping[str, Sequence[int]]:
    """Return by word of the folded text where it stands."""
    text = document.view(folded)
    return _listed(text, 0, len(text)) if len(text) <= PIECE else Packed(text)


def places_of(document: Document, name: str) -> list[int]:
    """Return in their order where the words of a list stand, which is of single words."""
    where = document.view(words)
    return sorted(place for word in document.lexicon.words(name) if word in where for place in where[word])


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
        for phrase, offset, other in index.met(word):
            # A phrase of one word is whole where that word is.
            if not other:
                yield phrase, where[word]
            # Of most of the others the story has but the one word.
            elif other in where and (
                starts := [
                    start
                    for position in where[word]
                    if (start := position - offset) >= 0
                    and text.startswith(phrase, start)
                    and _is_whole(text, start, len(phrase))
                ]
            ):
                yield phrase, starts
    for phrase in index.wordless:
        if starts := list(everywhere(text, phrase)):
            yield phrase, starts


def _other(phrase: str, word: str) -> str:
    """Return the longest word of a phrase beside another, or that one where there is none."""
    others = WORD.findall(phrase)
    others.remove(word)
    return max(others, key=len, default=word)


def _listed(text: str, start: int, end: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    position = start
    # Cut at single spaces, the pieces tell where each begins; a fifth of what it costs to match words.
    for word in _apart(text[start:end]):
        if word in found:
            found[word].append(position)
        else:
            found[word] = [position]
        position += len(word) + 1
    found.pop("", None)
    return found


def _apart(piece: str) -> list[str]:
    for mark in MARKS:
        if mark in piece:
            piece = piece.replace(mark, " ")
    if piece.isascii():
        return piece.translate(APART).split(" ")
    return [word for line in piece.split("\n") for word in line.translate(APART).split(" ")]


class Packed(Mapping[str, Sequence[int]]):
    """The places of a long text in one array, a word's after another's: lists take ten times the memory."""

    def __init__(self, text: str) -> None:
        found: dict[str, array[int]] = defaultdict(lambda: array("I"))
        start = 0
        while start < len(text):
            end = text.find("\n", start + PIECE) + 1 or len(text)
            for word, places in _listed(text, start, end).items():
                found[word].fromlist(places)
            start = end
        self.numbers = {word: number for number, word in enumerate(found)}
        self.firsts = array("I", accumulate(map(len, found.values()), initial=0))
        self.places = array("I")
        for each in found.values():
            self.places.extend(each)

    def __getitem__(self, word: str) -> Sequence[int]:
        number = self.numbers[word]
        return self.places[self.firsts[number] : self.firsts[number + 1]]

    def __contains__(self, word: object) -> bool:
        return word in self.numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    def keys(self) -> KeysView[str]:
        """Return the words, with which those of a dictionary are compared at once."""
        return self.numbers.keys()


def leaping(pattern: re.Pattern[str], text: str, signs: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that opens with some *signs*; a search asks every letter."""
    return matches_at(pattern, text, standing(text, signs))


def matches_at(
    pattern: re.Pattern[str], text: str, places: Iterable[int], end: int | None = None
) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at *places*, in their order; none begins within another."""
    behind, last = 0, len(text) if end is None else end
    for place in places:
        if place >= behind and (match := pattern.match(text, place, last)):
            behind = match.end()
            yield match


def standing(text: str, signs: Iterable[str]) -> list[int]:
    """Return in their order where some signs stand, each of which is found in leaps from one to the next."""
    return sorted(chain.from_iterable(everywhere(text, sign) for sign in signs))


def whole_places(text: str, phrase: str) -> Iterator[int]:
    """Yield where a phrase stands as whole words, letter for letter."""
    return (start for start in everywhere(text, phrase) if _is_whole(text, start, len(phrase)))


def everywhere(text: str, phrase: str) -> Iterator[int]:
    """Yield where letters stand, be it inside a word."""
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
