"""Average: averages that the figures listed beside them do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from newslint.checks.numbers.figures import Figure, currency_mark
from newslint.checks.numbers.lists_of_sums import ITEM
from newslint.checks.numbers.sketches import Sketch, cued_sketches
from newslint.checks.numbers.sums import decimal, like, plain
from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, lazy_pattern
from newslint.text.words import Met

ONE_LIST = rf"(?P<list>X{ITEM}(?:[,;] X{ITEM})*,? and X)"
WORD = r"(?: (?!(?:and|or|but|from|than)(?!\w))[a-z'.-]+)"
# "over three days" stands beside the figures, and is none of them.
WORDS = rf"{WORD}{{0,7}}(?: N{WORD}{{1,2}})?"
OPENED = r"(?: ?[–—:] ?| -+ | \((?:of )?|, with )"
CLOSED = r"(?= ?(?:[.,;)–—]|$| [a-z]))"
FORMS = (
    # "an average of 12: 10, 12 and 14", "averaged 12 points, with 10, 12 and 14"
    rf"(?:average(?:s|d)?|averaging|mean)(?: [a-z-]+){{0,4}}? (?P<average>X){WORDS}{OPENED}"
    rf"{WORD}{{0,3}} ?{ONE_LIST}{CLOSED}",
    # "10, 12 and 14, an average of 12", "scores of 10, 12 and 14 that average 12"
    rf"{ONE_LIST}{WORDS},?(?: or)?(?: [a-z]+){{0,2}} (?:an? (?:[a-z]+ )?average of|averaging|"
    r"(?:that|which) averaged?) (?P<average>X)",
    # "the average of 10, 12 and 14 is 12"
    rf"(?:average|mean) of (?:the )?{ONE_LIST}{WORD}{{0,3}} (?:is|was|comes to|came to) (?P<average>X)",
)
AVERAGES = {kind: tuple(lazy_pattern(form.replace("X", kind)) for form in FORMS) for kind in "NMP"}
# An average of other things than those that are printed, or one that counts some of them more.
OTHER = lazy_pattern(
    r"(?<!\w)(?:weighted|moving|median|respectively|compared|against|above|below|career|season)(?!\w)"
)
LEAST_FIGURES, FEWEST = 3, 2
HALF = Fraction(1, 2)


class Average(Check, frozen=True):
    """Reports averages that are not the sum of the listed figures, divided by how many they are."""

    starts: ClassVar = (Met(("words-of-averages",)),)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "expected": None, "sum": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the averages that no rounding makes of the figures."""
        for sketch in cued_sketches(document, "words-of-averages", figures=LEAST_FIGURES):
            told: set[int] = set()
            for match in _matches(sketch.text):
                average, parts = sketch.figure(match, "average"), _parts(sketch, match)
                if match.start("average") in told or not _are_alike(document, average, parts):
                    continue
                told.add(match.start("average"))
                if not _agrees(average, parts):
                    yield _problem(document, average, parts)


def _matches(text: str) -> Iterator[re.Match[str]]:
    for kind, patterns in AVERAGES.items():
        if text.count(kind) >= LEAST_FIGURES and not OTHER.search(text):
            for pattern in patterns:
                yield from pattern.finditer(text)


def _parts(sketch: Sketch, match: re.Match[str]) -> Sequence[Figure]:
    """Return the listed figures, without the "three" of "on three days, 10, 12 and 14"."""
    start, end = match.span("list")
    found = [each for place, each in sketch.places.items() if start <= place < end]
    counted = len(found) > LEAST_FIGURES and found[0].value == len(found) - 1
    return found[1:] if counted else found


def _are_alike(document: Document, average: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether all are figures of one thing: of one money, with no hedge and nothing between them."""
    found = (average, *parts)
    marks = {currency_mark(document, each) for each in found} if average.kind == "M" else set()
    kinds = {each.kind for each in found}
    return (
        len(parts) >= FEWEST and len(kinds) == 1 and len(marks) <= 1 and not any(each.rough for each in found)
    )


def _agrees(average: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether some rounding of the figures makes the average, which may be cut to its last digit."""
    finest = max(each.place for each in parts)
    slack = sum((each.near_slack for each in parts if each.place < finest), Fraction(0)) / len(parts)
    last = Fraction(10) ** -max(0, average.number.decimals) * average.scale
    return abs(_mean(parts) - average.value) < slack + max(last, average.near_slack)


def _mean(parts: Sequence[Figure]) -> Fraction:
    return sum((each.value for each in parts), Fraction(0)) / len(parts)


def _problem(document: Document, average: Figure, parts: Sequence[Figure]) -> Problem:
    exact = _mean(parts)
    places = min(2, max(0, average.number.decimals) + 1)
    rounded = Fraction(decimal(exact, places).replace(",", ""))
    listed = " + ".join(plain(each.value) for each in parts)
    expected = like(document, average, rounded)
    fix = Fix((Edit(average.span, expected),), Safety.UNSAFE)
    return Problem(
        average.span,
        {
            "given": average.span.cut(document.text),
            "expected": expected,
            "sum": f"({listed}) / {len(parts)} = {plain(rounded)}",
        },
        () if average.number.spelled else (fix,),
        tuple(Related(each.span) for each in parts),
    )
