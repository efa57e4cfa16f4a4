"""Entities: the people, places and bodies of a story, each with all its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.candidates.acronyms import definitions
from newslint.text.names.candidates.body_names import joined_bodies
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.candidates.surroundings import DIRECTIONS, LOCATIVES
from newslint.text.names.candidates.titles import titles, told_apart
from newslint.text.names.people.persons import (
    People,
    Person,
    calling_name,
    may_be_relative,
    with_particles,
    words_with_starts,
)
from newslint.text.names.people.surnames import everyday_surname_mentions, is_everyday
from newslint.text.names.people.things import Thing, things

# "a jibe at Lind", "the anger toward Lind" are at people.
LOCATED = LOCATIVES | DIRECTIONS
SURELY_LOCATED = LOCATED - {"at", "toward"}
# How many doubtful mentions one sure mention outweighs.
SURELY = 1000


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One place where something is named: *text* is the name alone, without title or possessive.

    It has plain apostrophes; *title* is what stands before the name ("Gen.", "Prime Minister").
    """

    start: int
    text: str
    kind: Kind
    title: str = ""

    @property
    def span(self) -> Span:
        """Return where the name stands."""
        return Span(self.start, self.start + len(self.text))

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the name."""
        return tuple(self.text.split(" "))


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A person, place or body. *name* is its fullest form; *surname* is what a bare mention calls it."""

    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    surname: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the fullest form."""
        return tuple(self.name.split(" "))


def entities(document: Document) -> tuple[Entity, ...]:
    """Return everybody and everything named, in the order of first mention."""
    known = document.lexicon.view(name_words)
    text, defined = document.view(flat), document.view(definitions)
    phrases = sorted(definition.phrase for definition in defined)
    named = joined_bodies(document.view(_gathered).others, text, known, phrases)
    others = (_thing(thing) for thing in things(named, text, defined, known))
    found = sorted((*document.view(persons), *others), key=lambda entity: entity.mentions[0].span)
    # What entities are made of is as much again.
    document.forget(_gathered)
    return tuple(found)


def persons(document: Document) -> tuple[Entity, ...]:
    """Return everybody named, in the order of introduction."""
    return tuple(_person(person, document) for person in document.view(_gathered).people)


class _Gathered(msgspec.Struct, frozen=True):
    """The people of a story, and the names that are nobody's."""

    people: list[Person]
    others: list[Candidate]


def _gathered(document: Document) -> _Gathered:
    known = document.lexicon.view(name_words)
    found = document.view(candidates)
    if works := document.view(titles):
        found = tuple(told_apart(found, works, document.view(flat), known))
    people = People(known)
    denied = _denied(found)
    rest: list[Candidate] = []
    for candidate in found:
        if _introduces(candidate) and candidate.words not in denied:
            people.introduce(candidate)
        else:
            rest.append(candidate)
    rest = list(_apart(rest, people, known))
    for candidate in rest:
        if _is_relative(candidate, people):
            people.introduce(candidate)
    for candidate in rest:
        if _stands_alone(candidate):
            people.introduce_alone(candidate)
    others = [
        candidate
        for candidate in rest
        if not _is_relative(candidate, people)
        and not _stands_alone(candidate)
        and not _joins(candidate, people, document)
        and not (len(candidate.words) == 1 and _is_office(candidate, document, known))
    ]
    _find_everyday(people, found, document)
    return _Gathered(people.all, others)


def _is_office(candidate: Candidate, document: Document, known: NameWords) -> bool:
    """Tell whether a title stands alone; of "the Ministry of Defence" it is a part."""
    office = candidate.text.rstrip(".") in known.titles
    return office and not document.view(flat).endswith(" of ", 0, candidate.start)


def _apart(rest: Sequence[Candidate], people: People, known: NameWords) -> Iterator[Candidate]:
    """Yield *rest*, a body or place and the surname that has run into it as two: "told CNN Lind was ill"."""
    for candidate in rest:
        words = candidate.words
        # "the Lind White House"
        if len(words) > 2 and " ".join(words[1:]) in known.bodies and people.has_surname(words[0]):
            yield Candidate(candidate.start, words[:1], opens=candidate.opens)
            yield Candidate(candidate.start + len(words[0]) + 1, words[1:], Kind.ORGANISATION, sure=True)
        elif (
            candidate.kind is Kind.ORGANISATION
            and len(words) == 2
            and not candidate.sure
            and (words[0] in known.places or words[0] in known.bodies or words[0].isupper())
            and (people.has_surname(words[1]) or (words[1] in known.agencies and words[0] in known.places))
        ):
            kind = Kind.PLACE if words[0] in known.places else Kind.ORGANISATION
            yield Candidate(candidate.start, words[:1], kind, opens=candidate.opens)
            behind = Kind.ORGANISATION if words[1] in known.agencies else Kind.UNKNOWN
            yield Candidate(candidate.start + len(words[0]) + 1, words[1:], behind)
        else:
            yield candidate


