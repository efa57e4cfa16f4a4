"""Times: the hours of the day that a story names, with their parts and the form they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.calendar.clock_readings import HOUR, LAST_HOUR, LATEST_SLIP, is_of_day, is_reading
from newslint.text.calendar.dates import dates
from newslint.text.calendar.time_zones import zone_pattern
from newslint.text.cues import cues
from newslint.text.digits import digits
from newslint.text.flat import flat

DURATIONS = frozenset(("hrs", "hours"))
# "09:00-" + "17:00", "from 09:00 to " + "17:00"
JOINT = lazy_pattern(r" ?[-–—] ?| (?:to|until|till|and|or) ")
# "9-" + "11 a.m.", "9:30 to " + "11 a.m.", "between 9 and " + "11 a.m."
LENDER = lazy_pattern(
    r"(?:(?<![\w.,:/$£€%–-])|\b(?P<opening>at|from|between|by|around|about|until|till|,) )"
    r"(?P<hour>1[0-2]|[1-9])(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?"
    r"(?P<joint> ?[-–—] ?| (?:to|until|till|and|or) )$"
)
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# "12 " + "noon", "nine " + "o'clock"
FIGURE_BEFORE = lazy_pattern(rf"(?<![\w.,:$£€-])(?:(\d{{1,2}})(?::00)?|({'|'.join(HOURS)})) $", re.IGNORECASE)
# "half past " + "nine", "at a quarter to " + "six"; not "from a quarter to six per cent".
HOUR_BEHIND = lazy_pattern(
    rf" (?:({'|'.join(HOURS)})|(1[0-2]|[1-9]))"
    r"(?=[.,;:!?)](?!\d)|$|\n| \(| (?:on|in|and|when|yesterday|today|tomorrow|tonight|last)\b)"
)
READING_BEFORE = lazy_pattern(r"\b(?:at|by|until|till|before|after|around|about|since) (?:a )?$")
PARTS = {"half past": 30, "quarter past": 15, "quarter to": -15}
MIDDAYS = {"noon": 12, "midday": 12, "midnight": 0}


class Time(msgspec.Struct, frozen=True):
    """An hour as the copy prints it; *core* is without the zone. *half* is "am", "pm" or nothing.

    *word* is "noon", "midnight", "o'clock" or "half past" where one is printed. The half of a *lent* time
    stands at the other end of its range: the 9 of "9-11 a.m.".
    """

    span: Span
    core: Span
    hour: int
    minute: int | None = None
    mark: str = ""
    half: str = ""
    zone: str = ""
    word: str = ""
    lent: bool = False

    @property
    def minutes(self) -> int:
        """Return the minutes since midnight."""
        hour = self.hour % 12 + 12 * (self.half == "pm") if self.half else self.hour
        return hour * 60 + (self.minute or 0)


def times(document: Document) -> tuple[Time, ...]:
    """Return the times of day in the order of the text."""
    found = [*_in_figures(document), *_in_words(document)]
    return tuple(sorted(found, key=lambda time: time.span))


def _in_figures(document: Document) -> Iterator[Time]:
    text = document.view(flat)
    pattern = document.lexicon.view(_pattern)
    taken = {span for date in document.view(dates) for span in (date.day_span, date.year_span)}
    end = 0
    for run in document.view(digits):
        match = pattern.match(text, run.start) if _may_be_time(text, run) and run not in taken else None
        if match and (match["half"] or _is_told(document, match) or _closes_range(match, end)):
            time = _time(match)
            lender = _lender(text, time, end)
            # The 5 of "Friday, June 5 - 7 p.m." is a day.
            if lender and Span(*lender.span("hour")) not in taken:
                yield _lent(lender, time.half)
            yield time
            end = time.core.end


def _may_be_time(text: str, run: Span) -> bool:
    """Tell whether a mark, half of the day or zone follows so many figures; quick, as most are no time."""
    following = text[run.end : run.end + 2].lstrip(" ")[:1]
    if len(run) == 4:
        return following.isalpha()
    return len(run) < 3 and following in (":", ".", "a", "p", "A", "P", "G", "U")


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile "9:30 a.m. EST", "6.30pm", "1400 GMT", "14:00 (GMT)", "10 am UTC+3", "9am ET/" + "6am PT"."""
    zone = lexicon.view(zone_pattern)
    return lazy_pattern(
        rf"""(?<![\w.,:$£€%])(?:(?<!/)|(?<=[A-Zm.]/))(?P<hour>\d{{1,2}})
        (?:(?P<mark>[:.])(?P<minute>\d\d)(?!\d|[:.]\d)|(?<=\d\d)(?P<figures>\d\d)(?=[ ]?{zone}))?
        (?P<half>[ ]?[ap](?:\.m\.|\.?m\b)|[ ]?[AP](?:\.M\.|\.?M\b))?
        (?:[ ]?\(?(?P<zone>{zone}))?
        (?![%\w])""",
        re.VERBOSE,
    )


