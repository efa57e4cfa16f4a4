"""Times: the hours of the day that a story names, with their parts and the form they are written in."""

from __future__ import annotations

import re

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.digits import digits
from newslint.text.flat import flat
from newslint.text.trie import trie_pattern

# What a time of two figures and a mark needs before it, where neither half nor zone follows.
BEFORE_TIME = lazy_pattern(r"\b(?:at|by|from|until|till|before|after|around|about|since|between) $")

DURATIONS = frozenset(("hrs", "hours"))


class Zone(msgspec.Struct, frozen=True):
    """A time zone, with the minutes it may be ahead of GMT."""

    name: str
    offsets: tuple[int, ...]


class Time(msgspec.Struct, frozen=True):
    """An hour as the copy prints it; *core* is without the zone. *half* is "am", "pm" or nothing."""

    span: Span
    core: Span
    hour: int
    minute: int | None = None
    mark: str = ""
    half: str = ""
    zone: str = ""

    @property
    def minutes(self) -> int:
        """Return the minutes since midnight."""
        hour = self.hour % 12 + 12 * (self.half == "pm") if self.half else self.hour
        return hour * 60 + (self.minute or 0)


def times(document: Document) -> tuple[Time, ...]:
    """Return the times of day in the order of the text."""
    text = document.view(flat)
    pattern = document.lexicon.view(_pattern)
    found = []
    for run in document.view(digits):
        match = pattern.match(text, run.start) if _may_be_time(text, run) else None
        if match and (match["half"] or _is_told(match)):
            found.append(_time(match))
    return tuple(found)


def _may_be_time(text: str, run: Span) -> bool:
    """Tell whether a mark, half of the day or zone follows so many figures; quick, as most are no time."""
    following = text[run.end : run.end + 2].lstrip(" ")[:1]
    if len(run) == 4:
        return following.isalpha()
    return len(run) < 3 and following in (":", ".", "a", "p", "A", "P")


def zones(lexicon: Lexicon) -> dict[str, Zone]:
    """Return the time zones by name."""
    return {zone.name: zone for zone in lexicon.records("time-zones", Zone)}


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile "9:30 a.m. EST", "6.30pm", "1400 GMT", "14:00 (GMT)", "09:15"."""
    letters = f"(?:{trie_pattern(lexicon.view(zones))}|hrs|hours|local[ ]time)"
    return lazy_pattern(
        rf"""(?<![\w.,:/$£€%])(?P<hour>\d{{1,2}})
        (?:(?P<mark>[:.])(?P<minute>\d\d)(?!\d|[:.]\d)|(?<=\d\d)(?P<figures>\d\d)(?=[ ]?{letters}\b))?
        (?P<half>[ ]?[ap](?:\.m\.|\.?m\b)|[ ]?[AP](?:\.M\.|\.?M\b))?
        (?:[ ]?\(?(?P<zone>{letters})\b)?
        (?![%\w])""",
        re.VERBOSE,
    )


def _is_told(match: re.Match[str]) -> bool:
    """Tell "at 09:15" and "1400 GMT" from the score, the verse, the race, and from 9000 hours of work."""
    if match["zone"] and match["zone"] not in DURATIONS:
        return True
    if match["figures"]:
        return int(match["hour"]) < 24 and int(match["figures"]) < 60
    if (
        match["mark"] != ":"
        or len(match["hour"]) != 2
        or int(match["hour"]) > 24
        or int(match["minute"]) > 59
    ):
        return False
    return bool(BEFORE_TIME.search(match.string, max(0, match.start() - 16), match.start()))


def _time(match: re.Match[str]) -> Time:
    half = match["half"]
    end = max(match.end("hour"), match.end("minute"), match.end("figures"), match.end("half"))
    minute = match["minute"] or match["figures"]
    return Time(
        span=Span(match.start(), max(end, match.end("zone"))),
        core=Span(match.start(), end),
        hour=int(match["hour"]),
        minute=int(minute) if minute else None,
        mark=match["mark"] or "",
        half=half.replace(".", "").strip().lower() if half else "",
        zone=match["zone"] or "",
    )
