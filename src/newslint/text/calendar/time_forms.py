"""Time forms: how a house writes the hour, and any time rewritten that way."""

from __future__ import annotations

import re
from enum import StrEnum

from newslint.core.pattern import lazy_pattern
from newslint.text.calendar.times import Time

NOON = 12 * 60
HALF = lazy_pattern(r"[ ]?[ap]\.?m\.?$", re.IGNORECASE)
OTHER_HALF = str.maketrans("apAP", "paPA")


class Clock(StrEnum):
    """The form of a time: "9 a.m." and "9:30 p.m.", "21:30", or "9.30pm"."""

    AGENCY = "agency"
    TWENTY_FOUR = "24-hour"
    DOT = "dot"


def rewritten_time(time: Time, clock: Clock) -> str:
    """Return the time without its zone in that form; a time of the 24-hour clock gets its half of the day."""
    minutes = time.minutes % (24 * 60)
    hour, minute = divmod(minutes, 60)
    if clock is Clock.TWENTY_FOUR:
        return f"{hour:02}:{minute:02}"
    mark = ":" if clock is Clock.AGENCY else "."
    figures = f"{hour % 12 or 12}" + (f"{mark}{minute:02}" if minute else "")
    if time.lent:
        return figures
    half = "am" if minutes < NOON else "pm"
    return f"{figures} {half[0]}.m." if clock is Clock.AGENCY else f"{figures}{half}"


def clock_reading(text: str, time: Time, minutes: int) -> str:
    """Return another minute of the day, written as the time is."""
    hour, minute = divmod(minutes, 60)
    exact = f"{time.mark or ':'}{minute:02}" if minute or time.mark else ""
    if time.word:
        return f"{hour:02}:{minute:02}"
    if not time.half:
        return f"{hour:02}{time.mark}{minute:02}" if time.minute is not None or minute else str(hour)
    printed = HALF.search(text, time.core.start, time.core.end)
    half = printed[0] if printed else ""
    if (time.half == "pm") != (minutes >= NOON):
        half = half.translate(OTHER_HALF)
    return f"{hour % 12 or 12}{exact}{half}"


def possible(time: Time) -> bool:
    """Tell whether a day has such a time."""
    minute = time.minute or 0
    if minute > 59:
        return False
    if time.half:
        # "0:15 a.m." is a slip of form, "0:15 p.m." no time.
        return time.hour <= 12 and (time.hour > 0 or time.half == "am")
    return time.hour < 24 or (time.hour == 24 and minute == 0)
