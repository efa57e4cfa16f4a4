"""Wording: a measure written anew with other figures or another unit, in the form it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from newslint.checks.units.rounding import places_of
from newslint.plugin import Document, Span, WordSet, lazy_pattern
from newslint.text.figures.measures import Measure, measures
from newslint.text.figures.number_words import LARGE, ONES, TEENS
from newslint.text.figures.numbers import Number
from newslint.text.figures.units import Unit
from newslint.text.flat import folded

VOWEL = lazy_pattern(r"[aeiou]")
WITHOUT_COMMA = lazy_pattern(r"[1-9][0-9]{3}")
SCALES = ("Fahrenheit", "Celsius")
SCALE_NAME = lazy_pattern(r"celsius|centigrade|fahrenheit", re.IGNORECASE)
DEGREE = lazy_pattern(r"\b([Dd]egree)s?(?!\w)")
# The letter of a scale ends its name: "C", "°C", "degrees C", "deg. C.".
LETTER = lazy_pattern(r"(?<![A-Za-z])[CF](?=\.?$)", re.IGNORECASE)
MAGNITUDES = (("thousand", "million", "billion", "trillion"), ("m", "bn", "tn"), ("mln", "bln"))
NEAR, SMALL = 40, 10
SHORT = WordSet("short-units")
PART_NAME = lazy_pattern(r" ?[^\W\d_]+|[\"″”]|''")
OWN_KIND = lazy_pattern(r"^(?:us|imperial|avoirdupois) ")


def with_figures(document: Document, measure: Measure, values: tuple[Fraction, ...]) -> str:
    """Write *measure* with other figures: "60 miles" with 50 is "50 miles"."""
    text, end = document.text, measure.amounts[-1].span.end
    written = _amounts(document, measure, values)
    gap = text[end : measure.named.start]
    one = values[-1] == 1
    if measure.named.end < measure.span.end and not measure.part:
        # "a mile and a half" has its fraction after its unit.
        return written + gap + _numbered(document, measure.named.cut(text), measure.readings, one=one)
    # "3/4 of an inch" and "half a mile" are singular, and so is "a 160km (99 mile) journey".
    printed = measure.amounts[-1].value
    if measure.part or "-" in gap or one is (0 < printed.numerator <= printed.denominator):
        return written + text[end : measure.span.end]
    name = _numbered(document, measure.named.cut(text), measure.readings, one=one)
    return written + (" " if " of" in gap else gap) + name


def with_unit(
    document: Document,
    measure: Measure,
    unit: Unit,
    *,
    beside: Measure,
    values: tuple[Fraction, ...] = (),
) -> str:
    """Write *measure* in another unit, as short as it and *beside* are: "75 km/h" becomes "75 mph"."""
    text, end = document.text, measure.amounts[-1].span.end
    number = _amounts(document, measure, values) if values else text[measure.span.start : end]
    own = text[end : measure.named.start]
    last = values[-1] if values else measure.amounts[-1].value
    glue, name = _name_in_story(document, measure, unit, beside, one=last == 1)
    if glue and own:
        glue = own
    if glue == "-":
        name = name.replace(" ", "-")
    return number + (glue or (" " if number[-1].isalpha() else "")) + name


def _amounts(document: Document, measure: Measure, values: tuple[Fraction, ...]) -> str:
    """Write the amounts of *measure* anew, up to the end of the last."""
    start, written = measure.span.start, ""
    for number, value in zip(measure.amounts, values, strict=True):
        figure = (
            figure_text(document, number, value) if len(number.span) else _unwritten(document, measure, value)
        )
        written += document.text[start : number.span.start] + figure
        start = number.span.end
    return written


def _unwritten(document: Document, measure: Measure, value: Fraction) -> str:
    """Write the inches that the other end of a compound has: " 2in" after the "12ft" of "12ft x 8ft 6in"."""
    beside = next(number for number in measure.amounts[1::2] if len(number.span))
    name = PART_NAME.match(document.text, beside.span.end)
    return f" {plain_figure(value, commas=False)}{name[0] if name else ''}" if value else ""


def figure_text(document: Document, number: Number, value: Fraction) -> str:
    """Write *value* in the form of *number*: in words, with its magnitude, with its thousands comma."""
    sign, value = _sign(document, number) if value.numerator < 0 else "", abs(value)
    small = 2 * SMALL if number.spelled and abs(number.value) >= SMALL else SMALL
    whole = value.denominator == 1 and 0 < value.numerator < small
    apart = document.text[number.span.end : number.span.end + 1] in (" ", "-", "\u00a0", "\n")
    if whole and apart and (number.spelled or document.view(_spells_small)):
        word = (*ONES, *TEENS)[int(value) - 1]
        return word.capitalize() if number.span.cut(document.text)[0].isupper() else word
    magnitude = "" if number.spelled else _magnitude(number.magnitude, value)
    if not magnitude:
        commas = "," in number.words
        if not commas and not WITHOUT_COMMA.match(number.words):
            commas = document.view(_writes_commas)
        return sign + plain_figure(value, commas=commas)
    scaled = value / 10 ** LARGE[magnitude]
    space = " " if f" {number.magnitude}" in number.words else ""
    return sign + plain_figure(scaled, commas=True) + space + magnitude


def _magnitude(magnitude: str, value: Fraction) -> str:
    """Return the magnitude that goes with *value*: not "0.0024 billion", but "2.4 million"."""
    family = next((words for words in MAGNITUDES if magnitude in words), (magnitude,))
    if not magnitude or 1 <= value / 10 ** LARGE[magnitude] < 1000:
        return magnitude
    return next((word for word in reversed(family) if value >= 10 ** LARGE[word] and word != "thousand"), "")


def is_told_below_zero(measure: Measure) -> bool:
    """Tell whether a measure is "10 below zero", where no sign says that it is negative."""
    return any(_is_unsigned(number) for number in measure.amounts)


def _is_unsigned(number: Number) -> bool:
    return number.negative and len(number.span) == len(number.words)


def _sign(document: Document, number: Number) -> str:
    """Return the minus sign of *number*, or of the story, if it writes one in words."""
    if _is_unsigned(number):
        return ""
    words = "minus" in document.view(folded)[max(0, number.span.start - NEAR) : number.span.end]
    return "minus " if words else "-"


def plain_figure(value: Fraction, *, commas: bool) -> str:
    """Write a finite decimal: 1,234.5."""
    decimals = places_of(value, most=6)
    whole, rest = divmod(value.numerator * 10**decimals // value.denominator, 10**decimals)
    written = f"{whole:,}" if commas else str(whole)
    return f"{written}.{rest:0{decimals}d}" if decimals else written


def unit_name(document: Document, unit: Unit, *, like: str, short: bool, plural: bool) -> str:
    """Return a name of *unit*: its usual abbreviation, or in full and spelled *like* another."""
    if unit.key in SCALES:
        return _scale_name(unit.key, DEGREE.sub(r"\1s" if plural else r"\1", like))
    if short and unit.short:
        return unit.short
    names = [name for name in unit.names if is_short(document, name.lower())]
    if short and names:
        return min(names, key=len)
    full = OWN_KIND.sub("", unit.key)
    british = [name for name in (unit.plurals if plural else unit.names) if "tre" in name]
    if "tre" in like.lower() and british:
        return british[0]
    return _plural_of(unit, full) if plural else full


def _scale_name(scale: str, like: str) -> str:
    """Return the name of a scale of temperature in the form of the other's: "°C", "degrees Celsius"."""
    if named := SCALE_NAME.search(like):
        name = scale.lower() if named[0].islower() and named[0] != "centigrade" else scale
        name = scale.upper() if named[0].isupper() else name
        return SCALE_NAME.sub(name, like)
    if not LETTER.search(like):
        return f"{like} {scale}"
    return LETTER.sub(lambda letter: scale[0] if letter[0].isupper() else scale[0].lower(), like)