def _find_everyday(people: People, found: Sequence[Candidate], document: Document) -> None:
    """Give the people whose surname is a plain word the places where it is no plain word."""
    known = document.lexicon.view(name_words)
    surnames: dict[str, int] = {}
    for person in people.all:
        if person.full and is_everyday(person.surname, known):
            surnames.setdefault(person.surname, person.first)
    taken = {candidate.start for candidate in found} if surnames else set()
    for surname, first in surnames.items():
        for mention in everyday_surname_mentions(document, surname, first):
            bearer = people.bearer(surname, mention.start)
            if bearer and mention.start not in taken:
                bearer.mentions.append(mention)


def _denied(found: Sequence[Candidate]) -> frozenset[tuple[str, ...]]:
    """Return the names that could be a person's and of which as many mentions say otherwise."""
    votes = Counter[tuple[str, ...]]()
    for candidate in found:
        if len(candidate.words) > 1 and not candidate.titled_block:
            if candidate.kind is not Kind.PERSON:
                # "the firm Halden Lind" says what it is, however it speaks.
                told = candidate.kind is Kind.ORGANISATION and candidate.sure
                votes[candidate.words] -= (
                    SURELY**2 if told else candidate.kind is not Kind.UNKNOWN or candidate.sure
                )
            else:
                votes[candidate.words] += SURELY if candidate.sure else 1
    return frozenset(words for words, vote in votes.items() if vote <= 0)


def _introduces(candidate: Candidate) -> bool:
    return candidate.kind is Kind.PERSON and len(candidate.words) > 1 and not candidate.titled_block


def _is_relative(candidate: Candidate, people: People) -> bool:
    """Tell whether a name that could be anything ends in the surname of somebody else in the story."""
    return may_be_relative(candidate) and people.has_surname(candidate.words[-1])


def _stands_alone(candidate: Candidate) -> bool:
    return (
        candidate.kind is Kind.PERSON
        and candidate.sure
        and len(candidate.words) == 1
        and not candidate.titled_block
    )


def _joins(candidate: Candidate, people: People, document: Document) -> bool:
    """Give a bare mention to the person it means; a bare name with a title is a person of its own."""
    if candidate.titled_block:
        _join_heading(candidate, people)
        return True
    person = _bearer(candidate, people, document)
    if person:
        person.mentions.append(candidate)
    return person is not None


def _bearer(candidate: Candidate, people: People, document: Document) -> Person | None:
    if len(candidate.words) > 1:
        return None if candidate.sure else people.bearer_of_part(candidate.words)
    word = candidate.words[0]
    person = people.bearer(word, candidate.start)
    if person and candidate.kind is Kind.PLACE:
        if candidate.start < person.first:
            return None
        ahead = document.view(flat)[max(0, candidate.start - 12) : candidate.start].split()
        telling = LOCATED if candidate.sure or word in people.known.places else SURELY_LOCATED
        located = bool(ahead) and ahead[-1].lower() in telling
        return None if located or plain(person.surname) != plain(word) else person
    return person if person and not (word.isupper() and len(word) > 1) else None


def _join_heading(candidate: Candidate, people: People) -> None:
    """Find in a heading, where every word has a capital, the names that the story knows."""
    words = tuple(words_with_starts(candidate))
    at = 0
    while at < len(words):
        person, size = _named_at(candidate.words, at, people, candidate.start)
        if person:
            span = words[at][0].joined(words[at + size - 1][0])
            person.mentions.append(Candidate(span.start, candidate.words[at : at + size], Kind.PERSON))
        at += size


def _named_at(words: tuple[str, ...], at: int, people: People, position: int) -> tuple[Person | None, int]:
    for size in range(min(4, len(words) - at), 1, -1):
        if person := people.bearer_of_part(words[at : at + size]):
            return person, size
    person = people.bearer(words[at], position)
    return (person, 1) if person and plain(person.surname) == plain(words[at]) else (None, 1)


def _person(person: Person, document: Document) -> Entity:
    text, known = document.view(flat), document.lexicon.view(name_words)
    whole = (with_particles(each, person, text) for each in person.mentions)
    mentions = tuple(
        Mention(each.start, each.text, Kind.PERSON, each.title)
        for each in sorted(whole, key=lambda mention: mention.start)
    )
    return Entity(" ".join(person.words), Kind.PERSON, mentions, calling_name(person, known))


def _thing(thing: Thing) -> Entity:
    mentions = tuple(Mention(each.start, each.text, thing.kind, each.title) for each in thing.mentions)
    return Entity(thing.name, thing.kind, mentions)
