"""Casts: the people of a story as its body names them, family by family."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from newslint.core.document import BlockKind, Document
from newslint.text.candidates import candidates
from newslint.text.entities import Entity, Mention, may_be_relative, persons
from newslint.text.evidence import COURTESY, Candidate, Kind
from newslint.text.folding import plain
from newslint.text.name_words import NameWords, name_words
from newslint.text.people import family_name, named_words

BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


class Character(msgspec.Struct, frozen=True):
    """A person who is introduced by the full name, with the mentions that stand in the body of the story."""

    person: Entity
    mentions: tuple[Mention, ...]

    @property
    def in_full(self) -> tuple[Mention, ...]:
        """Return the mentions that open with the given name."""
        given = plain(self.person.words[0])
        full = (mention for mention in self.mentions if len(mention.words) > 1)
        return tuple(mention for mention in full if plain(mention.words[0]) == given)

    @property
    def called(self) -> str:
        """Return the surname with the small words before it ("van Bijlert")."""
        words = self.person.words
        first = next((at for at, word in enumerate(words) if at and word[0].islower()), None)
        return " ".join(words[first:]) if first else self.person.surname

    @property
    def bare(self) -> tuple[Mention, ...]:
        """Return the mentions by the surname alone."""
        surname = plain(self.person.surname)
        return tuple(mention for mention in self.mentions if plain(mention.text) == surname)


def casts(document: Document) -> Mapping[str, tuple[Character, ...]]:
    """Return the people of the story by surname, in the order of first mention."""
    known = document.lexicon.view(name_words)
    families: dict[str, list[Character]] = {}
    for entity in document.view(persons):
        if len(entity.words) > 1 and _opens_with_given_name(entity, known):
            mentions = tuple(mention for mention in entity.mentions if _in_body(mention, document))
            families.setdefault(plain(entity.surname), []).append(Character(entity, mentions))
    return {surname: tuple(family) for surname, family in families.items()}


def doubtful_casts(document: Document) -> Mapping[str, tuple[Character, ...]]:
    """Return the people of the story if any of them shares a surname or is called by it before the full name.

    Most stories have nobody of the kind, which is seen without finding out who everybody is.
    """
    known = document.lexicon.view(name_words)
    full: dict[str, tuple[int, str]] = {}
    bare: dict[str, int] = {}
    for candidate in document.view(candidates):
        words = candidate.words
        if len(words) == 1:
            if words[0] not in bare and _in_body(candidate, document):
                bare[words[0]] = candidate.start
        elif not candidate.titled_block and (candidate.kind is Kind.PERSON or may_be_relative(candidate)):
            surname = family_name(named_words(words), known)
            start, whole = full.setdefault(surname, (candidate.start, candidate.text))
            if whole != candidate.text or bare.get(surname, start) < start:
                return document.view(casts)
    return {}


def _opens_with_given_name(person: Entity, known: NameWords) -> bool:
    """Tell whether what stands before the surname may be a given name, which "Tweeted" and "RW" are not."""
    first = person.words[0]
    if first in known.given or first in known.families:
        return True
    return not (known.everyday(first) or (first.isupper() and "." not in first) or "-" in first)


def office(mention: Mention) -> str:
    """Return the title before a name in lower case, without "Mr." and its like."""
    words = [word.rstrip(".") for word in mention.title.split(" ")]
    return " ".join(word.lower() for word in words if word not in COURTESY)


def _in_body(mention: Mention | Candidate, document: Document) -> bool:
    block = document.block_at(mention.span.start)
    return block is not None and block.kind in BODY
