"""Temperatures: a point on the scale or a difference, as the words round it say."""

from __future__ import annotations

from fractions import Fraction

from newslint.checks.units.rounding import Degree, Figure, grid, rounded, to_place
from newslint.plugin import Document, lazy_pattern
from newslint.text.conversions import Conversion, Form
from newslint.text.flat import folded

HEDGES = (
    r"(?:(?:about|around|nearly|almost|roughly|more than|less than|up to|at least|just|well|only|some|"
    r"an? additional|another|an extra|as much as|between|the|an?|an average of|approximately|even|still) )*$"
)
VERB = (
    r"(?:rose|risen|ris(?:es?|ing)|fell|fallen|fall(?:s|ing)?|warm(?:ed|s|ing)?|cool(?:ed|s|ing)?|"
    r"drop(?:ped|s|ping)?|plung(?:ed?|es|ing)|soar(?:ed|s|ing)?|jump(?:ed|s|ing)?|climb(?:ed|s|ing)?|"
    r"plummet(?:ed|s|ing)?|(?:in|de)creas(?:ed?|es|ing)|declin(?:ed?|es|ing)|sw[iu]ng|sank|sunk|surged?|"
    r"slid|dipped|var(?:y|ies|ied)|cuts?|reduc(?:ed?|es|ing)|lower(?:ed|s|ing)?|rais(?:ed?|es|ing)|"
    r"heat(?:ed|s|ing)?|chang(?:ed?|es)|differ(?:s|ed)?)"
)
CHANGE = r"(?:rise|increase|drop|fall|decline|decrease|jump|warming|cooling|heating)"
SPREAD = r"(?:difference|swing|gap|spread|range|change|anomaly|deviation|variation)"
GOAL = r"(?:target|limit|threshold|goal|ceiling|cap)"
USUAL = (
    r"(?:(?:long-term |seasonal |historical |monthly |annual )?(?:average|normal|norm|mean|usual|historical))"
)

# "rose by 2 C", "a drop of 2 C"
BY = lazy_pattern(rf"(?<!\w)(?:{VERB}(?: [a-z]+){{0,4}}? by|{CHANGE}s? of) {HEDGES}")
# "limit the rise in temperature to 1.5 C", "warming within 2 C", "the Paris target is 1.5 C"
PLEDGE = lazy_pattern(
    rf"(?<!\w)(?:(?:limit|keep|hold|cap|restrict|contain|curb)\w* [a-z' ]{{0,40}}?{CHANGE}s?"
    rf"(?: [a-z]+){{0,6}}? (?:to|at|below|under|within|by)|"
    rf"(?:global|planetary) (?:warming|heating)(?: {GOAL}s?)? (?:to|of|at|is|reach\w*|hits?)|"
    rf"warming (?:of|by|within|below|under|beyond|above|past|exceed(?:s|ing)?|{GOAL}s? (?:of|at|is|was))|"
    rf"(?:paris|climate|warming)(?: \w+(?:'s)?)? {GOAL}s?(?: [a-z]+)?? (?:of|at|is|was)) "
    rf"(?:(?:below|under|above|over) )?{HEDGES}"
)
# "fell 2 C": a difference where it is small, and it may be one where it is not.
MOVED = lazy_pattern(
    rf"(?<!\w)(?:{VERB}(?: up| down)?|{SPREAD}s? (?:of|is|was)|{CHANGE} (?:is|was)) {HEDGES}"
)
MOVING = lazy_pattern(rf"(?<!\w)(?:{VERB}|{CHANGE}|{SPREAD})(?: [a-z]+){{0,3}} $")
POINT = lazy_pattern(
    r"(?<!\w)(?:(?:highs?|lows?|peaks?|record|maximum|minimum|temperatures?|readings?|chill|values?|"
    r"heat|index) (?:of|at|from)|reach(?:ed|es|ing)?|hit|hits|hitting|topp(?:ed|ing)|tops?|"
    r"exceed(?:ed|s|ing)?|like|as (?:high|low|cold|hot|warm) as|(?<!up )to|was|were|is|are|it's|"
    r"an? (?:cold|chilly|cool|mild|warm|balmy|hot|freezing|frigid|sweltering|scorching|pleasant)) "
    r"(?:(?:below|under|above|over|at) )?" + HEDGES
)
PLACED = lazy_pattern(rf"(?<!\w)(?:at|below|under|above|over|from) {HEDGES}")
# "5 C (9 F) above average", "15 C (27 F) warmer than", "2 C (3.6 F) of warming"
BEYOND = (
    rf"(?:(?:or more )?(?:above|below|over|under) (?:the )?(?:pre-?industrial|{USUAL}|1[89]\d\d|20th|levels)|"
    r"(?:warmer|hotter|cooler|colder|higher|lower) than|of (?:global |planetary )?(?:warming|heating)|"
    r"(?:per|for every|for each)(?!\w))"
)
AFTER = lazy_pattern(rf"[)\]]* {BEYOND}")
AFTER_COMMA = lazy_pattern(rf"[)\]]*,? {BEYOND}")
BESIDE = lazy_pattern(
    rf"[)\]]* (?:(?:temperature |daily |sudden |sharp )?(?:{CHANGE}|{SPREAD})|"
    r"warmer|hotter|cooler|colder|higher|lower)(?!\w)(?! up)"
)
AIM = lazy_pattern(rf"[)\]]* (?:\w+ )?{GOAL}(?!\w)")
# "cooled by 15 C (59 F) water"
MATTER = lazy_pattern(
    r"[)\]]* (?:\w+ )?(?:water|air|sea|ocean|spring|steam|oil|gas|liquid|wind|heat|weather|day|night)"
)
CLIMATE = lazy_pattern(
    r"global (?:warming|heating)|climate (?:change|crisis|goal|target|summit|talks)|pre-?industrial|"
    r"paris (?:climate )?(?:agreement|accord|deal|pact)"
)
LARGE_DIFFERENCE, SMALL_GOAL = 10, 2
# From here on a zero that is off by 32 degrees is lost in the rounding, and from there on in any copy.
HOT, VERY_HOT = 300, 1000
GROSS = Fraction(25, 1000)
COOL_OVEN, HOT_OVEN = 120, 260
POINTS, DIFFERENCES, EITHER = (False,), (True,), (False, True)


