"""Name facts: what one story tells of its names, small enough to be kept and compared with other stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.folding import joined, plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.spellings.name_pairs import is_known
from newslint.text.names.spellings.name_uses import Profile, Use, name_uses, profile, words_known

# "Middletown, Ohio,"
STATE = lazy_pattern(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")
# What the first uses tell is enough.
MOST_TOLD = 4


class NameFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A spelling in one story. *companions* are the words it stands beside in full names, with their side.

    A *marked* spelling has a hyphen, a space, an accent or a capital inside and may be written without.
    *personal* says that a title or a verb of speech shows a person, *placed* that it is a place all along,
    *opening* that its capital may come from where its sentences start; *told* is what else tells of its
    bearer: titles ("minister"), and the state that stands behind a town.
    """

    text: str
    word: str
    start: int
    end: int
    count: int
    companions: tuple[tuple[str, int], ...]
    known: bool
    person: bool
    marked: bool
    personal: bool = False
    placed: bool = False
    opening: bool = False
    told: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Return where the spelling is first used."""
        return Span(self.start, self.end)


def name_facts(document: Document) -> tuple[NameFact, ...]:
    """Return the spellings that other stories could have otherwise, in the order of the text."""
    known = document.view(words_known)
    text = document.view(flat)
    words = (
        fact
        for word, uses in document.view(name_uses).items()
        for spelled in _by_spelling(uses)
        if (fact := _of_word(profile(word, spelled, known), text, known))
    )
    return tuple(sorted((*words, *_phrases(document, known)), key=lambda fact: (fact.start, fact.end)))


def _by_spelling(uses: Sequence[Use]) -> Iterator[list[Use]]:
    groups: dict[str, list[Use]] = {}
    for use in uses:
        groups.setdefault(use.word.lower(), []).append(use)
    yield from groups.values()


def _of_word(spelling: Profile, text: str, known: NameWords) -> NameFact | None:
    """Return the fact of a word that tells its bearer apart; everyday words tell nothing without company."""
    first = spelling.uses[0]
    is_own = is_known(spelling, known)
    named = first.word in known.given or first.word in known.place_parts
    if len(spelling.word) < 3 or (is_own and not named and not spelling.introduced):
        return None
    return NameFact(
        text=first.word,
        word=spelling.word,
        start=first.span.start,
        end=first.span.end,
        count=len(spelling.uses),
        companions=tuple(sorted(spelling.companions)),
        known=is_own,
        person=spelling.introduced,
        marked=spelling.word != first.word.lower(),
        personal=spelling.person,
        placed=spelling.place
        or (
            first.word in known.place_parts
            and not (first.word in known.given or spelling.introduced or known.everyday(first.word))
        ),
        opening=spelling.opening and not spelling.person,
        told=tuple(sorted({*_told(spelling.uses[:MOST_TOLD], text, known)})),
    )


def _told(uses: Sequence[Use], text: str, known: NameWords) -> Iterator[str]:
    """Yield the last word of titles before a name, and the state after a town: "Naning, Guangxi"."""
    for use in uses:
        candidate = use.candidate
        if candidate.title:
            title = candidate.title.rpartition(" ")[2]
            if title.rstrip(".") not in known.courtesy:
                yield title.lower()
        elif candidate.kind is not Kind.PERSON and (state := STATE.match(text, candidate.span.end)):
            yield state[1]


def _phrases(document: Document, known: NameWords) -> Iterator[NameFact]:
    """Yield names of two or three words, and words with a hyphen or a capital inside."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for candidate in document.view(candidates):
        for start, text in _markable(candidate, known):
            groups.setdefault(text, []).append((start, text))
    for text, places in groups.items():
        start = places[0][0]
        yield NameFact(text, joined(text), start, start + len(text), len(places), (), False, False, True)


def _markable(candidate: Candidate, known: NameWords) -> Iterator[tuple[int, str]]:
    start = candidate.start
    for at, word in enumerate(candidate.words):
        following = candidate.words[at + 1 : at + 2]
        marked = "-" in word.strip("-") or plain(word) != joined(word) or _has_capital_inside(word)
        if marked and not (known.everyday(joined(word)) or known.generic(joined(word).title())):
            yield start, word
        if following and candidate.kind is not Kind.PERSON and _is_telling(word, following[0], known):
            yield start, f"{word} {following[0]}"
        start += len(word) + 1


def _has_capital_inside(word: str) -> bool:
    return not word.isupper() and any(letter.isupper() for letter in word[2:])


def _is_telling(first: str, second: str, known: NameWords) -> bool:
    return not any(known.generic(word) or known.everyday(word) or "." in word for word in (first, second))
