"""Everyday surnames: where a plain word with a capital is the surname of somebody in the story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.text.flat import flat
from newslint.text.grammar import IRREGULAR_PAST
from newslint.text.names.evidence import Candidate
from newslint.text.names.name_words import NameWords, name_words
from newslint.text.names.sentence_openings import opens_sentence
from newslint.text.words import words

# "King said", "King, who", "King's"; "Sun, Feb. 2" and "King Charles" are none.
ALONE = lazy_pattern(r"(?!\.\w|-\w|,? (?:[A-Z]|\d)|,? (?:[Aa]nd|&) [A-Z])'?s?,?(?: ([\w']+))?")
BEFORE = lazy_pattern(r"(?:[A-Z][\w'-]* |[#@/&-]|\b(?:[Tt]he|[Aa]n?) )\Z")
AUXILIARIES = ("was", "has", "had")
REACH = 24


def everyday_surname_mentions(document: Document, surname: str, after: int) -> Iterator[Candidate]:
    """Yield where *surname* stands alone after the place where its bearer is introduced.

    Where it opens a sentence, its capital says nothing, and a verb of speech or of the past has to follow.
    """
    known = document.lexicon.view(name_words)
    text = document.view(flat)
    for start in document.view(words).get(surname.lower(), ()):
        if start > after and text.startswith(surname, start) and _is_name(text, start, surname, known):
            yield Candidate(start, (surname,))


def is_everyday(surname: str, known: NameWords) -> bool:
    """Tell whether a surname is a word that is taken for a name only in company."""
    return surname in known.silent or known.everyday(surname)


def _is_name(text: str, start: int, surname: str, known: NameWords) -> bool:
    alone = ALONE.match(text, start + len(surname))
    if alone is None or BEFORE.search(text, max(0, start - REACH), start):
        return False
    if not opens_sentence(text, start):
        return True
    following = alone[1] or ""
    return surname.lower() not in known.starters and _is_verb(following, known)


def _is_verb(word: str, known: NameWords) -> bool:
    return word in known.cues or word.endswith("ed") or word in IRREGULAR_PAST or word in AUXILIARIES
