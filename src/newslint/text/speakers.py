"""Speakers: of what kind a source is, and which person it is, carried through the story as a reader would."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.entities import entities
from newslint.text.evidence import Kind
from newslint.text.flat import flat
from newslint.text.names import entity_at, mentions, mentions_in
from newslint.text.offices import officeholder
from newslint.text.passages import passages, passages_in, skeleton
from newslint.text.statements import Statement, statements
from newslint.text.subjects import first_subject

SINGULAR = frozenset({"he", "she"})
PRONOUNS = SINGULAR | {"they", "we", "i", "you", "it", "who", "which", "that", "this", "everyone", "nobody"}
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it", "our": "we", "my": "i"}
FEMININE = frozenset({"Mrs", "Ms", "Miss", "Mrs.", "Ms.", "Queen", "Princess", "Lady", "Dame"})
MASCULINE = frozenset({"Mr", "Mr.", "King", "Prince", "Lord", "Sir"})
# So many paragraphs after a person was in focus, "she" can mean her, and bare speech can be hers.
PRONOUN_REACH, SPEECH_REACH = 7, 3
# "Paris Mayor Anne Hidalgo's aide", "the letter to Hidalgo": these names are not the source.
AFTER_HEAD = lazy_pattern(
    r"(?:$|[\s]*[,(;:.—–-]|\s(?:who|of|and|from|in|at|the|a|an|with|on|\w+ing)\b|\s?\d)"
)
BEFORE_OTHER = lazy_pattern(
    r"\b(?:of|for|to|by|with|from|at|in|against|about|on|under|over|behind|near)\s(?:[A-Z][\w.]*\s)*$"
)
ANONYMOUS = lazy_pattern(
    r"\b(?:sources?|insiders?|anonymity|not (?:be )?(?:named|identified|authori[sz]ed)|unnamed|unidentified"
    r"|familiar with|briefed on|close to|knowledge of)\b"
)
# "Lind", "Oslo police chief Jan Berg"; a body has an article before it, as a rule.
NAME = lazy_pattern(
    r"(?!(?:The|A|An|One|This|That|His|Her|Its|Their|Our|Some|Many|Few|No)\b)(?:[A-Z][\w.'-]*)(?: .*)?$"
)
PLURAL = lazy_pattern(
    r"\b(?:[a-z]+(?<![su])s|people|police|men|women|media|public|some|many|others|most|several|both)$"
)
# "For Marta Lind, the road is a lifeline."
CONCERNED = lazy_pattern(r"(?:For|To|With|Like) ([A-Z][^,“]{2,60}),")
# A sentence that names nobody in so many letters is about nobody.
OPENING_LENGTH = 200


class SourceKind(StrEnum):
    """What the words for the source tell of it."""

    NAMED = "named"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    PRONOUN = "pronoun"
    NONE = "none"


class Speaker(msgspec.Struct, frozen=True):
    """Who makes a statement: the *kind* of its source, and the *name* of the person, where it is one."""

    kind: SourceKind
    name: str | None = None


class Sighting(msgspec.Struct, frozen=True):
    """A person in whom a later "he" or "she" can find its name."""

    position: int
    name: str
    title: str = ""


def speakers(document: Document) -> tuple[Speaker, ...]:
    """Return the speaker of each of the document's statements."""
    seen = list(_subjects(document))
    found = []
    for statement in document.view(statements):
        speaker = _speaker(document, statement, seen)
        found.append(speaker)
        if speaker.name and statement.source:
            insort(seen, Sighting(statement.source.start, speaker.name), key=_position)
    return tuple(found)


def people_in_focus(document: Document, span: Span) -> Iterator[str]:
    """Yield whom the sentences in *span* are about, by name or as "he" or "she"."""
    text = document.view(skeleton)
    for passage in passages_in(document, span):
        subject = first_subject(text, passage.start, passage.end)
        if subject is None:
            continue
        words = subject.cut(text).lower()
        person = words if words in SINGULAR else person_named(document, subject)
        concerned = CONCERNED.match(text, passage.start, passage.end)
        if person is None and concerned:
            person = person_named(document, Span(*concerned.span(1)))
        if person:
            yield person


def person_named(document: Document, source: Span) -> str | None:
    """Return the name of the person who is the head of the words for a source."""
    person = _person(document, source)
    return person.name if person else None


def kind_of_source(document: Document, source: Span) -> SourceKind:
    """Return what the words for a source that is no person's name tell of it."""
    return _kind(document, source, source.cut(document.view(flat)))


