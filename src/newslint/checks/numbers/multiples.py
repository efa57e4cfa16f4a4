"""Multiples: what doubled, rose fivefold or is three times another figure, with both figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.numbers.figures import Figure
from newslint.checks.numbers.moves import FROM, REST, TO, UNIT, WORD
from newslint.checks.numbers.moves import X as AMOUNT
from newslint.checks.numbers.sketches import Sketch, sketches
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.figures.number_words import ORDINALS

X = "[NMP]"
BEFORE, AFTER = (each.replace(AMOUNT, X) for each in (FROM, TO))
# "doubled", "fivefold", "5-fold", "five times", "twice", "by a factor of five"
TIMES = (
    r"(?P<words>(?P<times>{multiplying-verbs}|twice|double|triple|N(?= ?-?fold)|N(?= times)|(?<=factor of )N)"
    r"(?: ?-?fold| times)?)"
)
RISE = r"(?: (?:rise|increase|jump|growth|gain|surge|fall|drop|decline|decrease))?"
# "quintupled in two years, from 2 to 10"
SINCE = r"(?: (?:(?:in|over|within) (?:the |just )?(?:past |last )?)?N {spans-of-time})?"
GAP = rf"{WORD}{{0,4}}?{SINCE},? "
FORMS = (
    # "rose fivefold, to 100 in 2003 from 50 in 1999", "doubled from 40 to 70"
    rf"(?<!\w){TIMES}{RISE},?{GAP}{AFTER}{REST}{BEFORE}",
    rf"(?<!\w){TIMES}{RISE},?{GAP}{BEFORE}{REST}{AFTER}",
    # "rose to 100 from 50, a fivefold rise"
    rf"{AFTER}{REST}{BEFORE}{UNIT}{WORD}{{0,4}}, (?:an? )?{TIMES}{RISE}(?= ?[,.;)]| in |$)",
    rf"{BEFORE}{REST}{AFTER}{UNIT}{WORD}{{0,4}}, (?:an? )?{TIMES}{RISE}(?= ?[,.;)]| in |$)",
    # "sold 100 cars, five times the 50 of 1999"
    rf"(?P<after>{X}){UNIT}{WORD}{{0,4}},? (?:or )?{TIMES} (?:as (?:many|much|high|large|"
    rf"big) as )?(?:the|its|their) (?P<before>{X})",
)
MULTIPLES = tuple(Worded(form) for form in FORMS)
# "cut in half, from 1,200 to 600", "rose by a third to 400 from 300"
PART = (
    rf"(?<!\w)(?P<way>{{falling-words}}|{{rising-words}}|{{verbs-of-cutting}}){WORD}{{0,4}}? "
    rf"(?P<words>(?:in|by) (?:(?P<part>F)|a (?P<word>{'|'.join(ORDINALS)})(?!\w)))"
)
PARTS = tuple(Worded(rf"{PART},?{GAP}{way}") for way in (f"{BEFORE}{REST}{AFTER}", f"{AFTER}{REST}{BEFORE}"))
BY_PART = lazy_pattern(rf" (?:in F|by (?:F|a (?:{'|'.join(ORDINALS)})(?!\w)))")
DOWN = Worded(r"{falling-words}|{verbs-of-cutting}")
CUE = Worded(r"(?<!\w)(?:{multiplying-verbs}|twice|double|triple|N ?-?fold|N times|factor of N)(?!\w)")
# What a word multiplies by. Who writes "rose fivefold" may mean six times as much.
FACTORS = {
    "doub": 2, "twic": 2, "twof": 2,
    "trip": 3, "treb": 3, "thre": 3, "quad": 4, "four": 4, "quin": 5, "five": 5,
    "sixf": 6, "sext": 6, "seve": 7, "eigh": 8, "octu": 8, "nine": 9, "tenf": 10,
}  # fmt: skip
HALVED, HALF = "halv", Fraction(1, 2)
FALLS = Worded(r"(?<!\w)(?:{falling-words}|{nouns-of-falling})(?!\w)")
HEDGE = lazy_pattern(
    r"(?<!\w)(?:(about|around|nearly|almost|roughly|some)|(more than|over|at least)|[a-z]+ than|up to|and) $"
)


class Multiple(msgspec.Struct, frozen=True):
    """A change by a factor that copy names at *span*, or by one of two that it may mean."""

    span: Span
    factors: tuple[Fraction, ...]
    before: Figure
    after: Figure
    rough: bool = False
    at_least: bool = False


def multiples(document: Document) -> tuple[Multiple, ...]:
    """Return the changes of the text that a word or a number of times gives, with both figures."""
    return tuple(each for sketch in document.view(sketches) for each in _multiples(document, sketch))


def _multiples(document: Document, sketch: Sketch) -> Iterator[Multiple]:
    if len(sketch.places) < 2:
        return
    cued = MULTIPLES if CUE.of(document).search(sketch.text) else ()
    parted = PARTS if BY_PART.search(sketch.text) else ()
    for patterns, make in ((cued, _made), (parted, _of_part)):
        for pattern in patterns:
            for match in pattern.of(document).finditer(sketch.text):
                made = make(document, sketch, match)
                if made:
                    yield made


def _made(document: Document, sketch: Sketch, match: re.Match[str]) -> Multiple | None:
    start = match.start("times")
    before, after = sketch.figure(match, "before"), sketch.figure(match, "after")
    hedge = HEDGE.search(sketch.text, max(0, start - 12), start)
    if before.kind is not after.kind or (hedge and not (hedge[1] or hedge[2])):
        return None
    number = sketch.places.get(start)
    factors = _factors(match["words"], number.value if number else None)
    if min(factors) <= 1 or min(before.value, after.value) <= 0:
        return None
    lead = max(0, match.start() - 40)
    falls = "fold" in match["words"] and FALLS.of(document).search(sketch.text, lead, match.end())
    if match["words"].startswith(HALVED) or falls:
        factors = tuple(1 / each for each in factors)
    opens = number.span.start if number else sketch.offset(start)
    span = Span(opens, sketch.offset(match.end("words")))
    rough = bool(hedge and hedge[1]) or bool(number and number.rough)
    return Multiple(span, factors, before, after, rough, at_least=bool(hedge and hedge[2]))


def _of_part(document: Document, sketch: Sketch, match: re.Match[str]) -> Multiple | None:
    """Return what fell or rose by a fraction of itself; "in" goes with "half" alone."""
    before, after = sketch.figure(match, "before"), sketch.figure(match, "after")
    part = sketch.figure(match, "part") if match["part"] else None
    share = part.value if part else Fraction(1, ORDINALS[match["word"]])
    falls = DOWN.of(document).fullmatch(match["way"]) is not None
    halved = match["words"].startswith("in")
    if before.kind is not after.kind or (halved and not (falls and share == HALF)):
        return None
    if not 0 < share < 1 or min(before.value, after.value) <= 0:
        return None
    span = Span(sketch.offset(match.start("words")), sketch.offset(match.end("words")))
    return Multiple(
        span, (1 - share if falls else 1 + share,), before, after, part is not None and part.rough
    )


def _factors(words: str, number: Fraction | None) -> tuple[Fraction, ...]:
    factor = number or Fraction(FACTORS.get(words[:4], 2))
    return (factor, factor + 1) if "fold" in words else (factor,)
