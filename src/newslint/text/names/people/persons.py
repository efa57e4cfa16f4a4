"""Persons: who is named while a story is being read, whom a bare name means, what each is called by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.folding import plain
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.candidates.own_words import is_family_first

# What a nickname inside a name opens with: Robert “Bob” Lind.
MARKS = ('"', "“", "‘", "'")
# What names more people by one word is a register and no story: later ones are told apart by all their words.
MOST_NAMESAKES = 64
# Who has borne a surname alone so often, bears it on when the story names a relative.
SETTLED = 3
# An Icelander has a father's or a mother's name, and is called by the given one.
PATRONYMIC = lazy_pattern(r"(?:d[óo]ttir|sson)$")


class Person(msgspec.Struct, eq=False):
    """A person: the fullest form so far, and where named. Mutable, as every mention may tell more."""

    words: tuple[str, ...]
    surname: str
    first: int
    mentions: list[Candidate]

    @property
    def full(self) -> bool:
        """Tell whether more than a surname is known."""
        return len(self.words) > 1

    @property
    def bare_mentions(self) -> int:
        """Return how often the person was named by one word so far."""
        return sum(len(mention.words) == 1 for mention in self.mentions)


class People:
    """The persons of one story, found by any word of their names. Grows while the story is read."""

    def __init__(self, known: NameWords) -> None:
        self.known = known
        self.all: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self._by_words: dict[tuple[str, ...], Person] = {}

    def introduce(self, candidate: Candidate) -> None:
        """Add a person named in full, or one more mention of somebody who is known."""
        words = named_words(candidate.words, self.known)
        for person in self._namesakes(words):
            if same_person(person.words, words, self.known):
                person.mentions.append(candidate)
                spelt_out = person.words[0].endswith(".") and not words[0].endswith(".")
                if len(words) > len(person.words) or (spelt_out and len(words) == len(person.words)):
                    person.words = words
                    self._index(person)
                return
        self._add(candidate, words)

    def introduce_alone(self, candidate: Candidate) -> None:
        """Add a person named by one word and a title, or one more mention of somebody who is known."""
        person = self.bearer(candidate.words[0], candidate.start)
        if person:
            person.mentions.append(candidate)
        else:
            self._add(candidate, candidate.words)

    def has_surname(self, word: str) -> bool:
        """Tell whether somebody is called *word*."""
        return any(person.surname == word for person in self._by_word.get(plain(word), ()))

    def bearer(self, word: str, position: int) -> Person | None:
        """Return whom *word* alone means at *position*: by surname, then by any other part of the name."""
        key = plain(word)
        found = self._by_word.get(key)
        if not found:
            return None
        fits = (
            [person for person in found if plain(person.surname) == key]
            or [person for person in found if plain(person.words[0]) != key]
            or found
        )
        met = [each for each in fits if each.first <= position]
        shared = met if len(met) > 1 and plain(met[0].surname) == key else ()
        settled = (each for each in shared if each.bare_mentions >= SETTLED)
        return next(settled, None) or max(met, key=_recent, default=fits[0])

    def bearer_of_part(self, words: tuple[str, ...]) -> Person | None:
        """Return whose name holds *words* in a row ("Lacalle Pou")."""
        parts = tuple(map(plain, words))
        for person in self._by_word.get(parts[0], ()):
            whole = tuple(map(plain, person.words))
            if any(whole[at : at + len(parts)] == parts for at in range(len(whole) - len(parts) + 1)):
                return person
        return None

    def _add(self, candidate: Candidate, words: tuple[str, ...]) -> None:
        person = Person(words, family_name(words, self.known), candidate.start, [candidate])
        self.all.append(person)
        self._index(person)

    def _namesakes(self, words: tuple[str, ...]) -> Iterator[Person]:
        """Yield who may be meant by a full name, the first to be named first."""
        yield from self._by_word.get(plain(words[-1]), ())
        if alike := self._by_words.get(words):
            yield alike

    def _index(self, person: Person) -> None:
        self._by_words.setdefault(person.words, person)
        # "Enkhtuya" is B.Enkhtuya.
        for word in {plain(word.rpartition(".")[2] or word) for word in person.words}:
            people = self._by_word.setdefault(word, [])
            if len(people) < MOST_NAMESAKES and person not in people:
                people.append(person)


def may_be_relative(candidate: Candidate) -> bool:
    """Tell whether a name has two words and could be anybody's."""
    if candidate.kind is not Kind.UNKNOWN or candidate.sure or candidate.opens or candidate.titled_block:
        return False
    return len(candidate.words) == 2


