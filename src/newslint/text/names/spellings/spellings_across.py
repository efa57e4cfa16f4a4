"""Spellings across stories: one name that two stories on one subject spell differently."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Protocol

import msgspec

from newslint.text.names.spellings.derivations import derived
from newslint.text.names.spellings.likeness import near_pairs
from newslint.text.names.spellings.name_facts import NameFact
from newslint.text.names.spellings.slips_across import one_name, slip
from newslint.text.names.spellings.sounds import skeleton

# A name in more stories than this says nothing of their subject; it also keeps the cost linear.
MOST = 50
# To ask a story is as costly as to find so many by the names they share.
FEW = 20

Facts = Mapping[str, Sequence[NameFact]]


class Use(msgspec.Struct, frozen=True, gc=False):
    """A spelling in one story."""

    path: str
    fact: NameFact


class Conflict(msgspec.Struct, frozen=True):
    """A spelling that fewer stories have, and where another story has the other one.

    *usual_stories* are all that have the usual one.
    """

    odd: Use
    usual: Use
    odd_stories: int
    usual_stories: Collection[str]


class Spread(msgspec.Struct, frozen=True):
    """A spelling in all its stories.

    *companions* are those of all of them; *alone* says that a story has it in no full name.
    """

    companions: frozenset[tuple[str, int]]
    alone: bool

    @property
    def sounds(self) -> frozenset[tuple[str, int]]:
        """Return how the companions sound: Fuad and Fouad are one."""
        return frozenset((skeleton(word), side) for word, side in self.companions)

    @classmethod
    def of(cls, facts: Collection[NameFact]) -> Spread:
        """Gather what all stories tell of a spelling."""
        return cls(
            companions=frozenset(pair for fact in facts for pair in fact.companions),
            alone=any(not fact.companions for fact in facts),
        )


class Spelled(Protocol):
    """The spellings of all stories, as conflicts are looked for in them, wherever they are held.

    *places* are the names that every atlas has.
    """

    places: Container[str]

    def pairs(self) -> Iterable[tuple[str, str]]:
        """Return the spellings that may be one name's, pair by pair in order."""

    def word(self, spelling: str) -> str:
        """Return the plain word of a spelling."""

    def spread(self, spelling: str) -> Spread:
        """Return what all stories tell of a spelling."""

    def uses(self, spelling: str) -> Mapping[str, NameFact]:
        """Return the first use of a spelling in each of its stories, in the order of their paths."""

    def near(self, path: str, others: Collection[str]) -> Iterable[tuple[str, set[str]]]:
        """Return those of *others* that share telling names with a story, in order, and the names."""

    def day(self, path: str) -> str:
        """Return the day of a story, or nothing."""


class Subjects:
    """What stories are about: the names that tell it, and the stories that share them.

    *places* are the names that every atlas has, which tell less.
    """

    def __init__(self, facts: Facts) -> None:
        homes: dict[str, list[str]] = {}
        self.places: set[str] = set()
        for path in sorted(facts):
            telling = telling_words(facts[path])
            self.places.update(word for word, known in telling.items() if known)
            for word in telling:
                homes.setdefault(word, []).append(path)
        self.stories = {word: paths for word, paths in homes.items() if 1 < len(paths) <= MOST}
        told: dict[str, list[str]] = {}
        for word, paths in self.stories.items():
            for path in paths:
                told.setdefault(path, []).append(word)
        self.telling = {path: tuple(words) for path, words in told.items()}

    def near(self, path: str, others: Collection[str]) -> Iterator[tuple[str, set[str]]]:
        """Yield those of *others* that share names with a story, in order, and the names."""
        own = {*self.telling.get(path, ())}
        if len(others) * FEW > sum(len(self.stories[word]) for word in own):
            others = set[str]().union(*(self.stories[word] for word in own)).intersection(others)
        for other in sorted(others):
            if shared := own.intersection(self.telling.get(other, ())):
                yield other, shared


def telling_words(facts: Iterable[NameFact]) -> dict[str, bool]:
    """Return the words of a story that tell its subject, and of each whether every atlas has it."""
    return {fact.word: fact.known for fact in facts if not fact.marked and (fact.placed or not fact.known)}


def conflicts(facts: Facts) -> Iterator[Conflict]:
    """Yield for each story that has the rarer spelling of a name one conflict, in the order of the spellings.

    The facts are gone through three times, so that those of an archive need never be in memory together.
    """
    yield from conflicts_among(_Gathered(facts))


