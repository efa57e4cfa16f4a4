"""Numbers: figures and number words, and what they are worth exactly."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from itertools import takewhile

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.flat import flat, folded

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
LARGE = {
    "hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12,
    "mln": 6, "mn": 6, "bln": 9, "bn": 9, "tn": 12, "m": 6, "k": 3,
}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
SMALL = {
    "a": 1, "an": 1,
    **{word: value for value, word in enumerate(ONES, 1)},
    **{word: value for value, word in enumerate(TEENS, 10)},
    **{word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)},
}  # fmt: skip
SHARE = lazy_pattern(
    rf"(?:(?P<count>an?|{'|'.join(ONES)}) )?(?P<part>{'|'.join(PARTS)})s?(?: of)?(?: an?)?"
    rf"(?: (?P<large>{'|'.join(LARGE)}))?"
)
MIXED = lazy_pattern(
    r"(?P<whole>.+?) and (?P<count>a|one|three) (?P<part>half|quarters?|thirds?)"
    rf"(?: (?P<large>{'|'.join(LARGE)}))?"
)
VULGAR = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3),
    "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
BELOW_HUNDRED = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES)}))?|{'|'.join((*TEENS, *ONES))})"
BELOW_THOUSAND = rf"(?:(?:{BELOW_HUNDRED}|a)[ -]hundred(?:(?: and)? {BELOW_HUNDRED})?|{BELOW_HUNDRED})"
THOUSANDS = "thousand|million|billion|trillion|lakh|crore"
# "twenty-five", "two hundred and fifty thousand", "half a", "three-quarters of a", "a dozen".
SPELLED = lazy_pattern(
    rf"(?:(?:half a|an?|{'|'.join(ONES)}) dozen|a couple(?: of)?|"
    rf"(?:(?:an?|{'|'.join(ONES)})[ -])?(?:{'|'.join(PARTS)})s?(?: of)?(?: an?(?!\w))?(?: (?:{THOUSANDS}))?|"
    rf"(?:(?:{BELOW_THOUSAND}|a)[ -](?:{THOUSANDS})(?:,? (?:and )?{BELOW_THOUSAND})?|{BELOW_THOUSAND})"
    rf"(?:[ -]and[ -](?:a|one|three)[ -](?:half|quarters?|thirds?))?(?: (?:{THOUSANDS}))?)(?!\w)"
)
MAGNITUDE = lazy_pattern(r"[a-z]+$")
PER_CENT = lazy_pattern(r" ?%|[ -](?:percent|per cent|pct|pc)(?!\w)")
CURRENCY = "$£€¥₹₽₩₦฿₪₺"
# "12,500.5", "1,50,000", "5½", "5 1/2", "1/2", "3.2 million", "4bn"; not the 16 of "F16" or "A-16".
FIGURE = lazy_pattern(
    rf"""[0-9{"".join(VULGAR)}](?<![^\W_].)(?<![^\W_0-9]-.)
    (?:(?<=[{"".join(VULGAR)}])(?![0-9])|(?<=[0-9])
    (?:[0-9]{{0,2}}(?:,[0-9]{{2,3}})*,[0-9]{{3}}(?![0-9])|[0-9]*)(?:\.[0-9]+)?
    (?:[ -]?[{"".join(VULGAR)}]|[ -][0-9]{{1,2}}/[0-9]{{1,3}}(?![0-9/])|/[0-9]{{1,3}}(?![0-9/]))?)
    (?:[ ](?:million|billion|trillion|thousand|hundred|lakh|crore|mln|bln)(?!\w)|(?:mln|bln|bn|tn)(?!\w))?""",
    re.VERBOSE,
)


class Number(msgspec.Struct, frozen=True):
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
        if any(letter in VULGAR or letter == "/" for letter in figure):
            return 1
        shift = LARGE.get(magnitude, 0)
        after = figure.partition(".")[2]
        if after:
            return len(after) - shift
        return place(figure_value(figure)) - shift

    @property
    def digits(self) -> int:
        """Return how many significant digits it has."""
        value = abs(self.value)
        return max(1, order(value) + 1 + self.decimals) if value else 1


def numbers(document: Document) -> tuple[Number, ...]:
    """Return the numbers of the text in order: every figure, and every number in words."""
    text, lower = document.view(flat), document.view(folded)
    found = [_figure(text, lower, match) for match in FIGURE.finditer(text)]
    end = 0
    for span in sorted(document.view(cues).get("number-words", ())):
        match = SPELLED.match(lower, span.start) if span.start >= end else None
        if match:
            end = match.end()
            found.append(Number(Span(*match.span()), match[0]))
    return tuple(sorted(found, key=lambda number: number.span.start))


def numbers_in(document: Document, span: Span) -> tuple[Number, ...]:
    """Return the numbers that begin in *span*."""
    found = document.view(numbers)
    first = bisect_left(found, span.start, key=lambda number: number.span.start)
    return tuple(takewhile(lambda number: number.span.start < span.end, found[first:]))


def percent_end(document: Document, number: Number) -> int | None:
    """Return where the per cent sign or words after *number* end; None where there are none."""
    match = PER_CENT.match(document.view(folded), number.span.end)
    return match.end() if match else None


def figure_value(figure: str) -> Fraction:
    """Return what a figure is worth: "5 1/2", "1,200", "3.2 million"."""
    plain, magnitude = _split_magnitude(figure)
    whole, fraction = _split_fraction(plain.replace(",", ""))
    worth = Fraction(whole) if whole else Fraction(0)
    return (worth + fraction) * _power(magnitude)


def words_value(words: str) -> Fraction:
    """Return what a number in words is worth: "twenty-five", "half a", "two and a half million"."""
    plain = words.replace("-", " ")
    share = SHARE.fullmatch(plain)
    if share:
        return _share(share["count"], share["part"]) * _power(share["large"])
    mixed = MIXED.fullmatch(plain)
    if mixed:
        worth = _whole(mixed["whole"]) + _share(mixed["count"], mixed["part"])
        return worth * _power(mixed["large"])
    return _whole(plain)


def place(value: Fraction) -> int:
    """Return the place of a value's last telling digit: 1 for a fraction, -2 for 1,200."""
    if value.denominator != 1:
        return 1
    digits = str(abs(value.numerator))
    return len(digits.rstrip("0")) - len(digits) if value else 0


