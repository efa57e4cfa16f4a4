"""Name uses: each word of each possible name, with the words that accompany it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from functools import lru_cache, partial

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.folding import plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.people.persons import family_name, named_words

# Initials, acronyms and anything with a figure in it.
ODD = lazy_pattern(r"\d|\.$|[A-Z]{2}|[a-z][A-Z]$|â$")
# "Tanzeem-ul-Makatib" is two names, "Wai-ying" is one.
ARTICLES = frozenset({"ul", "al", "el", "ud", "ur", "us", "uz", "un", "e", "i"})
# More words in a row are no name, but a list or a heading: they say nothing of one another.
LONGEST = 24
# The same names come up in story after story.
REMEMBERED = 1 << 10
# Before or after the word they accompany.
Companion = tuple[str, int]
Part = tuple[str, str, int, int]


class Use(msgspec.Struct, frozen=True, gc=False):
    """One word of a name where it stands."""

    word: str
    offset: int
    candidate: Candidate
    at: int

    @property
    def start(self) -> int:
        """Return where the word starts in the text; *offset* is where it does in the name."""
        return self.candidate.start + self.offset

    @property
    def span(self) -> Span:
        """Return where the word stands."""
        return Span(start := self.start, start + len(self.word))


class Profile(msgspec.Struct, frozen=True):
    """All uses of one spelling.

    *companions* are the words of full names it stands in: who its bearer is. *introduced* says that it is in
    a person's full name, *surname* the part that goes on alone; *alone*, that it stands by itself;
    *opening*, that its capital may come from where its sentence starts.
    """

    word: str
    uses: tuple[Use, ...]
    companions: frozenset[Companion]
    frames: frozenset[tuple[str, ...]]
    kinds: frozenset[Kind]
    introduced: bool
    surname: bool
    alone: bool
    titled: bool
    place: bool
    opening: bool

    @property
    def person(self) -> bool:
        """Tell whether a title, a verb of speech or a full name shows a person somewhere."""
        return self.titled or Kind.PERSON in self.kinds

    def times_beside(self, words: Container[str]) -> int:
        """Return how many of the full names have one of *words* in them."""
        return sum(any(plain(word) in words for word in use.candidate.words) for use in self.uses)

    def stands_with(self, other: Profile) -> bool:
        """Tell whether the two are ever parts of one name, as "Hong" and "Kong" are."""
        starts = {use.candidate.start for use in other.uses}
        return any(use.candidate.start in starts for use in self.uses)


def name_uses(document: Document) -> Mapping[str, tuple[Use, ...]]:
    """Return the uses of every word of the story's names, by the word without accents."""
    return uses_of(document, words_of_names(document))


def words_of_names(document: Document) -> frozenset[str]:
    """Return the words of the story's names, without accents."""
    parts = document.lexicon.view(_parts)
    names = {candidate.words for candidate in document.view(candidates)}
    return frozenset(part[0] for name in names for part in parts(name))


