"""Magnitudes: one sum of one thing that is printed in millions here and in billions there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Problem, Related, WordSet, lazy_pattern
from newslint.text.figures.number_words import LARGE
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import flat, folded

# "£2.4bn" + " port", "$35 million" + "-a-year container terminal"
THING = lazy_pattern(r"(?:-[a-z]+)*((?:[ -][a-z]+){1,3})")
PLAIN = WordSet("words-of-no-thing")
DIGITS = lazy_pattern(r"[1-9][0-9]*\.[0-9]+|[1-9][0-9]*[1-9]")
THOUSANDFOLD, TELLING = 3, 3
HEADS = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST))


class Magnitudes(Check, frozen=True):
    """Reports the later of two sums that differ by their magnitude alone and are of one thing."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "other": None, "thing": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the sums that a thing has in another magnitude before."""
        for alike in _by_digits(document).values():
            for one, two in combinations(alike, 2):
                things = _things(document, one) & _things(document, two) or _headed(document, one)
                apart = abs(LARGE[one.magnitude] - LARGE[two.magnitude])
                if things and apart >= THOUSANDFOLD:
                    given, other = (_printed(document, each) for each in (two, one))
                    told = {"given": given, "other": other, "thing": min(things)}
                    yield Problem(two.span, told, related=(Related(one.span),))
                    break


def _by_digits(document: Document) -> Mapping[tuple[str, str], list[Number]]:
    """Return the sums of money in millions and the like by their currency mark and their figure."""
    found: dict[tuple[str, str], list[Number]] = defaultdict(list)
    text = document.view(flat)
    for number in document.view(numbers):
        if number.money and number.magnitude:
            digits = number.words.removesuffix(number.magnitude).rstrip()
            # A round figure may well be of two sums: "a $5 million fine", "a $5 billion fine".
            if DIGITS.fullmatch(digits):
                found[text[number.span.start - 1], digits].append(number)
    return {key: alike for key, alike in found.items() if len(alike) > 1}


def _things(document: Document, number: Number) -> frozenset[str]:
    """Return the words behind a sum that may name what it is the sum of."""
    match = THING.match(document.view(folded), number.span.end)
    words = match[1].replace("-", " ").split() if match else []
    return frozenset(words) - document.lexicon.view(PLAIN)


def _headed(document: Document, number: Number) -> frozenset[str]:
    """Return the story as the thing of a headline's sum of three digits, which is hardly another one's."""
    digits = number.words.removesuffix(number.magnitude).replace(".", "").strip()
    block = next((each for each in document.blocks if each.span.end > number.span.start), None)
    headed = block is not None and block.kind in HEADS and len(digits) >= TELLING
    return frozenset(("story",)) if headed else frozenset()


def _printed(document: Document, number: Number) -> str:
    return document.text[number.span.start - 1 : number.span.end]
