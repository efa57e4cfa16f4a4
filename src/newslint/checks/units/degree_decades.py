"""Degree decades: "the 40s Celsius (100s Fahrenheit)", tens of degrees given again on the other scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.figures.units import UnitTable, unit_table
from newslint.text.flat import folded

SCALE = r"(?: degrees)? ?(celsius|centigrade|fahrenheit|c|f)(?!\w)"
PAIR = lazy_pattern(
    rf"([1-9](?<![\w.,-].)0)s{SCALE},? ?\("
    rf"(?:(?!minus|negative|below|sub)[a-z]+[ -]){{0,3}}(1?[0-9]0)s{SCALE}\)"
)
BELOW_ZERO = lazy_pattern(r"(?:minus|negative|below)(?: [a-z]+){0,2}[ -]$")
KEYS = {"c": "Celsius", "f": "Fahrenheit"}
# "The 100s" may be all that is above 100.
HUNDRED, HOTTEST = 100, 130


class DecadePair(msgspec.Struct, frozen=True):
    """Two decades of degrees that share no temperature, and the ones that the first is on the other scale."""

    original: Span
    converted: Span
    expected: str
    sum: str = ""


def decades_apart(document: Document) -> tuple[DecadePair, ...]:
    """Return the decades of degrees that are given again as others they never meet."""
    return tuple(_apart(document.view(folded), document.lexicon.view(unit_table)))


def _apart(lower: str, table: UnitTable) -> Iterator[DecadePair]:
    if "0s" not in lower:
        return
    for match in PAIR.finditer(lower):
        before = lower[max(0, match.start() - 30) : match.start()]
        if match[2][0] == match[4][0] or BELOW_ZERO.search(before):
            continue
        low, high = _ends(match, table)
        first = int(match[3])
        last = HOTTEST if first == HUNDRED else first + 10
        if last <= low or first >= high:
            original, converted = Span(match.start(), match.end(2)), Span(match.start(3), match.end(4))
            yield DecadePair(original, converted, _told(low, high))


def _ends(match: re.Match[str], table: UnitTable) -> tuple[Fraction, Fraction]:
    unit, into = (table.units[KEYS[scale[0]]] for scale in (match[2], match[4]))
    low = Fraction(int(match[1]))
    return table.converted(low, unit, into), table.converted(low + 10, unit, into)


def _told(low: Fraction, high: Fraction) -> str:
    """Return the decades between two temperatures: "100s to 120s"."""
    first, last = (int(value // 10) * 10 for value in (low, high - 1))
    return f"{first}s" if first == last else f"{first}s to {last}s"
