"""Told facts: what a story tells others of its names, packed with its day: those of an archive are many."""

from __future__ import annotations

import msgspec

from newslint.core.document import Document
from newslint.text.calendar.story_date import story_date
from newslint.text.names.spellings.name_facts import NameFact, name_facts

# A day ("2026-03-10") stands before the packed facts of each story, or so many dashes.
NO_DAY = b"-" * 10
DECODER = msgspec.msgpack.Decoder(tuple[NameFact, ...])


def told_facts(document: Document) -> bytes:
    """Return the story's day and the spellings of its names, packed."""
    date = story_date(document)
    day = date.isoformat().encode() if date else NO_DAY
    return day + msgspec.msgpack.encode(document.view(name_facts))


def day_of(told: bytes) -> str:
    """Return the day of a story, or nothing."""
    day = told[: len(NO_DAY)]
    return "" if day == NO_DAY else day.decode()


def facts_of(told: bytes) -> tuple[NameFact, ...]:
    """Return the spellings of a story."""
    return DECODER.decode(memoryview(told)[len(NO_DAY) :])
