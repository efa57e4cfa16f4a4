"""Lists of sums: a total, and the sums or counts that are listed as its parts, after it or before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.numbers.figures import Figure, Kind, currency_mark
from newslint.checks.numbers.sketches import Sketch, sketches
from newslint.plugin import Document, Worded, lazy_pattern
from newslint.text.figures.number_words import LARGE

WORD = r" (?!(?:and|or|plus|than|compared|of which)(?!\w))[a-z0-9'&/.-]+"
ITEM = rf"(?:-[a-z]+)?(?:{WORD}){{0,8}}?"
CLOSED = (
    r"(?= ?(?:[.)–—;]| -|$)|, (?:[a-z.'-]+ ){1,6}?(?:{first-saying-verbs})(?!\w)|, (?:according|"
    r"{first-saying-verbs})(?!\w))"
)
LIST = rf"(?P<list>(?P<part>X){ITEM}(?:[,;] X{ITEM})*,? (?:and|plus)(?: (?:another|a further))? X{ITEM})"
OPENED = r"(?: ?[–—:] ?| -+ | \()"
FORMS = (
    # "costs $10 million: $4 million from the state and $5 million from the city"
    rf"(?P<total>X)(?:-[a-z]+)?(?:{WORD}){{0,5}}(?: N(?:{WORD}){{1,2}})?{OPENED}(?:the )?{LIST}{CLOSED}",
    # "$5 million for roads and $4 million for schools, a total of $8 million"
    rf"{LIST},? (?:for |or |making |which makes |bringing the total to )?(?:(?:a|"
    r"the) (?:grand )?total of |totall?ing |adding up to )?"
    r"(?P<total>X)(?= (?:in all|in total|altogether|all told)|(?<=total of X)|(?<=total to X)|"
    r"(?<=totaling X)|(?<=totalling X)|(?<=up to X))",
)
SUMS = tuple(Worded(form.replace("X", "M")) for form in FORMS)
COUNTS = (Worded(FORMS[1].replace("X", "N")),)
# "$10 million, including $6 million for roads and $5 million for parks": more than all of it
SOME = Worded(
    rf"(?P<total>M)(?:-[a-z]+)?(?:{WORD}){{0,5}},? including {LIST.replace('X', 'M')}(?= ?(?:[.),–—;]| -|$))"
)
PARTIAL = Worded(
    r"(?<!\w)(?:includ(?:ing|es)|among|or|at least|per|each|every|more|a (?:day|week|month|year)|"
    r"apiece|than|against|versus|from M to|to M|up M)(?!\w)"
)
PRICED = Worded(r"(?<!\w)(?:{priced-things})(?!\w)")
AVERAGE = lazy_pattern(r"(?<!\w)(?:averag(?:es?|ed|ing)|mean|median)(?!\w)[^,;:A-Z]*$")
TOLD = lazy_pattern(r"total|in all|all told|altogether|adding up")


class Parted(msgspec.Struct, frozen=True):
    """A total and its parts; of *some* parts it may be more."""

    total: Figure
    parts: tuple[Figure, ...]
    some: bool = False

    @property
    def sum(self) -> Fraction:
        """Return what the parts make."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def slack(self) -> Fraction:
        """Return how far the sum may be from the total: a figure that is rounder than another is rounded."""
        found = (self.total, *self.parts)
        finest = max(each.place for each in found)
        slack = sum((each.near_slack for each in found if each.place < finest), Fraction(0))
        printed = any("." in each.number.words for each in found)
        return slack + (sum(self._last(each) for each in found) * Fraction(10) ** -finest if printed else 0)

    def _last(self, part: Figure) -> Fraction:
        """Return how much of the last place is unsure: of billions "$900 million" is told to the ten."""
        smaller = LARGE.get(part.number.magnitude, 0) < LARGE.get(self.total.number.magnitude, 0)
        return Fraction(1, 20 if smaller else 2)

    @property
    def agrees(self) -> bool:
        """Tell whether the parts may make the total."""
        over = self.sum - self.total.value
        return over <= self.slack if self.some else abs(over) <= self.slack


def parted_sums(document: Document) -> tuple[Parted, ...]:
    """Return the totals of the text whose parts are sums of money, or stand before it."""
    return tuple(each for sketch in document.view(sketches) for each in _parted(document, sketch))


def _parted(document: Document, sketch: Sketch) -> Iterator[Parted]:
    letters = sketch.text
    if letters.count("M") > 2:
        for pattern in (*SUMS, SOME):
            for match in pattern.of(document).finditer(letters):
                yield from _made(document, sketch, match, some=pattern is SOME)
    elif letters.count("N") > 2 and TOLD.search(letters):
        for match in COUNTS[0].of(document).finditer(letters):
            yield from _made(document, sketch, match, some=False)


def _made(document: Document, sketch: Sketch, match: re.Match[str], *, some: bool) -> Iterator[Parted]:
    start, end = match.span("list")
    parts = tuple(each for place, each in sketch.places.items() if start <= place < end)
    total = sketch.figure(match, "total")
    if total.kind is Kind.MONEY and PRICED.of(document).search(sketch.text):
        return
    if any(each.rough or each.kind is not total.kind for each in (total, *parts)) or AVERAGE.search(
        sketch.text, 0, match.start("total")
    ):
        return
    one_money = (
        total.kind is Kind.COUNT or len({currency_mark(document, each) for each in (total, *parts)}) == 1
    )
    if one_money and not PARTIAL.of(document).search(sketch.text, start, end):
        yield Parted(total, parts, some)
