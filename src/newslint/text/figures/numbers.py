"""Numbers: figures and number words, and what they are worth exactly."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from sys import intern

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.digits import digits
from newslint.text.figures.number_words import LARGE, SPELLED, power, words_value
from newslint.text.flat import flat, folded
from newslint.text.words import matches_at

VULGAR = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3),
    "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
MAGNITUDE = lazy_pattern(r"[a-z]+$")
# No quantity of news copy is longer; what is, is a key or an account, which nobody reckons with.
LONGEST = 40
PER_CENT = lazy_pattern(r" ?%|[ -](?:percent|per cent|pct|pc)(?!\w)")
SIGNS = ("%", " %", " p", "-p")
CURRENCY = "$£€¥₹₽₩₦฿₪₺"
# What shows that a story has sums of money; between a bracket and a sum stands less than so much.
MONEY, BRACKET_REACH = ("$", "€", "£", "crore", "lakh"), 80
MINUS = "minus "
# A figure is asked for its worth by many, one after the other.
REMEMBERED = 1 << 8
# "10 below zero"
MARKED = ("below ", "above ", "net ", "absolute ")
# "1st", "12th", "the 1990s"
NO_COUNT = lazy_pattern(r"(?:(?<!1)1st|(?<!1)2nd|(?<!1)3rd|[0-9]th|0s)(?!\w)")
SUM = lazy_pattern(r"[mk](?!\w)")
BETWEEN_SUMS = ("-", "–", "—", " to ", " and ", " or ")
# "12,500.5", "1,50,000", "5½", "5 1/2", "1/2", "3.2 million", "4bn"; not the 16 of "F16" or "A-16".
FIGURE = lazy_pattern(
    rf"""[0-9{"".join(VULGAR)}](?<![^\W_].)(?:(?<![^\W_0-9]-.)|(?<=[0-9][mk]-.)|(?<=[0-9][bmt]n-.))
    (?:(?<=[{"".join(VULGAR)}])(?![0-9])|(?<=[0-9])
    (?:[0-9]{{0,2}}(?:,[0-9]{{2,3}})*,[0-9]{{3}}(?![0-9])|[0-9]*)
    (?:\.[0-9]+|[ -]?[{"".join(VULGAR)}]|[ -][0-9]{{1,2}}/[0-9]{{1,3}}(?![0-9/])|/[0-9]{{1,3}}(?![0-9/]))?)
    (?:[ ]?(?:mln|bln|mn|bn|tn|trn)(?!\w)|
    [ ](?:million|billion|trillion|thousand|hundred|lakhs?|crores?)(?!\w))?""",
    re.VERBOSE,
)


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number as it stands in the copy: its *words* folded, its sign apart.

    *span* holds sign and magnitude, but no currency mark, which *money* tells of.
    """

    span: Span
    words: str
    negative: bool = False
    money: bool = False

    @property
    def spelled(self) -> bool:
        """Tell whether it is in words."""
        return self.words[0].isalpha()

    @property
    def value(self) -> Fraction:
        """Return what it is worth."""
        worth = words_value(self.words) if self.spelled else figure_value(self.words)
        return -worth if self.negative else worth

    @property
    def magnitude(self) -> str:
        """Return the word or letters that multiply its figure: "million", "bn"; none in most."""
        match = MAGNITUDE.search(self.words)
        return match[0] if match and match[0] in LARGE else ""

    @property
    def decimals(self) -> int:
        """Return the place of its last telling digit: 2 for 0.25, 0 for 25, -1 for 250."""
        if self.spelled:
            return place(self.value)
        figure, magnitude = _split_magnitude(self.words)
        if not _is_plain(figure):
            return 1
        shift = LARGE.get(magnitude, 0)
        after = figure.partition(".")[2]
        if after:
            return len(after) - shift
        return place(figure_value(figure)) - shift

    @property
    def digits(self) -> int:
        """Return how many significant digits it has."""
        value = self.value
        return max(1, order(value) + 1 + self.decimals) if value.numerator else 1


def numbers(document: Document) -> tuple[Number, ...]:
    """Return the numbers of the text in order: every figure that counts, and every number in words."""
    lower = document.view(folded)
    found = list(_figures(document))
    end = 0
    for span in sorted(document.view(cues).get("number-words", ())):
        match = SPELLED.match(lower, span.start) if span.start >= end else None
        if match and not (match[0] == "zero" and lower.endswith(MARKED, 0, match.start())):
            start, end = match.span()
            signed = start - len(MINUS) if lower.endswith(MINUS, 0, start) else start
            found.append(Number(Span(signed, end), intern(match[0]), negative=signed < start))
    return tuple(sorted(found, key=lambda number: number.span.start))


def numbers_in(document: Document, span: Span) -> tuple[Number, ...]:
    """Return the numbers that begin in *span*."""
    found = document.view(numbers)
    first = bisect_left(found, span.start, key=_start)
    return found[first : bisect_left(found, span.end, first, key=_start)]


def bracketed_money(document: Document) -> bool:
    """Tell whether a story has a sign of money, and a number in brackets: no sum is given twice without."""
    lower = document.view(folded)
    if not any(sign in lower for sign in MONEY) or not ("(" in lower or "[" in lower):
        return False
    places = chain(document.view(digits), (number.span for number in document.view(numbers)))
    return any(_is_bracketed(lower, place.start) for place in places)