def _subjects(document: Document) -> Iterator[Sighting]:
    text = document.view(skeleton)
    people = sorted(
        mention.span.start
        for entity in document.view(entities)
        if entity.kind is Kind.PERSON
        for mention in entity.mentions
    )
    for passage in document.view(passages):
        first = bisect_left(people, passage.start)
        if first == len(people) or people[first] >= min(passage.end, passage.start + OPENING_LENGTH):
            continue
        subject = first_subject(text, passage.start, passage.end)
        person = _person(document, subject) if subject else None
        if person:
            yield person


def _speaker(document: Document, statement: Statement, seen: Sequence[Sighting]) -> Speaker:
    if statement.source is None and statement.cue is not None:
        return Speaker(SourceKind.NONE)
    if statement.source is None:
        before = _latest(document, statement.content[0].start, seen)
        return Speaker(SourceKind.NONE, before.name if before else None)
    source = statement.source
    words = source.cut(document.view(flat))
    pronoun = POSSESSIVES.get(words.lower(), words.lower())
    if pronoun in SINGULAR:
        before = _latest(document, source.start, seen, pronoun=pronoun)
        return Speaker(SourceKind.PRONOUN, before.name if before else None)
    if pronoun in PRONOUNS:
        return Speaker(SourceKind.PRONOUN)
    person = _person(document, source)
    if person:
        return Speaker(SourceKind.NAMED, person.name)
    kind = _kind(document, source, words)
    return Speaker(kind, officeholder(document, words, source.start) if kind is SourceKind.ROLE else None)


def _latest(
    document: Document, position: int, seen: Sequence[Sighting], *, pronoun: str = ""
) -> Sighting | None:
    """Find the person last in focus before *position*, within the reach of a reader's memory."""
    other = {"he": FEMININE, "she": MASCULINE}.get(pronoun, frozenset())
    reach = PRONOUN_REACH if pronoun else SPEECH_REACH
    own = bisect_right(document.blocks, position, key=lambda block: block.span.start)
    earliest = document.blocks[max(0, own - reach)].span.start
    first = bisect_left(seen, earliest, key=_position)
    near = seen[first : bisect_left(seen, position, first, key=_position)]
    return max((one for one in near if one.title not in other), key=_position, default=None)


def _position(sighting: Sighting) -> int:
    return sighting.position


def _person(document: Document, source: Span) -> Sighting | None:
    """Return the person who is the head of the words for a source."""
    text = document.view(flat)
    for mention in mentions_in(document, source):
        entity = entity_at(document, mention.span.start)
        if entity is None or entity.kind is not Kind.PERSON:
            continue
        following = text[mention.span.end : source.end]
        if AFTER_HEAD.match(following) and not BEFORE_OTHER.search(text[source.start : mention.span.start]):
            known = document.view(_courtesies).get((mention.title, mention.words[-1]), entity.name)
            return Sighting(mention.span.start, known, mention.title)
    name = document.view(_surnames).get(source.cut(text))
    return Sighting(source.start, name) if name else None


def _courtesies(document: Document) -> dict[tuple[str, str], str]:
    """Return whom "Mrs. Lind" first meant: she stays that person when a Mr. Lind comes in."""
    known: dict[tuple[str, str], str] = {}
    for mention in mentions(document):
        entity = entity_at(document, mention.span.start)
        if entity and mention.title in FEMININE | MASCULINE:
            known.setdefault((mention.title, mention.words[-1]), entity.name)
    return known


def _surnames(document: Document) -> dict[str, str]:
    """Return by surname the names of people, for bare surnames that the names view leaves in doubt."""
    people = [entity for entity in document.view(entities) if entity.kind is Kind.PERSON]
    return {entity.surname: entity.name for entity in people if entity.surname}


def _kind(document: Document, source: Span, words: str) -> SourceKind:
    if ANONYMOUS.search(words):
        return SourceKind.ANONYMOUS
    head = re.split(
        r",| (?:of|for|from|in|at|who|that|on|by|to|with|about|released|published)\b", words, maxsplit=1
    )[0]
    last = head.rpartition(" ")[2].lower()
    if last in document.lexicon.view(_documents):
        return SourceKind.DOCUMENT
    roles = document.lexicon.view(_roles)
    if last in roles:
        return SourceKind.ROLE
    if last.removesuffix("s") in roles:
        return SourceKind.COLLECTIVE
    named = [entity_at(document, mention.span.start) for mention in mentions_in(document, source)]
    if any(entity and entity.kind is Kind.ORGANISATION for entity in named) or PLURAL.search(head):
        return SourceKind.COLLECTIVE
    return SourceKind.NAMED if NAME.match(head) else SourceKind.COLLECTIVE


def _documents(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("document-sources"))


def _roles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("roles"))
