"""Ages: how old somebody is, in words where the house writes figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, lazy_pattern
from newslint.text.figures.number_words import spelled_out
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at

OLD = lazy_pattern(r"[ -](?:year|month|week|day)s?[ -]olds?(?!\w)")
AGED = lazy_pattern(r"(?<!\w)aged? (?:only |just |about )?$")
ENDED = lazy_pattern(r"(?: (?:and|or|when|in|at|was|died)(?!\w)|[,.;)])")
HUNDRED = 100


class Ages(Check, frozen=True):
    """Reports ages in words."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"age": None, "expected": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the ages in words that do not open a sentence."""
        for number in document.view(numbers):
            if not number.spelled or not is_age(document, number):
                continue
            value, start = int(number.value), number.span.start
            plain = 0 < value < HUNDRED and number.words == spelled_out(value)
            if plain and sentence_at(document, start).start != start:
                fix = Fix((Edit(number.span, str(value)),), Safety.SAFE)
                age = number.span.cut(document.text)
                yield Problem(number.span, {"age": age, "expected": str(value)}, (fix,))


def is_age(document: Document, number: Number) -> bool:
    """Tell whether a number says how old somebody or something is."""
    lower, start, end = document.view(folded), number.span.start, number.span.end
    aged = AGED.search(lower[max(0, start - 14) : start]) and ENDED.match(lower, end)
    return bool(aged or OLD.match(lower, end))
