"""Per cent of a rate: "17.4% per 100,000", which is said in per cent or in so many thousand, not in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.numbers.figures import Kind
from newslint.checks.numbers.sketches import sketches
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, Worded
from newslint.text.figures.measures import measures

RATES = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
RATE = Worded(
    r"(?P<share>P)(?: [a-z]+)? (?:per|for every|for each|in every|out of every|"
    r"out of) (?P<rate>N)(?! {steps}(?!\w))"
)
MOVED = Worded(
    r"(?<!\w)(?:{falling-words}|{rising-words}|{change-nouns}|fee|commission|interest|discount)(?!\w)"
)


class PercentOfRate(Check, frozen=True):
    """Reports per cents that are counted per thousand as well."""

    starts: ClassVar = (sketches,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "expected": None, "rate": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the per cents before "per 1,000", but for changes and for what is measured."""
        for sketch in document.view(sketches):
            match = (
                RATE.of(document).search(sketch.text) if "P" in sketch.text and "N" in sketch.text else None
            )
            if not match or _is_moved(document, sketch.text[: match.start()]):
                continue
            share, rate = sketch.figure(match, "share"), sketch.figure(match, "rate")
            if share.kind is Kind.PERCENT and rate.value in RATES and not _is_measured(document, rate.span):
                given, figure = share.span.cut(document.text), share.number.span
                told = {
                    "given": given,
                    "expected": figure.cut(document.text),
                    "rate": rate.span.cut(document.text),
                }
                fix = Fix((Edit(Span(figure.end, share.span.end), ""),), Safety.UNSAFE)
                yield Problem(share.span, told, (fix,))


def _is_moved(document: Document, before: str) -> bool:
    """Tell "falls 3 percent per 1,000 feet" from "fell to 11 percent per 1,000"."""
    return not before.endswith((" to ", " at ", " from ")) and MOVED.of(document).search(before) is not None


def _is_measured(document: Document, span: Span) -> bool:
    return any(measure.span.overlaps(span) for measure in document.view(measures))
