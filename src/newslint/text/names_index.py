"""The index of names: who and what many stories name, in which spellings, how often, where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.text.entities import Entity, Mention, entities
from newslint.text.evidence import Kind
from newslint.text.folding import plain


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


def names_index(documents: Iterable[Document]) -> tuple[Name, ...]:
    """Return the names of all stories together, in the order of kind and name."""
    groups: dict[tuple[str, str], list[tuple[Document, Entity]]] = {}
    for document in documents:
        for entity in document.view(entities):
            groups.setdefault((entity.kind, plain(entity.name)), []).append((document, entity))
    return tuple(_name(group) for _, group in sorted(groups.items(), key=lambda item: item[0]))


def _name(group: Sequence[tuple[Document, Entity]]) -> Name:
    entity = group[0][1]
    places = tuple(place for document, each in group for place in _places(document, each))
    spellings = Counter(_told_apart(mention, each) for _, each in group for mention in each.mentions)
    return Name(
        entity.name,
        entity.kind,
        places,
        dict(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
    )


def _places(document: Document, entity: Entity) -> Iterator[Place]:
    for mention in entity.mentions:
        source = document.map.source(mention.span)
        yield Place(document.path, source.start, source.end, source.cut(document.source))


def _told_apart(mention: Mention, entity: Entity) -> str:
    """Return the spelling that a mention counts for: a person's surname where it is there, else the whole."""
    surname = plain(entity.surname)
    return next((word for word in reversed(mention.words) if plain(word) == surname), mention.text)
