"""Surnames that two people of a story share, and that then stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related, Span, lazy_pattern
from newslint.text.casts import Character, doubtful_casts
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.likeness import alike

# "the Clinton campaign", "Clinton supporters": what stands by the name, not who is meant.
ATTRIBUTIVE = lazy_pattern(
    r" (?:administrations?|aides?|advis[eo]rs?|allies|backers?|brothers|camp|campaigns?|clan|critics|"
    r"doctrine|dynasty|era|families|family|fans?|foundation|government|loyalists?|officials?|presidency|"
    r"rall(?:y|ies)|sisters|spokes\w+|staff\w*|supporters?|surrogates?|team|transition|voters?|white house|"
    r"years)\b",
    re.IGNORECASE,
)
LEANING = ("pro-", "anti-")
# Beside a full name, who is told apart from one of the same given name.
KIN = lazy_pattern(
    r"\b(?:father|mother|son|daughter|brother|sister|uncle|aunt|nephew|niece|cousin|grand\w+|namesake|twin)\b"
)
NEAR = 60


class SharedSurname(Check, frozen=True, kw_only=True):
    """A bare surname after two people of that name were introduced."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "first": None, "second": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each surname, at all its bare mentions."""
        for family in document.view(doubtful_casts).values():
            introduced = [each for each in family if each.in_full]
            if len(introduced) > 1:
                yield from _problem(sorted(introduced, key=_introduction), document)


def _problem(family: Sequence[Character], document: Document) -> Iterator[Problem]:
    first = family[0]
    second = next((each for each in family[1:] if _are_two(first, each, document)), None)
    if second is None:
        return
    bare = sorted(
        mention.span
        for each in family
        for mention in each.bare
        if mention.span.start > _introduction(second)
        and not mention.title
        and not _is_attributive(mention.span, document)
    )
    if bare:
        data = {
            "surname": bare[0].cut(document.text),
            "first": first.person.name,
            "second": second.person.name,
        }
        yield Problem(bare[0], data, related=tuple(Related(span, data) for span in bare[1:]))


def _are_two(first: Character, second: Character, document: Document) -> bool:
    """Tell whether two full names are not one person's in a longer, shorter or misspelt form."""
    given, other = _given_name(first), _given_name(second)
    if given == other:
        return any(_is_kin(each.in_full[0].span, document) for each in (first, second))
    seldom = min(len(first.in_full), len(second.in_full)) == 1
    return not (seldom and alike(given, other)) and not _is_short_for(given, other)


def _given_name(character: Character) -> str:
    first, *others = character.person.words
    return plain(others[-1] if first == character.person.surname else first)


def _is_short_for(first: str, second: str) -> bool:
    """Tell whether one given name is the other's pet form: Sammi and Samantha, Ed and Edward."""
    shorter, longer = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    pet = shorter[-1] in "iy" or shorter.endswith("ie") or len(shorter) < 4
    stem = shorter.removesuffix("ie").rstrip("iy")
    return pet and len(stem) > 1 and longer.startswith(stem[:-1] if stem[-1:] == stem[-2:-1] else stem)


def _is_kin(name: Span, document: Document) -> bool:
    text = document.view(flat)
    return KIN.search(text, max(0, name.start - NEAR), name.end + NEAR) is not None


def _is_attributive(name: Span, document: Document) -> bool:
    text = document.view(flat)
    leaning = text[max(0, name.start - 5) : name.start].lower().endswith(LEANING)
    return leaning or ATTRIBUTIVE.match(text, name.end) is not None


def _introduction(character: Character) -> int:
    return character.in_full[0].span.start
