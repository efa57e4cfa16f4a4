"""Words: where each word of a text stands, found in the one scan that cues and phrase rules start from."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.text.flat import folded

WORD = lazy_pattern(r"\w+")


class PhraseIndex(msgspec.Struct, frozen=True):
    """Phrases by their longest word, which is the rarest to meet, with its place in the phrase.

    Phrases without a word ("--") stand apart.
    """

    anchored: Mapping[str, Sequence[tuple[str, int]]]
    wordless: tuple[str, ...]


def words(document: Document) -> Mapping[str, Sequence[int]]:
    """Return by word of the folded text where it stands."""
    # An array takes a tenth of the memory of a list: it holds every word of the story.
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for match in WORD.finditer(document.view(folded)):
        found[match[0]].append(match.start())
    return found


def phrase_index(phrases: Iterable[str]) -> PhraseIndex:
    """Index folded *phrases*. It is made of dictionaries, and so costs no time to compile."""
    anchored: dict[str, list[tuple[str, int]]] = defaultdict(list)
    wordless = []
    for phrase in phrases:
        # Most phrases are one word; no pattern need look at them.
        if phrase.isalnum():
            anchored[phrase].append((phrase, 0))
            continue
        longest = max(WORD.findall(phrase), key=len, default="")
        if longest:
            # No other word holds the longest, so that it stands where its letters first do.
            anchored[longest].append((phrase, phrase.index(longest)))
        else:
            wordless.append(phrase)
    return PhraseIndex(dict(anchored), tuple(wordless))


def occurrences(document: Document, index: PhraseIndex) -> Iterator[tuple[int, str]]:
    """Yield where indexed phrases stand as whole words, in no order; they may overlap."""
    text, where = document.view(folded), document.view(words)
    for word in where.keys() & index.anchored.keys():
        for phrase, offset in index.anchored[word]:
            # A phrase of one word is whole where that word is.
            if phrase == word:
                for start in where[word]:
                    yield start, phrase
                continue
            for position in where[word]:
                start = position - offset
                if start >= 0 and text.startswith(phrase, start) and _is_whole(text, start, len(phrase)):
                    yield start, phrase
    for phrase in index.wordless:
        start = text.find(phrase)
        while start >= 0:
            yield start, phrase
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
