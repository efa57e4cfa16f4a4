"""Speakers: of what kind a source is, and which person it is, carried through the story as a reader would."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.people.entities import entities
from newslint.text.names.people.mentions import mentions_in
from newslint.text.names.people.offices import officeholder
from newslint.text.names.people.pronouns import SINGULAR, suits
from newslint.text.quoting.passages import passage_at, passages, passages_in, skeleton
from newslint.text.speech.cues.first_subjects import first_subject
from newslint.text.speech.cues.named_sources import Sighting, person_named, sighting
from newslint.text.speech.cues.source_kinds import SourceKind, is_newcomer, kind_of_source
from newslint.text.speech.speakers.focus import in_focus
from newslint.text.speech.statements.statements import Statement, statements, statements_in

PRONOUNS = SINGULAR | {"they", "we", "i", "you", "it", "who", "which", "that", "this", "everyone", "nobody"}
POSSESSED = lazy_pattern(r"[a-z]'s? [a-z]")
ADDING = frozenset({"added", "adds", "continued", "continues", "went on", "goes on"})
PASSING_ON = frozenset({"according to", "per"})
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it", "our": "we", "my": "i"}
# "For Marta Lind, the road is a lifeline."
CONCERNED = lazy_pattern(r"(?:For|To|With|Like|As for) ([A-Z][^,“]{2,60}),")
LONGEST_NAME = 60
# A sentence that names nobody in so many letters is about nobody.
OPENING_LENGTH = 200


class Speaker(msgspec.Struct, frozen=True):
    """Who makes a statement: the *kind* of its source, and the *name* of the person, where it is one."""

    kind: SourceKind
    name: str | None = None


def speakers(document: Document) -> tuple[Speaker, ...]:
    """Return the speaker of each of the document's statements."""
    return document.view(_followed)[0]


def speaker_of(document: Document, statement: Statement) -> Speaker:
    """Return whose a statement is that is not among those of the story, such as a stance."""
    return _speaker(document, statement, document.view(_followed)[1])


def _followed(document: Document) -> tuple[tuple[Speaker, ...], Sequence[Sighting]]:
    """Follow the story: the speakers of its statements, and everybody whom a reader has seen."""
    seen = list(_subjects(document))
    found: list[Speaker] = []
    before: Statement | None = None
    for statement in document.view(statements):
        speaker = _speaker(document, statement, seen)
        if before and _follows_nobody(before, statement) and not found[-1].name:
            speaker = Speaker(SourceKind.NONE)
        if before and not speaker.name and _adds(document, before, statement, found[-1]):
            speaker = found[-1]
        found.append(speaker)
        if _stays_in_mind(document, statement, speaker):
            source = statement.source or statement.passage
            pronoun = _pronoun(document, source)
            insort(seen, Sighting(source.start, speaker.name or "", pronoun=pronoun), key=_position)
        before = statement
    return tuple(found), seen


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
        concerned = CONCERNED.match(text, passage.start, passage.end)
        subject = Span(*concerned.span(1)) if concerned else first_subject(text, passage.start, passage.end)
        person = sighting(document, subject) if subject else None
        holder = None if person or not subject else officeholder(document, subject.cut(text), subject.start)
        if person:
            yield person
        elif subject and holder:
            yield Sighting(subject.start, holder)


def _is_inside(document: Document, source: Span) -> bool:
    """Tell whether somebody else says that this source says something: "Lind said (Berg) agreed"."""
    beside = statements_in(document, passage_at(document, source.start))
    return any(piece.contains(source) for statement in beside for piece in statement.content)


def _follows_nobody(before: Statement, statement: Statement) -> bool:
    """Tell bare speech after another source, which goes on speaking: "The council said no. ¶ “…”"."""
    return statement.source is None and statement.cue is None and before.source is not None


def _adds(document: Document, before: Statement, statement: Statement, speaker: Speaker) -> bool:
    """Tell whether "he added" follows what somebody said: nobody else adds to it."""
    source, cue = statement.source, statement.cue
    if not speaker.name or source is None or cue is None or before.source is None:
        return False
    pronoun, text = _pronoun(document, source), document.view(flat)
    if (
        pronoun not in SINGULAR
        or cue.cut(text).lower() not in ADDING
        or not suits(document, speaker.name, pronoun)
    ):
        return False
    return text.count("\n\n", before.content[-1].end, statement.content[0].start) < 2


def _stays_in_mind(document: Document, statement: Statement, speaker: Speaker) -> bool:
    """Tell whether a source can be the next "he" or "she", or keeps others from being it."""
    source = statement.source
    if source is None or not (speaker.name or _hides(document, source, speaker)):
        return False
    if not speaker.name and speaker.kind is SourceKind.NAMED and _passes_on(document, statement):
        return False
    return not _is_inside(document, source)


def _passes_on(document: Document, statement: Statement) -> bool:
    """Tell whether an outlet only passes on what somebody else says: "…, according to Variety"."""
    cue = statement.cue
    return cue is not None and cue.cut(document.view(flat)).lower() in PASSING_ON


def _hides(document: Document, source: Span, speaker: Speaker) -> bool:
    """Tell whether a source without a name is a new person, in whose place nobody else may be put."""
    words = source.cut(document.view(flat))
    if speaker.kind is SourceKind.PRONOUN:
        return words.lower() in SINGULAR
    # "Lind's view of it was grim": nobody new.
    if speaker.kind is SourceKind.NAMED and POSSESSED.search(words):
        return False
    return speaker.kind in (SourceKind.NAMED, SourceKind.ANONYMOUS) or is_newcomer(document, source)


def _speaker(document: Document, statement: Statement, seen: Sequence[Sighting]) -> Speaker:
    source = statement.source
    if source is None:
        start, content = statement.content[0].start, statement.content
        carried = None if statement.cue else in_focus(document, start, seen, others=content)
        return Speaker(SourceKind.NONE, carried)
    words, pronoun = source.cut(document.view(flat)), _pronoun(document, source)
    if pronoun in SINGULAR:
        others = (*statement.content, Span(source.end, statement.passage.end))
        return Speaker(
            SourceKind.PRONOUN, in_focus(document, source.start, seen, others=others, pronoun=pronoun)
        )
    if pronoun in PRONOUNS:
        return Speaker(SourceKind.PRONOUN, _antecedent(document, source) if pronoun == "who" else None)
    person = person_named(document, source)
    if person:
        return Speaker(SourceKind.NAMED, person)
    kind = kind_of_source(document, source)
    return Speaker(kind, officeholder(document, words, source.start) if kind is SourceKind.ROLE else None)


def _antecedent(document: Document, source: Span) -> str | None:
    """Return the person whose name stands just before "who"."""
    reach = Span(max(0, source.start - LONGEST_NAME), source.start)
    near, text = mentions_in(document, reach), document.view(flat)
    beside = near and not text[near[-1].span.end : source.start].strip(" ,")
    return person_named(document, near[-1].span) if beside else None


def _pronoun(document: Document, source: Span) -> str:
    """Return the source in lower case, "he" for "his"."""
    words = source.cut(document.view(flat)).lower()
    return POSSESSIVES.get(words, words)


def _position(sighting: Sighting) -> int:
    return sighting.position
