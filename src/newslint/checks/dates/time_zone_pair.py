"""Searches for local times whose time in another zone does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

import msgspec

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Span, lazy_pattern
from newslint.text.dates import dates
from newslint.text.flat import flat
from newslint.text.times import Time, offsets, times

DAY = 24 * 60
# The clocks of all countries are whole quarters of an hour apart.
QUARTER = 15
SUMMER = 60
# "10 a.m. (1400 GMT)", "23:00 local time (17:00 GMT)", "10 am in Moscow (0700 GMT)"
BETWEEN = lazy_pattern(r"(?: local time| in [A-Z]\w+(?: [A-Z]\w+)?)? ?\(")
LOCAL = frozenset(("", "local time", "hrs", "hours"))


class Verdict(StrEnum):
    """Whether the two cannot be the same moment, or only differ from the story's other pairs."""

    WRONG = "wrong"
    DRIFTING = "drifting"


class Pair(msgspec.Struct, frozen=True):
    """The same moment in two zones."""

    local: Time
    other: Time

    @property
    def span(self) -> Span:
        """Return the place of both."""
        return self.local.span.joined(self.other.span)

    @property
    def ahead(self) -> int:
        """Return the minutes, less than a day, that the local clock is ahead."""
        return (self.local.minutes - self.other.minutes) % DAY


class TimeZonePair(Check, frozen=True):
    """Compares the two times of a pair with their zones, or the pairs of a story with each other."""

    verdict: Annotated[
        Verdict, msgspec.Meta(description="wrong: never the same moment; drifting: unlike the other pairs.")
    ]
    supplies: ClassVar = dict.fromkeys(("local", "other", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each pair that is not the same moment."""
        if self.verdict is Verdict.DRIFTING:
            yield from _drifting(document)
            return
        for pair in document.view(pairs):
            if not _fits(document, pair):
                yield _problem(document, pair)


def pairs(document: Document) -> tuple[Pair, ...]:
    """Return the times that stand with another in brackets."""
    text = document.view(flat)
    return tuple(
        Pair(local, other)
        for local, other in pairwise(document.view(times))
        if other.zone not in LOCAL and BETWEEN.fullmatch(text, local.span.end, other.span.start)
    )


def _fits(document: Document, pair: Pair) -> bool:
    here = offsets(document.lexicon, pair.local.zone)
    there = offsets(document.lexicon, pair.other.zone)
    if not here or not there:
        return pair.ahead % QUARTER == 0
    return any((one - two - pair.ahead) % DAY == 0 for one in here for two in there)


def _drifting(document: Document) -> Iterator[Problem]:
    """Yield one problem with the pairs that are unlike most pairs of the story with the same other zone."""
    found = [pair for pair in document.view(pairs) if pair.local.zone in LOCAL and _fits(document, pair)]
    for zone in sorted({pair.other.zone for pair in found}):
        alike = [pair for pair in found if pair.other.zone == zone]
        ahead, count = Counter(pair.ahead for pair in alike).most_common(1)[0]
        odd = [pair for pair in alike if pair.ahead != ahead and not _is_summer_time(document, pair, ahead)]
        if odd and count > len(odd):
            yield _problem(document, odd[0], ahead=ahead, others=odd[1:])


def _is_summer_time(document: Document, pair: Pair, ahead: int) -> bool:
    """Tell whether the clocks may have been changed between the days that the story names."""
    return abs(pair.ahead - ahead) == SUMMER and len({date.month for date in document.view(dates)}) > 1


def _problem(
    document: Document, pair: Pair, *, ahead: int | None = None, others: list[Pair] | None = None
) -> Problem:
    text = document.text
    fixes = []
    if ahead is not None and not pair.other.half:
        change = _clock(pair.local.minutes - ahead, mark=pair.other.mark)
        fixes.append(Fix((Edit(pair.other.core, change),), Safety.UNSAFE, {"change": change}))
    return Problem(
        span=pair.span,
        data={"local": pair.local.span.cut(text), "other": pair.other.span.cut(text)},
        fixes=tuple(fixes),
        related=tuple(Related(other.span) for other in others or ()),
    )


def _clock(minutes: int, *, mark: str) -> str:
    hour, minute = divmod(minutes % DAY, 60)
    return f"{hour:02}{mark}{minute:02}"