def same_person(older: tuple[str, ...], newer: tuple[str, ...], known: NameWords) -> bool:
    """Tell whether two full names are one person's: a later one may be shorter or have an initial."""
    old, new = tuple(map(plain, older)), tuple(map(plain, newer))
    if old == new:
        return True
    if len(old) < 2 or len(new) < 2 or old[-1] != new[-1]:
        return (len(new) > len(old) > 1 and new[: len(old)] == old) or _leaves_out(newer, older, known)
    if old[0] == new[0] or _short_for(old[0], new[0], known):
        return not _spelt_out(new, old)
    return len(new) < len(old) and new == old[-len(new) :]


def _leaves_out(newer: tuple[str, ...], older: tuple[str, ...], known: NameWords) -> bool:
    """Tell whether a later name is one without its last surname: "Stella Marisa" of "Stella Marisa Lind"."""
    if len(newer) < 2 or older[: len(newer)] != newer:
        return False
    *small, last = older[len(newer) :]
    return all(word.lower() in known.particles for word in small) and not known.everyday(last)


def words_with_starts(candidate: Candidate) -> Iterator[tuple[Span, str]]:
    """Yield the words of a candidate with their places."""
    start = candidate.start
    for word in candidate.words:
        yield Span(start, start + len(word)), word
        start += len(word) + 1


def named_words(words: tuple[str, ...], known: NameWords) -> tuple[str, ...]:
    """Return *words* without "Jr." and its like, and without a nickname in quotation marks."""
    words = (
        words[:-1]
        if len(words) > 1 and words[-1] in known.suffixes and not _is_regnal(words, known)
        else words
    )
    return tuple(word for word in words if not word.startswith(MARKS)) if len(words) > 2 else words


def _is_regnal(words: tuple[str, ...], known: NameWords) -> bool:
    """Tell whether a name is a pope's or a king's, of whom there are several: "Leo XIV"."""
    return len(words) == 2 and words[1] in known.numerals


def family_name(words: tuple[str, ...], known: NameWords) -> str:
    """Return the part of a full name by which a story goes on to call its bearer: of some, all of it."""
    if words[0] in known.kunyas or sum(word in known.surnameless for word in words[:3]) > 1:
        return " ".join(words)
    if _is_regnal(words, known):
        return words[0]
    if len(words) == 2 and words[1].partition("-")[2].islower() and not known.is_given(words[0]):
        return words[0]
    if (
        len(words) in (2, 3)
        and words[0] in known.families
        and (words[0] not in known.given or "-" in words[-1])
    ) or is_family_first(words, known):
        return words[0]
    return words[-1]


def calling_name(person: Person, known: NameWords) -> str:
    """Return the surname, or the part that stands first where the story shows that it is called by that.

    Hungarian and East Asian names may have the family's name first, Icelandic ones have none, and Vietnamese
    are called by the last.
    """
    first, last = person.words[0], person.words[-1]
    alone = Counter(plain(each.text) for each in person.mentions if len(each.words) == 1)
    if len(person.words) == 3 and person.surname == first:
        return last if alone[plain(last)] and not alone[plain(first)] else first
    if len(person.words) != 2 or person.surname != last:
        return person.surname
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


def _short_for(first: str, second: str, known: NameWords) -> bool:
    """Tell whether one given name is the other's initial or nickname."""
    initial = "." in (first[1:2], second[1:2]) and first[0] == second[0]
    return initial or (first, second) in known.nicknames


def _recent(person: Person) -> int:
    return person.first


def _spelt_out(new: tuple[str, ...], old: tuple[str, ...]) -> bool:
    """Tell whether a middle name tells two people apart: Ahmad Shah Massoud and Ahmad Massoud, two Bushes.

    Several middle names are what somebody is called in full.
    """
    initials = {"".join(word for word in name[1:-1] if word[1:2] == ".") for name in (new, old)} - {""}
    if len(initials) > 1:
        return True
    if len(old) != 2 or len(new) != 3:
        return False
    return len(new[1].rstrip(".")) > 2 and new[1] not in old


def _small_words(word: str, full: Sequence[str]) -> str:
    at = full.index(word) if word in full else 0
    first = at
    while first > 1 and full[first - 1].islower():
        first -= 1
    return " ".join(full[first:at])
