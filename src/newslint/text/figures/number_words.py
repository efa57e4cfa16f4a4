"""Number words: how copy spells numbers out, and what the words are worth exactly."""

from __future__ import annotations

from fractions import Fraction

from newslint.core.pattern import lazy_pattern

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
LARGE = {
    "hundred": 2, "thousand": 3, "lakh": 5, "lakhs": 5, "million": 6, "crore": 7, "crores": 7, "billion": 9,
    "trillion": 12, "mln": 6, "mn": 6, "bln": 9, "bn": 9, "tn": 12, "trn": 12, "m": 6, "k": 3,
}  # fmt: skip
FRACTIONS = {"half": 2, "quarter": 4}
# Words that say a place in a row as well: "a third man" is no third of him.
ORDINALS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "sixteenth": 16, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
PARTS = FRACTIONS | ORDINALS
SMALL = {
    "zero": 0,
    "a": 1, "an": 1,
    **{word: value for value, word in enumerate(ONES, 1)},
    **{word: value for value, word in enumerate(TEENS, 10)},
    **{word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)},
}  # fmt: skip
COUNTED = {"hundred": 100, "dozen": 12, "couple": 2}
SHARE = lazy_pattern(
    rf"(?:(?P<count>an?|{'|'.join(ONES)}) )?(?P<part>{'|'.join(PARTS)})s?(?: of)?(?: an?)?"
    rf"(?: (?P<large>dozen|{'|'.join(LARGE)}))?"
)
MIXED = lazy_pattern(
    r"(?P<whole>.+?) and (?P<count>a|one|three) (?P<part>half|quarters?|thirds?)"
    rf"(?: (?P<large>{'|'.join(LARGE)}))?"
)
BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES)}))?|{'|'.join((*TEENS, *ONES))}|zero|nought)"
)
BELOW_THOUSAND = rf"(?:(?:{BELOW_HUNDRED}|a)[ -]hundred(?:(?: and)? {BELOW_HUNDRED})?|{BELOW_HUNDRED})"
THOUSANDS = "thousand|million|billion|trillion|lakh|crore"
DECIMAL = rf"[ -](?:{'|'.join(ONES)}|zero|oh|nought)"
# "one point five", "twenty-two point seven five million"
POINTED = lazy_pattern(
    rf"(?P<whole>{BELOW_HUNDRED})[ -]point(?P<decimals>(?:{DECIMAL})+)(?: (?P<large>{THOUSANDS}))?"
)
# "a third of", "a third (33%)"
SHARED = r"(?= of| \([0-9.]+(?:%| per))"
# "twenty-five", "two hundred and fifty thousand", "half a", "three-quarters of a", "a fifth of", "a dozen".
SPELLED = lazy_pattern(
    rf"(?:(?:(?:a )?half[ -](?:a )?|(?:an?|{'|'.join(ONES)}) )dozen|a couple(?: of)?|"
    rf"(?:(?:an?|one)[ -])?(?:half|quarter)[ -](?:of )?(?:an? )?(?:{THOUSANDS})|"
    rf"(?:(?:an?|{'|'.join(ONES)})[ -])?(?:{'|'.join(FRACTIONS)})s?"
    rf"(?: of)?(?: an?(?!\w))?(?: (?:{THOUSANDS}))?|"
    rf"(?:(?:{'|'.join(ONES)})[ -](?:{'|'.join(ORDINALS)})s?|an? (?:{'|'.join(ORDINALS)}){SHARED})"
    rf"(?: of)?(?: an?(?!\w))?(?: (?:{THOUSANDS}))?|"
    rf"(?:(?:{BELOW_THOUSAND}|a)[ -](?:{THOUSANDS})(?:,? (?:and )?{BELOW_THOUSAND})?|"
    rf"{BELOW_THOUSAND}(?:[ -]point(?:{DECIMAL})+)?)"
    rf"(?:[ -]and[ -](?:a|one|three)[ -](?:half|quarters?|thirds?))?(?: (?:{THOUSANDS}))?)(?!\w)"
)


def words_value(words: str) -> Fraction:
    """Return what a number in words is worth: "twenty-five", "half a", "two and a half million"."""
    plain = words.replace("-", " ")
    share = SHARE.fullmatch(plain)
    if share:
        return _share(share["count"], share["part"]) * power(share["large"])
    pointed = POINTED.fullmatch(plain) if " point " in plain else None
    if pointed:
        # "oh" and "nought" count nothing.
        digits = [SMALL.get(word, 0) for word in pointed["decimals"].split()]
        places = sum((Fraction(digit, 10**place) for place, digit in enumerate(digits, 1)), Fraction(0))
        return (_whole(pointed["whole"]) + places) * power(pointed["large"])
    mixed = MIXED.fullmatch(plain)
    if mixed:
        # "a million and a half" is half a million more.
        large = mixed["large"] or mixed["whole"].rpartition(" ")[2]
        whole = _whole(mixed["whole"]) * power(mixed["large"])
        return whole + _share(mixed["count"], mixed["part"]) * power(large)
    return _whole(plain)


def spelled_out(value: int) -> str:
    """Write a number below a hundred in words: "twenty-five"."""
    if value < 20:
        return (*ONES, *TEENS)[value - 1]
    tens, ones = divmod(value, 10)
    return f"{TENS[tens - 2]}-{ONES[ones - 1]}" if ones else TENS[tens - 2]


def power(magnitude: str | None) -> Fraction:
    """Return what a magnitude multiplies by; 1 for none."""
    return Fraction(COUNTED.get(magnitude or "", 10 ** LARGE.get(magnitude or "", 0)))


def _whole(words: str) -> Fraction:
    total = current = 0
    for word in words.replace(",", "").split():
        if word in SMALL:
            current += SMALL[word]
        elif word in COUNTED:
            current = max(current, 1) * COUNTED[word]
        elif word in LARGE:
            total, current = total + current * 10 ** LARGE[word], 0
    return Fraction(total + current)


def _share(count: str | None, part: str) -> Fraction:
    return Fraction(SMALL[count or "a"], PARTS[part.removesuffix("s")])
