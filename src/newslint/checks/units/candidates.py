"""Candidates: the figures that may be meant in either half of a wrong pair, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.units.comparing import Comparison, Judgement, compared
from newslint.checks.units.diagnosis import Diagnosis, Slip
from newslint.checks.units.grading import graded
from newslint.checks.units.grid import grid
from newslint.checks.units.rounding import Degree, is_within, plain, to_place
from newslint.plugin import Document
from newslint.text.figures.conversions import Form
from newslint.text.figures.measures import Join
from newslint.text.figures.numbers import order
from newslint.text.figures.units import UnitTable, unit_table

# How far a figure may be rounded beside an original of one digit, and of two.
ROUND_FIGURE = {1: Fraction(5, 100), 2: Fraction(25, 1000)}
# Below a tenth a reader pictures nothing: 0.009 kilometers are nine meters.
LEAST = Fraction(1, 10)
# A printed figure near the right one shows that the writer wanted the unit.
SLIPPED = 3
# An original is so far off by a slip of the point alone.
FARTHEST = 20
# What happens to the figure that was worked out, and to no other.
SLIPS_OF_RECKONING = (Slip.AS_DIFFERENCE, Slip.AS_POINT, Slip.ENDS_SWAPPED)
Figures = tuple[Fraction, ...]


def in_known_unit(document: Document, found: Judgement) -> Judgement | None:
    """Return the pair in a unit whose figure a reader knows: meters for 0.009 kilometers.

    It is the pair itself where the printed unit will do, and None where there is no other.
    """
    largest = max(abs(each.exact) for each in found.comparisons)
    if found.conversion.converted.part or not 0 < largest < LEAST:
        return found
    slipped = SLIPPED * largest < max(each.converted.value for each in found.comparisons)
    if not slipped and largest >= LEAST / 10:
        return found
    table = document.lexicon.view(unit_table)
    for key in (*found.unit.usual, found.into.part):
        unit = table.units.get(key)
        if unit is None or (unit.system, table.dimension(unit)) != _kind(found, table):
            continue
        comparisons = compared(found.conversion, found.unit, unit, table, difference=found.difference)
        if min(each.exact for each in comparisons) >= LEAST:
            return msgspec.structs.replace(found, into=unit, comparisons=comparisons)
    return None if slipped else found


def converted_figures(
    document: Document, found: Judgement, diagnosis: Diagnosis, exact: Figures
) -> Iterator[Figures]:
    """Yield what the converted half may have to say, the *exact* figures among it; last what is loose."""
    if diagnosis.slip is Slip.ENDS_SWAPPED:
        yield tuple(each.converted.value for each in found.comparisons)[::-1]
        return
    likely: list[Figures] = []
    for candidate in _converted_figures(found, diagnosis, exact):
        figures = _even(found, found.comparisons, candidate)
        if figures not in likely:
            likely.append(figures)
    faults = [(graded(document, found, converted=figures), figures) for figures in likely]
    fair_first = sorted(faults, key=lambda each: each[0] > Degree.FAIR)
    yield from (figures for fault, figures in fair_first if fault <= Degree.LOOSE)


def original_figures(document: Document, found: Judgement, diagnosis: Diagnosis) -> Iterator[Figures]:
    """Yield what the original may have to say instead, unless it is sure."""
    # In "30 knots (56 km/h or 53 mph)" a second conversion vouches for the original.
    if found.conversion.form is Form.CHAINED or diagnosis.slip in SLIPS_OF_RECKONING:
        return
    turned = turned_round(found)
    for candidate in _original_figures(turned):
        figures = _even(found, turned, candidate)
        if _is_near(found, figures, diagnosis) and graded(document, found, original=figures) <= Degree.LOOSE:
            yield figures
            return


def nearest(found: Judgement) -> Figures:
    """Return the exact figures, rounded as the printed ones are, or finer where those are that already."""
    if found.degree is Degree.PRECISE:
        # Feet and inches are told to the inch.
        whole = found.conversion.converted.part
        place = 0 if whole else max(each.honest_place for each in found.comparisons)
        return tuple(to_place(each.exact, place) for each in found.comparisons)
    figures = tuple(each.rounded for each in found.comparisons)
    printed = tuple(each.converted.value for each in found.comparisons)
    return _even(found, found.comparisons, trimmed(found.comparisons) if figures == printed else figures)


def _round_figure(found: Comparison) -> Fraction:
    """Return the roundest figure that is near enough for an original as round: 100 feet for 30 meters."""
    slack = ROUND_FIGURE.get(found.original.digits)
    if not slack or found.point:
        return found.rounded
    near = (value for value in grid(found.exact) if is_within(value, found.exact, slack))
    roundest = next(near, None)
    return found.rounded if roundest is None else roundest


def _whole_figure(found: Comparison) -> Fraction:
    """Return a whole figure of three digits, as copy often has it: 112 miles for 180 kilometers."""
    whole = found.exact.numerator > 0 and order(found.exact) == 2
    return to_place(found.exact, 0) if whole else found.rounded


def trimmed(comparisons: tuple[Comparison, ...]) -> Figures:
    """Return the exact figures at the place that the finest of them needs."""
    finest = max(each.needed_place for each in comparisons)
    return tuple(to_place(each.exact, finest) for each in comparisons)


def turned_round(found: Judgement) -> tuple[Comparison, ...]:
    return tuple(
        Comparison(each.converted, each.original, each.back, each.exact, each.point)
        for each in found.comparisons
    )


def _converted_figures(found: Judgement, diagnosis: Diagnosis, exact: Figures) -> Iterator[Figures]:
    if diagnosis.figures:
        yield diagnosis.figures
    yield exact
    # A body is told to the inch or the pound, and no rounder.
    if not found.conversion.converted.part:
        yield trimmed(found.comparisons)
        yield tuple(map(_whole_figure, found.comparisons))
        if not found.conversion.original.part:
            yield tuple(map(_round_figure, found.comparisons))


def _original_figures(turned: tuple[Comparison, ...]) -> Iterator[Figures]:
    yield tuple(each.rounded for each in turned)
    yield trimmed(turned)
    yield tuple(to_place(each.exact, 0) for each in turned)


def _even(found: Judgement, comparisons: tuple[Comparison, ...], figures: Figures) -> Figures:
    """Give the ends of a range as many decimals: "3-6.3 inches" are 3.1 to 6.3."""
    if found.conversion.converted.join is not Join.RANGE or comparisons[0].point:
        return figures
    places = {max(0, plain(each).decimals) for each in figures}
    if len(places) < 2:
        return figures
    place = max(places) if min(figures) < 1 else 1
    return tuple(to_place(each.exact, place) for each in comparisons)


def _kind(found: Judgement, table: UnitTable) -> tuple[str, str]:
    return found.into.system, table.dimension(found.into)


def _is_near(found: Judgement, figures: Figures, diagnosis: Diagnosis) -> bool:
    """Tell whether somebody may have meant the figures: in sight, and a slip away."""
    pairs = list(zip(figures, (each.original.value for each in found.comparisons), strict=True))
    if any(_is_out_of_sight(new) and not _is_out_of_sight(old) for new, old in pairs):
        return False
    if _turns_back(found, figures):
        return False
    moved = diagnosis.slip is Slip.TENFOLD or any(each.point for each in found.comparisons)
    return moved or not any(_is_far_above(new, old) or _is_far_above(old, new) for new, old in pairs)


def _is_out_of_sight(value: Fraction) -> bool:
    return abs(value.numerator) * LEAST.denominator < LEAST.numerator * value.denominator


def _is_far_above(one: Fraction, other: Fraction) -> bool:
    return abs(one.numerator) * other.denominator > FARTHEST * abs(other.numerator) * one.denominator


def _turns_back(found: Judgement, figures: Figures) -> bool:
    """Tell whether a range that ran forward as printed would run backward."""
    if found.conversion.original.join is not Join.RANGE:
        return False
    printed = [each.original.value for each in found.comparisons]
    return printed == sorted(printed) and list(figures) != sorted(figures)
