"""Sounds: what writers of a name confuse, and how far one spelling of it is from another."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, groupby

from newslint.core.pattern import lazy_pattern

# Two letters for one sound, as Arabic, Persian, Slavic, Turkish and Indic names are written in several hands:
# Joseph and Josef, Tchaikovsky and Chaikovsky, Djibril and Jibril, Lakshmi and Laxmi, Heijden and Heyden;
# and w for a vowel, as in Chowdhury and Choudhury.
DIGRAPHS = (
    ("ph", "f"),
    ("kh", "h"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("dj", "j"),
    ("x", "ks"),
    ("ck", "k"),
    ("ij", "y"),
)
VOWEL_BEFORE = lazy_pattern(r"(?<=[aeo])w(?=[bcdfgklmnpqrstvz])")
# One letter stands for each group. Vowels are left out, and h; of what opens a word only the kind is kept:
# Yelena and Elena, Yusuf and Jusuf, Hrytsenko and Gritsenko.
SOUNDS = str.maketrans("qcgzvw", "kkksff")
CONSONANTS = SOUNDS | str.maketrans("", "", "aeiouyjh")
GLIDES = "aeiouyj"
# An h that opens a long word is a g, where the rest sounds the same.
LONG = 7
# Letters that are taken for each other: half a slip, or three quarters.
CONFUSED = ("aeiouy", "iyj", "kqcg", "szc", "fvw", "uw")
NEAR_SOUNDS = ("dt", "bp", "mn", "lr", "gh")
HALF, MOST, WHOLE = 0.5, 0.75, 1.0
# Letters that come and go.
FAINT = "aeiouyh"
# The same names come up in story after story.
REMEMBERED = 1 << 11


@lru_cache(REMEMBERED)
def skeleton(word: str) -> str:
    """Return the consonants of a plain word, with those that writers confuse made one: Zelenskyy as Zelenski.

    >>> skeleton("zelenskyy") == skeleton("zelenski")
    True
    """
    word = _one_letter_a_sound(word)
    word = VOWEL_BEFORE.sub("", word) if "w" in word else word
    opening = ("a" if word[:1] in GLIDES else word[:1].translate(SOUNDS)).replace("h", "k")
    sounds = opening + word[1:].translate(CONSONANTS)
    return "".join(letter for letter, _ in groupby(sounds)) if len(set(sounds)) < len(sounds) else sounds


def begin_alike(first: str, second: str) -> bool:
    """Tell whether two plain words open with one sound, in two hands."""
    if first[0] == second[0] or _opening(first) == _opening(second) or _are_one_letter(first, second):
        return True
    faint = "h" in (first[0], second[0]) and not {"c", "q"} & {first[0], second[0]}
    return faint and min(len(first), len(second)) >= LONG and skeleton(first) == skeleton(second)


def _are_one_letter(first: str, second: str) -> bool:
    """Tell whether two words open with one letter that Latin copy drops, Đ as "d" or as "dj"."""
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith("dj") and shorter.startswith("d") and longer[2:] == shorter[1:]


def _opening(word: str) -> str:
    first = _one_letter_a_sound(word)[0]
    return "a" if first in GLIDES else first.translate(SOUNDS)


def distance(first: str, second: str) -> float:
    """Return how many slips lie between two plain words, where a letter that writers confuse is half a slip.

    >>> distance("qadhafi", "gaddafi")
    1.5
    """
    plain = _distance(first, second)
    one, other = _one_letter_a_sound(first), _one_letter_a_sound(second)
    return plain if (one, other) == (first, second) else min(plain, HALF + _distance(one, other))


def within(first: str, second: str, far: float) -> bool:
    """Tell whether no more slips than *far* lie between two plain words; of most their letters show that."""
    if _least(first, second) <= far and _distance(first, second) <= far:
        return True
    one, other, rest = _one_letter_a_sound(first), _one_letter_a_sound(second), far - HALF
    return (one, other) != (first, second) and _least(one, other) <= rest and _distance(one, other) <= rest


def _least(first: str, second: str) -> float:
    """Return what it costs at least to change the letters that one word has and the other lacks."""
    lost = sum(max(0, first.count(letter) - second.count(letter)) for letter in set(first))
    return HALF * max(lost, lost + len(second) - len(first))


def _one_letter_a_sound(word: str) -> str:
    for letters, letter in DIGRAPHS:
        if letters in word:
            word = word.replace(letters, letter)
    return word


def _distance(first: str, second: str) -> float:
    """Return the least cost of making one word of the other: letters dropped, added, exchanged, swapped."""
    start = _shared(first, second)
    end = _shared(first[start:][::-1], second[start:][::-1])
    drops, added = (_drops(word)[start : len(word) - end] for word in (first, second))
    first, second = first[start : len(first) - end], second[start : len(second) - end]
    row = [0.0, *accumulate(added)]
    above = row
    for at, (letter, dropped) in enumerate(zip(first, drops, strict=True)):
        before, row = row, [row[0] + dropped]
        for place, other in enumerate(second):
            cost = before[place]
            if letter != other:
                cost += _exchanged(letter, other)
                cost = min(cost, before[place + 1] + dropped, row[place] + added[place])
                if at and place and letter == second[place - 1] and other == first[at - 1]:
                    cost = min(cost, above[place - 1] + MOST)
            row.append(cost)
        above = before
    return row[-1]


def _shared(first: str, second: str) -> int:
    """Return how many letters two words open with that any cheapest way leaves as they are.

    A letter beside its like is none of them: either may be the one that came or went.
    """
    shared = 0
    for at, (letter, other) in enumerate(zip(first, second, strict=False), 1):
        if letter != other or letter in (first[at : at + 1], second[at : at + 1]):
            break
        shared = at
    return shared


def _drops(word: str) -> list[float]:
    """Return what each letter costs to leave out."""
    beside = zip(word, " " + word, word[1:] + " ", strict=False)
    return [
        HALF if letter in FAINT or letter in (last, following) else WHOLE
        for letter, last, following in beside
    ]


@lru_cache(1 << 10)
def _exchanged(letter: str, other: str) -> float:
    if any(letter in group and other in group for group in CONFUSED):
        return HALF
    return MOST if any(letter in group and other in group for group in NEAR_SOUNDS) else WHOLE
