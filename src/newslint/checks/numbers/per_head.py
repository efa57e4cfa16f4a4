"""Per head: what falls to one of many, with how many they are and what they have together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from newslint.checks.numbers.figures import Figure, Kind, currency_mark
from newslint.checks.numbers.sketches import Sketch, cued_sketches
from newslint.checks.numbers.sums import decimal, like, plain
from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Worded
from newslint.text.words import Met

X = "[MN]"
WORDS = r"[^;:A-Z]{0,60}?"
NOUN = r"(?: (?!(?:and|or|but|from|than)(?!\w))[a-z'-]+){1,4}?"
LEAD = r"(?:,?(?:,| or|(?: or| for|, with|, at)? an average of|,? averaging| which is)| ?\(| ?[–—])"
UNIT = r"(?: (?:per|an?|for each|for every|to each|for each of the) (?P<unit>[a-z]+))"
ONE = rf"(?: [a-z'-]+)??(?: each| apiece|{UNIT})(?!\w)"
THE = r"(?:the |each of |all |its |their |his |her )?"
IN_ALL = r"(?= M (?:in all|in total|altogether|all told))"
ALL = rf",?(?: or| for| and)?(?: a total of| {{fetching-verbs}}|{IN_ALL})(?: a total of)? (?P<total>M)"
FORMS = (
    # "$12 million for 400 families, or $30,000 each", "24 goals in 12 games, an average of two a game"
    rf"(?P<total>{X}){WORDS} (?:for|to|among|between|across|by|in|from|into|over) {THE}"
    rf"(?P<count>N)(?P<noun>{NOUN}){LEAD} ?(?P<each>{X}){ONE}",
    # "the 400 families will share $12 million, or $30,000 each"
    rf"(?P<count>N)(?P<noun>{NOUN}) (?:(?:{{dividing-verbs}}|to [a-z]+)(?: a total of)?|a total of) "
    rf"(?P<total>{X}){WORDS}{LEAD} ?(?P<each>{X}){ONE}",
    # "400 families got $30,000 each, a total of $12 million", "12 tickets at $30 each, $360 in all"
    rf"(?P<count>N)(?P<noun>{NOUN})(?: at| for| {{dividing-verbs}})? (?P<each>M){ONE}{ALL}",
    # "$30,000 each for 400 families, a total of $12 million"
    rf"(?P<each>M)(?: each| apiece) (?:for|to|from) {THE}(?P<count>N)(?P<noun>{NOUN}){ALL}",
    # "each of 400 families gets $30,000, a total of $12 million", "at $18 each, 400 bottles cost $7,200"
    rf"each of {THE}(?P<count>N)(?P<noun>{NOUN}) (?:[a-z]+ )?{{dividing-verbs}} (?P<each>M){ALL}",
    rf"at (?P<each>M){ONE}, {THE}(?P<count>N)(?P<noun>{NOUN}) (?:[a-z]+ )?{{fetching-verbs}} (?P<total>M)",
    # "$12 million, or $30,000 for each of the 400 families"
    rf"(?P<total>{X}){WORDS}{LEAD} ?(?P<each>{X}) (?:for|to) each of {THE}(?P<count>N)(?P<noun> [a-z'-]+)",
)
TOLD = tuple(Worded(form) for form in FORMS)
# "or $30,000 each a year", "$30,000 a month" are counted by time as well.
TIMED = Worded(r",?(?: (?:an?|per|every|each|in the first|in))? {spans-of-time}(?!\w)")
TIME = Worded(r"{spans-of-time}")
ANYONE = frozenset(("capita", "head", "one", "person", "piece"))
HALF = Fraction(1, 2)
FEW_LETTERS, ENDING = 3, 3
LEAST_FIGURES, TWO_PLACES = 3, 100


class PerHead(Check, frozen=True):
    """Reports what falls to one of many where it is not what all have, divided by how many they are."""

    starts: ClassVar = (Met(("words-of-heads",)),)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "expected": None, "sum": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the figures for one that no rounding makes of those for all."""
        for sketch in cued_sketches(document, "words-of-heads", figures=LEAST_FIGURES):
            told: set[int] = set()
            for pattern in TOLD:
                for match in pattern.of(document).finditer(sketch.text):
                    if match.start("each") not in told and _is_wrong(document, sketch, match):
                        told.add(match.start("each"))
                        yield _problem(document, sketch, match)


def _is_wrong(document: Document, sketch: Sketch, match: re.Match[str]) -> bool:
    total, count, each = (sketch.figure(match, name) for name in ("total", "count", "each"))
    if total.kind is not each.kind or TIMED.of(document).match(sketch.text, match.end()):
        return False
    if total.kind is Kind.MONEY and currency_mark(document, total) != currency_mark(document, each):
        return False
    unit = match.groupdict().get("unit")
    if unit and not _is_one_of(unit, match["noun"]):
        return False
    if each.value <= 0 or count.value <= 1 or _makes(total, each, count.bounds):
        return False
    return not _is_explained(sketch, total, count, each)


def _is_one_of(unit: str, noun: str) -> bool:
    """Tell whether the one is one of the many: "a family" of "poor families"."""
    stem = unit[: max(FEW_LETTERS, len(unit) - ENDING)]
    return unit in ANYONE or any(word.startswith(stem) for word in noun.split())


def _makes(total: Figure, each: Figure, heads: tuple[Fraction, Fraction]) -> bool:
    """Tell whether some rounding of the three figures makes one sum."""
    low, high = _bounds(each)
    least, most = _bounds(total)
    return low * heads[0] <= most and high * heads[1] >= least


def _bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest that a figure may stand for where it was reckoned, and rounded."""
    slack = max(figure.slack, HALF * Fraction(10) ** -max(0, figure.number.decimals) * figure.scale)
    return figure.value - slack, figure.value + slack


def _is_explained(sketch: Sketch, total: Figure, count: Figure, each: Figure) -> bool:
    """Tell whether another figure of the sentence is the total, the count, or what both are multiplied by."""
    others = [one for one in sketch.places.values() if one not in (total, count, each)]
    for other in others:
        if other.kind is total.kind and _makes(other, each, count.bounds):
            return True
        if other.kind is Kind.COUNT and other.value > 0:
            low, high = count.bounds
            factors = (1, low * other.value, low / other.value)
            if any(_makes(total, each, (at, at * high / low)) for at in factors[1:]):
                return True
            if _makes(total, each, other.bounds):
                return True
    return False


def _problem(document: Document, sketch: Sketch, match: re.Match[str]) -> Problem:
    """Report the figure that is told last, reckoned from the other two."""
    total, count, each = (sketch.figure(match, name) for name in ("total", "count", "each"))
    last = max((total, each), key=lambda one: one.span)
    if last is total:
        exact, told = each.value * count.value, f"{plain(each.value)} × {plain(count.value)}"
    else:
        exact, told = total.value / count.value, f"{plain(total.value)} / {plain(count.value)}"
    rounded = exact if (exact * TWO_PLACES).denominator == 1 else Fraction(decimal(exact, 2).replace(",", ""))
    expected = like(document, last, rounded)
    fix = Fix((Edit(last.span, expected),), Safety.UNSAFE)
    return Problem(
        last.span,
        {"given": last.span.cut(document.text), "expected": expected, "sum": f"{told} = {plain(rounded)}"},
        () if last.number.spelled else (fix,),
        tuple(Related(one.span) for one in (total, count, each) if one is not last),
    )
