"""Money: sums with their currency, and sums given again in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.units.currencies import (
    FIGURE,
    NO_CURRENCY,
    Currencies,
    Currency,
    CurrencyTable,
    currencies,
    meant,
)
from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.figures.number_words import LARGE
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import flat, folded

# What stands between a sum and the same sum in another currency: "$12.9bn (£10bn)", "70m euros ($91m; £49m)".
BRACKET = lazy_pattern(
    r" ?[(\[] ?(?:(?:about|around|roughly|nearly|almost|some|or|over|approximately|just|under) )*"
)
CHAINED = lazy_pattern(r"(?:[;,/] ?|,? or )(?:(?:about|around|roughly|nearly|some) )*")
CLOSED = lazy_pattern(r"[)\];,/]| or ")
# Of one currency, copy gives a sum again only to count it otherwise: "Rs 4.5 crore (Rs 45 million)".
INDIAN = frozenset({"lakh", "crore"})
# "3 pounds ($20) of beef"
WEIGHTS, FEWEST_POUNDS = frozenset({"pound", "pounds"}), 10_000
LONGEST, LONGEST_LEAD, TELLING = 48, 16, 2
OPENERS = frozenset({"(", "[", ";", "/"})
RUPEES = lazy_pattern(rf"(?<![A-Za-z])(?P<symbol>Rs\.?)(?P<figure>{FIGURE})(?![\w%])")
SHORT_MAGNITUDE = lazy_pattern(r"(?:m|k|bn|tn|mn)(?= )")


# A plain figure below this beside lakhs may be a year, or a share of them.
SMALLEST_LAKHS = 10_000


class Sum(msgspec.Struct, frozen=True):
    """A sum of money as it stands in the copy. One that is not *sure* may be a weight, as pounds are."""

    span: Span
    number: Number
    currencies: Currencies
    sure: bool = True

    @property
    def currency(self) -> Currency:
        """Return the currency that it is most likely in; *currencies* are all that it may be in."""
        return self.currencies[0]


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
    found = {each.span: each for each in (*_sums(document), *_rupees(document, lower))}
    return tuple(found[span] for span in sorted(found))


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
                made = _meant(document, source, found)
        if made and made.original.number.value > 0 and found.number.value > 0:
            yield made
        root = made.original if made else None
        previous = found


def _meant(document: Document, one: Sum, two: Sum) -> Exchange | None:
    """Return two sums in the moneys that a story may mean; none where it names no place of theirs."""
    left, right = meant(document, one.currencies), meant(document, two.currencies)
    if not left or not right:
        return None
    return Exchange(
        msgspec.structs.replace(one, currencies=left), msgspec.structs.replace(two, currencies=right)
    )


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
    table, counted = document.lexicon.view(currencies), _is_indian(document.view(folded))
    for number in document.view(numbers):
        found = _signed(document, number, table) or _named(document, number, table)
        if not found and counted:
            found = Sum(number.span, number, (NO_CURRENCY,))
        if found and NO_CURRENCY not in found.currencies:
            yield from _solid_before(document, found, table)
            yield found
            yield from _solid_after(document, found, table)
        elif found:
            yield found


def _rupees(document: Document, lower: str) -> Iterator[Sum]:
    """Yield the "Rs45 crore" of a story of crores, both halves of which cling to their letters."""
    if _is_indian(lower):
        table = document.lexicon.view(currencies)
        for match in RUPEES.finditer(document.view(flat)):
            yield from _solid(document, match, table)


def _signed(document: Document, number: Number, table: CurrencyTable) -> Sum | None:
    """Return the sum of "$12" and "Rs 45 crore"."""
    start = number.span.start
    before = table.before.search(document.view(flat), max(0, start - 6), start)
    if not before:
        return None
    return Sum(Span(before.start(), number.span.end), number, table.symbols[before["symbol"]])


def _named(document: Document, number: Number, table: CurrencyTable) -> Sum | None:
    """Return the sum of "12 million euros"."""
    lower, end = document.view(folded), number.span.end
    magnitude = SHORT_MAGNITUDE.match(lower, end)
    after = table.after.match(lower, magnitude.end() if magnitude else end)
    if not after:
        return None
    letters = magnitude[0] if magnitude else ""
    whole = Number(Span(number.span.start, end + len(letters)), number.words + letters)
    sure = after[1] not in WEIGHTS or whole.value >= FEWEST_POUNDS
    return Sum(Span(number.span.start, after.end()), whole, table.words[after[1]], sure)


def _solid_before(document: Document, found: Sum, table: CurrencyTable) -> Iterator[Sum]:
    """Yield the "R18 million" before "($1 million)", whose figure clings to a letter and is no number."""
    end = found.span.start
    if "(" not in document.view(flat)[max(0, end - LONGEST_LEAD) : end]:
        return
    start = max(0, end - LONGEST)
    match = table.solid_before.search(document.view(flat), start, found.span.start)
    yield from _solid(document, match, table)


def _solid_after(document: Document, found: Sum, table: CurrencyTable) -> Iterator[Sum]:
    if document.view(flat)[found.span.end : found.span.end + 2].strip() not in OPENERS:
        return
    match = table.solid_after.match(document.view(flat), found.span.end)
    yield from _solid(document, match, table)


def _solid(document: Document, match: re.Match[str] | None, table: CurrencyTable) -> Iterator[Sum]:
    if not match:
        return
    symbol, words = match["symbol"], match["figure"].lower()
    if len(symbol) > 1 or not words.isdigit() or len(words) > TELLING:
        number = Number(Span(*match.span("figure")), words, money=True)
        yield Sum(Span(match.start("symbol"), match.end("figure")), number, table.symbols[symbol])


def _bounds(number: Number) -> tuple[Fraction, Fraction]:
    """Return what a sum may be before it was rounded: to its last digit, or further where that is a zero."""
    value = number.value
    after = len(number.words.removesuffix(number.magnitude).strip().partition(".")[2])
    printed = Fraction(10) ** (LARGE.get(number.magnitude, 0) - after) / 2
    half = max(printed, min(Fraction(10) ** -number.decimals / 2, value / 50))
    return max(value - half, value / 2), value + half