def may_be_difference(document: Document, conversion: Conversion, *, degrees: Fraction) -> tuple[bool, ...]:
    """Return the readings that the copy allows: a point (False), a difference (True), or either.

    *degrees* is the larger end as a difference in Celsius.
    """
    if degrees >= VERY_HOT:
        return EITHER
    if conversion.original.amounts[0].negative:
        return POINTS
    if degrees < LARGE_DIFFERENCE:
        return _small(document, conversion, degrees=degrees)
    return _large(document, conversion)


def _small(document: Document, conversion: Conversion, *, degrees: Fraction) -> tuple[bool, ...]:
    """Read a figure below 10 C, of which both readings are common."""
    lower, end = document.view(folded), conversion.converted.span.end
    before = _before(lower, conversion)
    if PLEDGE.search(before) or _is_beyond(lower, conversion) or BESIDE.match(lower, end):
        return DIFFERENCES
    if BY.search(before) or MOVED.search(before):
        return EITHER if MATTER.match(lower, end) else DIFFERENCES
    if AIM.match(lower, end):
        return DIFFERENCES if degrees <= SMALL_GOAL else EITHER
    if POINT.search(before):
        return POINTS
    return POINTS if PLACED.search(before) and not CLIMATE.search(lower) else EITHER


def _large(document: Document, conversion: Conversion) -> tuple[bool, ...]:
    """Read a figure from 10 C on, which is a point unless words of change stand beside it."""
    lower, end = document.view(folded), conversion.converted.span.end
    before = _before(lower, conversion)
    beyond, beside = _is_beyond(lower, conversion), BESIDE.match(lower, end) is not None
    if BY.search(before):
        return EITHER if MATTER.match(lower, end) else DIFFERENCES
    if MOVED.search(before):
        return EITHER
    if POINT.search(before):
        return EITHER if beyond or beside else POINTS
    if beyond:
        return DIFFERENCES
    return EITHER if beside or MOVING.search(before) else POINTS


def _before(lower: str, conversion: Conversion) -> str:
    start = conversion.original.span.start
    return lower[max(0, start - 80) : start]


def _is_beyond(lower: str, conversion: Conversion) -> bool:
    """Tell whether words after the pair measure it from another temperature; in brackets, with no comma."""
    bracketed = conversion.form in (Form.BRACKET, Form.LOOSE, Form.CHAINED)
    pattern = AFTER if bracketed else AFTER_COMMA
    return pattern.match(lower, conversion.converted.span.end) is not None


def point_degree(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool, coarse: bool
) -> Degree:
    """Judge a point on the other scale; *coarse* where degrees are Fahrenheit, which are the smaller."""
    off = abs(converted.value - exact)
    if _is_rounding(converted, exact) or _is_rounding(original, back):
        return _precise(original, converted)
    celsius, limit = (original.value, 10) if coarse else (converted.value, 6)
    in_fives = converted.value % 5 == 0 and original.value % 5 == 0
    if in_fives and COOL_OVEN <= celsius <= HOT_OVEN and off <= limit:
        return Degree.FAIR
    if min(original.value, converted.value) >= HOT:
        gross = off <= GROSS * exact or converted.value in grid(exact) or original.value in grid(back)
        return Degree.FAIR if gross and off <= 2 * GROSS * exact else Degree.WRONG
    return _near(original, converted, exact=exact, back=back, approximate=approximate, coarse=coarse)


def _near(
    original: Figure, converted: Figure, *, exact: Fraction, back: Fraction, approximate: bool, coarse: bool
) -> Degree:
    """Judge a point that is no rounding to its own place: it may be one to fives."""
    off = abs(converted.value - exact)
    if _in_fives(converted, exact) or _in_fives(original, back):
        return Degree.FAIR
    fives = converted.value % 5 == 0 or original.value % 5 == 0
    if off < 1 or (approximate and fives and off <= 3):
        return Degree.LOOSE if off >= Fraction(3, 5) and not fives else Degree.FAIR
    return Degree.ROUNDED if off <= (3 if fives else 2) - (not coarse) else Degree.WRONG


def _in_fives(figure: Figure, exact: Fraction) -> bool:
    return figure.value == rounded(exact, Fraction(5))


def _is_rounding(figure: Figure, exact: Fraction) -> bool:
    return figure.value == to_place(exact, max(0, figure.decimals))


def _precise(original: Figure, converted: Figure) -> Degree:
    return Degree.PRECISE if converted.decimals >= max(0, original.decimals) + 2 else Degree.FAIR