def lowered(words: str) -> str:
    """Return *words* as they go into a bracket, without the capital of a sentence."""
    return words[0].lower() + words[1:] if words[1:2].islower() or words[:2] == "A " else words


def glue_before(document: Document, name: str, glue: str) -> str:
    """Return what joins *name* to its figure where *glue* joins abbreviations: "5km", but "3 miles"."""
    return glue if glue or is_short(document, name) else " "


def is_short(document: Document, name: str) -> bool:
    """Tell an abbreviation from a name in full."""
    return name in SHORT.of(document) or not VOWEL.search(name.lower())


def _writes_commas(document: Document) -> bool:
    """Tell whether the story puts commas in its long figures, as far as measures show it."""
    figures = [number.words for measure in document.view(measures) for number in measure.amounts]
    return any("," in words for words in figures) or not any(map(WITHOUT_COMMA.match, figures))


def _spells_small(document: Document) -> bool:
    """Tell whether the story writes its measures below ten in words, and never in figures."""
    small = [
        number.spelled
        for measure in document.view(measures)
        for number in measure.amounts
        if (value := number.value).denominator == 1 and 0 < value.numerator < SMALL
    ]
    return bool(small) and all(small)


def _numbered(document: Document, name: str, readings: tuple[Unit, ...], *, one: bool) -> str:
    """Put the name of a unit in the singular or the plural, where it is written out."""
    lower = name.lower()
    for unit in readings:
        for single, plural in _both_numbers(unit, lower):
            if one and lower == plural.lower():
                return single
            if not one and lower == single.lower() and not is_short(document, lower):
                return plural
    return name


