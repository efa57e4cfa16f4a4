"""Given names: whether two that are near each other, or sound alike, are one before the same surname."""

from __future__ import annotations

from collections.abc import Container, Iterator

from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.spellings.name_uses import Companion, Profile
from newslint.text.names.spellings.sounds import HALF, distance, skeleton

# Of shorter given names there are many that are near each other.
LONG = 5


def of_one_sound(words: Container[str], known: NameWords) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a story's names that are said alike and written far apart: Geoffrey, Jeffrey."""
    for first, second in known.one_sound:
        if first < second and first in words and second in words:
            yield first, second


def one_given_name(first: Profile, second: Profile, shared: frozenset[Companion], known: NameWords) -> bool:
    """Judge two given names with one surname: brothers, or one of them misspelt?"""
    surnames = {word for word, _ in shared}
    if min(first.times_beside(surnames), second.times_beside(surnames)) > 1:
        return False
    return not (_is_womans(first.word, second.word) or are_two_given(first.word, second.word, known))


def are_two_given(first: str, second: str, known: NameWords) -> bool:
    """Tell whether two near words are given names that each have bearers: Mario and Marco, John and Joan."""
    named = all(each.title() in known.given for each in (first, second))
    if not named or (first, second) in known.one_sound:
        return False
    far = 1 if first[-1] == second[-1] and min(len(first), len(second)) >= LONG else HALF
    return skeleton(first) != skeleton(second) or distance(first, second) > far


def _is_womans(first: str, second: str) -> bool:
    """Tell whether two given names are a man's and a woman's: Daniel, Daniela."""
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in ("a", "e", "ina", "na")
