"""Rivals: the two people whom a surname alone can mean at one place."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.people.casts import Character
from newslint.text.names.people.pronouns import suits
from newslint.text.names.people.surnames import in_brackets, means_bearer
from newslint.text.names.spellings.name_uses import words_known
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at

NEAR = 60
# So far on, a full name is no longer what the reader has in mind.
FAR = 450
# So near, whoever alone was named is meant.
JUST = 250
# "On Monday, former governor Peter Woods said"
OPENING = 4
LONGEST_CUE = 12
# "whose son, James Woods", "the late brother of Sen. Peter Woods", "like Peter Woods", "Peter Woods's time".
PASSING = Worded(
    r"\b(?:(?<!with her )(?<!with his )(?<!and her )(?<!and his )(?:{kin}|\w+-in-law|parents)(?: of)?|"
    r"like|including|such as|under|named (?:after|for)),?(?: [\w.-]+){0,5}(?: and)? \Z"
)
OWNING = lazy_pattern(r"['’](?:s\b| )")
OPENING_PRONOUN = lazy_pattern(r"(?:[.!?…][\"”’)]*\s+|\n)(She|Her|He|His)\b")


def rivals(
    in_full: Sequence[tuple[Span, Character]], name: Span, document: Document
) -> tuple[str, str] | None:
    """Return the two people whom the surname can mean, if both are in the reader's mind.

    One who only came in passing is not ("the son of Peter Woods"), nor one of long ago, when the other is
    named in full just before.
    """
    named: dict[str, list[Span]] = {}
    givens: dict[str, set[str]] = {}
    for span, each in in_full:
        if _is_surely_named(each, document):
            named.setdefault(each.person.name, []).append(span)
            givens.setdefault(given_name(each), set()).add(each.person.name)
    twins = {person for persons in givens.values() if len(persons) > 1 for person in persons}
    recent = sorted(
        (
            (spans[-1], person)
            for person, spans in named.items()
            if len(spans) > 1 or person in twins or not _is_in_passing(spans[0], document)
        ),
        reverse=True,
    )
    if len(recent) < 2:
        return None
    (last, second), (other, first) = recent[:2]
    if _is_told_of(last, other, name, document) or _is_gone_on_with(last, second, name, document):
        return None
    if name.start - last.end >= FAR or last.start - other.end >= FAR:
        return None
    return None if _are_aliases(first, second) and second not in twins else (first, second)


def _are_aliases(first: str, second: str) -> bool:
    """Tell whether two full names have more in common than the surname: Pat Paul Woods and Paul Jon Woods."""
    return len(set(first.split()) & set(second.split())) > 1


def _is_gone_on_with(last: Span, person: str, name: Span, document: Document) -> bool:
    """Tell whether "She" opens a sentence between the full name and the bare one, so that it is of her."""
    text = document.view(flat)
    return any(
        suits(document, person, "she" if pronoun[1] in ("She", "Her") else "he")
        and not in_quotation(document, pronoun.start(1))
        for pronoun in OPENING_PRONOUN.finditer(text, last.end, name.start)
    )


def _is_told_of(last: Span, other: Span, name: Span, document: Document) -> bool:
    """Tell whether the copy is just about who has the full name: it opens a sentence without the *other*."""
    sentence = sentence_at(document, last.start)
    text = document.view(flat)
    if _speaks(name, document) and _speaks(other, document) and not _speaks(last, document):
        return False
    return (
        not sentence.contains(other)
        and name.start - last.end < JUST
        and text.count("\n\n", last.end, name.start) <= 1
        and text.count(" ", sentence.start, last.start) <= OPENING
    )


def _speaks(name: Span, document: Document) -> bool:
    """Tell whether a verb of saying stands beside a name: "said Clara Woods"."""
    text, cues = document.view(flat), document.view(words_known).cues
    before = text[max(0, name.start - LONGEST_CUE) : name.start].split()[-1:]
    after = text[name.end : name.end + LONGEST_CUE].split()[:1]
    return any(word.lower() in cues for word in (*before, *after))


def _is_surely_named(character: Character, document: Document) -> bool:
    known = document.view(words_known)
    first = character.person.words[0]
    return first in known.given or first in known.families or bool(character.in_full[0].title)


def _is_in_passing(name: Span, document: Document) -> bool:
    """Tell whether a full name only says whose relative, thing or like somebody is."""
    text = document.view(flat)
    sentence = sentence_at(document, name.start)
    return (
        PASSING.of(document).search(text, max(0, name.start - NEAR), name.start) is not None
        or bool(OWNING.match(text, name.end))
        or in_brackets(text, sentence.start, name.start)
        or not means_bearer(document, name)
    )


def given_name(character: Character) -> str:
    """Return the plain given name of who is introduced."""
    first, *others = character.person.words
    return plain(others[-1] if first == character.person.surname else first)
