"""Time zones: how far ahead of Greenwich the clocks of each may be."""

from __future__ import annotations

from itertools import product

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
    """A time zone, with the minutes it may be ahead of GMT, and with which others it changes its *clocks*."""

    name: str
    offsets: tuple[int, ...]
    clocks: str = ""


def zones(lexicon: Lexicon) -> dict[str, Zone]:
    """Return the time zones by name."""
    return {zone.name: zone for zone in lexicon.records("time-zones", Zone)}


def zone_pattern(lexicon: Lexicon) -> str:
    """Return a verbose pattern of what stands behind an hour: "EST", "UTC+3", "Moscow time", "hrs"."""
    names = trie_pattern(lexicon.view(zones))
    return rf"(?:{names}{ELSEWHERE}|hrs|hours|local[ ]time)(?:\b{OFFSET}|\b(?!\+))"


def distances(lexicon: Lexicon, here: str, there: str) -> tuple[int, ...]:
    """Return the minutes that one zone may be ahead of another; none where one of them is not known."""
    one, two = _zone(lexicon, here), _zone(lexicon, there)
    alike = one.clocks and one.clocks == two.clocks
    pairs = zip(one.offsets, two.offsets, strict=False) if alike else product(one.offsets, two.offsets)
    return tuple(dict.fromkeys(first - second for first, second in pairs))


def _zone(lexicon: Lexicon, name: str) -> Zone:
    """Return a zone by its name, "GMT+3" too."""
    ahead = AHEAD.fullmatch(name)
    if ahead:
        minutes = 60 * int(ahead[2]) + int(ahead[3] or 0)
        return Zone(name, (minutes if ahead[1] == "+" else -minutes,))
    return lexicon.view(zones).get(name, Zone(name, ()))
