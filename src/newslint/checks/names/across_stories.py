"""Names that stories on one subject spell differently."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

import msgspec

from newslint.plugin import AcrossCheck, Document, Problem, Related
from newslint.text.calendar.almanac import MONTHS
from newslint.text.names.spellings.name_facts import NameFact
from newslint.text.names.spellings.spellings_across import (
    Conflict,
    Spelled,
    conflicts,
    conflicts_among,
    key,
)
from newslint.text.names.spellings.told_facts import day_of, facts_of, told_facts


class Spread(StrEnum):
    """Where the usual spelling stands: in one story or several, whose first day is known or not."""

    ONE = "one"
    SEVERAL = "several"
    SINCE = "since"


class SpellingAcrossStories(AcrossCheck, frozen=True, kw_only=True):
    """A spelling that another story on the same subject has otherwise."""

    of_words: ClassVar = True
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "odd": None,
        "usual": None,
        "path": None,
        "stories": None,
        "spread": Spread,
        "day": None,
    }

    of_spellings: ClassVar[bool] = True

    def facts(self, document: Document) -> object:
        """Return the story's day and the spellings of its names, packed: those of an archive are many."""
        return told_facts(document)

    def reconcile(self, facts: Mapping[str, object]) -> Iterator[tuple[str, Problem]]:
        """Yield a problem for each name in each story that has its rarer spelling."""
        spelled: Spelled | None = getattr(facts, "spelled", None)
        unpacked = _Unpacked(facts)
        days = _Days(spelled.day if spelled else unpacked.day)
        for conflict in conflicts_among(spelled) if spelled else conflicts(unpacked):
            yield conflict.odd.path, _problem(conflict, days.first(conflict))


class _Unpacked(Mapping[str, tuple[NameFact, ...]]):
    """The facts of all stories, each unpacked only while it is looked at."""

    def __init__(self, packed: Mapping[str, object]) -> None:
        self.packed = packed

    def __getitem__(self, path: str) -> tuple[NameFact, ...]:
        return facts_of(self._bytes(path))

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)

    def day(self, path: str) -> str:
        """Return the day of a story, or nothing."""
        return day_of(self._bytes(path))

    def _bytes(self, path: str) -> bytes:
        return msgspec.convert(self.packed[path], bytes)


class _Days:
    """The first days of spellings, each looked for once, as a usual one has many stories."""

    def __init__(self, day: Callable[[str], str]) -> None:
        self.day = day
        self.known: dict[str, str] = {}

    def first(self, conflict: Conflict) -> str:
        """Return the first day of the stories with the usual spelling, or nothing."""
        spelling = key(conflict.usual.fact)
        if spelling not in self.known:
            self.known[spelling] = min(filter(None, map(self.day, conflict.usual_stories)), default="")
        return self.known[spelling]


def _problem(conflict: Conflict, day: str) -> Problem:
    several = len(conflict.usual_stories) > 1
    data = {
        "odd": conflict.odd.fact.text,
        "usual": conflict.usual.fact.text,
        "path": conflict.usual.path,
        "stories": str(len(conflict.usual_stories)),
        "spread": Spread.SINCE if several and day else Spread.SEVERAL if several else Spread.ONE,
        "day": _spelled(day) if day else "",
    }
    return Problem(
        conflict.odd.fact.span, data, related=(Related(conflict.usual.fact.span, data, conflict.usual.path),)
    )


def _spelled(day: str) -> str:
    year, month, number = day.split("-")
    return f"{MONTHS[int(month) - 1]} {int(number)}, {year}"
