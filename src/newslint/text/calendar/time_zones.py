"""Time zones: how far apart the clocks of two of them may be in the years of a story."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lasting, Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.text.calendar.clocks import LAST_YEAR, Step, apart, offsets_in
from newslint.text.calendar.dates import dates
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat
from newslint.text.trie import bounded, trie_pattern

# "GMT+3", "UTC-03:30"; not the range "1400 GMT-1600 GMT".
OFFSET = r"(?:[+−–-](?:0?\d|1[0-4])(?::[034][05])?(?!\d|[:.]\d|[ ]?[ap]\.?m))"
AHEAD = lazy_pattern(r"(?:GMT|UTC)([+−–-])(\d+)(?::(\d\d))?")
# "Eastern European Time" is not "Eastern".
ELSEWHERE = r"(?![ ](?:European|African|Australian|Asian|Indonesian?)\b)"
# A story without a date is taken to be of these years, in which American clocks change in March and November.
RECENT = range(2007, LAST_YEAR + 1)


class Elsewhere(msgspec.Struct, frozen=True, rename="kebab"):
    """What a zone means, too, where the story has a word of the list *speaking_of*; *since* then in any.

    Parts of Canada keep summer time from November 2026 on, and "Pacific time" is another in Vancouver.
    """

    speaking_of: str
    since: datetime.date | None = None
    offsets: tuple[int, ...] = ()
    places: tuple[str, ...] = ()


class Zone(msgspec.Struct, frozen=True):
    """A time zone: minutes ahead of Greenwich that are always the same, or places whose clocks it means.

    With both, as summer time has, an offset counts while one of the places has it.
    """

    name: str
    offsets: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    elsewhere: Elsewhere | None = None


def zones(lexicon: Lexicon) -> dict[str, Zone]:
    """Return the time zones by name."""
    return {zone.name: zone for zone in lexicon.records("time-zones", Zone)}


@Lasting
def zone_pattern(lexicon: Lexicon) -> str:
    """Return a verbose pattern of what stands behind an hour: "EST", "UTC+3", "Moscow time", "hrs"."""
    names = trie_pattern(lexicon.view(zones))
    return rf"(?:{names}{ELSEWHERE}|hrs|hours|local[ ]time)(?:\b{OFFSET}|\b(?!\+))"


def distances(document: Document, here: str, there: str) -> tuple[int, ...]:
    """Return the minutes that one zone may be ahead of another; none where one of them is not known."""
    if is_beyond_the_table(document):
        return ()
    found: dict[int, None] = {}
    for year in _years(document):
        ours, theirs = _clocks(document, here, year), _clocks(document, there, year)
        for one, other in product(ours, theirs):
            found |= dict.fromkeys(apart(one, other))
    return tuple(found)


def is_beyond_the_table(document: Document) -> bool:
    """Tell whether the story is of a year for which no clocks are known."""
    told = document.view(story_date)
    return told is not None and told.year > LAST_YEAR


def _years(document: Document) -> Sequence[int]:
    """Return the years that a time may be of: those about the story's date, and those that its dates name."""
    told = document.view(story_date)
    near = (told.year, told.year - 1, told.year + 1) if told else RECENT
    named = (date.year for date in document.view(dates) if date.year)
    return list(dict.fromkeys((*near, *named)))


def _clocks(document: Document, name: str, year: int) -> Iterator[tuple[Step, ...]]:
    """Yield the clocks that a zone may mean in the year."""
    zone = _zone(document.lexicon, name)
    yield from _of(document.lexicon, zone.offsets, zone.places, year)
    other = zone.elsewhere
    if other and _may_mean(document, other):
        yield from _of(document.lexicon, other.offsets, other.places, year)


def _of(
    lexicon: Lexicon, offsets: tuple[int, ...], places: tuple[str, ...], year: int
) -> Iterator[tuple[Step, ...]]:
    if not places:
        yield from (((0, offset),) for offset in offsets)
    for steps in filter(None, (offsets_in(lexicon, place, year) for place in places)):
        yield tuple((day, ahead if not offsets or ahead in offsets else None) for day, ahead in steps)


def _may_mean(document: Document, other: Elsewhere) -> bool:
    """Tell whether the story speaks of that country, or is so late that the clocks of both may be meant."""
    told = document.view(story_date)
    if other.since and told and told >= other.since:
        return True
    return other.speaking_of in document.view(_spoken_of)


def _spoken_of(document: Document) -> frozenset[str]:
    """Return the lists of places of which the story has a word; a pair of zones asks in each of its years."""
    text = document.view(flat)
    return frozenset(
        name for name, places in document.lexicon.view(_countries).items() if places.search(text)
    )


def _countries(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    lists = {zone.elsewhere.speaking_of for zone in lexicon.view(zones).values() if zone.elsewhere}
    return {name: lazy_pattern(bounded(trie_pattern(lexicon.words(name)))) for name in lists}


def _zone(lexicon: Lexicon, name: str) -> Zone:
    """Return a zone by its name, "GMT+3" too."""
    ahead = AHEAD.fullmatch(name)
    if ahead:
        minutes = 60 * int(ahead[2]) + int(ahead[3] or 0)
        return Zone(name, (minutes if ahead[1] == "+" else -minutes,))
    return lexicon.view(zones).get(name, Zone(name))
