"""Likeness: words that differ as one name differs in two hands, found without comparing every pair."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from newslint.text.names.spellings.sounds import skeleton, within

SHORTEST = 3
# No name has so many letters; the keys of a word take the square of them.
LONGEST = 100
# Shorter words that sound alike are too many.
LONG = 5
# How many slips there may be between words of one sound, by the letters of the shorter.
FAR = {5: 1.0, 6: 1.0, 7: 1.5}
FARTHEST = 2.0
# A key that more words of an archive share says nothing of any two of them, and their pairs would cost.
MOST_ALIKE = 25
# The same names come up in story after story.
REMEMBERED = 1 << 11
# No story has so many; more would drive one another out of what is remembered, and take memory.
MANY = 1 << 9
PARTS = 32
BITS = (1 << 30) - 1


def near_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of plain words one slip of a letter apart, or of one sound, each once, in order."""
    pairs = {pair for group in _groups(sorted(that_may_pair(words))) for pair in pairs_of(group)}
    yield from sorted(pair for pair in pairs if alike(*pair))


def pairs_of(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of the words of one key, unless it has so many that it says nothing of them."""
    return combinations(group, 2) if len(group) <= MOST_ALIKE else iter(())


def that_may_pair(words: Iterable[str]) -> Iterator[str]:
    """Yield the words that have a key in common with another, so that only they are grouped."""
    distinct = list(dict.fromkeys(word for word in words if len(word) >= SHORTEST))
    return (_by_keys if len(distinct) <= MANY else _by_hashes)(distinct)


def _by_keys(words: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    shared: set[str] = set()
    keys = [(word, likeness_keys(word)) for word in words]
    for _, own in keys:
        shared.update(seen.intersection(own))
        seen.update(own)
    return (word for word, own in keys if not shared.isdisjoint(own))


def _by_hashes(words: Sequence[str]) -> Iterator[str]:
    hashes, ends = _hashes(words)
    if shared := _repeated(hashes):
        start = 0
        for word, end in zip(words, ends, strict=True):
            if not shared.isdisjoint(hashes[start:end]):
                yield word
            start = end


def _hashes(words: Iterable[str]) -> tuple[array[int], array[int]]:
    """Return the hashes of the keys of words, and where those of each word end.

    Of a hash only 30 bits are held: two keys of one would but group a word in vain.
    """
    hashes, ends = array("I"), array("I")
    for word in words:
        hashes.extend([hash(key) & BITS for key in _keys(word)])
        ends.append(len(hashes))
    return hashes, ends


def _groups(words: Sequence[str]) -> Iterable[Sequence[str]]:
    """Return the words of each key, of many words only of the keys that are not one word's alone."""
    if len(words) <= MANY:
        return keyed(words).values()
    shared = _repeated(_hashes(words)[0])
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in _keys(word):
            if hash(key) & BITS in shared:
                keys[key].append(word)
    return keys.values()


def _repeated(hashes: array[int]) -> set[int]:
    """Return the numbers that come more than once, looked for in parts, as an array holds them in less."""
    parts = [array("I") for _ in range(PARTS)]
    for each in hashes:
        parts[each % PARTS].append(each)
    return {one for part in parts for one, other in pairwise(sorted(part)) if one == other}


def keyed(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by the keys that near words have in common, the words of a key in order."""
    keys: defaultdict[str, list[str]] = defaultdict(list)
    distinct = sorted({word for word in words if len(word) >= SHORTEST})
    keys_of = likeness_keys if len(distinct) <= MANY else _keys
    for word in distinct:
        for key in keys_of(word):
            keys[key].append(word)
    return keys


@lru_cache(REMEMBERED)
def likeness_keys(word: str) -> tuple[str, ...]:
    """Return what a word is found by: itself, itself less any one letter, and its sound.

    Words that agree once each has lost a letter are a slip apart: the cost grows with words, not with pairs.
    """
    return _keys(word)


def _keys(word: str) -> tuple[str, ...]:
    if len(word) > LONGEST:
        return (word,)
    keys = {word, *map("".join, combinations(word, len(word) - 1))}
    if len(word) >= LONG:
        keys.add(f"={skeleton(word)}")
    # A set would be quicker to ask, and takes five times the memory.
    return tuple(keys)


def near(word: str, index: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the other words of an index made by *keyed* that could be *word* in another spelling."""
    found = {other for key in likeness_keys(word) for other in index.get(key, ())}
    return sorted(other for other in found if other != word and alike(word, other))


def alike(first: str, second: str) -> bool:
    """Tell whether two plain words could be one name in two spellings."""
    if one_slip(first, second):
        return True
    shorter = min(len(first), len(second))
    far = FAR.get(shorter, FARTHEST)
    if shorter < LONG or abs(len(first) - len(second)) > 2 * far:
        return False
    if first.startswith(second) or second.startswith(first) or skeleton(first) != skeleton(second):
        return False
    return sorted(first) == sorted(second) or within(first, second, far)


def one_slip(first: str, second: str) -> bool:
    """Tell whether one letter was added, dropped or exchanged, or two neighbours were swapped."""
    if abs(len(first) - len(second)) > 1:
        return False
    if len(first) > len(second):
        first, second = second, first
    at = 0
    while at < len(first) and first[at] == second[at]:
        at += 1
    if len(first) < len(second):
        return first[at:] == second[at + 1 :]
    swapped = first[at + 1 : at + 2] == second[at : at + 1] and first[at : at + 1] == second[at + 1 : at + 2]
    return first[at + 1 :] == second[at + 1 :] or (swapped and first[at + 2 :] == second[at + 2 :])


def are_doubled(first: str, second: str) -> bool:
    """Tell whether two words differ by a letter that is doubled in one: Terence, Terrence."""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < LONG or len(longer) != len(shorter) + 1:
        return False
    return any(
        longer[at] == longer[at - 1] and longer[:at] + longer[at + 1 :] == shorter
        for at in range(1, len(longer))
    )
