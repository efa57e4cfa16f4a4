"""Named numbers: the numbers of a text, each with the name of the unit that follows it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.figures.composed_numbers import composed_numbers
from newslint.text.figures.numbers import Number
from newslint.text.figures.units import Unit, UnitTable
from newslint.text.flat import flat, folded

# The words after a number that may name its unit: "kilometers per hour", "sq. km", "°C", "km/h", "m²".
NAMED = lazy_pattern(
    r"(?:-odd|-plus|-some)?[ -]?((?:[°º˚] ?)?[^\W\d_]+[²³23]?(?:/[^\W\d_]+)?"
    r"(?:(?:\. ?|[ -])[^\W\d_]+[²³23]?(?:/[^\W\d_]+)?){0,4}(?!\w)|"
    r"(?:ft|st)(?=[0-9])|''(?!')|[°º˚']|[\"”](?= ?[()\[\]x×]))"
)
OPENING = lazy_pattern(r"[ -]?([^\W\d_²³]+)")
STOPS = frozenset(".,;:!?)%\n")
# What may stand before the name of a unit, or for one: "20-odd miles", "5bn km", "10 below zero".
NO_UNITS = frozenset(("odd", "plus", "some", "bn", "m", "k", "below"))
# "3/4 of an inch", "1/16th of a mile"
FRACTION_OF = lazy_pattern(r"(?:ths?)? of (?:an?(?= ))?")
PER_HUNDRED = lazy_pattern(
    r"[ -]?(lit(?:er|re)s? per 100 ?k(?:m|ilomet(?:er|re)s)|l(?:/| per )100 ?km)(?!\w)"
)
LAST_WORD = lazy_pattern(r"[\W_]*(?:/?[^\W\d_]+[²³23]?|[²³23])$")
# "3x4 m", "10-to-15-mile", "10-foot-by-12-foot", "10km-15km"
FIGURE = r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
LINKED = lazy_pattern(rf"(?:-(?:to|and|or|by)-|x|×){FIGURE}")
LINKS = ("-", "x", "×")
LINKED_UNIT = lazy_pattern(rf"-(?:(?:to|and|or|by)-)?{FIGURE}")
MAGNITUDE_BEFORE_UNIT = lazy_pattern(r"(bn|m|k) (?=[a-z])")
MONEY_AFTER = Worded("(?:bn|m|k) {money-after-magnitudes}")
# "10 below zero", "10 degrees below zero Celsius", "10C below zero"
SCALE = "[Cc]elsius|[Cc]entigrade|[Ff]ahrenheit|[CF]"
BELOW_ZERO = lazy_pattern(
    rf"(?:[ -]degrees?)?(?: ?[°º]?(?: ?({SCALE})))? below zero(?:,? (?:degrees? )?({SCALE})(?!\w))?(?!\w)"
)
NEAR = 32


class Named(msgspec.Struct, frozen=True):
    """The name of a unit after a number, with the number as it then reads.

    Its name may put it *below_zero*.
    """

    number: Number
    span: Span
    readings: tuple[Unit, ...]
    below_zero: bool = False


def named_numbers(document: Document, table: UnitTable) -> Iterator[tuple[Number, Named | None]]:
    """Yield the numbers of the text in order, with the unit that follows each, if one does."""
    end, lower = 0, document.view(folded)
    for number in document.view(composed_numbers):
        if number.span.start >= end:
            named = None if number.money else named_number(document, number, table)
            end = named.span.end if named else end
            yield number, named
            last = end if named else number.span.end
            if lower[last : last + 1] not in LINKS:
                continue
            for linked, name in _linked(document, number, named, table):
                end = name.span.end if name else linked.span.end
                yield linked, name


def named_number(document: Document, number: Number, table: UnitTable) -> Named | None:
    """Return the longest name of a unit that follows *number*."""
    text, lower, end = document.view(flat), document.view(folded), number.span.end
    if not _may_have_unit(number, lower, table):
        return None
    magnitude = MAGNITUDE_BEFORE_UNIT.match(lower, end)
    if magnitude and not number.spelled and not MONEY_AFTER.of(document).match(lower, end):
        larger = Number(
            Span(number.span.start, end + len(magnitude[1])), number.words + magnitude[1], number.negative
        )
        named = named_number(document, larger, table)
        if named:
            return named
    if "/" in number.words and (part := FRACTION_OF.match(lower, end)):
        end = part.end()
    if " below zero" in lower[end : end + NEAR]:
        below = _below_zero(text, number, table)
        if below:
            return below
    match = PER_HUNDRED.match(lower, end) or NAMED.match(text, end)
    if not match:
        return None
    words = match[1]
    head = words.lower().partition(" ")[0].partition("-")[0]
    if not table.opens_unit(head) or MONEY_AFTER.of(document).match(lower, end):
        return None
    while words:
        readings = table.readings(words)
        if readings:
            start = match.start(1)
            return Named(number, Span(start, start + len(words)), readings)
        shorter = LAST_WORD.sub("", words)
        words = shorter if len(shorter) < len(words) else ""
    return None


def _may_have_unit(number: Number, lower: str, table: UnitTable) -> bool:
    """Tell whether a unit may follow a number. Most are years and counts, which the next letters show."""
    opening = OPENING.match(lower, number.span.end)
    if opening is None:
        return lower[number.span.end : number.span.end + 1] not in STOPS
    letters = opening[1]
    return letters in NO_UNITS or table.may_open_unit(letters) or "/" in number.words


def _below_zero(text: str, number: Number, table: UnitTable) -> Named | None:
    """Return "degrees below zero" as a name of degrees, which may be of either scale."""
    match = BELOW_ZERO.match(text, number.span.end)
    if not match or number.negative:
        return None
    negative = msgspec.structs.replace(number, negative=True)
    start = match.start() + (text[match.start()] in " -")
    readings = table.readings(match[1] or match[2] or "degrees")
    return Named(negative, Span(start, match.end()), readings, below_zero=True)


def _linked(
    document: Document, number: Number, named: Named | None, table: UnitTable
) -> Iterator[tuple[Number, Named | None]]:
    """Yield the amounts that only a letter or a hyphen joins, as no number of the text otherwise."""
    lower = document.view(folded)
    while not number.spelled and not number.money:
        match = LINKED_UNIT.match(lower, named.span.end) if named else LINKED.match(lower, number.span.end)
        if not match:
            return
        number = Number(Span(*match.span(1)), match[1])
        before, named = named, named_number(document, number, table)
        if before and not named:
            return
        yield number, named