def conflicts_among(spelled: Spelled) -> Iterator[Conflict]:
    """Yield what `conflicts` does of spellings that are gathered already."""
    for first, second in spelled.pairs():
        words = spelled.word(first), spelled.word(second)
        if _may_be_one(spelled.spread(first), spelled.spread(second), *words):
            yield from _between(spelled.uses(first), spelled.uses(second), spelled)


class _Gathered:
    """The spellings of stories that are in memory, and of those in pairs the uses."""

    def __init__(self, facts: Facts) -> None:
        self.words: dict[str, str] = {}
        for path in sorted(facts):
            for fact in facts[path]:
                self.words.setdefault(key(fact), fact.word)
        self.paired = sorted({*_near(self.words), *_marked(self.words)})
        self.found: dict[str, dict[str, NameFact]] = {each: {} for pair in self.paired for each in pair}
        for path in sorted(facts):
            for fact in facts[path]:
                if (spelling := key(fact)) in self.found:
                    self.found[spelling].setdefault(path, fact)
        self.subjects = Subjects(facts)
        self.places: Container[str] = self.subjects.places
        self.spreads = {spelling: Spread.of(uses.values()) for spelling, uses in self.found.items()}

    def pairs(self) -> Iterable[tuple[str, str]]:
        return self.paired

    def word(self, spelling: str) -> str:
        return self.words[spelling]

    def spread(self, spelling: str) -> Spread:
        return self.spreads[spelling]

    def uses(self, spelling: str) -> Mapping[str, NameFact]:
        return self.found[spelling]

    def near(self, path: str, others: Collection[str]) -> Iterable[tuple[str, set[str]]]:
        return self.subjects.near(path, others)

    def day(self, path: str) -> str:
        return ""


def _may_be_one(first: Spread, second: Spread, word: str, other: str) -> bool:
    """Tell whether any two stories could have the two spellings for one name."""
    if not first.companions.isdisjoint(second.companions):
        return True
    if not (first.alone or second.alone):
        return not first.sounds.isdisjoint(second.sounds)
    return word == other or slip(word, other) is not None


def key(fact: NameFact) -> str:
    """Return what a spelling is known by, whatever its capitals."""
    return fact.text.lower()


def is_comparable(spelling: str, word: str) -> bool:
    """Tell whether a spelling is compared by its letters: one word, with nothing in it but these."""
    return word.isalnum() and " " not in spelling


def bare(word: str) -> str:
    """Return a word as it is when hyphens and apostrophes make no difference."""
    return word.replace("-", "").replace("'", "")


def _near(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of spellings a slip apart."""
    homes: dict[str, list[str]] = {}
    for spelling, word in words.items():
        if is_comparable(spelling, word):
            homes.setdefault(word, []).append(spelling)
    for first, second in near_pairs(homes):
        if not derived(first, second):
            yield from ((one, other) for one in homes[first] for other in homes[second])


def _marked(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of spellings that differ in accents, hyphens or spaces."""
    homes: dict[str, list[str]] = {}
    for spelling, word in words.items():
        homes.setdefault(bare(word), []).append(spelling)
    for group in homes.values():
        yield from combinations(group, 2)


def _between(
    first: Mapping[str, NameFact], second: Mapping[str, NameFact], spelled: Spelled
) -> Iterator[Conflict]:
    """Yield the conflicts of two spellings; a story that has both has been told of it, or means both."""
    few, many = sorted((first, second), key=len)
    if any(_are_told_apart(fact, many[path]) for path, fact in few.items() if path in many):
        return
    rare, usual = sorted((first, second), key=_weight)
    for path, fact in rare.items():
        for other, shared in spelled.near(path, usual):
            if path != other and one_name(fact, usual[other], shared, spelled.places):
                yield Conflict(Use(path, fact), Use(other, usual[other]), len(rare), usual)
                break


def _are_told_apart(first: NameFact, second: NameFact) -> bool:
    """Tell whether a story with both means two, not two people one of whom is "Jon" and one "John"."""
    companions, others = {*first.companions}, {*second.companions}
    return not companions or not others or not companions.isdisjoint(others)


def _weight(stories: Mapping[str, NameFact]) -> tuple[bool, int, int, str]:
    """Order spellings: unknown before known, in fewer stories, fewer times, in the later story first."""
    facts = stories.values()
    known = any(fact.known for fact in facts)
    return known, len(stories), sum(fact.count for fact in facts), max(fact.text for fact in facts)
