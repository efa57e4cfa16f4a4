"""Fall over all: what fell, was cut or is less by more than 100 per cent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.numbers.figures import Figure, Kind
from newslint.checks.numbers.sketches import sketched
from newslint.plugin import Check, Document, Problem, Span, Worded, lazy_pattern
from newslint.text.figures.numbers import Number, numbers, percent_end
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at

ALL, DIGITS = 100, 3
WORD = r" (?!(?:to|from|of|at|than|above|below|and|but|while|when|after|since|rose|up)(?!\w))[a-z'-]+"
# "fell 120 percent", "cut the budget by 150 per cent", "was down 110%", "a drop of 120 percent"
BEFORE = Worded(
    r"(?<!\w)(?:(?:{verbs-of-cutting}|down)(?: (?:a|an|another|by|roughly|[a-z]+ly))*|"
    rf"{{verbs-of-cutting}}(?:{WORD}| of){{1,6}} by(?: an?)?(?: [a-z]+)?|"
    r"(?:{nouns-of-falling}) (?:of|by)(?: an?)?(?: [a-z]+)?) $"
)
# "a 120 percent drop", "120 percent less"
AFTER = Worded(r"[ -](?:[a-z]+ )?(?:{nouns-of-falling})(?!\w)(?! (?:of|to) P)| (?:{smaller-words})(?!\w)")
# "fell 120 percent of the way", "fell 150 percent points", "a 150 percent tariff"
OTHER = Worded(
    r" of (?!that|it)|[ -](?:[a-z]+ )?{share-words}(?!\w)|-|(?: to| and|,) [PNM]| (?:above|below|"
    r"more|increase|rise|growth)"
)
LEVEL = lazy_pattern(r"(?:below|above|under) $")
LOSSES = Worded(r"(?<!\w)(?:{losses})(?!\w)|(?<!\w)loss(?:es)?(?!\w)")


class FallOverAll(Check, frozen=True):
    """Reports falls by more than 100 per cent, but of what can be less than nothing."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the per cents over a hundred by which something fell."""
        for number in document.view(numbers):
            end = percent_end(document, number) if number.spelled or len(number.words) >= DIGITS else None
            if end is not None and number.value > ALL and _is_fall(document, number):
                span = Span(number.span.start, end)
                yield Problem(span, {"given": span.cut(document.text)})


def _is_fall(document: Document, number: Number) -> bool:
    sketch = sketched(document, sentence_at(document, number.span.start))
    place = next((at for at, each in sketch.places.items() if each.number is number), None)
    if (
        place is None
        or LOSSES.of(document).search(sketch.text)
        or not _is_change(document, sketch.places[place])
    ):
        return False
    if AFTER.of(document).match(sketch.text, place + 1):
        return True
    if OTHER.of(document).match(sketch.text, place + 1):
        return False
    return BEFORE.of(document).search(sketch.text, max(0, place - 80), place) is not None


def _is_change(document: Document, found: Figure) -> bool:
    """Tell "fell 120 percent" from "fell below 120 percent", a level."""
    hedge = document.view(folded)[found.opens : found.span.start]
    return found.kind is Kind.PERCENT and LEVEL.search(hedge) is None
