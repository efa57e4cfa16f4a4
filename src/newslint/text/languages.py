"""Language: whether a story is English, told by its commonest words, and in doubt by what its format says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.wording import WordSet
from newslint.text.words import words

ENGLISH, ANY = "en", "any"
# English stories have more of them, but for tables (4,100 were counted); a table shows no other language.
SURE = 0.12
# A language is told by its own words: a tenth of the copy, and twice as many as those that are English.
TELLING, TIMES_ENGLISH = 0.1, 2
FEWEST_WORDS, FEWEST_TELLING, FEWEST_LETTERS = 12, 3, 24
# What is written small and is hardly ever a common English word is of a language that no list has.
FEWEST_SMALL, SMALL_ENGLISH = 60, 0.05
# "Jan van der Berg", "Charles de Gaulle": English copy has these, too.
SMALL = WordSet("name-particles")
LONGEST_NAME = 40
LAST_LATIN, FIRST_ADDED_LATIN, LAST_ADDED_LATIN = "\u024f", "\u1e00", "\u1eff"


class Language(msgspec.Struct, frozen=True):
    """A language, by its code, and the words that it is told by."""

    language: str
    words: tuple[str, ...]


def is_english(document: Document) -> bool:
    """Tell whether a story is English. One that may be is, and every one where the config takes any."""
    if document.meta.expected == ANY:
        return True
    found = document.view(words)
    total = sum(map(len, found.values()))
    english, *others = document.lexicon.view(_languages)
    share = _share(english, found, total)
    if share >= SURE:
        return True
    if _is_of_other_letters(found):
        return False
    least = max(TELLING, TIMES_ENGLISH * share)
    if total >= FEWEST_WORDS and any(_tells(each, found, least * total, document) for each in others):
        return False
    if said := document.meta.language or document.meta.expected:
        return is_code_of_english(said)
    return not _is_small_and_foreign(document, english)


def _languages(lexicon: Lexicon) -> tuple[Language, ...]:
    """Return the languages, English first."""
    found = lexicon.records("languages", Language)
    return tuple(sorted(found, key=lambda each: each.language != ENGLISH))


def _share(language: Language, found: Mapping[str, Sequence[int]], total: int) -> float:
    return sum(len(found[word]) for word in language.words if word in found) / total if total else 0.0


def _tells(language: Language, found: Mapping[str, Sequence[int]], least: float, document: Document) -> bool:
    """Tell whether copy shows a language by more than *least* of its words, some of them different."""
    small = SMALL.of(document)
    counts = [
        sum(not (word in small and _is_in_name(document.text, start)) for start in found[word])
        for word in language.words
        if word in found
    ]
    return sum(map(bool, counts)) >= FEWEST_TELLING and sum(counts) > least


def _is_in_name(text: str, start: int) -> bool:
    """Tell whether a small word stands behind a capital, as in "Mr. van der Berg"."""
    before = text[max(0, start - LONGEST_NAME) : max(0, start - 1)].rpartition(" ")[2]
    return len(before) < LONGEST_NAME - 1 and before[:1].isupper()


def _is_of_other_letters(found: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether most letters are not Latin ones."""
    latin = other = 0
    for word, places in found.items():
        letter = word[-1]
        if letter <= LAST_LATIN or FIRST_ADDED_LATIN <= letter <= LAST_ADDED_LATIN:
            latin += len(word) * len(places)
        else:
            other += len(word) * len(places)
    return other > max(latin, FEWEST_LETTERS)


def is_code_of_english(code: str) -> bool:
    """Tell whether a code of a language (`en-GB`, `eng`) is one of English, or one of none (`und`, `mul`)."""
    name = code.casefold().replace("_", "-").partition("-")[0].strip()
    return name in ("en", "eng", "english", "und", "mul", "zxx", "x", "")


def _is_small_and_foreign(document: Document, english: Language) -> bool:
    """Tell whether of the many words that open with a small letter hardly any is a common English one."""
    small = common = 0
    known = frozenset(english.words)
    for word, places in document.view(words).items():
        count = sum(document.text[place].islower() for place in places)
        small += count
        common += count if word in known else 0
    return small >= FEWEST_SMALL and common < SMALL_ENGLISH * small
