"""Money: sums with their currency, and sums given again in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from newslint.plugin import Document, Lexicon, Span, lazy_pattern
from newslint.text.figures.number_words import LARGE
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import flat, folded
from newslint.text.trie import trie_pattern

# What stands between a sum and the same sum in another currency: "$12.9bn (£10bn)", "70m euros ($91m; £49m)".
BRACKET = lazy_pattern(
    r" ?[(\[] ?(?:(?:about|around|roughly|nearly|almost|some|or|over|approximately|just|under) )*"
)
CHAINED = lazy_pattern(r"(?:[;,/] ?|,? or )(?:(?:about|around|roughly|nearly|some) )*")
CLOSED = lazy_pattern(r"[)\];,/]| or ")
# Of one currency, copy gives a sum again only to count it otherwise: "Rs 4.5 crore (Rs 45 million)".
INDIAN = frozenset({"lakh", "crore"})
SHORT_MAGNITUDE = lazy_pattern(r"(?:m|k|bn|tn|mn)(?= )")


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A currency, and the band of what one unit of it has been worth in United States dollars."""

    code: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    low: str
    high: str


# What voters and the like are counted in: "2.5 lakh (250,000) voters".
NO_CURRENCY = Currency("", (), (), "1", "1")
# A plain figure below this beside lakhs may be a year, or a share of them.
SMALLEST_LAKHS = 10_000


class Sum(msgspec.Struct, frozen=True):
    """A sum of money as it stands in the copy."""

    span: Span
    number: Number
    currency: Currency


class Exchange(msgspec.Struct, frozen=True):
    """A sum and the same sum in another currency."""

    original: Sum
    converted: Sum

    @property
    def one_currency(self) -> bool:
        """Tell whether both sums are of one currency, counted in lakhs or crores and in millions."""
        return self.original.currency == self.converted.currency

    @property
    def rate(self) -> Fraction:
        """Return what one unit of the original's currency makes in the other's."""
        return self.converted.number.value / self.original.number.value

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest rate that round to the printed sums."""
        (low, high), (less, more) = _bounds(self.original.number), _bounds(self.converted.number)
        return less / high, more / low


def sums(document: Document) -> tuple[Sum, ...]:
    """Return the sums of money of the text; in a story of lakhs, its other numbers too."""
    text, lower = document.view(flat), document.view(folded)
    if not any(symbol in text for symbol in "$€£") and not _is_indian(lower):
        return ()
    return tuple(_sums(document))


def exchanges(document: Document) -> tuple[Exchange, ...]:
    """Return the sums that are given in two currencies, or in lakhs or crores and in millions."""
    return tuple(_exchanges(document))


def _exchanges(document: Document) -> Iterator[Exchange]:
    lower = document.view(folded)
    previous = root = None
    for found in document.view(sums):
        made = None
        if previous:
            gap = (previous.span.end, found.span.start)
            source = root if root and CHAINED.fullmatch(lower, *gap) else None
            source = source or (previous if BRACKET.fullmatch(lower, *gap) else None)
            if source and _are_two_counts(source, found) and CLOSED.match(lower, found.span.end):
                made = Exchange(source, found)
        if made and made.original.number.value > 0 and found.number.value > 0:
            yield made
        root = made.original if made else None
        previous = found


def _is_indian(lower: str) -> bool:
    return "crore" in lower or "lakh" in lower


def _are_two_counts(one: Sum, two: Sum) -> bool:
    """Tell two currencies, or two ways to count one."""
    if one.currency != two.currency:
        return NO_CURRENCY not in (one.currency, two.currency)
    words = {one.number.magnitude, two.number.magnitude}
    if "" in words and (one.currency != NO_CURRENCY or two.number.value < SMALLEST_LAKHS):
        return False
    return len(words & INDIAN) == 1 and len(words) == 2


def _sums(document: Document) -> Iterator[Sum]:
    text, lower = document.view(flat), document.view(folded)
    table = document.lexicon.view(currencies)
    counted = _is_indian(lower)
    for number in document.view(numbers):
        before = table.before.search(text, max(0, number.span.start - 5), number.span.start)
        if before:
            yield Sum(Span(before.start(), number.span.end), number, table.symbols[before[0]])
            continue
        magnitude = SHORT_MAGNITUDE.match(lower, number.span.end)
        end = magnitude.end() if magnitude else number.span.end
        after = table.after.match(lower, end)
        if after:
            words = number.words + (magnitude[0] if magnitude else "")
            whole = Number(Span(number.span.start, end), words)
            yield Sum(Span(number.span.start, after.end()), whole, table.words[after[1]])
        elif counted:
            yield Sum(number.span, number, NO_CURRENCY)


class CurrencyTable(msgspec.Struct, frozen=True):
    """Currencies by symbol and by name, with the patterns that find them round a number."""

    symbols: Mapping[str, Currency]
    words: Mapping[str, Currency]
    before: re.Pattern[str]
    after: re.Pattern[str]


def currencies(lexicon: Lexicon) -> CurrencyTable:
    """Return the lexicon's currencies."""
    rows = lexicon.records("currencies", Currency)
    symbols = {symbol: row for row in rows for symbol in row.symbols}
    words = {word: row for row in rows for word in row.words}
    return CurrencyTable(
        symbols,
        words,
        lazy_pattern(rf"(?<![A-Za-z$])(?:{trie_pattern(symbols)})$"),
        lazy_pattern(rf" ({trie_pattern(words)})(?!\w)"),
    )


def _bounds(number: Number) -> tuple[Fraction, Fraction]:
    """Return what a sum may be before it was rounded: to its last digit, or further where that is a zero."""
    value = number.value
    after = len(number.words.removesuffix(number.magnitude).strip().partition(".")[2])
    printed = Fraction(10) ** (LARGE.get(number.magnitude, 0) - after) / 2
    half = max(printed, min(Fraction(10) ** -number.decimals / 2, value / 50))
    return max(value - half, value / 2), value + half