def _is_told(document: Document, match: re.Match[str]) -> bool:
    """Tell "at 09:15" and "1400 GMT" from the score, the verse, the race, and from 9000 hours of work."""
    zone = match["zone"] or ""
    if zone.isupper() or "+" in zone:
        # "25 PT boats" are no hour.
        return bool(match["mark"] or match["figures"]) or int(match["hour"]) <= LAST_HOUR
    if zone and zone not in DURATIONS and match["mark"]:
        return True
    if match["figures"]:
        # "1500 Eastern Europeans"
        return is_of_day(match) and (zone in DURATIONS or zone.endswith("ime"))
    return match["mark"] in (":", ".") and is_reading(document, match)


def _closes_range(match: re.Match[str], end: int) -> bool:
    """Tell the other end of "from 16:00 to 22:75", where it is a slip, too."""
    joined = match["mark"] == ":" and match.string[end - 3 : end - 2] == ":"
    if not joined or int(match["hour"]) > LATEST_SLIP:
        return False
    joint = JOINT.fullmatch(match.string, end, match.start())
    return joint is not None and (is_of_day(match) or joint[0].strip() not in ("and", "or"))


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


def _lender(text: str, time: Time, end: int) -> re.Match[str] | None:
    """Find the 9 of "9-11 a.m."; that of "9-5 p.m." has the other half of the day, which is not printed."""
    before = LENDER.search(text, max(end, time.core.start - 24), time.core.start) if time.half else None
    if not before or not (before["opening"] or before["joint"].strip() in ("-", "–", "—")):
        return None
    first = (int(before["hour"]) % 12, int(before["minute"] or 0))
    return before if first < (time.hour % 12, time.minute or 0) else None


def _lent(before: re.Match[str], half: str) -> Time:
    core = Span(before.start("hour"), before.start("joint"))
    minute = int(before["minute"]) if before["minute"] else None
    return Time(core, core, int(before["hour"]), minute, before["mark"] or "", half, lent=True)


def _in_words(document: Document) -> Iterator[Time]:
    """Yield "noon", "12 midnight" and "nine o'clock"."""
    text = document.view(flat)
    zone = document.lexicon.view(_zone_behind)
    for cue in document.view(cues).get("clock-words", ()):
        word = text[cue.start : cue.end]
        if word.lower() in PARTS:
            yield from _part(text, cue, PARTS[word.lower()])
            continue
        before = FIGURE_BEFORE.search(text, max(0, cue.start - 9), cue.start)
        hour = _hour(before) if before else None
        if not word.islower() or (word == "o'clock" and hour is None):
            continue
        behind = zone.match(text, cue.end)
        twelve = word in MIDDAYS and hour == 12
        core = Span(before.start(), cue.end) if before and (twelve or word not in MIDDAYS) else cue
        yield Time(
            span=Span(core.start, behind.end() if behind else core.end),
            core=core,
            hour=MIDDAYS.get(word, hour or 0),
            zone=behind[1] if behind else "",
            word=word,
        )


def _part(text: str, cue: Span, minutes: int) -> Iterator[Time]:
    """Yield "half past nine" and "at a quarter to six"."""
    behind = HOUR_BEHIND.match(text, cue.end)
    if not behind or not READING_BEFORE.search(text, max(0, cue.start - 9), cue.start):
        return
    core = Span(cue.start, behind.end())
    hour = HOURS.index(behind[1]) + 1 if behind[1] else int(behind[2])
    if minutes < 0:
        hour = hour - 1 or len(HOURS)
    yield Time(core, core, hour, minutes % HOUR, word=cue.cut(text).lower())


def _zone_behind(lexicon: Lexicon) -> re.Pattern[str]:
    return lazy_pattern(rf"[ ]({lexicon.view(zone_pattern)})", re.VERBOSE)


def _hour(before: re.Match[str]) -> int:
    return int(before[1]) if before[1] else HOURS.index(before[2].lower()) + 1
