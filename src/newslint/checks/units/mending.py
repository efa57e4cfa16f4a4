"""Mending: what would make a conversion right, in either half, written in the form it has."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newslint.checks.units.comparing import Comparison, Judgement, Meant
from newslint.checks.units.diagnosis import Diagnosis, Slip, rounded_like
from newslint.checks.units.rounding import Degree, grid, to_place
from newslint.checks.units.wording import is_told_below_zero, with_figures, with_unit
from newslint.plugin import Document, Edit, Fix, Safety
from newslint.text.figures.conversions import Form
from newslint.text.figures.measures import Measure
from newslint.text.figures.units import unit_table

# How far a figure may be rounded beside an original of one digit, and of two.
ROUND_FIGURE = {1: Fraction(5, 100), 2: Fraction(25, 1000)}
Figures = tuple[Fraction, ...]


def expected(document: Document, found: Judgement) -> str:
    """Return how the half that is at fault would read."""
    if found.meant:
        return _with_meant(document, found, found.meant)
    if found.degree is Degree.MIRRORED:
        return _written(document, found.conversion.original, _trimmed(_reversed(found))) or ""
    original, converted, values = found.conversion.original, found.conversion.converted, _nearest(found)
    return _written(document, converted, values) or with_unit(
        document, converted, found.into, beside=original, values=values
    )


def fixes(document: Document, found: Judgement, diagnosis: Diagnosis) -> Iterator[Fix]:
    """Yield a fix for each reading of what went wrong, the likeliest first."""
    safety = Safety.SAFE if found.degree is Degree.PRECISE else Safety.UNSAFE
    offered = set()
    for measure, words in _readings(document, found, diagnosis):
        if words and words != measure.span.cut(document.text) and (measure, words) not in offered:
            offered.add((measure, words))
            yield Fix((Edit(measure.span, words),), safety, {"expected": words})


def _readings(
    document: Document, found: Judgement, diagnosis: Diagnosis
) -> Iterator[tuple[Measure, str | None]]:
    original, converted = found.conversion.original, found.conversion.converted
    if diagnosis.meant and diagnosis.slip is not Slip.OTHER_KIND:
        measure = original if diagnosis.meant.original else converted
        yield measure, _with_meant(document, found, diagnosis.meant)
    if found.meant:
        if found.meant.figures:
            length = document.lexicon.view(unit_table).units[found.unit.square_of]
            yield original, with_unit(document, original, length, beside=converted)
        return
    if found.degree is Degree.MIRRORED:
        yield original, _written(document, original, _trimmed(_reversed(found)))
        return
    if diagnosis.slip is Slip.ENDS_SWAPPED:
        printed = tuple(each.converted.value for each in found.comparisons)
        yield converted, _written(document, converted, printed[::-1])
        return
    if diagnosis.figures:
        yield converted, _written(document, converted, diagnosis.figures)
    yield converted, _written(document, converted, _nearest(found))
    if found.degree is Degree.PRECISE:
        return
    # A body is told to the inch or the pound, and no rounder.
    if not converted.part:
        yield converted, _written(document, converted, _trimmed(found.comparisons))
        yield converted, _written(document, converted, tuple(map(_whole_figure, found.comparisons)))
    if not (original.part or converted.part):
        yield converted, _written(document, converted, tuple(map(_round_figure, found.comparisons)))
    # In "30 knots (56 km/h or 53 mph)" a second conversion vouches for the original.
    if found.conversion.form is not Form.CHAINED:
        yield original, _written(document, original, tuple(map(rounded_like, _reversed(found))))


def _nearest(found: Judgement) -> Figures:
    """Return the exact figures, rounded as the printed ones are, or finer where those are that already."""
    if found.degree is Degree.PRECISE:
        # Feet and inches are told to the inch.
        whole = found.conversion.converted.part
        place = 0 if whole else max(each.honest_place for each in found.comparisons)
        return tuple(to_place(each.exact, place) for each in found.comparisons)
    figures = tuple(map(rounded_like, found.comparisons))
    printed = tuple(each.converted.value for each in found.comparisons)
    return _trimmed(found.comparisons) if figures == printed else figures


def _round_figure(found: Comparison) -> Fraction:
    """Return the roundest figure that is near enough for an original as round: 100 feet for 30 meters."""
    slack = ROUND_FIGURE.get(found.original.digits)
    if not slack or found.point:
        return rounded_like(found)
    near = [value for value in grid(found.exact) if abs(value - found.exact) <= slack * found.exact]
    return near[-1] if near else rounded_like(found)


def _whole_figure(found: Comparison) -> Fraction:
    """Return a whole figure of three digits, as copy often has it: 112 miles for 180 kilometers."""
    return to_place(found.exact, 0) if 100 <= found.exact < 1000 else rounded_like(found)


def _trimmed(comparisons: tuple[Comparison, ...]) -> Figures:
    """Return the exact figures at the place that the finest of them needs."""
    finest = max(each.needed_place for each in comparisons)
    return tuple(to_place(each.exact, finest) for each in comparisons)


def _reversed(found: Judgement) -> tuple[Comparison, ...]:
    return tuple(
        Comparison(each.converted, each.original, each.back, each.exact, each.point)
        for each in found.comparisons
    )


def _with_meant(document: Document, found: Judgement, meant: Meant) -> str:
    measure, beside = found.conversion.converted, found.conversion.original
    if meant.original:
        measure, beside = beside, measure
    values = _nearest(found) if meant.figures else ()
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
