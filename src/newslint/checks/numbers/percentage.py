"""Percentage: changes whose per cent does not follow from their figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.numbers.changes import Change, changes
from newslint.checks.numbers.figures import Figure
from newslint.checks.numbers.moves import Move, moves
from newslint.checks.numbers.multiples import Multiple, multiples
from newslint.checks.numbers.sums import decimal, like, plain
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.figures.numbers import Number

ENOUGH = Fraction(1)
# How much more a hedge allows, and how far a word is from its factor.
PART_ROUGH, PART_OF_MULTIPLE, IN_WORDS = 10, 4, Fraction(1, 5)


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
        "given": None, "before": None, "after": None, "expected": None, "base": Base, "sum": None,
    }  # fmt: skip

    fault: Annotated[Fault, Meta(description="Which fault to report.")]

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the changes with this fault."""
        for change in document.view(changes):
            if _fault(change) is self.fault:
                yield _problem(document, change, self.fault)
        if self.fault is Fault.WRONG:
            yield from _multiplied(document)
            told = {change.span for change in document.view(changes)}
            for move in document.view(moves):
                if move.percent and move.percent.span not in told and _is_off(move, move.percent):
                    yield _of_move(document, move, move.percent)


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
    slack = ENOUGH + (given / PART_ROUGH if change.rough else 0)
    return min(shares) - slack <= given <= max(shares) + slack


def _multiplied(document: Document) -> Iterator[Problem]:
    """Yield the multiples that no rounding makes of their figures, each place once."""
    told: set[Span] = set()
    for found in document.view(multiples):
        if found.span not in told and not _is_multiple(found):
            told.add(found.span)
            yield _of_multiple(document, found)


def _is_multiple(found: Multiple) -> bool:
    (low, high), (less, more) = found.before.bounds, found.after.bounds
    least, most = less / high, more / low
    for factor in found.factors:
        slack = IN_WORDS * abs(factor - 1) + (factor / PART_OF_MULTIPLE if found.rough else 0)
        if factor - slack <= most and (found.at_least or least <= factor + slack):
            return True
    # Between "five times" and "five times more" lies nothing that copy could not mean.
    return min(found.factors) <= most and least <= max(found.factors)


def _of_multiple(document: Document, found: Multiple) -> Problem:
    first, second = found.before.value, found.after.value
    exact = abs(second - first) / first * 100
    words = [each.span.cut(document.text) for each in (found.before, found.after)]
    told = {"given": found.span.cut(document.text), "before": words[0], "after": words[1]}
    ratio = f"{plain(second)} / {plain(first)} = {decimal(second / first, 1)}"
    return Problem(found.span, {**told, "expected": f"{decimal(exact, 0)}%", "base": Base.OLD, "sum": ratio})


def _is_off(move: Move, percent: Figure) -> bool:
    """Tell whether no rounding of a move's size and of where it began makes the per cent."""
    low, high = move.starts
    if low <= 0 or move.size.value <= 0:
        return False
    size, given, slack = move.size, percent.value, percent.percent_slack
    least, most = (size.value - size.slack) / high * 100, (size.value + size.slack) / low * 100
    return not least - slack <= given <= most + slack


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
    if fault is Fault.WRONG:
        expected = _written(exact, given, change.percent, document)
    return Problem(
        change.span,
        {
            "given": given,
            "before": _with_unit(document, change.before),
            "after": _with_unit(document, change.after),
            "expected": expected,
            "base": Base.NEW if abs(of_new - change.percent.value) < ENOUGH else Base.OLD,
            "sum": _sum(first, second, exact) if fault is Fault.WRONG else _difference(first, second),
        },
        (Fix((Edit(change.span, expected),), Safety.UNSAFE),),
    )


def _of_move(document: Document, move: Move, percent: Figure) -> Problem:
    """Report "rose 50 cents, or 10 percent, to $10", whose beginning is reckoned."""
    end = move.after.value if move.after else move.start + move.size.value * (-1 if move.falls else 1)
    exact, of_new = (move.size.value / value * 100 for value in (move.start, end or move.start))
    given = percent.span.cut(document.text)
    expected = _written(exact, given, percent.number, document)
    printed = move.after or move.before or move.size
    ends = [
        each.span.cut(document.text) if each else like(document, printed, value)
        for each, value in ((move.before, move.start), (move.after, end))
    ]
    return Problem(
        percent.span,
        {
            "given": given,
            "before": ends[0],
            "after": ends[1],
            "expected": expected,
            "base": Base.NEW if abs(of_new - percent.value) < percent.percent_slack else Base.OLD,
            "sum": f"{plain(move.size.value)} / {plain(move.start)} = {decimal(exact, 1)}%",
        },
        (Fix((Edit(percent.span, expected),), Safety.UNSAFE),),
    )


def _difference(first: Fraction, second: Fraction) -> str:
    more, less = max(first, second), min(first, second)
    return f"{plain(more)} − {plain(less)} = {plain(more - less)}"


def _sum(first: Fraction, second: Fraction, exact: Fraction) -> str:
    more, less = max(first, second), min(first, second)
    return f"({plain(more)} − {plain(less)}) / {plain(first)} = {decimal(exact, 1)}%"


def _written(exact: Fraction, given: str, percent: Number, document: Document) -> str:
    decimals = max(0, percent.decimals)
    figure = f"{float(exact):.{decimals}f}"
    return given.replace(percent.span.cut(document.text), figure, 1)


def _with_unit(document: Document, number: Number) -> str:
    start = number.span.start - (1 if number.money else 0)
    return Span(start, number.span.end).cut(document.text)
