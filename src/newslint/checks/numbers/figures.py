"""Figures: counts, sums of money and shares as copy prints them, and between what the true ones lie."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import msgspec

from newslint.plugin import Document, Lexicon, Span, Worded, lazy_pattern
from newslint.text.figures.number_words import LARGE
from newslint.text.figures.numbers import Number, percent_end
from newslint.text.flat import flat, folded

YEAR = lazy_pattern(r"(?:1[5-9]|20)[0-9]{2}")
MONTH = (
    r"(?:jan(?:\.|uary)?|feb(?:\.|ruary)?|mar(?:\.|ch)?|apr(?:\.|il)?|may|june?|july?|aug(?:\.|ust)?|"
    r"sept?(?:\.|ember)?|oct(?:\.|ober)?|nov(?:\.|ember)?|dec(?:\.|ember)?)"
)
DATE_BEFORE = lazy_pattern(rf"(?<!\w){MONTH} $")
DATE_AFTER = lazy_pattern(rf"(?:st|nd|rd|th)?(?: of)? {MONTH}(?!\w)| ?[ap]\.?m(?!\w)|:[0-9]")
SYMBOL = lazy_pattern(r"(?:(?<![A-Za-z])[A-Za-z]{1,3})?[$£€¥₹₽₩₦฿₪₺]$|(?<![a-z])rs\.? ?$")
MONEY = Worded(r"([mk]|[bt]n)? {money-words}(?!\w)")
RUPEES, MONEY_STARTS = ("rs", "rs.", "rs ", "rs. "), frozenset(" mkbt")
CENTS = ("cent", "penc", "paise")
HEDGE = Worded(r"(?<!\w)(?:(?:{rough-hedges}|{hedges-over}|{hedges-under}|just|only|a mere|exactly) )+$")
OVER, UNDER = Worded(r"(?:(?:just|only) )?{hedges-over} "), Worded(r"(?:(?:just|only) )?{hedges-under} ")
OPEN = Worded(r"{hedges-of-no-distance} ")
FIRM = lazy_pattern(r"(?:(?:just|only|a mere|exactly) )+$")
POINTS = lazy_pattern(r"[ -](?:percentage[ -])?points?(?!\w)")
MARK = lazy_pattern(r"[^0-9 ]*")
WHOLE_OF = lazy_pattern(r"(?: of)?(?: an?)?$")
# How far a round figure may be from the true one, by its size; a count below a hundred is exact.
COUNTED, THOUSAND = 100, 1000
NEAR, FAR, ROUGH = Fraction(1, 100), Fraction(1, 20), Fraction(1, 10)
# How far a per cent may be rounded: by one in its last place, but no more than so much of itself.
SMALLEST = Fraction(3, 5)
HEDGED, PART_HEDGED = Fraction(3), 8


class Kind(StrEnum):
    """What a figure counts, as the letter that stands for it in a sketch."""

    COUNT = "N"
    MONEY = "M"
    PERCENT = "P"
    POINTS = "Q"
    FRACTION = "F"


class Figure(msgspec.Struct, frozen=True):
    """A figure with its currency mark or its per cent. It *opens* with its hedge, which makes it *rough*."""

    kind: Kind
    span: Span
    opens: int
    number: Number
    rough: bool = False
    scale: Fraction = Fraction(1)

    @property
    def value(self) -> Fraction:
        """Return what it is worth, in dollars where it counts cents."""
        return self.number.value * self.scale

    @property
    def slack(self) -> Fraction:
        """Return how far the true figure may be from the printed one."""
        value = abs(self.value)
        if self.number.decimals <= 0 and value < COUNTED and self.scale == 1:
            return self.hedged
        share = NEAR if value < THOUSAND and not self.number.magnitude else FAR
        half = Fraction(1, 2) * Fraction(10) ** -self.number.decimals * self.scale
        return min(half, value * share) + self.hedged

    @property
    def near_slack(self) -> Fraction:
        """Return its slack beside figures of its kind, where what is printed in full is hardly rounded."""
        if self.number.magnitude:
            return self.slack
        return min(self.slack, abs(self.value) * NEAR + self.hedged)

    @property
    def hedged(self) -> Fraction:
        """Return how far a hedge lets the true figure be."""
        return abs(self.value) * ROUGH if self.rough else Fraction(0)

    @property
    def place(self) -> int:
        """Return the place of its last digit: a zero tells nothing from 100 on; that of a cent is 2."""
        number = self.number
        size = LARGE.get(number.magnitude, 0)
        few = number.spelled or abs(number.value) < COUNTED * 10**size
        telling = max(number.decimals, -size) if few else number.decimals
        return telling + (0 if self.scale == 1 else 2)

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest that it may stand for."""
        return self.value - self.slack, self.value + self.slack

    @property
    def percent_slack(self) -> Fraction:
        """Return how far a per cent may be from the true one, in points of a hundred."""
        given = self.value
        hedged = max(HEDGED, given / PART_HEDGED) if self.rough else Fraction(0)
        return min(Fraction(10) ** -max(0, self.number.decimals), given * SMALLEST) + hedged


