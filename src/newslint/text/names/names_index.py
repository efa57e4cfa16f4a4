"""The index of names: who and what many stories name, in which spellings, how often, where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from newslint.core.document import Document
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.listed_kinds import CODES, listed_kind
from newslint.text.names.people.entities import Entity, Mention, entities
from newslint.text.names.people.persons import same_person
from newslint.text.names.plain_names import is_plain
from newslint.text.names.spellings.name_facts import name_facts
from newslint.text.names.spellings.spellings_across import conflicts
from newslint.text.names.spellings.variants import variants

Key = tuple[Kind, str]
# "USA" is written so.
LOUDEST = 3


class Place(msgspec.Struct, frozen=True):
    """Where a name stands in its source."""

    path: str
    start: int
    end: int
    text: str


class Name(msgspec.Struct, frozen=True):
    """Somebody or something named. *spellings* counts the part that tells the name apart."""

    name: str
    kind: Kind
    mentions: tuple[Place, ...]
    spellings: Mapping[str, int]

    @property
    def variants(self) -> tuple[str, ...]:
        """Return the spellings that could be one another's: not "Anna" where Anna Lind is counted as Lind.

        Nor is what a body is called for short, its initials or its noun, a spelling of its name.
        """
        if self.kind is not Kind.PERSON:
            full = [each for each in self.spellings if not _is_shorter(each, self.name)]
            return tuple(full or self.spellings)
        leading, *others = self.spellings
        parts = {plain(word) for word in self.name.split(" ")} - {plain(leading)}
        return (leading, *(each for each in others if plain(each) not in parts))


def _is_shorter(spelling: str, name: str) -> bool:
    """Tell whether a spelling is a part of a name, or an acronym."""
    if spelling.isupper() and not name.isupper():
        return True
    return spelling != name and f" {plain(spelling)} " in f" {plain(name)} "


class Told(msgspec.Struct, frozen=True):
    """What one story tells of an entity."""

    document: Document
    entity: Entity


def names_index(documents: Iterable[Document]) -> tuple[Name, ...]:
    """Return the names of all stories together, in the order of kind and name."""
    stories = tuple(documents)
    corrections = _corrections(stories)
    everywhere = _Keys(entity for story in stories for entity in story.view(entities))
    one = _same_people(everywhere, stories)
    groups: dict[Key, list[Told]] = {}
    for story in stories:
        here = _Keys(story.view(entities))
        for entity in story.view(entities):
            name = _corrected(entity.name, corrections[story.path])
            # What is another spelling of a name is no plain word.
            if name == plain(entity.name) and is_plain(entity, story):
                continue
            key = here.key(entity, name) or everywhere.key(entity, name) or _key(entity)
            groups.setdefault(one.get(key, key), []).append(Told(story, entity))
    return tuple(sorted((_name(key, group) for key, group in groups.items()), key=_order))


def _order(name: Name) -> tuple[Kind, str, str]:
    return name.kind, plain(name.name), name.name


class _Keys:
    """What names are gathered by: whole names, surnames that only one person has, bodies' acronyms."""

    def __init__(self, found: Iterable[Entity]) -> None:
        self.whole: dict[str, Key] = {}
        self.bearers: dict[str, set[Key]] = {}
        for entity in found:
            self.whole.setdefault(plain(entity.name), _key(entity))
            if entity.kind is Kind.PERSON and len(entity.words) > 1:
                self.bearers.setdefault(plain(entity.surname), set()).add(_key(entity))
            if entity.kind is Kind.ORGANISATION and " " in entity.name:
                for text in {mention.text for mention in entity.mentions if mention.text.isupper()}:
                    self.bearers.setdefault(plain(text), set()).add(_key(entity))

    def key(self, entity: Entity, name: str) -> Key | None:
        """Return the key of *name*, which is the entity's in the right spelling, if it is somebody's."""
        misspelt, person = name != plain(entity.name), entity.kind is Kind.PERSON
        bearers = self.bearers.get(name, set())
        if len(bearers) == 1 and (misspelt or entity.kind is min(bearers)[0]):
            return min(bearers)
        whole = self.whole.get(name) if misspelt else None
        return whole if whole and (whole[0] is Kind.PERSON or not person) else None


