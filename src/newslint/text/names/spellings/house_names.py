"""House names: the desk's register of how names are written, and where a story writes them otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.folding import joined, plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.spellings.derivations import derived, feminine
from newslint.text.names.spellings.likeness import alike, keyed, near
from newslint.text.names.spellings.name_pairs import is_known
from newslint.text.names.spellings.name_uses import Use, name_uses, profile, tells_apart, words_known
from newslint.text.names.spellings.sounds import begin_alike, distance, within

# A near spelling of one word alone is only sure of a longer word.
LONG, LONGER = 6, 8
# A shorter spelling in capitals is an acronym.
SHORTEST = 3


# What has a letter in it.
Written = Annotated[str, Meta(pattern=r"\S")]


class HouseName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the register: a name as the house writes it, spellings it does not want, why, and a kind.

    A row that an archive has drafted has *counts* of its spellings, the *title* that stands with the name,
    and the day it was *first* used.
    """

    name: Written
    variants: tuple[Written, ...] = ()
    note: str = ""
    kind: Kind = Kind.UNKNOWN
    counts: tuple[tuple[Written, int], ...] = ()
    title: str = ""
    first: datetime.date | None = None


class Register(msgspec.Struct, frozen=True):
    """The register, ready to be asked: by whole names, by their letters alone, and word by word."""

    rows: tuple[HouseName, ...]
    names: frozenset[str]
    listed: Mapping[str, HouseName]
    by_letters: Mapping[str, HouseName]
    by_word: Mapping[str, tuple[HouseName, ...]]
    near_words: Mapping[str, Sequence[str]]


class Deviation(msgspec.Struct, frozen=True):
    """A name that the story writes otherwise than the register, which has *spelling* in its place."""

    span: Span
    house: HouseName
    spelling: str
    listed: bool


def register(rows: Iterable[HouseName]) -> Register:
    """Make the rows of a register ready to be asked."""
    rows = tuple(map(_single_spaced, rows))
    by_word: dict[str, list[HouseName]] = {}
    for row in rows:
        for word in row.name.split(" "):
            by_word.setdefault(plain(_straight(word)), []).append(row)
    return Register(
        rows=rows,
        names=frozenset(_straight(row.name).lower() for row in rows),
        listed={form: row for row in rows for form in _forms(row) if form != _wanted(form, row)},
        by_letters={joined(_straight(row.name)): row for row in rows},
        by_word={word: tuple(found) for word, found in by_word.items()},
        near_words=keyed(by_word),
    )


def _single_spaced(row: HouseName) -> HouseName:
    name, *variants = (" ".join(each.split()) for each in (row.name, *row.variants))
    return msgspec.structs.replace(row, name=name, variants=tuple(variants))


def _straight(name: str) -> str:
    return name.replace("’", "'")


def _forms(row: HouseName) -> Iterator[str]:
    """Yield the unwanted spellings, and in the capitals of a dateline."""
    for variant in row.variants:
        yield _straight(variant)
        if len(variant) > SHORTEST:
            yield _straight(variant).upper()


def deviations(document: Document, house: Register) -> Iterator[Deviation]:
    """Yield where the story writes a name of the register otherwise, in the order of the text."""
    known = document.view(words_known)
    bare = _bare_deviations(document, house, known)
    for candidate in document.view(candidates):
        text = candidate.text
        if text.lower() in house.names:
            continue
        if text in house.listed:
            row = house.listed[text]
            yield Deviation(candidate.span, row, _wanted(text, row), listed=True)
        elif same := _same_letters(text, house, known):
            yield Deviation(candidate.span, same, same.name, listed=False)
        elif len(candidate.words) > 1:
            yield from _of_full_name(candidate, house, known)
        elif candidate.start in bare:
            yield bare[candidate.start]


def _same_letters(text: str, house: Register, known: NameWords) -> HouseName | None:
    """Return the registered name that a text lacks or adds an accent, a hyphen or a space of."""
    letters = joined(text)
    return house.by_letters.get(letters) if len(letters) > SHORTEST and not known.everyday(text) else None


