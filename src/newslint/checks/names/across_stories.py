"""Names that stories on one subject spell differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

import msgspec

from newslint.plugin import AcrossCheck, Document, Problem, Related
from newslint.text.calendar.almanac import MONTHS
from newslint.text.calendar.story_date import story_date
from newslint.text.names.spellings.name_facts import NameFact, name_facts
from newslint.text.names.spellings.spellings_across import Conflict, conflicts

# A day ("2026-03-10") stands before the packed facts of each story, or so many dashes.
NO_DAY = b"-" * 10


class Spread(StrEnum):
    """Where the usual spelling stands: in one story or several, whose first day is known or not."""

    ONE = "one"
    SEVERAL = "several"
    SINCE = "since"


class SpellingAcrossStories(AcrossCheck, frozen=True, kw_only=True):
    """A spelling that another story on the same subject has otherwise."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "odd": None,
        "usual": None,
        "path": None,
        "stories": None,
        "spread": Spread,
        "day": None,
    }

    def facts(self, document: Document) -> object:
        """Return the story's day and the spellings of its names, packed: those of an archive are many."""
        date = story_date(document)
        day = date.isoformat().encode() if date else NO_DAY
        return day + msgspec.msgpack.encode(document.view(name_facts))

    def reconcile(self, facts: Mapping[str, object]) -> Iterator[tuple[str, Problem]]:
        """Yield a problem for each name in each story that has its rarer spelling."""
        unpacked = _Unpacked(facts)
        for conflict in conflicts(unpacked):
            yield conflict.odd.path, _problem(conflict, unpacked)


class _Unpacked(Mapping[str, tuple[NameFact, ...]]):
    """The facts of all stories, each unpacked only while it is looked at."""

    def __init__(self, packed: Mapping[str, object]) -> None:
        self.packed = packed
        self.decoder = msgspec.msgpack.Decoder(tuple[NameFact, ...])

    def __getitem__(self, path: str) -> tuple[NameFact, ...]:
        return self.decoder.decode(memoryview(self._bytes(path))[len(NO_DAY) :])

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)

    def day(self, path: str) -> str:
        """Return the day of a story, or nothing."""
        day = self._bytes(path)[: len(NO_DAY)]
        return "" if day == NO_DAY else day.decode()

    def _bytes(self, path: str) -> bytes:
        return msgspec.convert(self.packed[path], bytes)


def _problem(conflict: Conflict, facts: _Unpacked) -> Problem:
    days = sorted(day for path in conflict.usual_stories if (day := facts.day(path)))
    several = len(conflict.usual_stories) > 1
    data = {
        "odd": conflict.odd.fact.text,
        "usual": conflict.usual.fact.text,
        "path": conflict.usual.path,
        "stories": str(len(conflict.usual_stories)),
        "spread": Spread.SINCE if several and days else Spread.SEVERAL if several else Spread.ONE,
        "day": _spelled(days[0]) if days else "",
    }
    return Problem(
        conflict.odd.fact.span, data, related=(Related(conflict.usual.fact.span, data, conflict.usual.path),)
    )


def _spelled(day: str) -> str:
    year, month, number = day.split("-")
    return f"{MONTHS[int(month) - 1]} {int(number)}, {year}"