def _both_numbers(unit: Unit, name: str) -> Iterator[tuple[str, str]]:
    """Yield the names of a unit in the singular and the plural; a unit made of others has theirs."""
    yield from zip(unit.names, unit.plurals, strict=False)
    yield from ((form, f"{form}s") for form in unit.also if f"{form}s" in unit.also)
    if unit.square_of or unit.cube_of or unit.rate_of:
        made = OWN_KIND.sub("", unit.key)
        made = made.replace("meter", "metre").replace("liter", "litre") if "tre" in name else made
        yield made, _plural_of(unit, made)


def _name_in_story(
    document: Document, measure: Measure, unit: Unit, beside: Measure, *, one: bool
) -> tuple[str, str]:
    """Return how the story sets *unit* after its figure elsewhere, or what goes with this measure's form."""
    text = document.text
    plural = not one and text[measure.amounts[-1].span.end] != "-"
    hyphened = _glue(text, measure.amounts[-1], measure.named) == "-"
    for other in document.view(_first_named).get((unit.key, hyphened), ()):
        if other.span != measure.span:
            glue = _glue(text, other.amounts[-1], other.named)
            return glue, _numbered(document, other.named.cut(text), other.readings, one=not plural)
    abbreviated = any(is_short(document, each.named.cut(text)) for each in (measure, beside))
    short = bool(unit.rate_of) or (abbreviated and not measure.amounts[-1].spelled)
    # A scale is named like the degrees beside it, not like the "mph" it stands for.
    own = unit.key not in SCALES or measure.readings[0].dimension == unit.dimension
    like = (measure if own else beside).named.cut(text)
    name = unit_name(document, unit, like=like, short=short, plural=plural)
    return glue_before(document, name, _glue(text, measure.amounts[-1], measure.named)), name


def _first_named(document: Document) -> Mapping[tuple[str, bool], Sequence[Measure]]:
    """Return the first two measures of each unit, with a hyphen before its name and without one."""
    found: dict[tuple[str, bool], list[Measure]] = {}
    for measure in document.view(measures):
        if len(measure.readings) == 1 and not measure.part:
            hyphened = _glue(document.text, measure.amounts[-1], measure.named) == "-"
            same = found.setdefault((measure.readings[0].key, hyphened), [])
            if len(same) < 2:
                same.append(measure)
    return found


def _plural_of(unit: Unit, full: str) -> str:
    if unit.plurals:
        return OWN_KIND.sub("", unit.plurals[0])
    first, *rest = full.split(" per ")
    return " per ".join((f"{first}s", *rest)).replace("foots", "feet").replace("inchs", "inches")


def _glue(text: str, number: Number, named: Span) -> str:
    return text[number.span.end : named.start]
