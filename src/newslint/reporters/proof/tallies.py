"""Tallies: findings counted by severity, for all stories, a rule, a desk or a week."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

import msgspec

from newslint.plugin import Severity
from newslint.reporters.proof.stories import Entry

Key = TypeVar("Key", bound=Hashable)

# The severest first, as they are read.
SEVERITIES = tuple(each.value for each in sorted(Severity, key=lambda each: -each.rank))
NO_DESK = "No desk known"


class Tally(msgspec.Struct, frozen=True):
    """Findings by severity, and the stories and words that they were found in."""

    counts: Counter[str]
    stories: int
    words: int

    @property
    def total(self) -> int:
        """Count the findings of all severities."""
        return self.counts.total()

    @property
    def rate(self) -> float:
        """Return how many findings there are in 1,000 words."""
        return 1000 * self.total / self.words if self.words else 0.0


def tally(entries: Iterable[Entry]) -> Tally:
    """Count what was found in some stories."""
    found = list(entries)
    counts: Counter[str] = Counter()
    for entry in found:
        for (severity, _), count in entry.found.items():
            counts[severity] += count
    return Tally(counts, len(found), sum(entry.words for entry in found))


def by_rule(entries: Iterable[Entry]) -> dict[str, Counter[str]]:
    """Count findings by rule and severity, the busiest rule first."""
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        for (severity, rule), count in entry.found.items():
            counts.setdefault(rule, Counter())[severity] += count
    return dict(sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])))


def by_desk(entries: Iterable[Entry]) -> dict[str, Tally]:
    """Tally the stories of each desk, the busiest first; those of no desk come last."""
    found = _gathered((entry.desk or NO_DESK, entry) for entry in entries)
    return dict(sorted(found.items(), key=lambda item: (item[0] == NO_DESK, -item[1].total, item[0])))


def by_week(entries: Iterable[Entry]) -> dict[datetime.date, Tally]:
    """Tally the stories of each week that has any, by the Monday it begins on."""
    dated = ((entry.date, entry) for entry in entries if entry.date)
    return dict(sorted(_gathered((_monday(date), entry) for date, entry in dated).items()))


def _monday(date: datetime.date) -> datetime.date:
    return date - datetime.timedelta(days=date.weekday())


def _gathered(keyed: Iterable[tuple[Key, Entry]]) -> dict[Key, Tally]:
    found: dict[Key, list[Entry]] = {}
    for key, entry in keyed:
        found.setdefault(key, []).append(entry)
    return {key: tally(entries) for key, entries in found.items()}
