"""Conversion: converted figures that do not match their originals, and how badly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.units.diagnosis import Diagnosis, Slip, diagnosis, rounded_like
from newslint.checks.units.judgements import Comparison, Judgement, Meant, judgements, needs_slip
from newslint.checks.units.rounding import Degree, to_place
from newslint.checks.units.wording import with_figures, with_unit
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety
from newslint.text.measures import Measure
from newslint.text.units import unit_table

UNTOLD = (Slip.NONE, Slip.ONE_DIGIT, Slip.OTHER_UNIT)


class Verdict(StrEnum):
    """The degrees that are reported, each by a rule of its own."""

    WRONG = "wrong"
    ROUNDED = "rounded"
    LOOSE = "loose"
    PRECISE = "precise"
    MIRRORED = "mirrored"
    MISMATCHED = "mismatched"


class Conversion(Check, frozen=True):
    """Reports the conversions of one degree."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "original": None,
        "converted": None,
        "expected": None,
        "slip": Slip,
        "meant": None,
    }

    verdict: Annotated[Verdict, Meta(description="Which degree of mismatch to report.")]

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the conversions whose figures stand in the given relation."""
        for found in document.view(judgements):
            if found.degree.name.lower() == self.verdict:
                slip = diagnosis(found, document.lexicon) if found.degree >= Degree.WRONG else Diagnosis()
                if not needs_slip(found) or slip.slip not in UNTOLD:
                    yield _problem(document, found, slip)


def _problem(document: Document, found: Judgement, slip: Diagnosis) -> Problem:
    conversion = found.conversion
    original, converted = conversion.original, conversion.converted
    mirrored = found.degree is Degree.MIRRORED
    fixes = tuple(_fixes(document, found, slip))
    return Problem(
        (original if mirrored else converted).span,
        {
            "original": original.span.cut(document.text),
            "converted": converted.span.cut(document.text),
            "expected": _expected(document, found),
            "slip": slip.slip,
            "meant": slip.meant.unit.key if slip.meant else "",
        },
        fixes,
    )


def _expected(document: Document, found: Judgement) -> str:
    if found.degree is Degree.MIRRORED:
        return _written(document, found.conversion.original, _trimmed(_reversed(found))) or ""
    if found.meant:
        return _with_meant(document, found, found.meant)
    return _written(document, found.conversion.converted, _figures(found, Diagnosis())) or ""


def _fixes(document: Document, found: Judgement, slip: Diagnosis) -> Iterator[Fix]:
    original, converted = found.conversion.original, found.conversion.converted
    if slip.meant:
        measure = original if slip.meant.original else converted
        yield _fix(measure, _with_meant(document, found, slip.meant))
        if found.meant:
            return
    if found.degree is Degree.MIRRORED:
        written = _written(document, original, _trimmed(_reversed(found)))
        yield from (_fix(original, words) for words in (written,) if words)
        return
    safety = Safety.SAFE if found.degree is Degree.PRECISE else Safety.UNSAFE
    sides = [(converted, _figures(found, slip)), (converted, _figures(found, Diagnosis()))]
    if found.degree is not Degree.PRECISE:
        sides.append((original, tuple(rounded_like(each) for each in _reversed(found))))
    offered = set()
    for measure, values in sides:
        words = _written(document, measure, values)
        if words and words not in offered:
            offered.add(words)
            yield _fix(measure, words, safety)


def _with_meant(document: Document, found: Judgement, meant: Meant) -> str:
    measure, beside = found.conversion.converted, found.conversion.original
    if meant.original:
        measure, beside = beside, measure
    return with_unit(document, measure, meant.unit, beside=beside)


def _figures(found: Judgement, slip: Diagnosis) -> tuple[Fraction, ...]:
    """Return the figures that would be right: those that the slip tells, or the exact ones rounded."""
    if slip.figures:
        return slip.figures
    if found.degree is Degree.PRECISE:
        return _trimmed(found.comparisons)
    figures = tuple(rounded_like(each) for each in found.comparisons)
    as_printed = all(
        value == each.converted.value for value, each in zip(figures, found.comparisons, strict=True)
    )
    return _trimmed(found.comparisons) if as_printed else figures


def _trimmed(comparisons: tuple[Comparison, ...]) -> tuple[Fraction, ...]:
    finest = max(each.needed_place for each in comparisons)
    return tuple(to_place(each.exact, finest) for each in comparisons)


def _reversed(found: Judgement) -> tuple[Comparison, ...]:
    return tuple(
        Comparison(each.converted, each.original, each.back, each.exact, each.point)
        for each in found.comparisons
    )


def _written(document: Document, measure: Measure, values: tuple[Fraction, ...]) -> str | None:
    """Write a measure with new figures; None for lists of which only the last is converted."""
    if measure.part and len(values) == 1:
        table = document.lexicon.view(unit_table)
        whole = next(unit for unit in measure.readings if unit.part == measure.part.key)
        first, second = divmod(to_place(values[0], 0), table.converted(Fraction(1), whole, measure.part))
        values = (Fraction(first), second)
    if len(values) != len(measure.amounts):
        return None
    return with_figures(document, measure, values)


def _fix(measure: Measure, words: str, safety: Safety = Safety.UNSAFE) -> Fix:
    return Fix((Edit(measure.span, words),), safety, {"expected": words})
