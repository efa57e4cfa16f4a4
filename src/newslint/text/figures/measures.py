"""Measures: numbers with a unit, as single amounts, ranges, lists, dimensions or compounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import WordSet
from newslint.text.figures.named_numbers import Named, named_number, named_numbers
from newslint.text.figures.number_words import ONES
from newslint.text.figures.numbers import Number
from newslint.text.figures.units import Unit, UnitTable, unit_table
from newslint.text.flat import folded

# Not "two miles and a half hour": it ends there.
HALF_MORE = lazy_pattern(r" and (a half|a quarter)(?= ?[(\[),.;])")
HALVES = {"a half": "1/2", "a quarter": "1/4"}
# "12 in. by 14 in."
JOIN = lazy_pattern(r"\.? ?[-–—] ?|\.?-?,? (?:to|and|or|by) |-(?:to|and|or|by)-|\.? ?[x×] ?")
COMMA = ", "
JOINED_WITHIN = 8
BETWEEN_PARTS = lazy_pattern(r"[ -]?|[.,]? (?:and )?")
# "5 feet 10" only where a height ends: "6 feet 10 people stood" is none.
BARE_PART = lazy_pattern(
    r"(?:ft[ -]?|foot[ -]|feet (?=\d\d?(?: (?:tall|high)\b| ?[()]|[,;.]))|' ?|st ?|stone[ -])"
    rf"(1[0-3]|[0-9]|(?<=-)(?:{'|'.join(ONES)}|ten|eleven))"
    r"(?:(?<=[0-9])(?:ins?|lbs?)(?!\w)|(?![\w%°-]|[.,:/][0-9]|-))"
)
# Forms that are also plain words or common letters: they count only beside another measure.
UNSURE = WordSet("unsure-units")


class Join(StrEnum):
    """What holds the amounts of one measure together."""

    NONE = "none"
    RANGE = "range"
    LIST = "list"
    SIZES = "sizes"
    COMPOUND = "compound"


class Measure(msgspec.Struct, frozen=True):
    """Amounts of a unit: "10 to 15 miles" has two. *readings* are the units that its words may mean.

    A compound ("5 feet 10 inches") has its second amount in the smaller unit *part*, and two compounds that
    belong together have their fourth in it too. *named* is where the unit stands: in a compound after the
    first amount, else after the last. An *unsure* one may be no measure.
    """

    span: Span
    amounts: tuple[Number, ...]
    named: Span
    readings: tuple[Unit, ...]
    join: Join = Join.NONE
    part: Unit | None = None
    unsure: bool = False

    @property
    def whole(self) -> Unit:
        """Return the unit of the first amount; in a compound, the one that *part* is a part of."""
        if not self.part:
            return self.readings[0]
        return next(unit for unit in self.readings if unit.part == self.part.key)


def measures(document: Document) -> tuple[Measure, ...]:
    """Return the measures of the text in order."""
    table = document.lexicon.view(unit_table)
    return tuple(_joined(document, tuple(named_numbers(document, table)), table))


def measure_at(document: Document, number: Number) -> Measure | None:
    """Return the measure that a single *number* opens, as when it stands in no view ("a" in "a mile")."""
    named = named_number(document, number, document.lexicon.view(unit_table))
    return _single(document, named) if named else None


def _joined(
    document: Document, singles: Sequence[tuple[Number, Named | None]], table: UnitTable
) -> Iterator[Measure]:
    index = 0
    while index < len(singles):
        taken, measure = _group(document, singles[index : index + JOINED_WITHIN], table)
        if measure:
            yield measure
        index += taken


def _group(
    document: Document, singles: Sequence[tuple[Number, Named | None]], table: UnitTable
) -> tuple[int, Measure | None]:
    """Return how many numbers belong together, and the measure they make."""
    number, named = singles[0]
    if not any(name for _, name in singles):
        return 1, None
    if named:
        compound = _compound(document, named, singles[1:2], table)
        both = _two_compounds(document, compound or _without_part(named, table), singles, table)
        if both or compound:
            return both or compound or (1, None)
    amounts, join, last, open_list = [number], Join.NONE, named, False
    for following, name in singles[1:]:
        end = last.span.end if last else amounts[-1].span.end
        if last and not (name and _goes_on(last, name)):
            break
        comma = _is_comma(document.view(folded), end, following)
        kind = Join.LIST if comma else _join(document.view(folded), end, following)
        if kind is Join.NONE or join not in (Join.NONE, kind):
            break
        join, last, open_list = kind, name, comma
        amounts.append(following)
        if len(amounts) == 2 and kind is Join.RANGE:
            break
    if open_list or len(amounts) == 1:
        return 1, _single(document, named) if named else None
    if not last:
        return 1, None
    # "10 to 15 below zero" may be given again as 14 to 5 Fahrenheit, or from the lower up.
    if last.below_zero:
        return len(amounts), None
    return len(amounts), Measure(
        Span(amounts[0].span.start, last.span.end),
        (*amounts[:-1], last.number),
        last.span,
        last.readings,
        join,
        unsure=_unsure(document, last),
    )


def _goes_on(last: Named, name: Named) -> bool:
    """Tell whether two amounts are of one unit: "22°" and "24°C" are."""
    degrees = last.readings[0].dimension == "temperature" and set(name.readings) < set(last.readings)
    return name.readings == last.readings or degrees


def _single(document: Document, named: Named) -> Measure:
    """Return one amount with its unit, and with the half that may follow it: "a mile and a half"."""
    number, end = named.number, named.span.end
    more = HALF_MORE.match(document.view(folded), end)
    if more:
        end = more.end()
        words = f" and {more[1]}" if number.spelled else f" {HALVES[more[1]]}"
        number = Number(number.span, number.words + words, number.negative)
    return Measure(
        Span(number.span.start, end),
        (number,),
        named.span,
        named.readings,
        unsure=_unsure(document, named),
    )


def _compound(
    document: Document, named: Named, following: Sequence[tuple[Number, Named | None]], table: UnitTable
) -> tuple[int, Measure] | None:
    """Read "5 feet 10 inches", "12st 7lb", "two meters and four centimeters", "5-foot-3", "6ft 2"."""
    part = next((table.units[unit.part] for unit in named.readings if unit.part), None)
    if not part:
        return None
    lower, start, end = document.view(folded), named.number.span.start, named.span.end
    number, name = following[0] if following else (None, None)
    if number and name and part in name.readings and BETWEEN_PARTS.fullmatch(lower, end, number.span.start):
        span, amounts = Span(start, name.span.end), (named.number, number)
        return 2, Measure(span, amounts, named.span, named.readings, Join.COMPOUND, part)
    bare = BARE_PART.match(lower, named.span.start)
    if not bare or (number and name and number.span.start == bare.start(1)):
        return None
    amounts = (named.number, Number(Span(*bare.span(1)), bare[1]))
    taken = 2 if number and number.span.start == bare.start(1) else 1
    return taken, Measure(Span(start, bare.end()), amounts, named.span, named.readings, Join.COMPOUND, part)


def _without_part(named: Named, table: UnitTable) -> tuple[int, Measure] | None:
    """Read "12ft" beside "8ft 6in": a compound whose part is no figure of the copy."""
    part = next((table.units[unit.part] for unit in named.readings if unit.part), None)
    if not part:
        return None
    end = named.span.end
    amounts, span = (named.number, Number(Span(end, end), "0")), Span(named.number.span.start, end)
    return 1, Measure(span, amounts, named.span, named.readings, Join.COMPOUND, part)


def _two_compounds(
    document: Document,
    first: tuple[int, Measure] | None,
    singles: Sequence[tuple[Number, Named | None]],
    table: UnitTable,
) -> tuple[int, Measure] | None:
    """Read "6ft 6in-9ft 10in" and "12ft x 10ft 3in", whose amounts go in twos; one of them has both parts."""
    taken, measure = first or (len(singles), None)
    number, named = singles[taken] if taken < len(singles) else (None, None)
    if not (measure and number and named and named.readings == measure.readings):
        return None
    if _join(document.view(folded), measure.span.end, number) not in (Join.RANGE, Join.SIZES):
        return None
    second = _compound(document, named, singles[taken + 1 : taken + 2], table)
    if not (second or len(measure.amounts[1].span)):
        return None
    count, other = second or _without_part(named, table) or (0, measure)
    span = measure.span.joined(other.span)
    return taken + count, msgspec.structs.replace(
        measure, span=span, amounts=(*measure.amounts, *other.amounts)
    )


def _is_comma(lower: str, end: int, following: Number) -> bool:
    """Tell whether a list may go on, as in "10, 20 and 30 miles"; it is none without its "and"."""
    return lower[end : following.span.start] == COMMA


def _join(lower: str, end: int, following: Number) -> Join:
    between = lower[end : following.span.start]
    if following.negative and not between:
        return Join.NONE
    if not JOIN.fullmatch(between):
        return Join.NONE
    words = between.strip(" -,.")
    if words in ("and", "or"):
        return Join.LIST
    return Join.SIZES if words in ("by", "x", "×") else Join.RANGE


def _unsure(document: Document, named: Named) -> bool:
    return named.span.cut(document.view(folded)) in UNSURE.of(document)
