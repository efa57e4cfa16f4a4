"""Figures: what the tables of an archive come to, by month, desk and rule, gone through once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec

from newslint.run.archive.tables import rows
from newslint.run.archive.variations import Variation, variations

# What a copy desk can go through.
MOST_REPEATED, MOST_DRIFTING = 30, 60
# Errors that are repeated, however many there are: the seldom ones are let go when so many are known.
MOST_KNOWN = 200_000


class Tally(msgspec.Struct):
    """How many stories, words and findings there are of something. It adds up."""

    stories: int = 0
    words: int = 0
    findings: int = 0

    @property
    def rate(self) -> float:
        """Return the findings in a thousand words."""
        return 1000 * self.findings / self.words if self.words else 0.0


class Repeated(msgspec.Struct, frozen=True):
    """A fault that stands in several stories in the same words."""

    rule: str
    text: str
    count: int


class Figures(msgspec.Struct, frozen=True):
    """What an archive comes to. *drifting* are names whose spelling has changed, or stands side by side."""

    whole: Tally
    errors: int
    months: Mapping[str, Tally]
    desks: Mapping[str, Tally]
    rules: Mapping[str, int]
    units: Mapping[str, int]
    repeated: tuple[Repeated, ...]
    drifting: tuple[Variation, ...]


def figures(out: Path) -> Figures:
    """Return what an archive comes to. Raises NewslintError where there is none."""
    whole, months, desks = Tally(), dict[str, Tally](), dict[str, Tally]()
    units: Counter[str] = Counter()
    for row in rows(out, "stories", ("date", "desk", "words", "units")):
        units.update(dict(row["units"]))
        for tally in (whole, *_tallies(row, months, desks)):
            tally.stories += 1
            tally.words += row["words"]
    rules: Counter[str] = Counter()
    texts: Counter[tuple[str, str]] = Counter()
    for row in rows(out, "findings", ("date", "desk", "rule", "severity", "text")):
        rules[row["rule"]] += 1
        for tally in (whole, *_tallies(row, months, desks)):
            tally.findings += 1
        if row["severity"] == "error":
            _count(texts, (row["rule"], " ".join(row["text"].split())))
    repeated = [Repeated(*told, count) for told, count in texts.most_common(MOST_REPEATED) if count > 1]
    drifting = [each for each in variations(out) if each.sure][:MOST_DRIFTING]
    errors = sum(1 for _ in rows(out, "errors", ("path",)))
    return Figures(
        whole,
        errors,
        dict(sorted(months.items())),
        dict(sorted(desks.items(), key=lambda item: (-item[1].words, item[0]))),
        dict(rules.most_common()),
        dict(units.most_common()),
        tuple(repeated),
        tuple(sorted(drifting, key=lambda each: (not each.month, -each.usual.mentions, each.usual.name))),
    )


def _tallies(row: Mapping[str, str], months: dict[str, Tally], desks: dict[str, Tally]) -> list[Tally]:
    """Return the tallies that a story or a finding counts for."""
    found = []
    if row["date"]:
        found.append(months.setdefault(row["date"][:7], Tally()))
    if row["desk"]:
        found.append(desks.setdefault(row["desk"], Tally()))
    return found


def _count(texts: Counter[tuple[str, str]], told: tuple[str, str]) -> None:
    texts[told] += 1
    if len(texts) > MOST_KNOWN:
        for seldom in [each for each, count in texts.items() if count == 1]:
            del texts[seldom]
