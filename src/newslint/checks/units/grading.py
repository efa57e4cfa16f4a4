"""Grading: how far the figures of a pair are from a fair conversion, in two given units."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.units.comparing import Comparison, Judgement, compared, recompared
from newslint.checks.units.rounding import Degree, Side, degree, is_to_place, rounded, spare_digits, to_place
from newslint.checks.units.temperature import may_be_difference, point_degree
from newslint.plugin import Document, Lexicon
from newslint.text.figures.conversions import Conversion
from newslint.text.figures.units import Unit, UnitTable, unit_table

# Up to how many of the smaller unit a compound may be of a body, and how far off it may then be.
BODY = {"inch": (108, Fraction(1)), "pound": (560, Fraction(3, 2)), "ounce": (240, Fraction(3, 2))}
# By how much a converted figure may be rounded more coarsely than what it was made from.
COARSER = 2
# What a knot comes to. Forecasters round winds to fives.
KNOT = {"mile per hour": Fraction(115078, 100000), "kilometer per hour": Fraction(1852, 1000)}
FIVE = Fraction(5)


class CoarseFactor(msgspec.Struct, frozen=True):
    """The factors for quick conversions between two units."""

    unit: str
    into: str
    factors: tuple[str, ...]


def judged(document: Document, conversion: Conversion, unit: Unit, into: Unit) -> Iterator[Judgement]:
    """Judge a conversion in two units, as points and as differences where it may be either."""
    table = document.lexicon.view(unit_table)
    for difference in _differences(document, conversion, unit, table):
        comparisons = compared(conversion, unit, into, table, difference=difference)
        if comparisons:
            found = Judgement(conversion, unit, into, comparisons, Degree.FAIR, difference)
            yield msgspec.structs.replace(found, degree=_worst(document, found, comparisons))


def _worst(document: Document, found: Judgement, comparisons: tuple[Comparison, ...]) -> Degree:
    """Return the degree of the worst of some figures of a pair."""
    conversion, unit, into = found.conversion, found.unit, found.into
    worst = max(
        _degree(conversion, each, unit=unit, into=into, lexicon=document.lexicon) for each in comparisons
    )
    if worst is Degree.PRECISE and not _all_precise(comparisons, approximate=conversion.approximate):
        worst = Degree.FAIR
    if worst is Degree.ROUNDED and len(comparisons) > 1 and _are_rounded_alike(comparisons):
        worst = Degree.FAIR
    # Within a system the figures are exact: an acre has 43,560 square feet. Barometers are read to
    # hundredths of an inch.
    exact = unit.system == into.system or "inch of mercury" in (unit.key, into.key)
    return Degree.FAIR if worst in (Degree.PRECISE, Degree.MIRRORED) and exact else worst


def graded(
    document: Document,
    found: Judgement,
    *,
    original: tuple[Fraction, ...] = (),
    converted: tuple[Fraction, ...] = (),
) -> Degree:
    """Return how far a pair would be from fair with other figures in one of its halves."""
    table = document.lexicon.view(unit_table)
    return _worst(document, found, recompared(found, table, original=original, converted=converted))


def _all_precise(comparisons: tuple[Comparison, ...], *, approximate: bool) -> bool:
    """Tell whether a range is too fine even at the place that its finest end needs.

    A figure that ends in a zero was rounded, and one that could only be much coarser than its original stays.
    """
    needed = max(each.needed_place for each in comparisons)
    finest = max(comparisons, key=lambda each: each.converted.decimals)
    if finest.converted.decimals < 0:
        return False
    step, own = Fraction(10) ** -needed, Fraction(10) ** -finest.original.decimals
    if step * finest.back > COARSER * own * finest.converted.value:
        return False
    spare = spare_digits(finest.original, finest.converted, approximate=approximate)
    return finest.converted.decimals - needed >= spare


def _are_rounded_alike(comparisons: tuple[Comparison, ...]) -> bool:
    """Tell whether the ends of a range are rounded to one place, and stay apart: "4-8mm (0.2-0.3in)"."""
    values = {each.converted.value for each in comparisons}
    return len(values) == len(comparisons) and all(
        is_to_place(each.converted.value, each.exact, each.converted.decimals) for each in comparisons
    )


def _differences(
    document: Document, conversion: Conversion, unit: Unit, table: UnitTable
) -> tuple[bool, ...]:
    if unit.dimension != "temperature":
        return (False,)
    largest = max(abs(number.value) for number in conversion.original.amounts)
    return may_be_difference(document, conversion, degrees=largest * table.size(unit))


def _degree(conversion: Conversion, found: Comparison, *, unit: Unit, into: Unit, lexicon: Lexicon) -> Degree:
    if found.point:
        return point_degree(
            found.original, found.converted, exact=found.exact, back=found.back,
            approximate=conversion.approximate, coarse=into.key == "Fahrenheit",
        )  # fmt: skip
    by_rule = degree(
        found.original, found.converted, exact=found.exact, back=found.back,
        approximate=conversion.approximate, side=_side(conversion, lexicon),
    )  # fmt: skip
    if by_rule > Degree.FAIR and (
        _is_by_stylebook(found, unit, into, lexicon) or _is_from_knots(found, unit, into)
    ):
        return Degree.FAIR
    return by_rule if conversion.approximate else _of_parts(conversion, found, by_rule)


def _side(conversion: Conversion, lexicon: Lexicon) -> Side:
    """Return where the hedge before the converted figure puts the true one."""
    if not conversion.hedge:
        return Side.EITHER
    return lexicon.view(_sides).get(conversion.hedge.removeprefix("or "), Side.EITHER)


def _sides(lexicon: Lexicon) -> dict[str, Side]:
    lists = {"hedges-over": Side.OVER, "hedges-under": Side.UNDER}
    return {word: side for name, side in lists.items() for word in lexicon.words(name)}


def _of_parts(conversion: Conversion, found: Comparison, by_rule: Degree) -> Degree:
    """Judge a person's height or weight in two units, which is told to the smaller: "6ft 3in (1.83m)"."""
    if not (conversion.original.part or conversion.converted.part):
        return by_rule
    for measure, small, off, other, meant in (
        (conversion.original, found.original.value, abs(found.original.value - found.back),
         found.converted, found.exact),
        (conversion.converted, found.converted.value, abs(found.converted.value - found.exact),
         found.original, found.back),
    ):  # fmt: skip
        most, slack = BODY.get(measure.part.key, (0, 0)) if measure.part else (0, 0)
        if small <= most and by_rule in (Degree.FAIR, Degree.LOOSE, Degree.ROUNDED):
            fair = off <= slack or other.value == to_place(meant, max(0, other.decimals))
            return Degree.FAIR if fair else Degree.WRONG
    return by_rule


def _is_by_stylebook(found: Comparison, unit: Unit, into: Unit, lexicon: Lexicon) -> bool:
    """Tell whether the figure was reached with a coarse factor that a stylebook prints."""
    factors = lexicon.view(coarse_factors).get((unit.key, into.key), ())
    return any(found.original.value * factor == found.converted.value for factor in factors)


def _is_from_knots(found: Comparison, unit: Unit, into: Unit) -> bool:
    """Tell whether both winds come from knots in fives, as forecasters give them: 30 mph (45 km/h) is 25."""
    speeds = {unit.key: found.original.value, into.key: found.converted.value}
    if speeds.keys() != KNOT.keys():
        return False
    knots = rounded(speeds["mile per hour"] / KNOT["mile per hour"], FIVE)
    return all(rounded(knots * KNOT[key], FIVE) == speed for key, speed in speeds.items())


def coarse_factors(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Fraction, ...]]:
    """Return the coarse factors by the keys of their units."""
    rows = lexicon.records("coarse-factors", CoarseFactor)
    return {(row.unit, row.into): tuple(map(Fraction, row.factors)) for row in rows}
