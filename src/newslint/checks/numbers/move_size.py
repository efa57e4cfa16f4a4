"""Move size: rises and falls whose size is not the difference of the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from newslint.checks.numbers.figures import Figure, Kind
from newslint.checks.numbers.moves import Move, moves
from newslint.checks.numbers.sketches import sketches
from newslint.checks.numbers.sums import like, plain
from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety


class MoveSize(Check, frozen=True):
    """Reports moves by an amount that does not lead from one figure to the other."""

    starts: ClassVar = (sketches,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "expected": None, "sum": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the moves whose size no rounding makes of the two figures."""
        for move in document.view(moves):
            if move.before and move.after and not _agrees(move.size, move.before, move.after):
                yield _problem(document, move, move.before, move.after)


def _agrees(size: Figure, before: Figure, after: Figure) -> bool:
    """Tell whether the size may be the difference: a figure that is rounder than another is rounded."""
    found = (size, before, after)
    finest = max(each.place for each in found)
    slack = sum((each.near_slack if each.place < finest else each.hedged for each in found), Fraction(0))
    if after.kind is Kind.PERCENT or any("." in each.number.words for each in found):
        slack += Fraction(10) ** -finest
    return abs(abs(after.value - before.value) - size.value) <= slack


def _problem(document: Document, move: Move, before: Figure, after: Figure) -> Problem:
    difference = abs(after.value - before.value)
    expected = like(document, move.size, difference)
    more, less = sorted((before.value, after.value), reverse=True)
    return Problem(
        move.size.span,
        {
            "given": move.size.span.cut(document.text),
            "expected": expected,
            "sum": f"{plain(more)} − {plain(less)} = {plain(difference)}",
        },
        (Fix((Edit(move.size.span, expected),), Safety.UNSAFE),),
        tuple(Related(each.span) for each in (before, after)),
    )
