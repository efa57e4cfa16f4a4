"""Results: votes and scores of two figures, "54-45", with the margin that a sentence gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.figures.numbers import Number, numbers_in
from newslint.text.flat import flat, folded

COUNT = r"[0-9]{1,3}(?:,[0-9]{3})*"
SCORE = lazy_pattern(
    rf"(?<![\w.,:$£€-])({COUNT})(?:-|–| to | votes to )({COUNT})"
    r"(?![\w%-]|[.,:][0-9]| ?per|,? (?:votes )?to [0-9])"
)
# "a margin of " + "seven" + " votes", "a " + "seven" + "-vote margin"
MARGIN_OF = lazy_pattern(r"(?<!\w)margin of (?:just |only |a mere )?$")
VOTES = lazy_pattern(r" (?:votes?|goals?|points?|seats?|runs?)(?!\w)")
OF_VOTES = lazy_pattern(r"[- ](?:vote|goal|point|seat|run) (?:winning |losing )?margin(?!\w)")
RESULT = Worded(r"(?<!\w){words-of-results}(?!\w)")
# A range, or a margin of another result.
OTHER = lazy_pattern(
    r"(?<!\w)(?:aged?|ages|aggregate|average|between|each|half-?time|last|on penalties|overall|pages?|per|"
    r"previous|quarter|series|set|sets|than|year-olds?)(?!\w)"
)


class Result(msgspec.Struct, frozen=True):
    """A vote or a score, and the margin that is told of it."""

    score: Span
    figures: tuple[int, int]
    margin: Number

    @property
    def agrees(self) -> bool:
        """Tell whether the margin is the difference."""
        return abs(self.figures[0] - self.figures[1]) == self.margin.value


def results(document: Document, sentence: Span) -> Iterator[Result]:
    """Yield the one result of a sentence that gives its margin as well."""
    lower = document.view(folded)
    margins = [each for each in numbers_in(document, sentence) if _is_margin(lower, each)]
    if len(margins) != 1 or OTHER.search(lower, sentence.start, sentence.end):
        return
    scores = [*SCORE.finditer(document.view(flat), sentence.start, sentence.end)]
    told = RESULT.of(document).search(lower, sentence.start, sentence.end)
    if told and len(scores) == 1:
        yield Result(Span(*scores[0].span()), _figures(scores[0]), margins[0])


def _is_margin(lower: str, number: Number) -> bool:
    start, end = number.span.start, number.span.end
    after = VOTES.match(lower, end) and MARGIN_OF.search(lower, max(0, start - 24), start)
    return bool(after or OF_VOTES.match(lower, end))


def _figures(score: re.Match[str]) -> tuple[int, int]:
    one, two = (int(score[group].replace(",", "")) for group in (1, 2))
    return one, two
