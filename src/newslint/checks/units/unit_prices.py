"""Unit prices: what a unit costs, given again for another: "$4 a gallon ($1.06 a liter)"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from newslint.checks.units.currencies import NO_CURRENCY
from newslint.checks.units.money import BRACKET, CLOSED, Exchange, Sum, sums
from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.figures.units import Unit, unit_table
from newslint.text.flat import folded

PER = lazy_pattern(r"(?: (?:per|an?|for (?:each|every)) | ?/ ?)([a-z]+(?: [a-z]+)?)(?= ?[(\[)\]])")
# Prices are rounded, and some units have two sizes: only what is further off is wrong.
OFF = Fraction(1, 10)


class UnitPrice(msgspec.Struct, frozen=True):
    """A price given for two units, and how many times the first the second is to be."""

    exchange: Exchange
    expected: Fraction


def wrong_unit_prices(document: Document) -> tuple[UnitPrice, ...]:
    """Return the prices for two units that do not agree in any reading of the units."""
    return tuple(_wrong(document))


def _wrong(document: Document) -> Iterator[UnitPrice]:
    lower = document.view(folded)
    for one, two in pairwise(document.view(sums)):
        if one.currency != two.currency or one.currency == NO_CURRENCY or not one.number.value:
            continue
        first, second = PER.match(lower, one.span.end), PER.match(lower, two.span.end)
        if not (first and second and CLOSED.match(lower, second.end())):
            continue
        if not BRACKET.fullmatch(lower, first.end(), two.span.start):
            continue
        found = Exchange(_priced(one, first.end()), _priced(two, second.end()))
        expected = tuple(_factors(document, first[1], second[1]))
        if expected and all(abs(found.rate - factor) > OFF * factor for factor in expected):
            yield UnitPrice(found, expected[0])


def _priced(found: Sum, end: int) -> Sum:
    """Return a sum with the unit that it is paid for."""
    return msgspec.structs.replace(found, span=Span(found.span.start, end))


def _factors(document: Document, words: str, other: str) -> Iterator[Fraction]:
    """Yield how much more the second unit costs than the first, in each of their readings."""
    table = document.lexicon.view(unit_table)
    for unit in table.readings(words):
        for into in table.readings(other):
            if table.dimension(unit) == table.dimension(into) and _are_of_two_systems(unit, into):
                yield table.size(into) / table.size(unit)


def _are_of_two_systems(unit: Unit, into: Unit) -> bool:
    return (unit.system == "metric") is not (into.system == "metric")