def figure(document: Document, number: Number) -> Figure | None:
    """Return a number as the figure it is part of; None for dates, years and hours."""
    lower = document.view(folded)
    if is_date(lower, number):
        return None
    start, end = number.span.start, number.span.end
    percent = percent_end(document, number)
    if percent is not None:
        kind, end = (Kind.POINTS, percent) if POINTS.match(lower, percent) else (Kind.PERCENT, percent)
        return _hedged(document, kind, Span(start, end), number)
    signed = number.money or lower.endswith(RUPEES, 0, start)
    symbol = SYMBOL.search(document.view(flat), max(0, start - 5), start) if signed else None
    money = MONEY.of(document).match(lower, end) if lower[end : end + 1] in MONEY_STARTS else None
    if symbol or money:
        first = symbol.start() if symbol else start
        last = money.end() if money else end
        return _money(document, Span(first, last), number, money[0] if money else "")
    if "/" in number.words or (number.spelled and 0 < number.value < 1):
        words = number.span.cut(lower)
        cut = WHOLE_OF.search(words)
        return _hedged(document, Kind.FRACTION, Span(start, start + cut.start() if cut else end), number)
    return _hedged(document, Kind.COUNT, number.span, number)


def lean(document: Document, found: Figure) -> int:
    """Tell which way a hedge leads from a figure: 1 for "more than", -1 for "almost", 0 for neither."""
    lower = document.view(folded)
    hedge = lower[found.opens : found.span.start]
    if not hedge or lower.endswith(("no ", "not "), 0, found.opens):
        return 0
    if UNDER.of(document).fullmatch(hedge):
        return -1
    return 1 if OVER.of(document).fullmatch(hedge) else 0


def is_open(document: Document, found: Figure) -> bool:
    """Tell "more than" and "under", which tell no distance, from "just over" and "nearly"."""
    hedge = document.view(folded)[found.opens : found.span.start]
    return OPEN.of(document).fullmatch(hedge) is not None


def currency_mark(document: Document, found: Figure) -> str:
    """Return the currency mark before a sum, or the word after it."""
    words = found.span.cut(document.view(flat))
    before = MARK.match(words)
    return before[0] if before and before[0] else words.rpartition(" ")[2].lower().rstrip("s")


def is_date(lower: str, number: Number) -> bool:
    """Tell years, days of a month and hours."""
    if YEAR.fullmatch(number.words) and not number.money:
        return True
    before = lower[max(0, number.span.start - 10) : number.span.start]
    return bool(DATE_BEFORE.search(before) or DATE_AFTER.match(lower, number.span.end))


def _money(document: Document, span: Span, number: Number, words: str) -> Figure:
    """Return a sum; of "5m euros" the letter is no part of the number yet."""
    letter, _, unit = words.partition(" ")
    whole = number
    if letter:
        whole = Number(Span(number.span.start, number.span.end + len(letter)), number.words + letter)
    scale = Fraction(1, 100) if unit.startswith(CENTS) else Fraction(1)
    return _hedged(document, Kind.MONEY, span, whole, scale)


def _hedged(
    document: Document, kind: Kind, span: Span, number: Number, scale: Fraction = Fraction(1)
) -> Figure:
    """Return a figure with what stands before it: hedges make it rough, "only" and the like do not."""
    lower = document.view(folded)
    word = lower[max(0, span.start - 16) : span.start].rstrip(" ").rpartition(" ")[2]
    if word not in document.lexicon.view(_last_words):
        return Figure(kind, span, span.start, number, scale=scale)
    hedge = HEDGE.of(document).search(lower, max(0, span.start - 30), span.start)
    if not hedge:
        return Figure(kind, span, span.start, number, scale=scale)
    return Figure(kind, span, hedge.start(), number, not FIRM.fullmatch(hedge[0]), scale)


def _last_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words with which hedges end."""
    hedges = (word for name in HEDGE.lists for word in lexicon.words(name))
    return frozenset((*(hedge.rpartition(" ")[2] for hedge in hedges), "just", "only", "mere", "exactly"))
