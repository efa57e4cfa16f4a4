"""Desk rates: the exchange rates that a desk keeps, by day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from fractions import Fraction

import msgspec

from newslint.checks.units.money import Exchange
from newslint.plugin import Document, Lexicon
from newslint.text.calendar.story_date import story_date

DESK_LIST = "rates"


class Rate(msgspec.Struct, frozen=True):
    """What one unit of a currency made in another on a day, as the desk's file has it."""

    date: str
    one: str = msgspec.field(name="from")
    other: str = msgspec.field(name="to")
    rate: str

    @property
    def value(self) -> Fraction:
        """Return the rate."""
        return Fraction(self.rate)


def desk_rates(lexicon: Lexicon) -> Mapping[tuple[str, str], tuple[Rate, ...]]:
    """Return the desk's rates by their two currencies, the oldest first."""
    rates: dict[tuple[str, str], list[Rate]] = {}
    for rate in sorted(lexicon.records(DESK_LIST, Rate), key=lambda each: each.date):
        rates.setdefault((rate.one, rate.other), []).append(rate)
    return {pair: tuple(group) for pair, group in rates.items()}


def desk_rate(document: Document, found: Exchange) -> Fraction | None:
    """Return the desk's rate for an exchange on the story's day; None where it has none for that year."""
    rates = document.lexicon.view(desk_rates)
    one, other = found.original.currency.code, found.converted.currency.code
    direct, inverse = rates.get((one, other)), rates.get((other, one))
    kept = _on_day(document, direct or inverse or ())
    if not kept or not kept.value:
        return None
    return kept.value if direct else 1 / kept.value


def _on_day(document: Document, rates: tuple[Rate, ...]) -> Rate | None:
    """Return the last rate up to the story's day, if it is of the same year."""
    day = document.view(story_date)
    if not rates or day is None:
        return rates[-1] if rates else None
    index = bisect_right(rates, day.isoformat(), key=lambda each: each.date) - 1
    rate = rates[max(0, index)]
    return rate if rate.date[:4] == day.isoformat()[:4] else None
