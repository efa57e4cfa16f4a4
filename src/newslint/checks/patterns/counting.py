"""Counting: the words, syllables and sentences of copy, and what scores of readability make of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from newslint.plugin import lazy_pattern

WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
VOWELS = lazy_pattern(r"[aeiouy]+")
# Silent at the end: "made", "makes", "asked", "called"; not "table", "wanted", "houses", "settled".
SILENT = lazy_pattern(
    r"""
      (?: [^aeiouyl] | [aeiouy]l ) e $
    | (?: [^aeiouyscgxzl] | [aeiouyl]l ) es $
    | (?: [^aeiouytdl] | [aeiouyl]l ) ed $
    """,
    re.VERBOSE,
)
HISSING = lazy_pattern(r"(?:s|z|c|g|x|sh|ch)es$")
# And inside: "statement", "largely", "something"; and "basically", "business".
SILENT_INSIDE = lazy_pattern(
    r"""
      [aeiouy][^aeiouyl]{1,2} e
      (?= ly$ | ment | ful | less | ness | thing | one$ | body | m[ae]n | where$ | times?$ )
    | ical (?=ly$) | business | wednesday | evening
    """,
    re.VERBOSE,
)
# Two sounds where the vowels stand together: "media", "ratio", "being", "ruin", "earlier", "area", "player".
HIATUS = lazy_pattern(
    r"""
      [^aeiou]ia(?!ge|[mr]$) | [^aeiouq]io(?!u?n|us) | ^io | [bdhlmnrv]iou | [aeiouy]ing$ | ier$ | iest$
    | eo[^u]? | [^qg]u(?:a|en) | ui[nt] | ie[nt] | ^scien | [^aeiou]iu | yi | oet
    | [aeo]y(?=[aeo])(?!e[ds]?$) | rya | crea(?!s) | [rd]ea$ | [rd]eas$ | reali | reac(?!h) | pean | nuclear
    | oali | ^coo[pr] | yone$ | (?:c|t)ia(?=t) | ism$ | thm$ | [bdfghkpstvz]n't$
    """,
    re.VERBOSE,
)
ONE_SOUND = lazy_pattern(
    r"(?<!^s)[cstx]i(?:a(?!t)|en|ou|o)|gi(?:on|ou)|eou|geo|people|guess|guid|build|fruit|suit|quit|view|lief|friend|field"
)
# What Gunning does not count of a word, nor compounds and names.
LIGHT = ("es", "ed", "ing")


class Counts(msgspec.Struct, frozen=True):
    """What was counted in some copy."""

    words: int = 0
    sentences: int = 0
    characters: int = 0
    syllables: int = 0
    polysyllables: int = 0
    complex_words: int = 0
    long_words: int = 0

    def values(self) -> dict[str, float]:
        """Return the counts and the scores by name."""
        told = {name: float(getattr(self, name)) for name in self.__struct_fields__}
        return {**told, **scores(self)}


def counts(text: str, sentences: int) -> Counts:
    """Count the words of some copy of so many sentences."""
    words = [found[0] for found in WORD.finditer(text)]
    sounds = [syllables(word) for word in words]
    complex_words, long_words = map(_is_complex, words, sounds), (len(word) > 6 for word in words)
    return counted(words, sounds, sentences, complex_words=sum(complex_words), long_words=sum(long_words))


def counted(
    words: Sequence[str], sounds: Sequence[int], sentences: int, *, complex_words: int, long_words: int
) -> Counts:
    """Return the counts of words with their syllables, and of those that a house of scores calls hard."""
    return Counts(
        words=len(words),
        sentences=max(1, sentences),
        characters=sum(sum(map(str.isalnum, word)) for word in words),
        syllables=sum(sounds),
        polysyllables=sum(count > 2 for count in sounds),
        complex_words=complex_words,
        long_words=long_words,
    )


def scores(found: Counts) -> Mapping[str, float]:
    """Return the scores of readability: a grade of school, but for the reading ease, which falls with it."""
    words, sentences = max(1, found.words), max(1, found.sentences)
    length, sounds = words / sentences, found.syllables / words
    letters = found.characters / words
    return {
        "flesch": 206.835 - 1.015 * length - 84.6 * sounds,
        "flesch-kincaid": 0.39 * length + 11.8 * sounds - 15.59,
        "gunning-fog": 0.4 * (length + 100 * found.complex_words / words),
        "smog": 1.043 * math.sqrt(found.polysyllables * 30 / sentences) + 3.1291,
        "coleman-liau": 5.88 * letters - 29.6 * sentences / words - 15.8,
        "ari": 4.71 * letters + 0.5 * length - 21.43,
    }


def syllables(word: str) -> int:
    """Count the syllables of a word as it is spelled; a figure counts as one."""
    lower = word.lower().replace("’", "'")
    bare = lower.removesuffix("'s")
    count = len(VOWELS.findall(bare)) - len(SILENT_INSIDE.findall(bare))
    if len(bare) > 2 and SILENT.search(bare) and not HISSING.search(bare):
        count -= 1
    # What is one sound hides its vowels.
    sounds = ONE_SOUND.sub(lambda found: found[0][0] + "x" * (len(found[0]) - 1), bare)
    count += len(HIATUS.findall(sounds))
    if bare != lower and bare.endswith(("s", "z", "x", "ch", "sh")):
        count += 1
    return max(1, count)


def total(texts: Iterable[Counts]) -> Counts:
    """Add up what was counted in parts."""
    parts = tuple(texts)
    return Counts(*(sum(getattr(part, name) for part in parts) for name in Counts.__struct_fields__))


def _is_complex(word: str, sounds: int) -> bool:
    if sounds < 3 or word[:1].isupper():
        return False
    bare = next((word.removesuffix(ending) for ending in LIGHT if word.endswith(ending)), word)
    return syllables(bare) > 2
