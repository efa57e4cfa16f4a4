"""Times: the hours of the day that a story names, with their parts and the form they are written in."""

from __future__ import annotations

import re

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.dates import dates
from newslint.text.digits import digits
from newslint.text.flat import flat
from newslint.text.trie import trie_pattern

# What a time of two figures and a mark needs before it, where neither half nor zone follows.
BEFORE_TIME = lazy_pattern(r"\b(?:at|by|from|until|till|before|after|around|about|since|between) $")

# What tells "opens at 25:10" and "at 19:65 on Friday", slips of the clock, from the times of runners.
DAY_AFTER = lazy_pattern(
    r",? (?:on |last |next |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|tonight"
    r"|yesterday|daily|local time|(?:in the |this )?(?:morning|afternoon|evening)|on \d|on [A-Z][a-z]+\.? \d)"
)
DOING_BEFORE = lazy_pattern(
    r"\b(?:opens?|opened|clos(?:es?|ed)|starts?|beg[ai]ns?|scheduled|due|departs?|departed|leaves?|left|arrives?"
    r"|arrived|lands|landed|resumes?)\b[^.;:\n]{0,24}$"
)
# Figures of minutes and seconds: the first words rule out any time, the others a slip.
MATCH = lazy_pattern(
    r"\b(?:scored?|scoring|goals?|power play|puck|laps?|(?:first|second|third) (?:half|period))\b"
)
RACE = lazy_pattern(r"\b(?:met(?:re|er)s|marathon|raced?|seconds|miles?|runner|won|record|time of)\b")
REACH = 80
LAST_HOUR, HOUR = 24, 60
# Further off, it is the minute of a match.
LATEST_SLIP = 29

DURATIONS = frozenset(("hrs", "hours"))
# "GMT+3", "UTC-03:30"; not the range "1400 GMT-1600 GMT".
OFFSET = r"(?:[+−–-](?:0?\d|1[0-4])(?::[034][05])?(?!\d|[:.]\d|[ ]?[ap]\.?m))"
AHEAD = lazy_pattern(r"(?:GMT|UTC)([+−–-])(\d+)(?::(\d\d))?")


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
    years = {date.year_span for date in document.view(dates)}
    found = []
    for run in document.view(digits):
        match = pattern.match(text, run.start) if _may_be_time(text, run) and run not in years else None
        if match and (match["half"] or _is_told(match)):
            found.append(_time(match))
    return tuple(found)


def _may_be_time(text: str, run: Span) -> bool:
    """Tell whether a mark, half of the day or zone follows so many figures; quick, as most are no time."""
    following = text[run.end : run.end + 2].lstrip(" ")[:1]
    if len(run) == 4:
        return following.isalpha()
    return len(run) < 3 and following in (":", ".", "a", "p", "A", "P", "G", "U")


def zones(lexicon: Lexicon) -> dict[str, Zone]:
    """Return the time zones by name."""
    return {zone.name: zone for zone in lexicon.records("time-zones", Zone)}


def offsets(lexicon: Lexicon, name: str) -> tuple[int, ...]:
    """Return the minutes that a zone may be ahead of GMT, "GMT+3" too; none where it is not known."""
    ahead = AHEAD.fullmatch(name)
    if ahead:
        minutes = 60 * int(ahead[2]) + int(ahead[3] or 0)
        return (minutes if ahead[1] == "+" else -minutes,)
    known = lexicon.view(zones).get(name)
    return known.offsets if known else ()


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile "9:30 a.m. EST", "6.30pm", "1400 GMT", "14:00 (GMT)", "10 am UTC+3", "09:15"."""
    letters = f"(?:{trie_pattern(lexicon.view(zones))}|hrs|hours|local[ ]time)"
    return lazy_pattern(
        rf"""(?<![\w.,:/$£€%])(?P<hour>\d{{1,2}})
        (?:(?P<mark>[:.])(?P<minute>\d\d)(?!\d|[:.]\d)|(?<=\d\d)(?P<figures>\d\d)(?=[ ]?{letters}\b))?
        (?P<half>[ ]?[ap](?:\.m\.|\.?m\b)|[ ]?[AP](?:\.M\.|\.?M\b))?
        (?:[ ]?\(?(?P<zone>{letters}(?:\b{OFFSET}|\b(?!\+))))?
        (?![%\w])""",
        re.VERBOSE,
    )


def _is_told(match: re.Match[str]) -> bool:
    """Tell "at 09:15" and "1400 GMT" from the score, the verse, the race, and from 9000 hours of work."""
    hour, minute = int(match["hour"]), int(match["minute"] or match["figures"] or 0)
    if match["zone"] and match["zone"] not in DURATIONS:
        # "25 PT boats" are no hour.
        return bool(match["mark"] or match["figures"]) or hour <= LAST_HOUR
    if match["figures"]:
        return hour < LAST_HOUR and minute < HOUR
    if match["mark"] != ":" or len(match["hour"]) != 2 or not _stands_at(match):
        return False
    if _either(MATCH, *_around(match)):
        return False
    return (hour < LAST_HOUR and minute < HOUR) or (hour, minute) == (LAST_HOUR, 0) or _is_slip(match)


def _stands_at(match: re.Match[str]) -> bool:
    return bool(BEFORE_TIME.search(match.string, max(0, match.start() - 16), match.start()))


def _is_slip(match: re.Match[str]) -> bool:
    """Tell the slip "opens at 25:10" from the time of a race."""
    before, after = _around(match)
    if int(match["hour"]) > LATEST_SLIP or _either(RACE, before, after):
        return False
    return bool(DAY_AFTER.match(after) or DOING_BEFORE.search(before))


def _either(pattern: re.Pattern[str], before: str, after: str) -> bool:
    return bool(pattern.search(before) or pattern.search(after))


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return the words of the paragraph before and behind."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - REACH) : start].rpartition("\n")[2]
    return before, text[end : end + REACH].partition("\n")[0]


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
