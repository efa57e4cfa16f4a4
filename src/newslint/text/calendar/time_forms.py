"""Time forms: how a house writes the hour, and any time rewritten that way."""

from __future__ import annotations

import re
from enum import StrEnum

from newslint.core.pattern import lazy_pattern
from newslint.text.calendar.times import Time

NOON, DAY = 12 * 60, 24 * 60
HALF = lazy_pattern(r"[ ]?[ap]\.?m\.?$", re.IGNORECASE)
MIDDAYS = {0: "midnight", NOON: "noon"}
OTHER_HALF = str.maketrans("apAP", "paPA")


class Clock(StrEnum):
    """The form of a time: "9 a.m." and "9:30 p.m.", "21:30", or "9.30pm"."""

    AGENCY = "agency"
    TWENTY_FOUR = "24-hour"
    DOT = "dot"


def rewritten_time(time: Time, clock: Clock) -> str:
    """Return the time without its zone in that form; a time of the 24-hour clock gets its half of the day."""
    minutes = time.minutes % DAY
    hour, minute = divmod(minutes, 60)
    if clock is Clock.TWENTY_FOUR:
        return f"{hour:02}:{minute:02}"
    mark = ":" if clock is Clock.AGENCY else "."
    figures = f"{hour % 12 or 12}" + (f"{mark}{minute:02}" if minute else "")
    if time.lent:
        return figures
    if minutes in MIDDAYS:
        return MIDDAYS[minutes]
    half = "am" if minutes < NOON else "pm"
    return f"{figures} {half[0]}.m." if clock is Clock.AGENCY else f"{figures}{half}"


def clock_reading(text: str, time: Time, minutes: int, *, model: Time | None = None) -> str:
    """Return another minute of the day, written as the time is; one in words, as its *model* is.

    A clock of twelve hours has noon and midnight in words: "12 p.m." is read as either.
    """
    hour, minute = divmod(minutes, 60)
    form = model if time.word and model else time
    mark = form.mark or (model.mark if model else "") or ":"
    if time.word and model is None:
        return f"{hour:02}:{minute:02}"
    if not form.half:
        return f"{hour:02}{form.mark}{minute:02}" if form.minute is not None or minute else str(hour)
    if minutes in MIDDAYS:
        return MIDDAYS[minutes]
    exact = f"{mark}{minute:02}" if minute or (form.mark and not time.word) else ""
    return f"{hour % 12 or 12}{exact}{_half(text, form, minutes)}"


def _half(text: str, form: Time, minutes: int) -> str:
    """Return "a.m." or "p.m." as *form* prints it."""
    printed = HALF.search(text, form.core.start, form.core.end)
    half = printed[0] if printed else ""
    return half.translate(OTHER_HALF) if (form.half == "pm") != (minutes >= NOON) else half


def possible(time: Time) -> bool:
    """Tell whether a day has such a time."""
    minute = time.minute or 0
    if minute > 59:
        return False
    if time.half:
        # "0:15 a.m." is a slip of form, "0:15 p.m." no time.
        return time.hour <= 12 and (time.hour > 0 or time.half == "am")
    return time.hour < 24 or (time.hour == 24 and minute == 0)