def uses_of(document: Document, words: Set[str]) -> Mapping[str, tuple[Use, ...]]:
    """Return the uses of some words of the story's names."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    parts = document.lexicon.view(_parts)
    for candidate in document.view(candidates):
        for key, word, offset, at in parts(candidate.words):
            if key in words:
                found[key].append(Use(word, offset, candidate, at))
    return {word: tuple(uses) for word, uses in found.items()}


def profile(word: str, uses: Sequence[Use], known: NameWords) -> Profile:
    """Gather what the *uses* of a spelling tell of whom it names."""
    told = [use for use in uses if _tells(use.candidate, known)]
    full = [use for use in told if use.candidate.kind is Kind.PERSON and not _is_bare(use.candidate, known)]
    return Profile(
        word,
        tuple(uses),
        frozenset(pair for use in told for pair in _companions(use, known)),
        frozenset(frame for use in told if (frame := _frame(use))),
        frozenset(use.candidate.kind for use in told),
        introduced=bool(full),
        surname=any(_goes_on_alone(use, known) for use in full),
        alone=any(_is_bare(use.candidate, known) for use in uses),
        titled=any(use.candidate.title for use in told),
        opening=all(use.candidate.opens and use.at == 0 for use in uses),
        place=all(use.candidate.kind is Kind.PLACE and use.candidate.sure for use in uses),
    )


def _is_bare(candidate: Candidate, known: NameWords) -> bool:
    """Tell whether a name is a surname, alone or behind a small word with a capital: "Von Lind said"."""
    first, *others = candidate.words
    if not others:
        return True
    # "Abu Safiya" is a name in full.
    small = all(_is_particle(word, known) for word in candidate.words[:-1])
    return small and first[0].isupper() and first not in known.kunyas


def _tells(candidate: Candidate, known: NameWords) -> bool:
    """Tell whether a run may be one name: of a heading, no more than a full one."""
    if candidate.titled_block:
        return len(candidate.words) in (2, 3) and candidate.words[0] in known.given
    return len(candidate.words) <= LONGEST


def _goes_on_alone(use: Use, known: NameWords) -> bool:
    words = named_words(use.candidate.words, known)
    return any(use.word in name.split("-") for name in (words[-1], family_name(words, known)))


def _parts(lexicon: Lexicon) -> Callable[[tuple[str, ...]], tuple[Part, ...]]:
    """Return what parts a name; it remembers names."""
    return lru_cache(REMEMBERED)(partial(_parts_of, known=lexicon.view(name_words)))


def _parts_of(words: tuple[str, ...], known: NameWords) -> tuple[Part, ...]:
    """Return the parts of a name: plain, as they stand, how far in, and in which of its words."""
    found, start = [], 0
    for at, word in enumerate(words):
        # Most words are of plain letters only, the first a capital: they need no closer look.
        if len(word) > 2 and word.isascii() and word.isalpha() and word.istitle():
            found.append((plain(word), word, start, at))
        else:
            found += [(plain(part), part, start + offset, at) for part, offset in _hyphened(word, known)]
        start += len(word) + 1
    return tuple(found)


def _hyphened(word: str, known: NameWords) -> Iterator[tuple[str, int]]:
    """Yield the names that a hyphen joins: "Union-Tribune" is two, "Wai-ying" is one; initials are none."""
    parts = word.split("-")
    if any(part[:1].islower() and part not in ARTICLES for part in parts[1:]):
        parts = [] if known.compound.search(word) else [word]
    offset = 0
    for part in parts:
        if len(part) > 2 and part[0].isupper() and not ODD.search(part):
            yield part, offset
        offset += len(part) + 1


def _companions(use: Use, known: NameWords) -> Iterator[Companion]:
    return companions_of(use.candidate, use.at, use.at + 1, known)


def _frame(use: Use) -> tuple[str, ...]:
    words = use.candidate.words
    return tuple(map(plain, (*words[: use.at], "", *words[use.at + 1 :]))) if len(words) > 1 else ()


def companions_of(candidate: Candidate, start: int, end: int, known: NameWords) -> Iterator[Companion]:
    """Yield the telling words of a name outside *start* to *end*, and on which side they stand."""
    person = candidate.kind is Kind.PERSON and candidate.sure
    for at, word in enumerate(candidate.words):
        full = len(word) > 2 and word[-1] != "." and word[0].isupper() and not _is_particle(word, known)
        if full and not start <= at < end and (person or tells_apart(word, known)):
            yield plain(word), 1 if at >= end else -1


def _is_particle(word: str, known: NameWords) -> bool:
    """Tell whether a word is a small one with the capital of its sentence: "Van der Heyden said"."""
    return word.lower() in known.particles and word not in known.given


def tells_apart(word: str, known: NameWords) -> bool:
    """Tell whether *word* in a name says which of many it is, as "Motwani" does and "Council" does not."""
    return word in known.given or not (known.generic(word) or known.everyday(word) or word in known.places)


def words_known(document: Document) -> NameWords:
    """Return the lists about names."""
    return document.lexicon.view(name_words)
