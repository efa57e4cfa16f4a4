"""Surnames alone: where one stands for its bearer, also one that is a plain word elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.grammar import IRREGULAR_PAST
from newslint.text.names.candidates.capitals import opens_sentence
from newslint.text.names.candidates.evidence import Candidate
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.words import words

# "the Cole report", "the surname Cole", "a man surnamed Cole", "the Church of Cole", "the elder Murdoch",
# "a pre-Obama order", "(Photo/Sean Murphy)", Serhii "Marcel" Melnyk, W. Bush.
BEFORE = Worded(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Aa]nother|[Tt]his|[Tt]hat|(?i:{adjectives-before-surnames})|"
    r"[Nn]o|[Ii]nto|(?:sur)?names?|surnamed|[A-Z]\w+ of) |"
    r"\w-|/\S* ?|\b[A-Z]\. |&\s?|#|@|\w[\"”’'] )\Z"
)
# "the Clinton and Obama administrations", "Trump campaign officials".
AFTER = lazy_pattern(r"(?:-[A-Z]| & |(?: (?:and|or|nor) [A-Z]\w+)? ([a-z]+))")
# "King said", "King, who", "King's"; "Sun, Feb. 2" and "King Charles" are none.
ALONE = lazy_pattern(r"(?!\.\w|-\w|,? (?:[A-Z]|\d)|,? (?:[Aa]nd|&) [A-Z])'?s?,?(?: ([\w']+))?")
NOT_ALONE = lazy_pattern(r"(?:[A-Z][\w'-]* |[#@/&-]|\b(?:[Tt]he|[Aa]n?) )\Z")
AUXILIARIES = ("was", "has", "had")
REACH = 24


def in_brackets(text: str, start: int, name: int) -> bool:
    """Tell whether brackets that open from *start* on are still open where a name begins."""
    return text.rfind("(", start, name) > text.rfind(")", start, name)


def means_bearer(document: Document, name: Span) -> bool:
    """Tell whether a surname alone is a person's here, not an adjective or a part of another name."""
    text = document.view(flat)
    if BEFORE.of(document).search(text, max(0, name.start - REACH), name.start):
        return False
    after = AFTER.match(text, name.end)
    if after is None:
        return True
    return after[1] is not None and after[1] not in document.lexicon.view(_nouns)


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


def _nouns(lexicon: Lexicon) -> frozenset[str]:
    nouns = lexicon.words("nouns-after-surnames")
    return frozenset((*nouns, *(_plural(noun) for noun in nouns)))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeo":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch", "sh")) else f"{noun}s"


def _is_name(text: str, start: int, surname: str, known: NameWords) -> bool:
    alone = ALONE.match(text, start + len(surname))
    if alone is None or NOT_ALONE.search(text, max(0, start - REACH), start):
        return False
    if not opens_sentence(text, start):
        return True
    following = alone[1] or ""
    return surname.lower() not in known.starters and _is_verb(following, known)


def _is_verb(word: str, known: NameWords) -> bool:
    return word in known.cues or word.endswith("ed") or word in IRREGULAR_PAST or word in AUXILIARIES
