"""Parts: a total whose parts, listed straight after it, make another sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, lazy_pattern
from newslint.text.flat import folded
from newslint.text.measures import measures
from newslint.text.numbers import Number, numbers, percent_end

# "12 people — five men", "12 people: five men", "12 people (five men"; the noun may have two words before it.
OPENED = lazy_pattern(r"(?: [a-z'-]+){1,4}(?: ?[–—] ?| - |: | \()")
BETWEEN = lazy_pattern(r"(?: [a-z'-]+){1,5}(?:, (?:and |plus )?| and | plus )")
CLOSED = lazy_pattern(r"(?: (?!(?:and|or|with|plus|as|but|while) )[a-z'-]+){1,5} ?(?=[.)–—;]| -|$)")
PARTIAL = lazy_pattern(
    r"(?<!\w)(?:including|among|or|at least|about|around|some|more|most|nearly|almost|each|every|per|former|"
    r"ago|aged|years?|days?|months?|weeks?|hours?|minutes?|times?|points?|goals?|games?|sets?|of them|"
    r"of whom|all|both|than|wounded|injured|hurt|missing|rescued|survived|against|versus|by|to|ages?)(?!\w)"
)
FEWEST, LARGEST = 2, 100_000


class Parts(Check, frozen=True):
    """Reports totals that their parts do not make."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"total": None, "sum": None, "parts": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the totals whose listed parts make another sum."""
        found = document.view(numbers)
        lower = document.view(folded)
        for index, total in enumerate(found):
            if OPENED.match(lower, total.span.end):
                parts = _parts(document, lower, total, found[index + 1 : index + 9])
                if (
                    parts
                    and sum(part.value for part in parts) != total.value
                    and _counts(document, total, *parts)
                ):
                    yield _problem(document, total, parts)


def _parts(
    document: Document, lower: str, total: Number, following: tuple[Number, ...]
) -> tuple[Number, ...]:
    """Return the numbers of a complete list that follows *total*; none where anything else stands in it."""
    opened = OPENED.match(lower, total.span.end)
    end = opened.end() if opened else 0
    for index, number in enumerate(following, 1):
        if number.span.start != end:
            return ()
        between = BETWEEN.match(lower, number.span.end)
        if between and index < len(following) and following[index].span.start == between.end():
            end = between.end()
            continue
        closed = CLOSED.match(lower, number.span.end)
        if not closed or index < FEWEST or PARTIAL.search(lower, max(0, total.span.start - 12), closed.end()):
            return ()
        return following[:index]
    return ()


def _counts(document: Document, *found: Number) -> bool:
    """Tell whether all are counts of things: whole, no money, no per cent, no measure."""
    measured = {number.span.start for measure in document.view(measures) for number in measure.amounts}
    total = found[0].value
    return all(
        number.value.denominator == 1
        and not number.money
        and percent_end(document, number) is None
        and number.span.start not in measured
        and 0 < number.value <= (total if number is not found[0] else Fraction(LARGEST))
        for number in found
    )


def _problem(document: Document, total: Number, parts: tuple[Number, ...]) -> Problem:
    words, added = total.span.cut(document.text), f"{int(_sum(parts)):,}"
    listed = " + ".join(f"{int(part.value):,}" for part in parts)
    fix = Fix((Edit(total.span, added),), Safety.UNSAFE)
    return Problem(
        total.span,
        {"total": words, "sum": added, "parts": listed},
        () if total.spelled else (fix,),
        tuple(Related(part.span) for part in parts),
    )


def _sum(parts: tuple[Number, ...]) -> Fraction:
    return sum((part.value for part in parts), Fraction(0))
