"""House names: the desk's register of how names are written, and where a story writes them otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.candidates import candidates
from newslint.text.derivations import derived, feminine
from newslint.text.evidence import Candidate, Kind
from newslint.text.folding import plain
from newslint.text.likeness import keyed, near
from newslint.text.name_pairs import is_known
from newslint.text.name_uses import name_uses, profile, words_known
from newslint.text.name_words import NameWords

# A near spelling of one word alone is only sure of a longer word.
LONG = 6


class HouseName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the register: a name as the house writes it, spellings it does not want, why, and a kind."""

    name: Annotated[str, Meta(min_length=1)]
    variants: tuple[Annotated[str, Meta(min_length=1)], ...] = ()
    note: str = ""
    kind: Kind = Kind.UNKNOWN


class Register(msgspec.Struct, frozen=True):
    """The register, ready to be asked."""

    names: frozenset[str]
    listed: Mapping[str, HouseName]
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
    rows = tuple(rows)
    by_word: dict[str, list[HouseName]] = {}
    for row in rows:
        for word in row.name.split(" "):
            by_word.setdefault(plain(word), []).append(row)
    return Register(
        names=frozenset(row.name for row in rows),
        listed={variant: row for row in rows for variant in row.variants},
        by_word={word: tuple(found) for word, found in by_word.items()},
        near_words=keyed(by_word),
    )


def deviations(document: Document, house: Register) -> Iterator[Deviation]:
    """Yield where the story writes a name of the register otherwise, in the order of the text."""
    known = document.view(words_known)
    bare = _bare_deviations(document, house, known)
    for candidate in document.view(candidates):
        text = candidate.text
        if text in house.listed:
            row = house.listed[text]
            yield Deviation(candidate.span, row, row.name, listed=True)
        elif text not in house.names and len(candidate.words) > 1:
            yield from _of_full_name(candidate, house)
        elif candidate.start in bare:
            yield bare[candidate.start]


def _of_full_name(candidate: Candidate, house: Register) -> Iterator[Deviation]:
    """Compare a name of several words with those of the register that share all of its words but one."""
    words = [plain(word) for word in candidate.words]
    rows = {row for word in words for row in house.by_word.get(word, ())}
    for row in sorted(rows, key=lambda each: each.name):
        own = [plain(word) for word in row.name.split(" ")]
        differing = [at for at, (word, other) in enumerate(zip(words, own, strict=False)) if word != other]
        if len(own) == len(words) and len(differing) == 1:
            at = differing[0]
            if own[at] in near(words[at], house.near_words) and not _other(words[at], own[at]):
                yield _deviation(candidate, at, row)
                return
    surname = house.listed.get(candidate.words[-1])
    if surname and candidate.kind is Kind.PERSON:
        yield Deviation(_place(candidate, len(candidate.words) - 1), surname, surname.name, listed=True)


def _deviation(candidate: Candidate, at: int, row: HouseName) -> Deviation:
    return Deviation(_place(candidate, at), row, row.name.split(" ")[at], listed=False)


def _place(candidate: Candidate, at: int) -> Span:
    start = candidate.start + sum(len(word) + 1 for word in candidate.words[:at])
    return Span(start, start + len(candidate.words[at]))


def _bare_deviations(document: Document, house: Register, known: NameWords) -> dict[int, Deviation]:
    """Return by place the words alone that are near a name of the register and nobody else's name."""
    found = {}
    for word, uses in document.view(name_uses).items():
        own = profile(word, uses, known)
        if len(word) < LONG or word in house.by_word or own.companions or is_known(own, known):
            continue
        for other in near(word, house.near_words):
            row = house.by_word[other][0]
            if not _other(word, other):
                spelling = next(part for part in row.name.split(" ") if plain(part) == other)
                for use in uses:
                    if len(use.candidate.words) == 1:
                        found[use.candidate.start] = Deviation(use.span, row, spelling, listed=False)
                break
    return found


def _other(word: str, house_word: str) -> bool:
    """Tell whether a near word is another: a people, a plural, a woman's form."""
    return derived(word, house_word) or feminine(word, house_word)