def _wanted(variant: str, row: HouseName) -> str:
    """Return what stands for an unwanted spelling: of a surname the surname, of "MBS" the whole."""
    words = row.name.split(" ")
    near = [word for word in words if begin_alike(plain(variant), plain(word)) and _is_near(variant, word)]
    wanted = near[-1] if near and " " not in variant else row.name
    return wanted.upper() if variant.isupper() and wanted.isalpha() else wanted


def _is_near(variant: str, word: str) -> bool:
    return alike(plain(variant), plain(word)) or plain(variant) == plain(word)


def _of_full_name(candidate: Candidate, house: Register, known: NameWords) -> Iterator[Deviation]:
    """Compare a name of several words with those of the register that share all of its words but one."""
    words = [plain(word) for word in candidate.words]
    rows = {row for word in words for row in house.by_word.get(word, ())}
    for row in sorted(rows, key=lambda each: each.name):
        own = [plain(_straight(word)) for word in row.name.split(" ")]
        differing = [at for at, (word, other) in enumerate(zip(words, own, strict=False)) if word != other]
        if len(own) == len(words) and len(differing) == 1:
            at = differing[0]
            if own[at] in near(words[at], house.near_words) and _is_misspelt(
                candidate.words[at], own[at], known
            ):
                yield Deviation(_place(candidate, at), row, row.name.split(" ")[at], listed=False)
                return
    surname = house.listed.get(candidate.words[-1])
    if surname and candidate.kind is Kind.PERSON:
        last = _place(candidate, len(candidate.words) - 1)
        yield Deviation(last, surname, _wanted(candidate.words[-1], surname), listed=True)


def _is_misspelt(word: str, house_word: str, known: NameWords) -> bool:
    """Tell whether a word of a full name is the registered one misspelt, and not a word of its own."""
    if known.generic(word) or known.everyday(word) or word.isupper() or _other(plain(word), house_word):
        return False
    return within(plain(word), house_word, 1)


def _place(candidate: Candidate, at: int) -> Span:
    start = candidate.start + sum(len(word) + 1 for word in candidate.words[:at])
    return Span(start, start + len(candidate.words[at]))


def _bare_deviations(document: Document, house: Register, known: NameWords) -> dict[int, Deviation]:
    """Return by place the words alone that are a name of the register in other letters, and nobody else's."""
    found = {}
    for word, uses in document.view(name_uses).items():
        wanted = _part(word, uses, house, known)
        if wanted:
            row, spelling = wanted
            for use in uses:
                if len(use.candidate.words) == 1 and use.word.lower() != _straight(spelling).lower():
                    found[use.candidate.start] = Deviation(use.span, row, spelling, listed=False)
    return found


def _part(word: str, uses: Sequence[Use], house: Register, known: NameWords) -> tuple[HouseName, str] | None:
    """Return the registered name that a word alone is a part of, and how that part is written."""
    own = profile(word, uses, known)
    if word in house.by_word:
        for row in house.by_word[word]:
            if {companion for companion, _ in own.companions} <= {*map(plain, row.name.split(" "))}:
                return row, _word_of(row, word)
        return None
    if len(word) < LONG or own.companions or is_known(own, known):
        return None
    for other in near(word, house.near_words):
        row = house.by_word[other][0]
        spelling = _word_of(row, other)
        telling = " " not in row.name or tells_apart(spelling, known)
        if telling and _is_slight(word, other) and not _other(word, other):
            return row, spelling
    return None


def _is_slight(word: str, house_word: str) -> bool:
    """Tell whether a word alone is near enough: less than a slip away, or a slip of a long word."""
    slips = distance(word, house_word)
    return begin_alike(word, house_word) and (slips < 1 or (slips == 1 and len(word) >= LONGER))


def _word_of(row: HouseName, word: str) -> str:
    return next(part for part in row.name.split(" ") if plain(_straight(part)) == word)


def _other(word: str, house_word: str) -> bool:
    """Tell whether a near word is another: a people, a plural, a woman's form."""
    return derived(word, house_word) or feminine(word, house_word)
