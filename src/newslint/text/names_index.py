"""The index of names: who and what many stories name, in which spellings, how often, where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.text.entities import Entity, Mention, entities
from newslint.text.evidence import Kind
from newslint.text.folding import plain
from newslint.text.spellings import variants

Key = tuple[Kind, str]


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


class Told(msgspec.Struct, frozen=True):
    """What one story tells of an entity."""

    document: Document
    entity: Entity


def names_index(documents: Iterable[Document]) -> tuple[Name, ...]:
    """Return the names of all stories together, in the order of kind and name."""
    groups: dict[Key, list[Told]] = {}
    for document in documents:
        for key, entity in _keyed(document):
            groups.setdefault(key, []).append(Told(document, entity))
    return tuple(_name(group) for _, group in sorted(groups.items(), key=lambda item: item[0]))


def _keyed(document: Document) -> Iterator[tuple[Key, Entity]]:
    """Yield the entities of a story with what they are gathered by: a misspelt name goes to its bearer's."""
    found = document.view(entities)
    correct = {
        plain(spelling.text): plain(each.leading.text)
        for each in document.view(variants)
        for spelling in each.others
    }
    keys = {_corrected(entity.name, {}): _key(entity) for entity in found}
    surnames = {plain(entity.surname): _key(entity) for entity in found if entity.kind is Kind.PERSON}
    for entity in found:
        name = _corrected(entity.name, correct)
        if name == plain(entity.name):
            yield _key(entity), entity
        else:
            yield keys.get(name) or surnames.get(name) or _key(entity), entity


def _key(entity: Entity) -> Key:
    return entity.kind, plain(entity.name)


def _corrected(name: str, correct: Mapping[str, str]) -> str:
    return " ".join(correct.get(word, word) for word in plain(name).split(" "))


def _name(group: Sequence[Told]) -> Name:
    best = max(group, key=lambda told: len(told.entity.mentions)).entity
    mentions = tuple(place for told in group for place in _places(told))
    counts = Counter(_told_apart(mention, told.entity) for told in group for mention in told.entity.mentions)
    spellings = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return Name(best.name, best.kind, mentions, spellings)


def _places(told: Told) -> Iterator[Place]:
    for mention in told.entity.mentions:
        source = told.document.map.source(mention.span)
        yield Place(told.document.path, source.start, source.end, source.cut(told.document.source))


def _told_apart(mention: Mention, entity: Entity) -> str:
    """Return the spelling that a mention counts for: a person's surname where it is there, else the whole."""
    surname = plain(entity.surname)
    return next((word for word in reversed(mention.words) if plain(word) == surname), mention.text)