def _same_people(everywhere: _Keys, stories: Sequence[Document]) -> Mapping[Key, Key]:
    """Return which full names are another's with a nickname or without an initial: "Joe", "Joseph R. Lind".

    Where a name could be either of two people's, it is neither's. Surnames then have one bearer less.
    """
    found: dict[Key, Key] = {}
    for surname, keys in everywhere.bearers.items():
        people = [key for key in sorted(keys) if key[0] is Kind.PERSON]
        if len(people) < 2:
            continue
        known = stories[0].lexicon.view(name_words)
        for key in people:
            alike = [other for other in people if _are_one(key, other, known)]
            if len(alike) > 1 and all(_are_one(one, two, known) for one, two in combinations(alike, 2)):
                found[key] = max(alike, key=_fullness)
        everywhere.bearers[surname] = {found.get(key, key) for key in keys}
    return found


def _are_one(one: Key, two: Key, known: NameWords) -> bool:
    first, second = tuple(one[1].split(" ")), tuple(two[1].split(" "))
    return same_person(first, second, known) and same_person(second, first, known)


def _fullness(key: Key) -> tuple[int, int, Key]:
    return key[1].count(" "), len(key[1]), key


def _corrections(stories: Sequence[Document]) -> Mapping[str, Mapping[str, str]]:
    """Return for each story its misspelt words and what they ought to be, as it or the others tell."""
    found: dict[str, dict[str, str]] = {
        story.path: {
            plain(spelling.text): plain(each.leading.text)
            for each in story.view(variants)
            for spelling in each.others
        }
        for story in stories
    }
    if len(stories) > 1:
        for conflict in conflicts({story.path: story.view(name_facts) for story in stories}):
            odd, usual = plain(conflict.odd.fact.text), plain(conflict.usual.fact.text)
            found[conflict.odd.path].setdefault(odd, usual)
    return found


def _key(entity: Entity) -> Key:
    return entity.kind, plain(entity.name)


def _corrected(name: str, correct: Mapping[str, str]) -> str:
    whole = plain(name)
    return correct.get(whole) or " ".join(correct.get(word, word) for word in whole.split(" "))


def _name(key: Key, group: Sequence[Told]) -> Name:
    fullest = max(group, key=lambda told: (_key(told.entity) == key, len(told.entity.mentions)))
    best = fullest.entity
    mentions = tuple(place for told in group for place in _places(told))
    counts = Counter(_told_apart(mention, told.entity) for told in group for mention in told.entity.mentions)
    spellings = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    known = fullest.document.lexicon.view(name_words)
    name, kind = _called(best, _calm(best.name, spellings, known), fullest.document)
    return Name(name, kind, mentions, spellings)


def _called(entity: Entity, name: str, story: Document) -> tuple[str, Kind]:
    """Return a name with what stands behind it wherever it is named and is a part of it, and its kind."""
    text = story.view(flat)
    kind, known = listed_kind(entity, story), story.lexicon.view(name_words)
    # "Moody's", whose possessive is its name.
    if f"{name}'s" in known.bodies and all(text.startswith("'s", each.span.end) for each in entity.mentions):
        return f"{name}'s", Kind.ORGANISATION
    shortened = name in CODES.of(story) and not name.isupper()
    return (f"{name}.", Kind.PLACE) if shortened and kind is Kind.PLACE else (name, kind)


def _calm(name: str, spellings: Iterable[str], known: NameWords) -> str:
    """Return a name as it is written where it is not shouted: of "NEW YORK" and "New York" the latter."""
    if not name.isupper():
        return name
    calm = name.title() if len(name) > LOUDEST and name.title() in known.places else name
    return next((each for each in spellings if not each.isupper() and each.upper() == name), calm)


def _places(told: Told) -> Iterator[Place]:
    for mention in told.entity.mentions:
        source = told.document.map.source(mention.span)
        yield Place(told.document.path, source.start, source.end, source.cut(told.document.source))


def _told_apart(mention: Mention, entity: Entity) -> str:
    """Return the spelling that a mention counts for: a person's surname where it is there, else the whole."""
    if not entity.surname:
        return mention.text
    surname = plain(entity.surname)
    return next((word for word in reversed(mention.words) if plain(word) == surname), mention.text)
