"""Sums: how a message writes the figures that it reckons with."""

from __future__ import annotations

from fractions import Fraction

from newslint.checks.numbers.figures import Figure
from newslint.plugin import Document, lazy_pattern
from newslint.text.figures.number_words import power

DIGITS = 3
POINT = lazy_pattern(r"\.([0-9]+)")


def plain(value: Fraction) -> str:
    """Write a value as short as it is exact, or to six places: "40,000", "64.6 million", "0.5"."""
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= size and (value / size * 1000).denominator == 1:
            return f"{_short(value / size)} {word}"
    return _short(value)


def decimal(value: Fraction, places: int) -> str:
    """Write a value with so many decimals; one that would show as nothing with as many as tell it."""
    while value and places < DIGITS * 2 and round(float(value), places) == 0:
        places += 1
    return f"{float(value):,.{places}f}".removesuffix(".0")


def like(document: Document, figure: Figure, value: Fraction) -> str:
    """Write a value as a figure is printed: "$3 million" beside "$2 million"."""
    number, words = figure.number, figure.span.cut(document.text)
    printed = number.span.cut(document.text)
    figured = value / figure.scale / power(number.magnitude)
    point = POINT.search(number.words)
    written = f"{float(figured):,.{len(point[1])}f}" if point else _short(figured)
    digits = printed.lower().removesuffix(number.magnitude).rstrip()
    return words.replace(printed[: len(digits)], written, 1)


def _short(value: Fraction) -> str:
    text = f"{float(value):,.6f}".rstrip("0").rstrip(".")
    return text or "0"
