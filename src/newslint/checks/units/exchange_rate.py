"""Exchange rate: sums in two currencies whose rate cannot be, or changes within a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from newslint.checks.units.money import Exchange, Sum, exchanges
from newslint.plugin import Check, Document, Problem, Related, lazy_pattern
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at

FAR, DRIFT = 50, Fraction(6, 100)
# A historic sum is converted at a historic rate.
HISTORIC = lazy_pattern(
    r"(?<!\w)(?:at the time|then|historic\w*|in (?:1[89]|20)[0-9]{2}|today's|current(?:ly)?|now)(?!\w)"
)


class Reason(StrEnum):
    """Why a rate is not believed."""

    MAGNITUDE = "magnitude"
    DRIFT = "drift"


class ExchangeRate(Check, frozen=True):
    """Reports conversions of money at a rate that never was, or that the story itself contradicts."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "original": None, "converted": None, "reason": Reason, "rate": None, "other": None,
    }  # fmt: skip

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the conversions of money whose rate is out of the question."""
        found = document.view(exchanges)
        sound = []
        for each in found:
            if _is_far(each):
                yield _problem(document, each, Reason.MAGNITUDE)
            elif not _is_historic(document, each):
                sound.append(each)
        yield from _drifting(document, sound)


def _is_far(found: Exchange) -> bool:
    """Tell whether the rate lies so far outside all that ever was that a zero group must be missing."""
    one, other = found.original.currency, found.converted.currency
    low, high = Fraction(one.low) / Fraction(other.high), Fraction(one.high) / Fraction(other.low)
    return found.rate * FAR < low or found.rate > high * FAR


def _is_historic(document: Document, found: Exchange) -> bool:
    sentence = sentence_at(document, found.original.span.start)
    return HISTORIC.search(document.view(folded), sentence.start, sentence.end) is not None


def _drifting(document: Document, found: Sequence[Exchange]) -> Iterator[Problem]:
    """Report the conversion that disagrees with all others of its two currencies; of two, the later."""
    pairs: dict[tuple[str, str], list[Exchange]] = {}
    for each in found:
        pairs.setdefault((each.original.currency.code, each.converted.currency.code), []).append(each)
    for group in pairs.values():
        for each in group if len(group) > 2 else group[1:]:
            others = [other for other in group if other is not each]
            agreed = all(not _disagree(one, two) for one in others for two in others)
            if agreed and all(_disagree(each, other) for other in others):
                yield _problem(document, each, Reason.DRIFT, others[0])


def _disagree(one: Exchange, two: Exchange) -> bool:
    (low, high), (less, more) = one.bounds, two.bounds
    return low > more * (1 + DRIFT) or less > high * (1 + DRIFT)


def _problem(document: Document, found: Exchange, reason: Reason, other: Exchange | None = None) -> Problem:
    def words(part: Sum) -> str:
        return part.span.cut(document.text)

    return Problem(
        found.converted.span,
        {
            "original": words(found.original),
            "converted": words(found.converted),
            "reason": reason,
            "rate": f"{float(found.rate):.3g}",
            "other": f"{float(other.rate):.3g}" if other else "",
        },
        related=(Related(other.converted.span),) if other else (),
    )
