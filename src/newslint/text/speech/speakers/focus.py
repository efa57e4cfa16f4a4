"""Focus: whom a reader has in mind where a pronoun or bare speech stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import name_words
from newslint.text.names.people.mentions import entity_at, mentions_in
from newslint.text.names.people.pronouns import SINGULAR, pronoun_of, suits, surely_suits
from newslint.text.quoting.passages import passage_at, passages_in, skeleton
from newslint.text.quoting.quotations import in_quotation
from newslint.text.speech.cues.first_subjects import first_subject
from newslint.text.speech.cues.named_sources import Sighting, person_named
from newslint.text.speech.cues.source_kinds import (
    SourceKind,
    brings_newcomer,
    is_crowd,
    is_newcomer,
    kind_of_source,
)
from newslint.text.speech.statements.statements import statements_in

# So many paragraphs after a person was in focus, "she" can mean her, and bare speech can be hers.
PRONOUN_REACH, SPEECH_REACH = 7, 3
# How many sightings back a reader knows who is "she".
REMEMBERED = 100
NAME_WORD = lazy_pattern(r"[A-Z][\w-]+")
# "Asked again whether he would take gifts from Berg, (he) said"
ASKED = lazy_pattern(r"(?:When )?(?:[Aa]sked|[Pp]ressed|[Cc]hallenged|[Qq]uestioned)\b[^.!?“”]*, ")
# A sentence whose subject is quoted is about nobody: “…,” he said.
QUOTED = "“"
# "But he", "Yet she": the pronoun opens its sentence.
OPENING = 12
# "Safaa, a mother of six", "Saib, 12,"
EXPLAINED = lazy_pattern(r", (?:an? |who |\d\d?,)")


def in_focus(
    document: Document, position: int, seen: Sequence[Sighting], *, others: Sequence[Span], pronoun: str = ""
) -> str | None:
    """Return who was last in focus before *position*, unless a reader may think of somebody else.

    Whoever is named in *others* is not the one who speaks, nor is whoever is another pronoun elsewhere.
    """
    text = document.view(flat)
    position = _before_question(document, position) if pronoun else position
    named = {word for span in others for word in NAME_WORD.findall(text, span.start, span.end)}
    latest = seen[-REMEMBERED:]
    opposite = {one.name for one in latest if {one.pronoun, pronoun} == SINGULAR}
    families = {_surname(one.name) for one in latest if one.name not in opposite} if opposite else set()
    # "He" was Peter Berg before: "she" is not him, but may be Anna Berg.
    named |= {surname for name in opposite if (surname := _surname(name)) not in families}
    near = _near(document, position, seen, PRONOUN_REACH if pronoun else SPEECH_REACH)
    suiting = (one for one in near if one.name not in opposite and _suits(document, one, pronoun))
    # "I am glad that Marta came": bare speech is not Marta Lind's.
    fitting = [one for one in suiting if named.isdisjoint(_parts(one.name, whole=not pronoun))]
    last = fitting[-1] if fitting else None
    if last is None or _comes_between(document, last, position, pronoun):
        return None
    return last.name or None


def _before_question(document: Document, position: int) -> int:
    """Return where a sentence starts that opens with a question: "Asked about Berg, (he) said"."""
    passage = passage_at(document, position)
    asked = passage and ASKED.fullmatch(document.view(skeleton), passage.start, position)
    return passage.start if asked else position


def _near(document: Document, position: int, seen: Sequence[Sighting], reach: int) -> Sequence[Sighting]:
    own = bisect_right(document.blocks, position, key=lambda block: block.span.start)
    earliest = document.blocks[max(0, own - reach)].span.start
    first = bisect_left(seen, earliest, key=_position)
    return seen[first : bisect_left(seen, position, first, key=_position)]


def _position(sighting: Sighting) -> int:
    return sighting.position


def _suits(document: Document, person: Sighting, pronoun: str) -> bool:
    """Tell whether a pronoun suits the title and the name of a person."""
    return pronoun_of(document, person.title) in ("", pronoun) and suits(document, person.name, pronoun)


def _parts(name: str, *, whole: bool) -> Sequence[str]:
    return name.split(" ") if whole else (_surname(name),)


def _surname(name: str) -> str:
    return name.rpartition(" ")[2]


def _comes_between(document: Document, person: Sighting, position: int, pronoun: str) -> bool:
    """Tell whether a reader may think of somebody else, who came in since a person was in focus."""
    text = document.view(skeleton)
    since = passages_in(document, Span(person.position + 1, position))
    spans = [Span(span.start, min(span.end, position)) for span in since]
    subjects = [first_subject(text, span.start, span.end) for span in spans]
    told = [subject for subject in subjects if subject and text[subject.start] != QUOTED]
    if any(_is_stranger(document, subject, person.name) for subject in told):
        return True
    if not pronoun and subjects and subjects[-1] and is_crowd(document, subjects[-1]):
        return True
    if any(brings_newcomer(document, span) for span in spans[-2:]):
        return True
    named = _named(document, Span(person.position, position))
    if _suits_better(document, named, person.name, pronoun) and not _goes_on(document, person, position):
        return True
    return any(
        _is_about_others(document, person, window, pronoun) for window in _windows(document, spans, position)
    )


def _goes_on(document: Document, person: Sighting, position: int) -> bool:
    """Tell whether a sentence opens with the pronoun, and the one before is what the person says.

    Whoever else is named there, is spoken of: "Robin Lind said that Olaf Sund lied. He …".
    """
    own, before = passage_at(document, position), passage_at(document, person.position)
    if not own or not before or before.start == own.start or position - own.start > OPENING:
        return False
    if document.view(flat)[before.end : own.start].strip():
        return False
    said = [
        piece
        for statement in statements_in(document, before)
        if statement.source and statement.source.start <= person.position < statement.source.end
        for piece in statement.content
    ]
    return bool(said) and not _named(document, Span(person.position, said[0].start)) - {person.name}


def _windows(document: Document, spans: Sequence[Span], position: int) -> Iterator[Span]:
    """Yield the copy just before *position*: of its paragraph, and of the sentence before."""
    block = document.block_at(position)
    if block:
        yield Span(block.span.start, position)
    before = [span for span in spans if span.end < position]
    if before:
        yield Span(before[-1].start, position)


def _is_about_others(document: Document, person: Sighting, window: Span, pronoun: str) -> bool:
    """Tell whether the copy names others whom a pronoun suits, and not the person in focus."""
    if person.position >= window.start:
        return False
    named = _named(document, window)
    return person.name not in named and any(suits(document, name, pronoun) for name in named)


def _suits_better(document: Document, named: set[str], person: str, pronoun: str) -> bool:
    """Tell whether a pronoun surely suits somebody named since, and only perhaps the person in focus."""
    if surely_suits(document, person, pronoun):
        return False
    return any(surely_suits(document, name, pronoun) for name in named - {person})


def _named(document: Document, span: Span) -> set[str]:
    """Return who is named in *span*, outside quotations."""
    starts = (mention.span.start for mention in mentions_in(document, span))
    found = (entity_at(document, start) for start in starts if not in_quotation(document, start))
    return {entity.name for entity in found if entity and entity.kind is Kind.PERSON}


def _is_stranger(document: Document, subject: Span, person: str) -> bool:
    """Tell whether a sentence is about somebody of whom the story gives no full name.

    Of what the person in focus has, it is not: "Lind's tone was calm", but not "Lind's brother was calm".
    """
    if is_newcomer(document, subject):
        return True
    text = document.view(flat)
    known = [entity_at(document, mention.span.start) for mention in mentions_in(document, subject)]
    people = {entity.name for entity in known if entity and entity.kind is Kind.PERSON}
    if people == {person} and kind_of_source(document, subject) is not SourceKind.ROLE:
        return False
    if people:
        return person_named(document, subject) is None
    words = subject.cut(text)
    if not words[:1].isupper() or " " in words or not EXPLAINED.match(text, subject.end):
        return False
    return not document.lexicon.view(name_words).everyday(words)
