"""Searches for local times whose time in another zone does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice, pairwise
from typing import Annotated, ClassVar

import msgspec

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Span, lazy_pattern
from newslint.text.calendar.dates import dates
from newslint.text.calendar.time_forms import clock_reading
from newslint.text.calendar.time_zones import distances, is_beyond_the_table
from newslint.text.calendar.times import Time, times
from newslint.text.figures.durations import in_words
from newslint.text.flat import flat

DAY = 24 * 60
# The clocks of all countries are whole quarters of an hour apart.
QUARTER = 15
SUMMER = 60
# "10 a.m. (1400 GMT)", "10 am in Moscow (0700 GMT)", "10am/0900 GMT", "9 a.m. Hawaii time, or HST (1900 GMT)"
BETWEEN = lazy_pattern(r"(?: in (?P<place>[A-Z]\w+(?: [A-Z]\w+)?),?|,? or [A-Z]{2,4}T)? ?[(/] ?")
# "8pm BST (21:00 CEST" + "; " + "19:00 GMT", "9 p.m. EST (8 p.m. CST" + ", " + "6 p.m. PST"
NEXT = lazy_pattern(r"(?:[;,/] ?| ?/ ?)(?:and |or )?")
# "in Delhi at " + "11:30 a.m.": a place with clocks of its own.
ELSEWHERE = lazy_pattern(r"\b(?:in|at|from|to) (?:the )?[A-Z][^.;()\n]{0,40}$")
# "Half past nine in London (2030 GMT)" does not tell its half of the day.
WITHOUT_HALF = frozenset(("o'clock", "half past", "quarter past", "quarter to"))
LOCAL = frozenset(("", "local time", "hrs", "hours"))


class Verdict(StrEnum):
    """Whether the two cannot be the same moment, or only differ from the story's other pairs."""

    WRONG = "wrong"
    DRIFTING = "drifting"


class Told(StrEnum):
    """Whether it is known how far apart the clocks of the two zones are."""

    KNOWN = "known"
    UNKNOWN = "unknown"


class Pair(msgspec.Struct, frozen=True):
    """The same moment in two zones; *zone* is that of the first time, printed or its place's.

    Of a *next* pair the second time follows that of the pair before.
    """

    local: Time
    other: Time
    zone: str
    next: bool = False

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
    starts: ClassVar = (times,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "local": None, "other": None, "change": None, "apart": None, "expected": None, "clocks": Told,
    }  # fmt: skip

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each pair that is not the same moment."""
        if self.verdict is Verdict.DRIFTING:
            yield from _drifting(document)
            return
        for pair in document.view(pairs):
            if not _fits(document, pair):
                yield _problem(document, pair, _possible(document, pair))

    def unchecked(self, document: Document) -> int:
        """Count the pairs of a story that is later than the table of clocks."""
        wanted = self.verdict is Verdict.WRONG and is_beyond_the_table(document)
        return len(document.view(pairs)) if wanted else 0


def pairs(document: Document) -> tuple[Pair, ...]:
    """Return the times that stand with another, or with several, in brackets."""
    return tuple(_pairs(document))


def _pairs(document: Document) -> Iterator[Pair]:
    text, last = document.view(flat), None
    for one, other in pairwise(document.view(times)):
        found = None
        if other.zone not in LOCAL and not WITHOUT_HALF.intersection((one.word, other.word)):
            joint = BETWEEN.fullmatch(text, one.span.end, other.span.start)
            if joint:
                found = Pair(one, other, f"{joint['place']} time" if joint["place"] else one.zone)
            elif last and NEXT.fullmatch(text, one.span.end, other.span.start):
                found = _next(last, other)
        if found:
            yield found
        last = found


def _next(pair: Pair, other: Time) -> Pair:
    """Return the pair's first time, or its other where that has no zone, with one more time."""
    if pair.zone in LOCAL:
        return Pair(pair.other, other, pair.other.zone, next=True)
    return Pair(pair.local, other, pair.zone, next=True)


def _fits(document: Document, pair: Pair) -> bool:
    ahead = _possible(document, pair)
    return pair.ahead in ahead if ahead else pair.ahead % QUARTER == 0


def _possible(document: Document, pair: Pair) -> tuple[int, ...]:
    """Return the minutes the one zone may be ahead of the other; none where one is not known."""
    return tuple(minutes % DAY for minutes in distances(document, pair.zone, pair.other.zone))


def _drifting(document: Document) -> Iterator[Problem]:
    """Yield one problem with the pairs that are unlike most pairs of the story with the same other zone."""
    found = [pair for pair in document.view(pairs) if pair.zone in LOCAL and _fits(document, pair)]
    for zone in sorted({pair.other.zone for pair in found}):
        alike = [pair for pair in found if pair.other.zone == zone]
        ahead, count = Counter(pair.ahead for pair in alike).most_common(1)[0]
        odd = [pair for pair in alike if pair.ahead != ahead and not _is_elsewhere(document, pair, ahead)]
        if odd and count > len(odd):
            yield _problem(document, odd[0], (ahead,), others=odd[1:])


def _is_elsewhere(document: Document, pair: Pair, ahead: int) -> bool:
    """Tell whether the pair names its place, or the clocks may have changed between the days of the story."""
    if ELSEWHERE.search(document.view(flat), max(0, pair.span.start - 60), pair.span.start):
        return True
    return abs(pair.ahead - ahead) == SUMMER and len({date.month for date in document.view(dates)}) > 1


def _problem(document: Document, pair: Pair, ahead: Sequence[int], *, others: Iterable[Pair] = ()) -> Problem:
    text, known = document.text, sorted({min(minutes, DAY - minutes) for minutes in ahead})
    return Problem(
        span=pair.span,
        data={
            "local": text[pair.local.span.start : _local_end(pair)].rstrip(" (/"),
            "other": pair.other.span.cut(text),
            "apart": in_words(min(pair.ahead % DAY, -pair.ahead % DAY)),
            "expected": " or ".join(map(in_words, known)),
            "clocks": Told.KNOWN if known else Told.UNKNOWN,
        },
        fixes=tuple(_fixes(document, pair, ahead)),
        related=tuple(Related(other.span) for other in others),
    )


def _local_end(pair: Pair) -> int:
    return pair.local.span.end if pair.next else pair.other.span.start


def _fixes(document: Document, pair: Pair, ahead: Iterable[int]) -> Iterator[Fix]:
    """Yield either half of the pair as the other has it, in winter and in summer."""
    for distance in islice(ahead, 2):
        for time, minutes in (
            (pair.other, pair.local.minutes - distance),
            (pair.local, pair.other.minutes + distance),
        ):
            model = _model(document, time)
            change = clock_reading(document.view(flat), time, minutes % DAY, model=model)
            yield Fix((Edit(time.core, change),), Safety.UNSAFE, {"change": change})


def _model(document: Document, time: Time) -> Time | None:
    """Return the time that shows the clock of the copy: one with minutes and its half, if there is one."""
    return next((other for other in document.view(_models) if other != time), None)


def _models(document: Document) -> tuple[Time, ...]:
    """Return the times with their half, those with minutes before the others."""
    halved = [time for time in document.view(times) if time.half]
    return (*(time for time in halved if time.mark), *halved)