def order(value: Fraction) -> int:
    """Return the power of ten of a value's first digit: 2 for 250, -1 for 0.4."""
    power = len(str(abs(value.numerator))) - len(str(value.denominator))
    return power if abs(value) >= Fraction(10) ** power else power - 1


def spelled_out(value: int) -> str:
    """Write a number below a hundred in words: "twenty-five"."""
    if value < 20:
        return (*ONES, *TEENS)[value - 1]
    tens, ones = divmod(value, 10)
    return f"{TENS[tens - 2]}-{ONES[ones - 1]}" if ones else TENS[tens - 2]


def _figure(text: str, lower: str, match: re.Match[str]) -> Number:
    start, end = match.span()
    words = match[0].lower()
    if text[start - 1 : start] == "." and "." not in words and not text[start - 2 : start - 1].isalnum():
        start, words = start - 1, f"0.{words}"
    before = text[max(0, start - 1) : start]
    money = before in CURRENCY and before != ""
    magnitude = lazy_pattern(r"[mk](?!\w)").match(lower, end) if money else None
    if magnitude:
        end, words = end + 1, words + magnitude[0]
    signed = _sign(lower, start)
    return Number(Span(signed, end), words, negative=signed < start, money=money)


def _sign(lower: str, start: int) -> int:
    """Return where a minus sign before *start* begins, or *start*."""
    if (
        lower[start - 1 : start] in ("-", "−", "–")
        and start
        and not lower[start - 2 : start - 1].strip(" ([")
    ):
        return start - 1
    return start - 6 if lower[max(0, start - 6) : start] == "minus " else start


def _power(magnitude: str | None) -> Fraction:
    return Fraction(10 ** LARGE.get(magnitude or "", 0))


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


def _whole(words: str) -> Fraction:
    total = current = 0
    for word in words.replace(",", "").split():
        if word in SMALL:
            current += SMALL[word]
        elif word in ("hundred", "dozen", "couple"):
            current = max(current, 1) * {"hundred": 100, "dozen": 12, "couple": 2}[word]
        elif word in LARGE:
            total, current = total + current * 10 ** LARGE[word], 0
    return Fraction(total + current)


def _share(count: str | None, part: str) -> Fraction:
    return Fraction(SMALL[count or "a"], PARTS[part.removesuffix("s")])
