"""Named sources: which person of the story the words for a source name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded, WordSet
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.people.bearers import bearer
from newslint.text.names.people.entities import Mention, entities
from newslint.text.names.people.mentions import entity_at, mentions, mentions_in
from newslint.text.names.people.pronouns import pronoun_of, suits
from newslint.text.words import words

# "Paris Mayor Anne Hidalgo's aide", "the letter to Hidalgo": these names are not the source.
AFTER_HEAD = lazy_pattern(
    r"(?:$|[\s]*[,(;:.—–-]|\s(?:who|of|and|from|in|at|the|a|an|with|on|\w+ing)\b|\s?\d|\s“)"
)
BEFORE_OTHER = Worded(
    r"""\b(?:(?:of|for|to|by|with|from|at|in|against|about|on|under|over|behind|near|between|among|than|like|without
      |before|after|since|despite|into|around|towards?
      |(?!{adjectives-in-ing}\b)[a-z]+ing)
      \s(?:[A-Z][\w.]*\s)*$
    | (?:who|which|whose)\s)""",
    re.VERBOSE,
)
# "Minister of National Planning (Jan Berg)", "the President of Kenya, (William Ruto)"
TITLE_OF = Worded(r"\b{personal-titles} (?:of|for|to) (?:the )?(?:[A-Z][\w-]* (?:and |& )?){1,5}$")
# "the Treasury" is nobody, even where the names view takes it for a person.
ARTICLE = lazy_pattern(r"\b[Tt]he $")
# "HuffPost", "YouTube"; not "McCain", "DiCaprio", "DeSantis".
COINED = lazy_pattern(r"[A-Z][a-z]{2,}[A-Z]")
STREETS = WordSet("street-words")
NAME_OPENERS = WordSet("openings-of-names")


class Sighting(msgspec.Struct, frozen=True):
    """A person in whom a later "he" or "she" can find its name; without a *name*, somebody unknown.

    *title* is what stands before the name, *pronoun* what stands for it.
    """

    position: int
    name: str
    title: str = ""
    pronoun: str = ""


def person_named(document: Document, source: Span) -> str | None:
    """Return the name of the person who is the head of the words for a source."""
    person = sighting(document, source)
    return (person.name or None) if person else None


def sighting(document: Document, source: Span) -> Sighting | None:
    """Return the person who is the head of the words for a source, without a name where several have it."""
    text = document.view(flat)
    for mention in mentions_in(document, source):
        entity = entity_at(document, mention.span.start)
        if entity is None or entity.kind is not Kind.PERSON:
            continue
        if len(mention.words) == 1 and _is_nobody(document, mention, source):
            continue
        if mention.words[-1] in STREETS.of(document):
            continue
        following = text[mention.span.end : source.end]
        before = text[source.start : mention.span.start]
        if AFTER_HEAD.match(following) and (
            TITLE_OF.of(document).search(before) or not BEFORE_OTHER.of(document).search(before)
        ):
            meant = document.view(_courtesies).get((mention.title, mention.words[-1]))
            if meant is None:
                alone = mention.text == entity.surname
                meant = bearer(document, mention, entity) if alone else entity.name
            fits = suits(document, meant, pronoun_of(document, mention.title))
            return Sighting(mention.span.start, meant if fits else "", mention.title)
    bare = source.cut(text)
    bare = bare.title() if bare.isupper() else bare
    known = document.view(_surnames).get(bare) or document.view(_given_names).get(bare)
    return Sighting(source.start, known) if known else None


def _is_nobody(document: Document, mention: Mention, source: Span) -> bool:
    """Tell whether a name of one word is a body's, a coined one or a plain word: "HuffPost", "Exporters"."""
    text, word = document.view(flat), mention.words[0]
    if ARTICLE.search(text, source.start, mention.start):
        return True
    if mention.title:
        return False
    coined = COINED.match(word) is not None and not word.startswith(tuple(NAME_OPENERS.of(document)))
    return coined or (word.endswith("s") and _is_plain(document, word.lower()))


def _is_plain(document: Document, word: str) -> bool:
    """Tell whether a word stands between spaces in small letters, too."""
    text = document.view(flat)
    if not word.isalpha():
        return f" {word} " in text
    places = document.view(words).get(word, ())
    return any(text.startswith(f" {word} ", start - 1) for start in places if start)


def _courtesies(document: Document) -> dict[tuple[str, str], str]:
    """Return whom "Mrs. Lind" first meant: she stays that person when a Mr. Lind comes in."""
    known: dict[tuple[str, str], str] = {}
    for mention in mentions(document):
        entity = entity_at(document, mention.span.start)
        if entity and pronoun_of(document, mention.title):
            known.setdefault((mention.title, mention.words[-1]), entity.name)
    return known


def _surnames(document: Document) -> dict[str, str]:
    """Return by surname who alone bears it, for bare surnames that the names view leaves in doubt."""
    people = [entity for entity in document.view(entities) if entity.kind is Kind.PERSON]
    counts = Counter(entity.surname for entity in people)
    return {
        entity.surname: entity.name for entity in people if entity.surname and counts[entity.surname] == 1
    }


def _given_names(document: Document) -> dict[str, str]:
    """Return by given name the people of one family, whom a story has to tell apart by it."""
    people = [entity for entity in document.view(entities) if entity.kind is Kind.PERSON]
    counts = Counter(entity.surname for entity in people)
    named = [(entity.words[0], entity.name) for entity in people if len(entity.words) > 1]
    shared = {entity.name for entity in people if counts[entity.surname] > 1}
    return {given: name for given, name in _unshared(named).items() if name in shared}


def _unshared(named: Sequence[tuple[str, str]]) -> dict[str, str]:
    counts = Counter(part for part, _ in named)
    return {part: name for part, name in named if counts[part] == 1}