def _is_bracketed(lower: str, start: int) -> bool:
    ahead = lower[max(0, start - BRACKET_REACH) : start]
    return max(ahead.rfind("("), ahead.rfind("[")) > max(ahead.rfind(")"), ahead.rfind("]"))


def _start(number: Number) -> int:
    return number.span.start


def percent_end(document: Document, number: Number) -> int | None:
    """Return where the per cent sign or words after *number* end; None where there are none."""
    lower = document.view(folded)
    match = PER_CENT.match(lower, number.span.end) if lower.startswith(SIGNS, number.span.end) else None
    return match.end() if match else None


@lru_cache(REMEMBERED)
def figure_value(figure: str) -> Fraction:
    """Return what a figure is worth: "5 1/2", "1,200", "3.2 million"."""
    plain = figure.replace(",", "")
    # Most are whole, and nothing else makes a fraction as fast.
    if plain.isdecimal():
        return Fraction(int(plain))
    plain, magnitude = _split_magnitude(plain)
    whole, fraction = _split_fraction(plain)
    worth = Fraction(whole) if whole else Fraction(0)
    return (worth + fraction) * power(magnitude)


def place(value: Fraction) -> int:
    """Return the place of a value's last telling digit: 1 for a fraction, -2 for 1,200."""
    if value.denominator != 1:
        return 1
    digits = str(abs(value.numerator))
    return len(digits.rstrip("0")) - len(digits) if value else 0


def order(value: Fraction) -> int:
    """Return the power of ten of a value's first digit: 2 for 250, -1 for 0.4."""
    above, below = value.as_integer_ratio()
    return ratio_order(abs(above), below)


# The same few figures are asked over and over while a pair is judged.
@lru_cache(REMEMBERED)
def ratio_order(above: int, below: int) -> int:
    """Return the power of ten of the first digit of a ratio: 2 for 500 to 2."""
    power = len(str(above)) - len(str(below))
    reached = above >= below * 10**power if power >= 0 else above * 10**-power >= below
    return power if reached else power - 1


def _figures(document: Document) -> Iterator[Number]:
    """Yield the figures of the text, but for ordinals ("21st") and decades ("the 1990s")."""
    text, lower = document.view(flat), document.view(folded)
    previous = None
    for match in _matches(document, text):
        if match.end() - match.start() > LONGEST:
            continue
        if "/" in match[0] or "." in match[0] or not NO_COUNT.match(lower, match.end() - 1):
            previous = _figure(text, lower, match, previous)
            yield previous


def _matches(document: Document, text: str) -> Iterator[re.Match[str]]:
    """Return what is written in figures, which opens with digits but for a fraction like "½"."""
    if not text.isascii() and any(letter in text for letter in VULGAR):
        return FIGURE.finditer(text)
    return matches_at(FIGURE, text, document.view(digits).starts)


def _figure(text: str, lower: str, match: re.Match[str], previous: Number | None) -> Number:
    start, end = match.span()
    words = match[0].lower()
    plain = _is_plain(words) and "." not in words
    if plain and text[start - 1 : start] == "." and not text[start - 2 : start - 1].isalnum():
        start, words = start - 1, f"0.{words}"
    before = text[max(0, start - 1) : start]
    # "£5m-6m" names its currency once.
    again = previous is not None and previous.money and text[previous.span.end : start] in BETWEEN_SUMS
    money = (before in CURRENCY and before != "") or (again and SUM.match(lower, end) is not None)
    magnitude = SUM.match(lower, end) if money else None
    if magnitude:
        end, words = magnitude.end(), words + magnitude[0]
    signed = start if again else _sign(lower, start)
    # Long copy has its few figures often.
    return Number(Span(signed, end), intern(words), negative=signed < start, money=money)


def _is_plain(words: str) -> bool:
    """Tell whether a figure has no fraction."""
    return "/" not in words and not any(letter in VULGAR for letter in words)


def _sign(lower: str, start: int) -> int:
    """Return where a minus sign before *start* begins, or *start*."""
    if (
        lower[start - 1 : start] in ("-", "−", "–")
        and start
        and not lower[start - 2 : start - 1].strip(" ([")
    ):
        return start - 1
    return start - len(MINUS) if lower.endswith(MINUS, 0, start) else start


def _split_magnitude(figure: str) -> tuple[str, str]:
    match = MAGNITUDE.search(figure)
    return (figure[: match.start()].rstrip(), match[0]) if match else (figure, "")


def _split_fraction(figure: str) -> tuple[str, Fraction]:
    """Take "5 1/2", "5½" or "1/2" apart into a whole and a fraction."""
    if figure[-1] in VULGAR:
        return figure[:-1].rstrip(" -"), Fraction(*VULGAR[figure[-1]])
    if "/" in figure:
        whole, _, fraction = figure.replace("-", " ").rpartition(" ")
        above, _, below = fraction.partition("/")
        return whole, Fraction(above) / (int(below) or 1)
    return figure, Fraction(0)
