"""Clock readings: what tells the hour of "at 09:15" and "starts at 21.30" from scores, races and prices."""

from __future__ import annotations

import re

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded

# What a time of two figures and a mark needs before it, where neither half nor zone follows.
BEFORE_TIME = lazy_pattern(r"\b(?:at|by|from|until|till|before|after|around|about|since|between) $")

# What tells "opens at 25:10" and "at 19:65 on Friday", slips of the clock, from the times of runners.
DAY_AFTER = lazy_pattern(
    r",? (?:on |last |next |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|tonight"
    r"|yesterday|daily|local time|(?:in the |this )?(?:morning|afternoon|evening)|on \d|on [A-Z][a-z]+\.? \d)"
)
DOING_BEFORE = Worded(r"\b{timetable-verbs}\b[^.;:\n]{0,24}$")
# Shares open and close at 21.30, too; they do not begin, kick off or leave.
EVENT_BEFORE = Worded(r"\b{timetable-words}\b[^.;:\n]{0,24}$", re.IGNORECASE)
FREE_AFTER = lazy_pattern(
    r"[,;:)]|\.(?!\d)|$| (?:on|in the|tonight|today|tomorrow|local|and|but|for|with|to)\b"
)
# Figures of minutes and seconds: the first words rule out any time, the others a slip.
MATCH = Worded(r"\b{match-words}\b")
RACE = Worded(r"\b{race-words}\b")
TRADE = Worded(r"\b{trading-words}\b")
QUARTERS = frozenset(("00", "15", "30", "45"))
QUARTER_AFTER = lazy_pattern(r" ?[-–—] ?[0-2]\d:(?:00|15|30|45)(?![\w:])")
REACH = 80
LAST_HOUR, HOUR = 24, 60
# Further off, it is the minute of a match.
LATEST_SLIP = 29


def is_reading(document: Document, match: re.Match[str]) -> bool:
    """Tell "at 09:15", the slip "opens at 25:10" and "starts at 21.30" from other figures with a mark."""
    start = match.start()
    if len(match["hour"]) != 2:
        return False
    if not BEFORE_TIME.search(match.string, max(0, start - 16), start) and not _opens_range(match):
        return False
    before, after = _around(match)
    playing = MATCH.of(document)
    if playing.search(before) or playing.search(after):
        return False
    if match["mark"] == ".":
        return is_of_day(match) and _is_event(document, before, after)
    return is_of_day(match) or _is_slip(document, match, before, after)


def is_of_day(match: re.Match[str]) -> bool:
    """Tell whether a day has such an hour and minute."""
    hour, minute = int(match["hour"]), int(match["minute"] or match["figures"] or 0)
    return (hour < LAST_HOUR and minute < HOUR) or (hour, minute) == (LAST_HOUR, 0)


def _opens_range(match: re.Match[str]) -> bool:
    """Tell "09:00-17:30" from "21:19-21:15"."""
    return match["minute"] in QUARTERS and bool(QUARTER_AFTER.match(match.string, match.end()))


def _is_event(document: Document, before: str, after: str) -> bool:
    trading = TRADE.of(document)
    if trading.search(before) or trading.search(after):
        return False
    return bool(EVENT_BEFORE.of(document).search(before) and FREE_AFTER.match(after))


def _is_slip(document: Document, match: re.Match[str], before: str, after: str) -> bool:
    """Tell the slip "opens at 25:10" from the time of a race."""
    racing = RACE.of(document)
    if int(match["hour"]) > LATEST_SLIP or racing.search(before) or racing.search(after):
        return False
    return bool(DAY_AFTER.match(after) or DOING_BEFORE.of(document).search(before))


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return the words of the paragraph before and behind."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - REACH) : start].rpartition("\n")[2]
    return before, text[end : end + REACH].partition("\n")[0]
