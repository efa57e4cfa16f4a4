"""Unlike pairs: no conversions as they stand, but ones that a known slip has spoiled."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newslint.checks.units.comparing import Comparison, Judgement, Meant, compared, counted, readings
from newslint.checks.units.diagnosis import EXACTLY, Slip, diagnosis
from newslint.checks.units.doubled import doubled
from newslint.checks.units.grading import judged
from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import COARSE, FREE, USUAL, Degree
from newslint.checks.units.trust import SURE
from newslint.plugin import Document, Lexicon, lazy_pattern
from newslint.text.figures.conversions import Conversion, Form, conversions
from newslint.text.figures.units import Unit, UnitTable, unit_table

# Dimensions that are easily written for each other, as by leaving out "square" or "an hour".
RELATED = (
    {"length", "area"}, {"length", "speed"}, {"length", "volume"}, {"area", "volume"},
)  # fmt: skip

# A figure of one digit may fit by chance.
TELLING = 2

# "40 miles²" may point to a note.
FOOTNOTED = lazy_pattern(r"[a-z]{4}[²³]$")

FORMS = (Form.BRACKET, Form.LOOSE, Form.OR, Form.DASH, Form.COMMA)
# What copy seldom sets in brackets beside itself, but to convert it.
SELDOM_BESIDE_THEMSELVES = (
    ("area", "metric"), ("area", "customary"), ("speed", "metric"), ("speed", "customary"),
    ("mass", "customary"), ("mass", "imperial"), ("data", "data"),
)  # fmt: skip
# Bare letters that are easily printed twice, and what the second meant.
KEPT_LETTERS = (
    ("meter", "meter", "foot"), ("gram", "gram", "ounce"), ("kilogram", "gram", "pound"),
    ("liter", "liter", "us gallon"), ("liter", "liter", "imperial gallon"),
)  # fmt: skip


def unlike(document: Document) -> tuple[Judgement, ...]:
    """Return the pairs that are no conversion as they stand, with the unit that was meant, if it is that."""
    found = {each.conversion for each in document.view(judgements)}
    rest = (each for each in document.view(conversions) if each not in found)
    slips = (_in_figures(document, each) or _in_units(document, each) for each in rest)
    kept = (_in_units(document, each) for each in document.view(doubled))
    return tuple(slip for slip in (*slips, *kept) if slip)


def _in_figures(document: Document, conversion: Conversion) -> Judgement | None:
    """Judge "210 miles or 130 km", and "50,000 acres (780 square miles)", whose figures a slip tells."""
    if conversion.form not in FORMS or conversion.converted.unsure:
        return None
    table = document.lexicon.view(unit_table)
    for unit, into in readings(conversion, table):
        for found in judged(document, conversion, unit, into):
            if found.degree is Degree.WRONG and _is_told(found, document.lexicon, table):
                return found
    return None


def _is_told(found: Judgement, lexicon: Lexicon, table: UnitTable) -> bool:
    """Tell whether a slip leads so near to the printed figures that it is no chance."""
    if found.unit.dimension == "temperature" or not all(each.exact for each in found.comparisons):
        return False
    one_system = found.unit.system == found.into.system
    if (found.conversion.form is Form.BRACKET) is not one_system:
        return False
    if one_system and (table.dimension(found.unit), found.unit.system) not in SELDOM_BESIDE_THEMSELVES:
        return False
    telling = not one_system or table.dimension(found.unit) == "data"
    if telling and min(_digits(each) for each in found.comparisons) < 2:
        return False
    slip = diagnosis(found, lexicon)
    if slip.slip is Slip.INVERSE_FACTOR:
        meant = tuple(each.original.value**2 / each.exact for each in found.comparisons)
        return all(map(_meets, (each.converted.value for each in found.comparisons), meant))
    return slip.slip in (Slip.TENFOLD, Slip.DIGITS_SWAPPED) and all(
        map(_meets, slip.figures, (each.exact for each in found.comparisons))
    )


def _digits(found: Comparison) -> int:
    return min(found.original.digits, found.converted.digits)


def _meets(value: Fraction, exact: Fraction) -> bool:
    return abs(value - exact) <= EXACTLY * exact


def _in_units(document: Document, conversion: Conversion) -> Judgement | None:
    set_apart = conversion.form is Form.COMMA_OR and conversion.ended
    if not set_apart and conversion.form not in SURE:
        return None
    table = document.lexicon.view(unit_table)
    dimensions = _dimensions(conversion, table)
    one_unit = conversion.original.readings == conversion.converted.readings
    one_kind = len(dimensions) == 1 or one_unit
    if not one_kind and dimensions not in RELATED:
        return _of_another_kind(document, conversion, table)
    if (one_unit and _says_it_again(conversion)) or FOOTNOTED.search(
        conversion.original.span.cut(document.text)
    ):
        return None
    if dimensions == {"area", "length"} and (found := _length_of_area(document, conversion, table)):
        return found
    mildest = Degree.LOOSE if conversion.form is Form.BRACKET else Degree.PRECISE
    for unit, into, meant in _repairs(conversion, table):
        for found in judged(document, conversion, unit, into):
            if found.degree <= mildest and found.off <= _limit(conversion, meant, found.degree):
                wrong = Degree.WRONG if one_kind else Degree.MISMATCHED
                return Judgement(conversion, unit, into, found.comparisons, wrong, found.difference, meant)
    return None


def _of_another_kind(document: Document, conversion: Conversion, table: UnitTable) -> Judgement | None:
    """Judge "8,000 feet (2,438 kilograms)": the figure is so near that the unit alone must be another."""
    if conversion.form is not Form.BRACKET or conversion.converted.unsure or conversion.original.part:
        return None
    amounts = (*conversion.original.amounts, *conversion.converted.amounts)
    # A liter of water has a kilogram, and what fills a tank is often told in both.
    if max(each.digits for each in amounts) < TELLING or _dimensions(conversion, table) == {"mass", "volume"}:
        return None
    # A 65-foot (20-ton) boat has both.
    if "-" in conversion.original.span.cut(document.text) and min(each.digits for each in amounts) < TELLING:
        return None
    for unit, into, meant in _repairs(conversion, table):
        for found in judged(document, conversion, unit, into):
            if found.degree <= Degree.PRECISE and found.off <= EXACTLY:
                wrong, told = Degree.MISMATCHED, found.difference
                return Judgement(conversion, unit, into, found.comparisons, wrong, told, meant)
    return None


def _says_it_again(conversion: Conversion) -> bool:
    """Tell "5 gallons (5 gallons)"; of "6ft 6in (2ft wide)" one digit tells too little of a unit kept."""
    if conversion.original.part:
        return min(each.digits for each in conversion.converted.amounts) < 2
    return all(left.value == right.value for left, right in conversion.figures)


def _length_of_area(document: Document, conversion: Conversion, table: UnitTable) -> Judgement | None:
    """Judge "24 square kilometers (15 miles)": the figure and the unit are those of a length."""
    squares = {unit.square_of: unit for unit in table.units.values() if unit.square_of}
    for unit in conversion.original.readings:
        for into in conversion.converted.readings:
            if unit.square_of and into.key in squares and unit.system != into.system:
                lengths = compared(conversion, table.units[unit.square_of], into, table)
                if lengths and max(each.off for each in lengths) <= FREE:
                    square = squares[into.key]
                    meant = Meant(square, figures=True)
                    areas = compared(conversion, unit, square, table)
                    return Judgement(conversion, unit, square, areas, Degree.MISMATCHED, meant=meant)
    return None


def _dimensions(conversion: Conversion, table: UnitTable) -> set[str]:
    """Return what the halves of a pair measure: one thing, if any reading of both is of one dimension."""
    left, right = (
        {table.dimension(unit) for unit in measure.readings}
        for measure in (conversion.original, conversion.converted)
    )
    return left & right or left | right


def _repairs(conversion: Conversion, table: UnitTable) -> Iterator[tuple[Unit, Unit, Meant]]:
    """Yield the units that a pair may have meant: the usual one in either place."""
    for unit in counted(conversion.original):
        for key in unit.usual:
            yield unit, table.units[key], Meant(table.units[key])
    for into in counted(conversion.converted):
        for key in into.usual:
            yield table.units[key], into, Meant(table.units[key], original=True)


def _limit(conversion: Conversion, meant: Meant, degree: Degree) -> Fraction:
    """Return how far off a pair may be that *meant* repairs; a bare letter must fit better, or not at all."""
    if conversion.form is Form.COMMA_OR:
        return FREE
    if not conversion.converted.unsure:
        # "three kilometers (two kilometers)" has small figures, which are rounded far.
        return COARSE if degree is Degree.FAIR and conversion.form is Form.BRACKET else USUAL
    pair = conversion.original.readings[0].key, conversion.converted.readings[0].key
    if pair in {
        ("Celsius", "Celsius"),
        ("Fahrenheit", "Fahrenheit"),
        ("inch", "inch"),
        ("kilometer", "meter"),
    }:
        return USUAL
    # "10m (33m)" is meters and feet; "10m (11m)" and "10m (3m)" may be millions.
    return FREE if (*pair, meant.unit.key) in KEPT_LETTERS and not meant.original else Fraction(-1)
