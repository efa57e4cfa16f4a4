"""Times: the hours news writes, and every house form of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from dateutil import parser
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader
from newslint.text.calendar.time_forms import Clock, possible, rewritten_time
from newslint.text.calendar.times import Time, times

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "read"),
    [
        ("It starts at 9:30 a.m. EST (1430 GMT).", ["9:30 a.m. EST", "1430 GMT"]),
        ("It starts at 6.30pm.", ["6.30pm"]),
        ("It starts at 5 pm. The rest is free.", ["5 pm"]),
        ("It runs from 10 a.m.-5 p.m. daily.", ["10 a.m.", "5 p.m."]),
        ("It starts at 09:15 on Friday.", ["09:15"]),
        ("It starts at 17:00 PT, 20:00 EST or 01:00 BST.", ["17:00 PT", "20:00 EST", "01:00 BST"]),
        ("It fired at 0600 hrs.", ["0600 hrs"]),
        ("It took 9000 hours, and 193 hours more.", []),
        ("They won 3:16 and 31:75, in 2:05:33.", []),
        ("It opens at 25:10 and at 19:65 on Friday.", ["25:10", "19:65"]),
        ("She was first in the race, at 25:10 on Friday.", []),
        ("She led at 25:10 on the clock, in 25:10.", []),
        ("He had 25 PT boats at 10 GMT.", ["10 GMT"]),
        ("It starts at 10 am UTC+3 (10:30 GMT+03:30).", ["10 am UTC+3", "10:30 GMT+03:30"]),
        (
            "It runs 1400 GMT-1430 GMT, 2 p.m. GMT-3 p.m. GMT.",
            ["1400 GMT", "1430 GMT", "2 p.m. GMT", "3 p.m. GMT"],
        ),
        ("It costs $4.30 per man, 4.30 per woman.", []),
        ("I am 10, I am.", []),
        ("It opens 9-11 a.m. and from 2:30 to 4pm.", ["9", "11 a.m.", "2:30", "4pm"]),
        ("It opens between 9 and 11 a.m., or 11-1 p.m.", ["9", "11 a.m.", "1 p.m."]),
        ("It opens on Friday, June 5 - 7 p.m.", ["7 p.m."]),
        ("It opens from 09:00 to 17:30; it led 10:12-12:00.", ["09:00", "17:30"]),
        ("It opens 09:00-17:30.", ["09:00", "17:30"]),
        ("It opens at noon, at 12 midnight and at midday.", ["noon", "12 midnight", "midday"]),
        ("It opens at 9 o'clock or nine o'clock, says the 10 O'Clock News.", ["9 o'clock", "nine o'clock"]),
        ("It opens at half past nine and at a quarter to six.", ["half past nine", "quarter to six"]),
        ("It opens at a quarter past 10 on Friday.", ["quarter past 10"]),
        (
            "It rose from a quarter to six per cent, by a quarter to six points, and won half past records.",
            [],
        ),
        ("The Midnight Oil sail at midnight GMT (noon local time).", ["midnight GMT", "noon local time"]),
        ("The train leaves at 21.30 on Friday.", ["21.30"]),
        ("Shares closed at 21.30 on Friday, and trading starts at 20.15.", []),
        ("It took 12.75 hours, and 1500 Eastern Europeans.", []),
        ("It starts at 9 a.m. Moscow time, 9:30 Eastern.", ["9 a.m. Moscow time", "9:30 Eastern"]),
        ("It starts at 9 a.m. Eastern European Time.", ["9 a.m. Eastern European Time"]),
        ("It starts at 9 a.m. Eastern African Time.", ["9 a.m."]),
        ("It fell on 6 August 2024 local time.", []),
    ],
)
def test_times_are_told_from_other_figures(story: Story, copy: str, read: list[str]) -> None:
    found = times(story(copy))

    assert [time.span.cut(copy) for time in found] == read


@pytest.mark.parametrize(
    ("copy", "minutes"),
    [("12 a.m.", 0), ("12 p.m.", 720), ("12:30 a.m.", 30), ("11:59 p.m.", 1439), ("at 19:30", 1170)],
)
def test_a_time_has_its_minutes_since_midnight(story: Story, copy: str, minutes: int) -> None:
    [time] = times(story(copy))

    assert time.minutes == minutes


@pytest.mark.parametrize(
    ("copy", "is_possible"),
    [
        ("9:75 a.m.", False),
        ("13 p.m.", False),
        ("25:10 GMT", False),
        ("24:30 GMT", False),
        ("24:00 GMT", True),
        ("0:15 a.m.", True),
        ("0:15 p.m.", False),
        ("12:59 p.m.", True),
    ],
)
def test_a_day_has_its_last_minute(story: Story, copy: str, is_possible: bool) -> None:
    [time] = times(story(copy))

    assert possible(time) is is_possible


@pytest.mark.parametrize(
    ("copy", "agency", "day", "dot"),
    [
        ("9:00 AM", "9 a.m.", "09:00", "9am"),
        ("7.30pm", "7:30 p.m.", "19:30", "7.30pm"),
        ("at 19:30", "7:30 p.m.", "19:30", "7.30pm"),
        ("12:30 a.m.", "12:30 a.m.", "00:30", "12.30am"),
        ("at 12:00", "noon", "12:00", "noon"),
        ("at 00:00", "midnight", "00:00", "midnight"),
    ],
)
def test_a_time_is_written_as_a_house_writes_it(
    story: Story, copy: str, agency: str, day: str, dot: str
) -> None:
    [time] = times(story(copy))

    assert rewritten_time(time, Clock.AGENCY) == agency
    assert rewritten_time(time, Clock.TWENTY_FOUR) == day
    assert rewritten_time(time, Clock.DOT) == dot


@given(st.integers(0, 24 * 60 - 1), st.sampled_from(Clock), st.sampled_from(Clock))
def test_written_in_a_form_a_time_reads_the_same(
    lexicon: Lexicon, minutes: int, clock: Clock, other: Clock
) -> None:
    hour, minute = divmod(minutes, 60)
    printed = f"{hour:02}:{minute:02}"

    for form in (clock, other, clock):
        [time] = _times(f"It starts at {printed} or so.", lexicon)
        printed = rewritten_time(time, form)

    [time] = _times(f"It starts at {printed} or so.", lexicon)
    assert time.minutes == minutes
    assert rewritten_time(time, clock) == printed


@given(
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(("%I:%M %p", "%I:%M%p", "%H:%M", "%I %p", "%H:%M UTC", "%I:%M %p GMT", "%H%M GMT")),
)
def test_times_agree_with_dateutil(lexicon: Lexicon, minutes: int, form: str) -> None:
    copy = datetime.time(*divmod(minutes, 60)).strftime(form)

    [found] = _times(f"It starts at {copy} or so.", lexicon)
    theirs = parser.parse(copy if ":" in copy or "%p" in form else f"{copy[:2]}:{copy[2:]}")

    assert found.minutes == 60 * theirs.hour + theirs.minute


@given(st.text("0123456789 :.apmAPMGTU()", max_size=40))
def test_any_copy_can_be_read(lexicon: Lexicon, copy: str) -> None:
    for time in _times(copy, lexicon):
        assert time.span.contains(time.core)
        assert possible(time) in (True, False)


def _times(copy: str, lexicon: Lexicon) -> tuple[Time, ...]:
    return times(TextReader().read(Source("story.txt", copy.encode()), lexicon))
