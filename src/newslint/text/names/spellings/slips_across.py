"""Slips across stories: whether near spellings in two stories name one thing, by what the stories share."""

from __future__ import annotations

from collections.abc import Container
from enum import IntEnum

from newslint.text.names.spellings.derivations import feminine
from newslint.text.names.spellings.likeness import alike, one_slip
from newslint.text.names.spellings.name_facts import NameFact
from newslint.text.names.spellings.sounds import FAINT, HALF, begin_alike, distance, skeleton

# Stories are on one subject if they share that many names; full names that share a word need fewer others.
SHARED = 3
SHARED_BESIDE_COMPANION, SHARED_BESIDE_LIKENESS = 1, 2
# A title or a state that both stories give counts for so many names.
TOLD = 2
MOST_OF_PLACES = 1
OPENING = 3
# Words are compared from the first length on beside a companion, from the second on alone.
SHORTEST, SHORT, LONG, LONGER = 4, 5, 6, 7
VOWELS = frozenset("aeou")


class Slip(IntEnum):
    """How a hand slips, and how many shared names have to speak for it in a long word that stands alone."""

    SOUND = 2
    LETTER = 3


def slip(first: str, second: str) -> Slip | None:
    """Return the slip between two plain words that stand alone, None for words that may well be two.

    Of one sound are letters that are doubled, swapped or faint, and i for y; another vowel is another letter.
    """
    shorter = min(len(first), len(second))
    if shorter < SHORT or first[0] != second[0]:
        return None
    if not one_slip(first, second):
        return Slip.LETTER if shorter >= LONGER and _consonants(first) == _consonants(second) else None
    if sorted(first) == sorted(second):
        return Slip.SOUND
    if first[:-1] == second[:-1]:
        return None
    far = distance(first, second)
    if len(first) != len(second):
        return Slip.SOUND if far <= HALF else Slip.LETTER if shorter >= LONG else None
    return Slip.LETTER if far <= HALF and shorter >= LONG else None


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in FAINT)


def one_name(first: NameFact, second: NameFact, shared: set[str], places: Container[str]) -> bool:
    """Tell whether two near spellings in two stories name one thing, given the names the stories share.

    Two *places* that every atlas has tell as much as one other name.
    """
    others = shared - {first.word, second.word}
    weak = sum(word in places for word in others)
    told = TOLD if {*first.told} & {*second.told} else 0
    names = len(others) - weak + told
    evidence = names + min(weak // 2, MOST_OF_PLACES)
    companions = {*first.companions} & {*second.companions}
    if companions:
        if all(side == 1 for _, side in companions) and first.known and second.known:
            return _sound_alike(first.word, second.word) and names > 0
        return _beside(first, second, evidence)
    if first.known and second.known:
        return False
    if first.companions and second.companions:
        return _beside_alike(first, second) and evidence >= SHARED_BESIDE_LIKENESS
    if _joined(first) == _joined(second):
        # "E-mail" is a word.
        return evidence >= SHARED_BESIDE_COMPANION and "-" not in (first.word[1], second.word[1])
    return _alone(first, second, evidence)


def _joined(fact: NameFact) -> str:
    return fact.word.replace("-", "").replace("'", "")


def _beside(first: NameFact, second: NameFact, evidence: int) -> bool:
    """Judge two spellings that stand beside the same word in full names."""
    if min(len(first.word), len(second.word)) < SHORTEST:
        return False
    people = first.person and second.person
    if people and not begin_alike(first.word, second.word):
        return False
    return evidence >= (SHARED_BESIDE_COMPANION if people else SHARED)


def _beside_alike(first: NameFact, second: NameFact) -> bool:
    """Tell whether two people's names are near in both parts: Fuad Siniora, Fouad Siniorra."""
    if not (first.person and second.person and begin_alike(first.word, second.word)):
        return False
    long = min(len(first.word), len(second.word)) >= LONG
    if slip(first.word, second.word) is None and not (long and alike(first.word, second.word)):
        return False
    return any(
        side == other_side and skeleton(word) == skeleton(other) and alike(word, other)
        for word, side in first.companions
        for other, other_side in second.companions
    )


def _alone(first: NameFact, second: NameFact, evidence: int) -> bool:
    """Judge two spellings of which one at least stands in no full name."""
    kind = slip(first.word, second.word)
    if (
        kind is None
        or feminine(first.word, second.word)
        or any(each.known and not each.placed for each in (first, second))
    ):
        return False
    wanted = int(kind) + (min(len(first.word), len(second.word)) < LONG)
    if first.known or second.known:
        # "Bulgraia" is nothing else; "Peeking" that opens a sentence is no Peking.
        wanted += OPENING if first.opening or second.opening else -1
    if first.companions or second.companions:
        full, bare = (first, second) if first.companions else (second, first)
        if full.person and not (bare.personal and _is_surname(full)):
            return False
        wanted += not full.person
    return evidence >= wanted


def _is_surname(full: NameFact) -> bool:
    return any(side == -1 for _, side in full.companions)


def _sound_alike(first: str, second: str) -> bool:
    """Tell whether two given names are one in two hands (Sergei, Sergey), not two (Tom, Tim)."""
    if first[0] != second[0] or {first[-1], second[-1]} == {"a", "e"}:
        return False
    if (
        len(first) == len(second) < SHORT
        and distance(first, second) >= HALF
        and _differ_in_vowel(first, second)
    ):
        return False
    return one_slip(first, second) and skeleton(first) == skeleton(second)


def _differ_in_vowel(first: str, second: str) -> bool:
    return any(one != other and {one, other} & VOWELS for one, other in zip(first, second, strict=True))
