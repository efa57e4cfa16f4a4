"""Percentage: changes whose per cent does not follow from their figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.numbers.changes import Change, changes
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.figures.numbers import Number

ENOUGH = Fraction(1)


class Fault(StrEnum):
    """What may be wrong with the per cent of a change."""

    WRONG = "wrong"
    POINTS = "points"


class Base(StrEnum):
    """What a wrong per cent was reckoned from."""

    OLD = "old"
    NEW = "new"


class Percentage(Check, frozen=True):
    """Reports changes by a per cent that their figures do not give, or that counts points."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "given": None, "before": None, "after": None, "expected": None, "base": Base,
    }  # fmt: skip

    fault: Annotated[Fault, Meta(description="Which fault to report.")]

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the changes with this fault."""
        for change in document.view(changes):
            if _fault(change) is self.fault:
                yield _problem(document, change, self.fault)


def _fault(change: Change) -> Fault | None:
    first, second = change.figures
    if first <= 0 or second <= 0 or first == second:
        return None
    if _agrees(change, first, second):
        return None
    if change.of_percents:
        slack = change.percent.value / 20 if change.rough else Fraction(0)
        return Fault.POINTS if abs(abs(second - first) - change.percent.value) <= slack else None
    return Fault.WRONG


def _agrees(change: Change, first: Fraction, second: Fraction) -> bool:
    """Tell whether the per cent follows from some figures that round to the printed ones."""
    low, high = _slack(change.before, first), _slack(change.after, second)
    shares = [
        abs(right - left) / left * 100
        for left in (first - low, first + low)
        for right in (second - high, second + high)
    ]
    given = change.percent.value
    share = 5 if change.in_words else 10
    slack = ENOUGH + (given / share if change.rough else 0)
    return min(shares) - slack <= given <= max(shares) + slack


def _slack(number: Number, value: Fraction) -> Fraction:
    """Return how far a printed figure may be from the true one: half its last place, one per cent at most."""
    scale = value / number.value
    half = Fraction(1, 2) * Fraction(10) ** -number.decimals * scale
    return min(half, value / 100)


def _problem(document: Document, change: Change, fault: Fault) -> Problem:
    first, second = change.figures
    exact = abs(second - first) / first * 100
    of_new = abs(second - first) / second * 100
    given = change.span.cut(document.text)
    points = "percentage point" if change.percent.value == 1 else "percentage points"
    expected = f"{change.percent.span.cut(document.text)} {points}"
    if change.in_words:
        expected = f"{float(exact):.0f}%"
    elif fault is Fault.WRONG:
        expected = _written(exact, given, change.percent, document)
    return Problem(
        change.span,
        {
            "given": given,
            "before": _with_unit(document, change.before),
            "after": _with_unit(document, change.after),
            "expected": expected,
            "base": Base.NEW if abs(of_new - change.percent.value) < ENOUGH else Base.OLD,
        },
        () if change.in_words else (Fix((Edit(change.span, expected),), Safety.UNSAFE),),
    )


def _written(exact: Fraction, given: str, percent: Number, document: Document) -> str:
    decimals = max(0, percent.decimals)
    figure = f"{float(exact):.{decimals}f}"
    return given.replace(percent.span.cut(document.text), figure, 1)


def _with_unit(document: Document, number: Number) -> str:
    start = number.span.start - (1 if number.money else 0)
    return Span(start, number.span.end).cut(document.text)
