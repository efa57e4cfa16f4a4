"""Time zones: how far ahead of Greenwich the clocks of each may be."""

from __future__ import annotations

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.text.trie import trie_pattern

# "GMT+3", "UTC-03:30"; not the range "1400 GMT-1600 GMT".
OFFSET = r"(?:[+−–-](?:0?\d|1[0-4])(?::[034][05])?(?!\d|[:.]\d|[ ]?[ap]\.?m))"
AHEAD = lazy_pattern(r"(?:GMT|UTC)([+−–-])(\d+)(?::(\d\d))?")
# "Eastern European Time" is not "Eastern".
ELSEWHERE = r"(?![ ](?:European|African|Australian|Asian|Indonesian?)\b)"


class Zone(msgspec.Struct, frozen=True):
    """A time zone, with the minutes it may be ahead of GMT."""

    name: str
    offsets: tuple[int, ...]


def zones(lexicon: Lexicon) -> dict[str, Zone]:
    """Return the time zones by name."""
    return {zone.name: zone for zone in lexicon.records("time-zones", Zone)}


def zone_pattern(lexicon: Lexicon) -> str:
    """Return a verbose pattern of what stands behind an hour: "EST", "UTC+3", "Moscow time", "hrs"."""
    names = trie_pattern(lexicon.view(zones))
    return rf"(?:{names}{ELSEWHERE}|hrs|hours|local[ ]time)(?:\b{OFFSET}|\b(?!\+))"


def offsets(lexicon: Lexicon, name: str) -> tuple[int, ...]:
    """Return the minutes that a zone may be ahead of GMT, "GMT+3" too; none where it is not known."""
    ahead = AHEAD.fullmatch(name)
    if ahead:
        minutes = 60 * int(ahead[2]) + int(ahead[3] or 0)
        return (minutes if ahead[1] == "+" else -minutes,)
    known = lexicon.view(zones).get(name)
    return known.offsets if known else ()
