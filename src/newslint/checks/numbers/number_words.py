"""Number words: small counts in figures, and larger ones in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.numbers.ages import is_age
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Worded, lazy_pattern
from newslint.text.figures.measures import measures
from newslint.text.figures.number_words import spelled_out
from newslint.text.figures.numbers import Number, numbers, percent_end
from newslint.text.flat import flat, folded
from newslint.text.sentences import sentence_at

# "had 3 sons": between two words in small letters, so that no name, score, address or range is meant.
# What follows in "he was 8 when it began" is not counted.
COUNTED = lazy_pattern(
    r" (?!(?:to|and|or|in|for|of|from|at|on|per|points?|percent|percentage|when|while|but|before|after|since"
    r"|until|because|with|who)(?!\w))[a-z]{3,}"
)
PLAIN_WORD = lazy_pattern(
    r"(?<![\w.'-])(?:[a-z]{2,}|The|These|Those|All|His|Her|Their|Its|Our|About|After|For|In|Only|Some|With) $"
)
LABEL = Worded(r"\b{words-before-labels} $")
PARTITIVE = lazy_pattern(r" of (?:the |those |these |its |her |his |their )?")
NEIGHBOUR = 12
HUNDRED = 100


class NumberWords(Check, frozen=True):
    """Reports counts up to a limit in figures, and counts above it in words."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"number": None, "expected": None}

    up_to: Annotated[int, Meta(ge=1, le=99, description="The largest number that is written in words.")] = 9

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the counts that are not written as the limit has it."""
        found = document.view(numbers)
        measured = {number.span.start for measure in document.view(measures) for number in measure.amounts}
        for index, number in enumerate(found):
            if number.span.start in measured:
                continue
            beside = (*found[max(0, index - 1) : index], *found[index + 1 : index + 2])
            alone = all(
                _gap(number, other) > NEIGHBOUR or _is_part(document, number, other) for other in beside
            )
            if alone and self._is_odd(document, number):
                value = int(number.value)
                expected = f"{value}" if number.spelled else spelled_out(value)
                fix = Fix((Edit(number.span, expected),), Safety.UNSAFE)
                words = number.span.cut(document.text)
                yield Problem(number.span, {"number": words, "expected": expected}, (fix,))

    def _is_odd(self, document: Document, number: Number) -> bool:
        if number.money or number.negative or percent_end(document, number) is not None:
            return False
        text = document.view(flat)
        before = text[max(0, number.span.start - 12) : number.span.start]
        if (
            not COUNTED.match(text, number.span.end)
            or not PLAIN_WORD.search(before)
            or LABEL.of(document).search(before)
        ):
            return False
        if number.spelled:
            opens = sentence_at(document, number.span.start).start == number.span.start
            return not opens and self.up_to < number.value < HUNDRED and _is_plain(document, number)
        # An age has figures in every house; which, its own rule says.
        return number.words.isdigit() and 0 < number.value <= self.up_to and not is_age(document, number)


def _is_plain(document: Document, number: Number) -> bool:
    """Tell a whole number in words from "a dozen" and "two and a half"."""
    return number.span.cut(document.view(folded)) == spelled_out(int(number.value))


def _gap(number: Number, other: Number) -> int:
    return max(other.span.start - number.span.end, number.span.start - other.span.end)


def _is_part(document: Document, number: Number, other: Number) -> bool:
    """Tell "five of the 9 reactors", where each is a count of its own, from figures that go together."""
    first, second = sorted((number.span, other.span))
    return PARTITIVE.fullmatch(document.view(flat), first.end, second.start) is not None
