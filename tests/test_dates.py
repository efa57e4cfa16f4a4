"""Dates: the forms news writes them in, and what only looks like one."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from dateutil import parser
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader
from newslint.text.calendar.almanac import MONTHS, WEEKDAYS
from newslint.text.calendar.dates import Date, DateForm, dates
from newslint.text.calendar.ordinals import ordinal_letters

Story = Callable[[str], Document]
# A figure of four digits outside these years is seldom a year.
FIRST, LAST = datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)

# Forms in which dateutil and news agree.
CLAIMED = (
    "{month} {day}, {year}",
    "{month} {day} {year}",
    "{day} {month} {year}",
    "{day} {month}, {year}",
    "{month} {day}{letters}, {year}",
    "{day}{letters} {month} {year}",
    "{day}{letters} of {month} {year}",
    "{short}. {day}, {year}",
    "{short} {day} {year}",
    "{day} {short} {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday} {day} {month} {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday}, {day}{letters} {month} {year}",
    "{weekday} {month} {day}{letters} {year}",
    "{abbreviated}., {short}. {day}, {year}",
    "{abbreviated} {day} {short} {year}",
    "{day:02} {month} {year}",
    "{year}/{number:02}/{day:02}",
    "{number}/{day}/{year}",
    "{year}-{number:02}-{day:02}",
    "{weekday}, {year}-{number:02}-{day:02}",
    "{abbreviated}, {day:02} {short} {year}",
    "{day}-{short}-{year}",
    "{year}-{number:02}-{day:02}T10:30",
)


@pytest.mark.parametrize(
    ("copy", "read"),
    [
        ("It fell on Sept. 1, 2021.", "Sept. 1, 2021"),
        ("It fell on Sept 17 in rain.", "Sept 17"),
        ("It fell on 28. October 2012.", "28. October 2012"),
        ("It fell on Sunday, 28. October 2012.", "Sunday, 28. October 2012"),
        ("It fell on 2024 May 3.", "2024 May 3"),
        ("It fell on Friday, 2024 May 3.", "Friday, 2024 May 3"),
        ("It fell on September 3rd and rose.", "September 3rd"),
        ("It fell on the 5th of May 2021.", "5th of May 2021"),
        ("It fell on Monday (May 26, 1980).", "Monday (May 26, 1980"),
        ("It fell on Tues., Nov. 5, 2013, at dawn.", "Tues., Nov. 5, 2013"),
        ("It fell on Wednesday the 25 July 2022.", "Wednesday the 25 July 2022"),
        ("It fell on Monday night, July 4, in rain.", "Monday night, July 4"),
        ("It fell on April 4, 1949, a Saturday, in rain.", "April 4, 1949, a Saturday"),
        ("It fell on July 1, 2024 (Monday).", "July 1, 2024 (Monday"),
        ("It fell on 2014-01-23 (Thursday).", "2014-01-23 (Thursday"),
        ("It fell on 14 May, 2024 in rain.", "14 May, 2024"),
        ("It fell on May 28,2006.", "May 28,2006"),
        ("It fell on 31-Jun-2001.", "31-Jun-2001"),
        ("It fell on 2021/06/31.", "2021/06/31"),
        ("It fell on 31-06-2021.", "31-06-2021"),
        ("It fell on 12 Sept. and rose.", "12 Sept."),
        ("It fell on 12 Sept. 400 saw it.", "12 Sept"),
        ("It fell on 12 May. 400 saw it.", "12 May"),
        ("It fell on 12 Sept. The sea was calm.", "12 Sept"),
        ("LAGOS, AUG. 5 (Reuters) - It fell.", "AUG. 5"),
        ("It fell on 31/12/2021.", "31/12/2021"),
        ("It fell on 31.12.2021.", "31.12.2021"),
        ("It begins on 26 February 1600 GMT.", "26 February"),
        ("Crowds on Super Bowl 50 February 7 cheered.", "February 7"),
        ("Shares closed at 41 March 31 and 79 later.", "March 31"),
        ("They won 10-3 May 5, in rain.", "May 5"),
        ("It fell on Monday,19 December 2024.", "Monday,19 December 2024"),
        ("It fell on the 5th of May of 2021.", "5th of May of 2021"),
        ("As of May 5 of 1400 patients 12 died.", "May 5"),
        ("It fell on the thirty-first of May 2021.", "thirty-first of May 2021"),
        ("It fell on the fifth day of May.", "fifth day of May"),
        ("It fell on 6 August 2024 local time.", "6 August 2024"),
        ("It fell on 6 August 1945 local time.", "6 August"),
        ("It fell on August 6, 1945 local time.", "August 6, 1945"),
        ("It fell at 2021-09-03T09:30:00Z.", "2021-09-03"),
    ],
)
def test_dates_are_read_whole(story: Story, copy: str, read: str) -> None:
    found = dates(story(copy))

    assert [date.span.cut(copy) for date in found] == [read]


@pytest.mark.parametrize(
    "copy",
    [
        "It may 5 times fail.",
        "Theresa May said 5 things.",
        "We march 3 miles.",
        "In May 5.5 points were lost.",
        "In June 40 people came.",
        "Ghana sold June/Aug 60 stg over.",
        "Use version 4.7.1 round the clock, 24/7.",
        "Call 555-01-2345 or 2021-13 or 020-31-2021.",
        "May, 34, and April, 29, were married.",
        "Prices rose May 10% more.",
        "It was the first of May's speeches, and the second of June Carter's.",
        "At 3pm on Sunday he sat 10 minutes.",
        "It rose from 25 to 28. October was wet.",
        "2. Oct 1996 Crown Leasing",
    ],
)
def test_what_only_looks_like_a_date_is_none(story: Story, copy: str) -> None:
    assert dates(story(copy)) == ()


@pytest.mark.parametrize(
    "copy", ["It fell on Sept. 10, '69.", "It fell on 10 Sept ’69.", "It fell on 9/10/69."]
)
def test_two_figures_do_not_tell_the_century(story: Story, copy: str) -> None:
    (date,) = dates(story(copy))

    assert date.short_year
    assert date.year is None


@pytest.mark.parametrize(
    ("copy", "days"),
    [
        ("It runs 13/05/2021–26/05/2021.", [(5, 13, 2021), (5, 26, 2021)]),
        ("It runs 13/05/2021-26/05/2021.", [(5, 13, 2021), (5, 26, 2021)]),
        ("It runs 13.5.2021 - 26.5.2021.", [(5, 13, 2021), (5, 26, 2021)]),
        ("It runs 13.5.-26.5.2021.", [(5, 13, None), (5, 26, 2021)]),
        ("It runs 13.5. – 26.5.2021.", [(5, 13, None), (5, 26, 2021)]),
        ("It rose by 2.5. It runs from version 4.7.-4.9 on.", []),
    ],
)
def test_a_range_of_figures_has_two_dates(
    story: Story, copy: str, days: list[tuple[int, int, int | None]]
) -> None:
    assert [(date.month, date.day, date.year) for date in dates(story(copy))] == days


def test_a_range_over_two_months_has_two_dates(story: Story) -> None:
    found = dates(story("It runs 28 June-3 July 2021, Sept. 28-Oct. 3 and from May 23 to 8 June."))

    assert [(date.month, date.day) for date in found] == [
        *((6, 28), (7, 3), (9, 28), (10, 3), (5, 23), (6, 8)),
    ]


@pytest.mark.parametrize(
    ("copy", "days"),
    [
        ("Sept. 3-5, 2021", (3, 5)),
        ("28–30 August", (28, 30)),
        ("May 24 to 26", (24, 26)),
        ("13 and 15 March", (13, 15)),
        ("June 8th-10th", (8, 10)),
        ("3, 4 and 5 May 2021", (3, 5)),
        ("May 3, 4, and 5", (3, 5)),
        ("May 3, 21 people and 5 dogs", (3, None)),
        ("December 31 and 79 others", (31, None)),
    ],
)
def test_ranges_have_two_days(story: Story, copy: str, days: tuple[int, int | None]) -> None:
    [date] = dates(story(f"It runs on {copy}."))

    assert (date.day, date.last_day) == days


@pytest.mark.parametrize(
    ("copy", "weekday"),
    [
        ("He left on Sun, Aug. 16, 2008.", 6),
        ("On Sun, Aug. 16, 2008, he left.", 6),
        ("By Sat., Aug. 16, 2008, he had left.", 5),
        ("From Mon 16 August 2008 it is free.", 0),
        ("He left on Saturday [Aug. 16, 2008].", 5),
        ("He left Saturday on Aug. 16, 2008.", 5),
        ("Monday – June 2, 2021", 0),
        ("He left on Monday - 2 June 2021.", 0),
        ("He left on Monday at 3 p.m., June 2, 2021, and stayed away.", 0),
        ("He left on Monday at 15:00, June 2, 2021, and stayed away.", 0),
        ("He left on Monday at 3.30pm on 2 June 2021.", 0),
        ("He left on Monday next week, 2 June.", 0),
        ("He wrote in the Edmonton Sun, Sunday, August 16, 2008.", 6),
        ("He left on June 2, 2021, Monday, and stayed away.", 0),
        ("He left on June 2, 2021. Monday, June 9, was a feast.", 0),
        ("He left on June 2, 2021 – a Monday – and stayed away.", 0),
        ("June 2, 2021, was a Monday.", 0),
        ("June 2, 2021, was a Monday Club evening.", None),
        ("It is open Monday – June 2, 2021.", None),
        ("At midnight on Sunday (May 9, 2022, in Tokyo) it fell.", None),
        ("He wrote in the Edmonton Sun, Aug. 16, 2008.", None),
        ("He told the Mail on Sunday, Aug. 16, 2008.", None),
        ("They lost to Sheffield Wednesday, May 3, 2021.", None),
        ("They left on Saturday and Sunday, May 4.", None),
        ("It runs Monday-Friday, May 3, 2021.", None),
        ("It ends on July 3 (Monday in Tokyo).", None),
        ("It ended Friday. May 5 was quiet.", None),
        ("He reads the Sunday paper. May 5 was quiet.", None),
    ],
)
def test_a_weekday_counts_where_the_date_has_it_to_itself(
    story: Story, copy: str, weekday: int | None
) -> None:
    date = dates(story(copy))[-1]

    assert date.weekday == weekday


@pytest.mark.parametrize(
    ("copy", "weekdays"),
    [
        ("Monday-Friday, June 7-11, 2021", (0, 4)),
        ("Mon.-Fri., June 7-11", (0, 4)),
        ("Saturday and Sunday, 5 and 6 June", (5, 6)),
        ("Thursday through Saturday (June 10-12", (3, 5)),
        ("Monday 7 to Friday 11 June 2021", (0, 4)),
        ("Monday 7th and Tuesday, 8th June", (0, 1)),
        ("Monday, Tuesday and Friday, June 7, 8 and 11", (None, None)),
        ("Friday, June 4 and 11", (4, None)),
    ],
)
def test_a_range_has_the_weekdays_of_its_ends(
    story: Story, copy: str, weekdays: tuple[int | None, int | None]
) -> None:
    [date] = dates(story(f"It runs {copy}."))

    assert (date.weekday, date.last_weekday) == weekdays


def test_figures_that_may_be_read_two_ways_are_ambiguous(story: Story) -> None:
    first, second, third = dates(story("From 3/4/2021 to 13/4/2021 and 4/13/21."))

    assert first.ambiguous
    assert (first.month, first.day) == (3, 4)
    assert not second.ambiguous
    assert (second.month, second.day) == (4, 13)
    assert (third.month, third.day, third.year) == (4, 13, None)


@given(st.dates(FIRST, LAST), st.sampled_from(CLAIMED))
def test_dates_agree_with_dateutil(lexicon: Lexicon, date: datetime.date, form: str) -> None:
    copy = _written(date, form)

    [found] = _dates(f"It fell on {copy}.", lexicon)
    theirs = parser.parse(copy)

    assert (found.year, found.month, found.day) == (theirs.year, theirs.month, theirs.day)
    assert found.weekday in (None, theirs.weekday())


@given(st.text("0123456789 ,.-/()thndrsMayJuneSept", max_size=60))
def test_any_copy_can_be_read(lexicon: Lexicon, copy: str) -> None:
    for date in _dates(copy, lexicon):
        assert date.span.contains(date.core)
        assert date.core.contains(date.day_span)
        assert date.form in DateForm


def _written(date: datetime.date, form: str) -> str:
    month = MONTHS[date.month - 1]
    return form.format(
        year=date.year,
        number=date.month,
        month=month,
        short=month[:3],
        day=date.day,
        letters=ordinal_letters(date.day),
        weekday=WEEKDAYS[date.weekday()],
        abbreviated=WEEKDAYS[date.weekday()][:3],
    )


def _dates(copy: str, lexicon: Lexicon) -> tuple[Date, ...]:
    return dates(TextReader().read(Source("story.txt", copy.encode()), lexicon))
