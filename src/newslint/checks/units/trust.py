"""Trust: whether a pair says one thing twice, or two things that only stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newslint.checks.units.comparing import Judgement
from newslint.checks.units.diagnosis import is_told
from newslint.checks.units.rounding import USUAL, Degree
from newslint.plugin import Document, Lexicon, lazy_pattern
from newslint.text.figures.conversions import Form
from newslint.text.figures.numbers import Number
from newslint.text.flat import flat, folded
from newslint.text.sentences import sentence_at

# Forms that say one thing twice, however far off the figures are.
SURE = frozenset({Form.BRACKET, Form.CHAINED, Form.EQUAL})
# How far off the figures may be before a pair in a firm form needs a slip that explains it, and before one
# in a weak form is taken for two things.
FIRM = Fraction(3, 5)
WEAK = {
    Form.LOOSE: Fraction(1, 4),
    Form.OR: Fraction(1, 5),
    Form.COMMA: Fraction(1, 20),
    Form.DASH: Fraction(1, 10),
}
RESTATED = Fraction(1, 4)
# Further off than so many times, two units of one system are two things.
NEAR_ENOUGH, TENS = Fraction(3), (10, 100, 1000)
DOTTED = lazy_pattern(r"[1-9][0-9]{0,2}\.[0-9]{3}")
SPACED = lazy_pattern(r"[0-9]{1,3}(?: [0-9]{3})+")
WORD = lazy_pattern(r"[a-z]+")


def is_conversion(document: Document, found: Judgement) -> bool:
    """Tell whether a pair says one thing twice; figures far apart in a weak form are two things."""
    if found.degree < Degree.ROUNDED:
        return True
    if _is_of_one_system(found) or _stands_apart(found) or _is_set_otherwise(document, found):
        return False
    form = found.conversion.form
    if form in SURE or found.off <= WEAK.get(form, 0):
        return True
    return _is_firm(document, found) and (
        found.off <= FIRM or _is_plain(document, found) or is_told(found, document.lexicon)
    )


def between_systems(found: Judgement) -> bool:
    """Tell whether one half of a pair is metric and the other is not."""
    return (found.unit.system == "metric") is not (found.into.system == "metric")


def _is_of_one_system(found: Judgement) -> bool:
    """Tell whether nobody would convert the one unit into the other, as kilometers into meters."""
    if found.unit == found.into:
        # "10st 7lb (174lb)" says its pounds again; "10st 7lb (5lb)" is a jockey and his claim.
        return found.off > RESTATED
    if found.unit.system != found.into.system or found.into.key in found.unit.usual:
        return False
    return not _is_restated(found)


def _is_restated(found: Judgement) -> bool:
    """Tell whether brackets count again in a larger or a smaller unit: "4,000 pounds (4 tons)"."""
    if found.conversion.form not in SURE or found.into.key not in found.unit.restated:
        return False
    return all(each.exact > 0 and _is_near(each.converted.value / each.exact) for each in found.comparisons)


def _is_near(ratio: Fraction) -> bool:
    """Tell what is off by a few times, or by a power of ten."""
    if NEAR_ENOUGH**-1 <= ratio <= NEAR_ENOUGH:
        return True
    return any(abs(ratio * tens - 1) <= USUAL or abs(ratio / tens - 1) <= USUAL for tens in TENS)


def _stands_apart(found: Judgement) -> bool:
    """Tell whether a bare "in" is more likely a preposition: beside a unit that nobody turns into inches."""
    unsure = found.conversion.converted.unsure
    return unsure and found.into.key == "inch" and found.unit.key in ("kilometer", "mile", "yard")


def _is_firm(document: Document, found: Judgement) -> bool:
    """Tell whether a pair is set as a conversion is: after "or" or a slash, or off by marks of its own."""
    conversion = found.conversion
    if conversion.form in (Form.COMMA_OR, Form.SLASH):
        return True
    if not between_systems(found):
        return False
    if conversion.form is Form.OR and conversion.figures:
        telling = max(each.digits for pair in conversion.figures for each in pair)
        return telling > 1 and not _offers_choice(document, found)
    hedged = conversion.form is Form.DASH or bool(conversion.hedge)
    return conversion.form in (Form.DASH, Form.COMMA) and conversion.ended and hedged


def _is_plain(document: Document, found: Judgement) -> bool:
    """Tell whether a firm pair can be nothing else: degrees by name, or "– 60 miles –" between systems."""
    conversion = found.conversion
    if found.unit.dimension == "temperature" and len(conversion.original.readings) == 1:
        return True
    if not between_systems(found):
        return False
    if conversion.form is Form.COMMA_OR:
        return conversion.ended
    return conversion.form in (Form.SLASH, Form.DASH) and not _offers_choice(document, found)


def _offers_choice(document: Document, found: Judgement) -> bool:
    """Tell whether a sentence speaks of courses or sizes to choose from: "walkers do 5 miles or 10 km"."""
    sentence = sentence_at(document, found.conversion.span.start)
    words = WORD.findall(document.view(folded), sentence.start, sentence.end)
    return not document.lexicon.view(_choices).isdisjoint(words)


def _choices(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("choices"))


def _is_set_otherwise(document: Document, found: Judgement) -> bool:
    """Tell whether the figures fit where one is read as other countries, or as other copy, may set it."""
    return any(
        abs(right - each.exact * left / each.original.value) <= USUAL * right
        for (first, second), each in zip(found.conversion.figures, found.comparisons, strict=False)
        if each.original.value
        for left in (each.original.value, *_otherwise(document, first))
        for right in (each.converted.value, *_otherwise(document, second))
        if (left, right) != (each.original.value, each.converted.value)
    )


def _otherwise(document: Document, number: Number) -> Iterator[Fraction]:
    """Yield what a figure is worth if "25.000" is 25,000, or if "flight 737 200" is two figures."""
    words = number.span.cut(document.view(flat))
    if DOTTED.fullmatch(words):
        yield number.value * 1000
    if SPACED.fullmatch(words):
        yield number.value % 1000
