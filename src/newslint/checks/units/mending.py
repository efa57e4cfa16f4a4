"""Mending: what would make a conversion right, in either half, written in the form it has."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.units.candidates import (
    Figures,
    converted_figures,
    in_known_unit,
    nearest,
    original_figures,
    trimmed,
    turned_round,
)
from newslint.checks.units.comparing import Judgement, Meant
from newslint.checks.units.diagnosis import Diagnosis, Slip
from newslint.checks.units.rounding import Degree, to_place
from newslint.checks.units.wording import is_told_below_zero, with_figures, with_unit
from newslint.plugin import Document, Edit, Fix, Safety
from newslint.text.figures.measures import Measure
from newslint.text.figures.units import unit_table


class Exact(msgspec.Struct, frozen=True):
    """The converted half as it is worked out, in a unit that readers know, if there is one.

    Its *words* are None where its form does not let it be written so.
    """

    known: Judgement | None
    figures: Figures
    words: str | None


def worked_out(document: Document, found: Judgement) -> Exact:
    """Work out the converted half of a pair."""
    figures = nearest(found)
    words = _written(document, found.conversion.converted, figures)
    return Exact(in_known_unit(document, found), figures, words)


def expected(document: Document, found: Judgement, exact: Exact) -> str:
    """Return how the half that is at fault would read."""
    if found.meant:
        return _with_meant(document, found, found.meant)
    if found.degree is Degree.MIRRORED:
        return _written(document, found.conversion.original, trimmed(turned_round(found))) or ""
    if exact.known and exact.known.into != found.into:
        return _in_other_unit(document, exact.known)
    original, converted = found.conversion.original, found.conversion.converted
    return exact.words or with_unit(document, converted, found.into, beside=original, values=exact.figures)


def fixes(document: Document, found: Judgement, diagnosis: Diagnosis, exact: Exact) -> Iterator[Fix]:
    """Yield a fix for each reading of what went wrong, the likeliest first."""
    safety = Safety.SAFE if found.degree is Degree.PRECISE else Safety.UNSAFE
    offered = set()
    for measure, words in _readings(document, found, diagnosis, exact):
        if words and words != measure.span.cut(document.text) and (measure.span, words) not in offered:
            offered.add((measure.span, words))
            yield Fix((Edit(measure.span, words),), safety, {"expected": words})


def _readings(
    document: Document, found: Judgement, diagnosis: Diagnosis, exact: Exact
) -> Iterator[tuple[Measure, str | None]]:
    original, converted = found.conversion.original, found.conversion.converted
    if diagnosis.meant and diagnosis.slip is not Slip.OTHER_KIND:
        measure = original if diagnosis.meant.original else converted
        yield measure, _with_meant(document, found, diagnosis.meant)
    if found.meant:
        if found.meant.figures:
            length = document.lexicon.view(unit_table).units[found.unit.square_of]
            yield original, with_unit(document, original, length, beside=converted)
    elif found.degree is Degree.MIRRORED:
        yield original, _written(document, original, trimmed(turned_round(found)))
    elif found.degree is Degree.PRECISE:
        yield converted, exact.words
    else:
        yield from _other_figures(document, found, diagnosis, exact)


def _other_figures(
    document: Document, found: Judgement, diagnosis: Diagnosis, exact: Exact
) -> Iterator[tuple[Measure, str | None]]:
    original, converted = found.conversion.original, found.conversion.converted
    if exact.known is found:
        for figures in converted_figures(document, found, diagnosis, exact.figures):
            is_exact = figures == exact.figures
            yield converted, exact.words if is_exact else _written(document, converted, figures)
    elif exact.known:
        yield converted, _in_other_unit(document, exact.known)
    for figures in original_figures(document, found, diagnosis):
        yield original, _written(document, original, figures)


def _in_other_unit(document: Document, known: Judgement) -> str:
    original, converted = known.conversion.original, known.conversion.converted
    return with_unit(document, converted, known.into, beside=original, values=trimmed(known.comparisons))


def _with_meant(document: Document, found: Judgement, meant: Meant) -> str:
    measure, beside = found.conversion.converted, found.conversion.original
    if meant.original:
        measure, beside = beside, measure
    values = nearest(found) if meant.figures else ()
    return with_unit(document, measure, meant.unit, beside=beside, values=values)


def _written(document: Document, measure: Measure, values: Figures) -> str | None:
    """Write a measure with new figures; None where its form does not let them.

    Of some lists only the last is converted, and nothing above zero is "below zero".
    """
    if measure.part and 2 * len(values) == len(measure.amounts):
        table = document.lexicon.view(unit_table)
        size = table.converted(Fraction(1), measure.whole, measure.part)
        parts = (divmod(to_place(value, 0), size) for value in values)
        values = tuple(Fraction(part) for pair in parts for part in pair)
    if len(values) != len(measure.amounts):
        return None
    if is_told_below_zero(measure) and max(values) >= 0:
        return None
    return with_figures(document, measure, values)
