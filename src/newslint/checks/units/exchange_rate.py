"""Exchange rate: sums in two currencies whose rate cannot be, or changes within a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from newslint.checks.units.desk_rates import desk_rate
from newslint.checks.units.money import Exchange, exchanges
from newslint.checks.units.rate_ranges import RateRange, is_historic, rate_range, recent_range, yearly_table
from newslint.checks.units.rounding import to_place
from newslint.checks.units.unit_prices import wrong_unit_prices
from newslint.checks.units.wording import plain_figure
from newslint.plugin import Check, Document, Problem, Related, Table
from newslint.text.figures.numbers import bracketed_money, order

FAR, DRIFT = 50, Fraction(6, 100)
SMALL_RATE = Fraction(1, 10)
DESK_BAND, DESK_FAR = Fraction(5, 100), Fraction(25, 100)


class Reason(StrEnum):
    """Why a rate is not believed."""

    MAGNITUDE = "magnitude"
    LAKHS = "lakhs"
    DRIFT = "drift"
    FAR_FROM_DESK = "far-from-desk"
    OFF_DESK = "off-desk"
    UNITS = "units"
    RANGE = "range"
    RECENT = "recent"


class ExchangeRate(Check, frozen=True):
    """Reports conversions of money at a rate that never was, or that the story or the desk contradicts."""

    starts: ClassVar = (bracketed_money,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "original": None, "converted": None, "reason": Reason, "rate": None, "other": None, "highest": None,
    }  # fmt: skip

    tables: ClassVar[Mapping[str, Callable[[], Table]]] = {"yearly-rates": yearly_table}

    reasons: Annotated[frozenset[Reason], Meta(description="The reasons to report.")]

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the conversions of money whose rate is disbelieved for one of the reasons."""
        for doubt in document.view(doubts):
            if doubt.reason in self.reasons:
                yield _problem(document, doubt)


class Doubt(msgspec.Struct, frozen=True):
    """An exchange, why it is not believed, the rate that was expected and perhaps where it stands."""

    exchange: Exchange
    reason: Reason
    expected: Fraction | None = None
    beside: Exchange | None = None
    known: RateRange | None = None


def doubts(document: Document) -> tuple[Doubt, ...]:
    """Return the exchanges of a story that are not believed, each for the gravest reason."""
    found, sound = [], []
    for each in document.view(exchanges):
        doubt = _doubt(document, each)
        if doubt:
            found.append(doubt)
        elif not each.one_currency and not is_historic(document, each):
            sound.append(each)
    prices = (Doubt(each.exchange, Reason.UNITS, each.expected) for each in document.view(wrong_unit_prices))
    return (*found, *prices, *_drifting(sound))


def _doubt(document: Document, found: Exchange) -> Doubt | None:
    """Return why an exchange is not believed: by itself, by the desk's rate, or by those of its years."""
    if found.one_currency:
        low, high = found.bounds
        return None if low <= 1 <= high else Doubt(found, Reason.LAKHS)
    if _is_far(found):
        return Doubt(found, Reason.MAGNITUDE)
    kept = None if is_historic(document, found) else desk_rate(document, found)
    if kept:
        reason = _against_desk(found, kept)
        return Doubt(found, reason, kept) if reason else None
    for reason, ranged in ((Reason.RANGE, rate_range), (Reason.RECENT, recent_range)):
        known = _left(found, ranged(document, found))
        if known:
            return Doubt(found, reason, known.low, known=known)
    return None


def _against_desk(found: Exchange, kept: Fraction) -> Reason | None:
    """Return how far an exchange is from the desk's rate, allowing for rounded sums."""
    low, high = found.bounds
    if low > kept * (1 + DESK_FAR) or high < kept * (1 - DESK_FAR):
        return Reason.FAR_FROM_DESK
    return Reason.OFF_DESK if low > kept * (1 + DESK_BAND) or high < kept * (1 - DESK_BAND) else None


def _left(found: Exchange, known: RateRange | None) -> RateRange | None:
    """Return the range that a rate has left; none for sums that may be weights, or of years unknown."""
    sure = found.original.sure and found.converted.sure
    return known if known and sure and not known.holds(found) else None


def _is_far(found: Exchange) -> bool:
    """Tell whether the rate lies so far outside all that ever was that a zero group must be missing."""
    bands = [
        (one.band, other.band) for one in found.original.currencies for other in found.converted.currencies
    ]
    low = min(one[0] / other[1] for one, other in bands)
    high = max(one[1] / other[0] for one, other in bands)
    return found.rate * FAR < low or found.rate > high * FAR


def _drifting(found: Sequence[Exchange]) -> Iterator[Doubt]:
    """Doubt the conversion that disagrees with all others of its two currencies; of two, the later."""
    pairs: dict[tuple[str, str], list[Exchange]] = {}
    for each in found:
        pairs.setdefault((each.original.currency.code, each.converted.currency.code), []).append(each)
    for group in pairs.values():
        for index in outliers([each.bounds for each in group]):
            if index or len(group) > 2:
                beside = group[0 if index else 1]
                yield Doubt(group[index], Reason.DRIFT, beside.rate, beside)


def outliers(bands: Sequence[tuple[Fraction, Fraction]]) -> Iterator[int]:
    """Yield which bands of rates lie apart from all others, where all those agree among themselves.

    Bands agree two by two if the highest least rate is no further above the lowest greatest one than rates
    drift; so each is compared with the outermost of the others, and never with every other.
    """
    if len(bands) < 2:
        return
    low_order = sorted(bands)
    high_order = sorted((high, low) for low, high in bands)
    for index, (low, high) in enumerate(bands):
        lowest, highest_low = _ends_without(low_order, (low, high))
        lowest_high, highest = _ends_without(high_order, (high, low))
        agreed = highest_low <= lowest_high * (1 + DRIFT)
        if agreed and (low > highest * (1 + DRIFT) or lowest > high * (1 + DRIFT)):
            yield index


def _ends_without(
    order: Sequence[tuple[Fraction, Fraction]], own: tuple[Fraction, Fraction]
) -> tuple[Fraction, Fraction]:
    """Return the first and the last of some sorted ends, but for one of them."""
    return order[order[0] == own][0], order[-2 if order[-1] == own else -1][0]


def _problem(document: Document, doubt: Doubt) -> Problem:
    original, converted = doubt.exchange.original.span, doubt.exchange.converted.span
    beside = (doubt.beside.converted.span,) if doubt.beside else ()
    least = min(doubt.exchange.rate, doubt.expected or Fraction(1))
    return Problem(
        converted,
        {
            "original": original.cut(document.text),
            "converted": converted.cut(document.text),
            "reason": doubt.reason,
            "rate": _told(doubt.exchange.rate, least),
            "other": _told(doubt.expected, least) if doubt.expected else "",
            "highest": _told(doubt.known.high, least) if doubt.known else "",
        },
        related=tuple(Related(span) for span in beside),
    )


def _told(rate: Fraction, least: Fraction) -> str:
    """Return a rate to three digits; one of pence to the pound the other way round: "80 to one"."""
    inverse = least < SMALL_RATE
    value = 1 / rate if inverse else rate
    figure = plain_figure(to_place(value, 2 - order(value)), commas=True)
    return f"{figure} to one" if inverse else figure
