"""Exchange rate: sums in two currencies whose rate cannot be, or changes within a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from newslint.checks.units.desk_rates import desk_rate
from newslint.checks.units.money import Exchange, exchanges
from newslint.checks.units.rounding import to_place
from newslint.checks.units.unit_prices import wrong_unit_prices
from newslint.checks.units.wording import plain_figure
from newslint.plugin import Check, Document, Problem, Related, Worded
from newslint.text.figures.numbers import order
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at

FAR, DRIFT = 50, Fraction(6, 100)
SMALL_RATE = Fraction(1, 10)
DESK_BAND, DESK_FAR = Fraction(5, 100), Fraction(25, 100)
# A historic sum is converted at a historic rate.
HISTORIC = Worded(r"(?<!\w)(?:{times-of-rates}|in (?:1[89]|20)[0-9]{2})(?!\w)")


class Reason(StrEnum):
    """Why a rate is not believed."""

    MAGNITUDE = "magnitude"
    LAKHS = "lakhs"
    DRIFT = "drift"
    FAR_FROM_DESK = "far-from-desk"
    OFF_DESK = "off-desk"
    UNITS = "units"


class ExchangeRate(Check, frozen=True):
    """Reports conversions of money at a rate that never was, or that the story or the desk contradicts."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "original": None, "converted": None, "reason": Reason, "rate": None, "other": None,
    }  # fmt: skip

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


def doubts(document: Document) -> tuple[Doubt, ...]:
    """Return the exchanges of a story that are not believed, each for the gravest reason."""
    found, sound = [], []
    for each in document.view(exchanges):
        if each.one_currency:
            low, high = each.bounds
            if not low <= 1 <= high:
                found.append(Doubt(each, Reason.LAKHS))
        elif _is_far(each):
            found.append(Doubt(each, Reason.MAGNITUDE))
        elif not _is_historic(document, each):
            kept = desk_rate(document, each)
            reason = _against_desk(each, kept) if kept else None
            if reason:
                found.append(Doubt(each, reason, kept))
            else:
                sound.append(each)
    prices = (Doubt(each.exchange, Reason.UNITS, each.expected) for each in document.view(wrong_unit_prices))
    return (*found, *prices, *_drifting(sound))


def _against_desk(found: Exchange, kept: Fraction) -> Reason | None:
    """Return how far an exchange is from the desk's rate, allowing for rounded sums."""
    low, high = found.bounds
    if low > kept * (1 + DESK_FAR) or high < kept * (1 - DESK_FAR):
        return Reason.FAR_FROM_DESK
    return Reason.OFF_DESK if low > kept * (1 + DESK_BAND) or high < kept * (1 - DESK_BAND) else None


def _is_far(found: Exchange) -> bool:
    """Tell whether the rate lies so far outside all that ever was that a zero group must be missing."""
    one, other = found.original.currency, found.converted.currency
    low, high = Fraction(one.low) / Fraction(other.high), Fraction(one.high) / Fraction(other.low)
    return found.rate * FAR < low or found.rate > high * FAR


def _is_historic(document: Document, found: Exchange) -> bool:
    sentence = sentence_at(document, found.original.span.start)
    return HISTORIC.of(document).search(document.view(folded), sentence.start, sentence.end) is not None


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
        },
        related=tuple(Related(span) for span in beside),
    )


def _told(rate: Fraction, least: Fraction) -> str:
    """Return a rate to three digits; one of pence to the pound the other way round: "80 to one"."""
    inverse = least < SMALL_RATE
    value = 1 / rate if inverse else rate
    figure = plain_figure(to_place(value, 2 - order(value)), commas=True)
    return f"{figure} to one" if inverse else figure
