"""Rate ranges: between what two currencies have stood in the years that a story may speak of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import msgspec

from newslint.checks.units.currencies import Currency
from newslint.checks.units.money import Exchange
from newslint.plugin import Document, Table, Worded, lazy_pattern
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at

YEAR = lazy_pattern(r"(?<![\w.,])(?:19[0-9]{2}|20[0-9]{2})(?![\w,.]?[0-9])")
# A historic sum is converted at a historic rate.
HISTORIC = Worded(r"(?<!\w)(?:{times-of-rates}|in (?:1[89]|20)[0-9]{2})(?!\w)")
# How far beyond a range a rate may be: of known years, and of any year.
KNOWN, ANY = Fraction(4, 3), Fraction(3, 2)
# With fewer years, a table does not know what any year may bring, and less of the last ones.
MANY, FEW_YEARS = 10, Fraction(4)


class RateRange(msgspec.Struct, frozen=True):
    """The least and the greatest rate of two currencies, and how far beyond them is still believed."""

    low: Fraction
    high: Fraction
    slack: Fraction

    def holds(self, found: Exchange) -> bool:
        """Tell whether some rounding of the sums leads to a rate that may have been."""
        low, high = found.bounds
        return high >= self.low / self.slack and low <= self.high * self.slack


def yearly_table() -> Table:
    """Tell of the table of yearly rates."""
    from newslint.checks.units import yearly_rates as kept

    title = "Between what a unit of each currency stood in United States dollars, year by year"
    made = datetime.date.fromisoformat(kept.DATE)
    return Table(title, kept.SOURCE, made, (kept.FIRST, kept.LAST), len(kept.RATES))


def rate_range(document: Document, found: Exchange) -> RateRange | None:
    """Return the range that a conversion is held to; None where no table covers its years."""
    from newslint.checks.units.yearly_rates import FIRST, LAST

    years = _years(document, found)
    if any(year < FIRST or year > LAST for year in years):
        return None
    return _ranged(found, years, KNOWN if years else ANY)


def recent_range(document: Document, found: Exchange) -> RateRange | None:
    """Return the range of the last years for a story without a date that speaks of no older ones."""
    from newslint.checks.units.yearly_rates import LAST

    if _years(document, found) or is_historic(document, found):
        return None
    named = document.view(_last_year)
    if named is not None and named <= LAST - MANY:
        return None
    moneys = (*found.original.currencies, *found.converted.currencies)
    short = any(1 < len(_row(each.code)[1]) < MANY for each in moneys)
    return _ranged(found, frozenset(range(LAST - MANY + 1, LAST + 1)), FEW_YEARS if short else ANY)


def _last_year(document: Document) -> int | None:
    """Return the last year that a story names."""
    return max((int(match[0]) for match in YEAR.finditer(document.view(folded))), default=None)


def _ranged(found: Exchange, years: frozenset[int], slack: Fraction) -> RateRange:
    bands = tuple(_crossed(found, years))
    return RateRange(min(low for low, _ in bands), max(high for _, high in bands), slack)


def is_historic(document: Document, found: Exchange) -> bool:
    """Tell whether a sentence speaks of another time than the story's."""
    sentence = sentence_at(document, found.original.span.start)
    return HISTORIC.of(document).search(document.view(folded), sentence.start, sentence.end) is not None


def _years(document: Document, found: Exchange) -> frozenset[int]:
    """Return the years whose rates a story may use: its own, the one before, those it names; none: any."""
    sentence = sentence_at(document, found.original.span.start)
    named = {int(match[0]) for match in YEAR.finditer(document.view(folded), sentence.start, sentence.end)}
    day = document.view(story_date)
    if day is None or (is_historic(document, found) and not named):
        return frozenset()
    return frozenset({day.year, day.year - 1, *named})


def _crossed(found: Exchange, years: frozenset[int]) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the bands of all pairs of two currencies that the sums may be in: "Z$60 ($2)" is no one money."""
    for one, other in product(found.original.currencies, found.converted.currencies):
        if one.code == other.code:
            continue
        (low, high), (less, more) = _band(one, years), _band(other, years)
        yield low / more, high / less


def _band(currency: Currency, years: frozenset[int]) -> tuple[Fraction, Fraction]:
    """Return what one unit was worth in dollars in some years, or in any; the list's if unknown."""
    first, spans = _row(currency.code)
    if not years and len(spans) < MANY:
        return currency.band
    wanted = [year - first for year in years] if years else range(len(spans))
    known = [spans[index].split() for index in wanted if 0 <= index < len(spans) and spans[index] != "-"]
    unknown = frozenset(year for year in years if year - first not in range(len(spans)))
    bands = [(Fraction(low), Fraction(high)) for low, high in known]
    if not known or (currency.old and unknown):
        bands.append(currency.band_in(unknown))
    return min(low for low, _ in bands), max(high for _, high in bands)


def _row(code: str) -> tuple[int, Sequence[str]]:
    """Return the first year of a currency's row and its years, read only where money is converted."""
    from newslint.checks.units.yearly_rates import RATES

    first, spans = RATES.get(code, (0, ""))
    return first, spans.split(", ") if spans else ()
