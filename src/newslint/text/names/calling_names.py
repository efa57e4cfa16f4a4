"""Calling names: which part of a full name a story goes on with, and the small words that belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newslint.core.pattern import lazy_pattern
from newslint.text.folding import plain
from newslint.text.names.evidence import Candidate
from newslint.text.names.name_words import NameWords
from newslint.text.names.people import Person

# An Icelander has a father's or a mother's name, and is called by the given one.
PATRONYMIC = lazy_pattern(r"(?:d[óo]ttir|sson)$")


def calling_name(person: Person, known: NameWords) -> str:
    """Return the surname, or the part that stands first where the story shows that it is called by that.

    Hungarian and East Asian names may have the family's name first, Icelandic ones have none.
    """
    first, last = person.words[0], person.words[-1]
    if len(person.words) != 2 or person.surname != last:
        return person.surname
    alone = Counter(plain(each.text) for each in person.mentions if len(each.words) == 1)
    if alone[plain(last)] or not alone[plain(first)]:
        return person.surname
    family_first = known.is_given(last) and not known.is_given(first)
    return first if family_first or PATRONYMIC.search(last) else last


def with_particles(mention: Candidate, person: Person, text: str) -> Candidate:
    """Give a bare surname the small words that its full form has before it: "van der Loo", "dos Santos"."""
    small = _small_words(mention.words[0], person.words) if len(mention.words) == 1 else ""
    start = mention.start - len(small) - 1
    ahead = text[max(0, start - 1) : mention.start]
    if not small or ahead[1:] != f"{small} " or ahead[0].isalpha():
        return mention
    return Candidate(start, (*small.split(" "), *mention.words), mention.kind, mention.sure, mention.title)


def _small_words(word: str, full: Sequence[str]) -> str:
    at = full.index(word) if word in full else 0
    first = at
    while first > 1 and full[first - 1].islower():
        first -= 1
    return " ".join(full[first:at])
