"""Thousands: long figures without the comma that makes them readable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Worded, lazy_pattern
from newslint.text.figures.measures import measures
from newslint.text.figures.numbers import Number, numbers
from newslint.text.flat import flat

LONG = lazy_pattern(r"[1-9][0-9]{3,8}(?!\.)")
COUNTED = lazy_pattern(r" [a-z]{3,}")
PLAIN_WORD = lazy_pattern(
    r"(?<![\w.'-])(?:[a-z]{2,}|About|Some|Nearly|Almost|Over|Around|Only|At least|More than|Up to) $"
)
# "3400 people": four digits may be a year, unless they are beings.
BEINGS = Worded(r" (?:[a-z]+ )?(?:people|{counted-beings}|{counted-things})\b")
LABEL = Worded("(?:{labels-before-figures}|since|until|by|in|of) $")
SURE = 5


class Thousands(Check, frozen=True):
    """Reports figures of four or more digits that are counts, sums or measures, without a separator."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"figure": None, "expected": None}

    separator: Annotated[str, Meta(description="What stands between the thousands.")] = ","

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the long figures without their separator."""
        measured = {
            number.span.start
            for measure in document.view(measures)
            for number in measure.amounts
            if not measure.unsure
        }
        for number in document.view(numbers):
            sure = number.money or number.span.start in measured
            if LONG.fullmatch(number.words) and (sure or _is_count(document, number)):
                figure = number.span.cut(document.text)
                expected = f"{int(number.words):,}".replace(",", self.separator)
                # What stands where a count would may still be a code.
                fix = Fix((Edit(number.span, expected),), Safety.SAFE if sure else Safety.UNSAFE)
                yield Problem(number.span, {"figure": figure, "expected": expected}, (fix,))


def _is_count(document: Document, number: Number) -> bool:
    """Tell a count from a year, a code or a name: it stands between plain words; four digits count beings."""
    text = document.view(flat)
    before = text[max(0, number.span.start - 12) : number.span.start]
    return (
        (len(number.words) >= SURE or BEINGS.of(document).match(text, number.span.end) is not None)
        and COUNTED.match(text, number.span.end) is not None
        and PLAIN_WORD.search(before) is not None
        and not LABEL.of(document).search(before)
    )
