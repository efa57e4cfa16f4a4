"""The checks of dates and times hold on any copy, in any year."""

from __future__ import annotations

import datetime

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from newslint import lint
from newslint.checks.dates.age import Age
from newslint.checks.dates.clock_form import ClockForm
from newslint.checks.dates.date_format import DateFormat
from newslint.checks.dates.elapsed import Elapsed
from newslint.checks.dates.impossible_date import ImpossibleDate
from newslint.checks.dates.mixed_formats import MixedFormats
from newslint.checks.dates.near_date import NearDate, Part
from newslint.checks.dates.range_form import RangeForm
from newslint.checks.dates.range_order import RangeOrder
from newslint.checks.dates.relative_day import RelativeDay
from newslint.checks.dates.time_zone_pair import TimeZonePair
from newslint.checks.dates.time_zone_pair import Verdict as Pairing
from newslint.checks.dates.weekday import Verdict, Weekday
from newslint.checks.dates.weekday_preposition import Policy, WeekdayPreposition
from newslint.checks.dates.year_form import Year, YearForm
from newslint.plugin import Check, Document, Lexicon, Meta, Source
from newslint.readers.text import TextReader
from newslint.text.calendar.date_forms import Months, Order
from newslint.text.calendar.time_forms import Clock

CHECKS: tuple[Check, ...] = (
    Age(),
    ClockForm(clock=Clock.AGENCY),
    DateFormat(order=Order.DAY_FIRST, months=Months.FULL),
    Elapsed(),
    ImpossibleDate(),
    MixedFormats(),
    NearDate(drop=Part.DATE),
    RangeForm(),
    RangeOrder(),
    RelativeDay(words=("today", "yesterday", "tomorrow")),
    TimeZonePair(verdict=Pairing.WRONG),
    TimeZonePair(verdict=Pairing.DRIFTING),
    Weekday(verdict=Verdict.WRONG),
    Weekday(verdict=Verdict.DOUBTFUL),
    WeekdayPreposition(policy=Policy.REQUIRE),
    YearForm(year=Year.DROP),
    YearForm(year=Year.KEEP),
)
PIECES = [
    *(
        "Monday,",
        "Sunday",
        "Sat",
        "on",
        "said yesterday.",
        "(Friday)",
        "a Tuesday",
        "from",
        "between",
        "born in",
    ),
    *(
        "Jan. 1",
        "Feb. 29",
        "Feb. 30",
        "Dec. 31",
        "29 February",
        "May 5-3",
        "31 June",
        "1 January",
        "13 and 15 March",
    ),
    *(
        "1000",
        "1582",
        "1712",
        "1900,",
        "2000",
        "2100",
        "2999",
        "1996-2001",
        "2001 to 1996",
        "(1931-2009)",
        "aged 82",
    ),
    *(
        "9:75 a.m.",
        "12 a.m.",
        "(0000 GMT)",
        "(2400 GMT)",
        "(-1 GMT)",
        "25:10 UTC",
        "31/12/9999",
        "9/11/01",
        "\n\n",
    ),
    *("20 years after the", "40th anniversary of", "30 years ago, in", "“", "”", "İ", "👩‍🚒", "é", "\u00a0"),
]
WITH_WEEKDAY = (
    *("{weekday} %d %B %Y", "{weekday}, %B %d, %Y", "{weekday}, the %dth of %B %Y", "%d %B %Y ({weekday})"),
    *(
        "{weekday} (%b. %d, %Y)",
        "%Y-%m-%d ({weekday})",
        "{weekday} night, %B %d, %Y",
        "%B %d, %Y, a {weekday}",
    ),
    *("{weekday} at 3 p.m., %B %d, %Y", "{weekday} next week, %d %B %Y", "%d %B %Y – a {weekday} – or so"),
)
WRITTEN = st.none() | st.dates() | st.sampled_from((datetime.date.min, datetime.date.max))


@given(st.lists(st.sampled_from(PIECES), max_size=14), WRITTEN)
def test_no_copy_and_no_year_breaks_a_check(
    lexicon: Lexicon, pieces: list[str], written: datetime.date | None
) -> None:
    document = _story(" ".join(pieces), lexicon, written)

    for check in CHECKS:
        for problem in check.problems(document):
            assert 0 <= problem.span.start < problem.span.end <= len(document.text)
            assert all(edit.span.end <= len(document.text) for fix in problem.fixes for edit in fix.edits)


def test_leap_day_of_the_old_calendar_breaks_no_check() -> None:
    report = lint("The march was on 29 February, and that of 29 February 1900, in Moscow, is forgotten.")

    assert report.complaints == ()


@given(st.dates(datetime.date(1600, 1, 1), datetime.date(2900, 12, 31)))
def test_a_date_with_its_own_weekday_is_never_wrong(lexicon: Lexicon, date: datetime.date) -> None:
    document = _story(f"It fell on {date:%A, %B} {date.day}, {date.year}.", lexicon, None)

    assert list(Weekday(verdict=Verdict.WRONG).problems(document)) == []
    assert list(ImpossibleDate().problems(document)) == []


@given(
    st.dates(datetime.date(1930, 1, 1), datetime.date(2900, 12, 31)),
    st.integers(1, 6),
    st.sampled_from(WITH_WEEKDAY),
)
def test_a_date_with_another_weekday_is_always_wrong(
    lexicon: Lexicon, date: datetime.date, away: int, form: str
) -> None:
    weekday = date.fromordinal(date.toordinal() + away).strftime("%A")
    document = _story(f"It fell on {date.strftime(form).format(weekday=weekday)}.", lexicon, None)

    [problem] = Weekday(verdict=Verdict.WRONG).problems(document)

    assert problem.data["expected"] == date.strftime("%A")
    for fix in problem.fixes:
        mended = _story(f"It fell on {fix.data['change']}.", lexicon, None)
        assert list(Weekday(verdict=Verdict.WRONG).problems(mended)) == []


@given(
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(("9 a.m. {}", "9:30 PM {}", "9.30am {}", "21:30 {}", "noon {}", "midnight {}")),
    st.sampled_from(("EST", "ET", "Moscow time", "GMT+3", "IST", "Pacific Time")),
)
def test_a_mended_pair_is_one_moment(lexicon: Lexicon, other: int, local: str, zone: str) -> None:
    hour, minute = divmod(other, 60)
    check = TimeZonePair(verdict=Pairing.WRONG)
    copy = f"It starts at {local.format(zone)} ({hour:02}{minute:02} GMT)."

    for problem in check.problems(_story(copy, lexicon, None)):
        for fix in problem.fixes:
            [edit] = fix.edits
            mended = copy[: edit.span.start] + edit.text + copy[edit.span.end :]
            assert list(check.problems(_story(mended, lexicon, None))) == []


def _story(copy: str, lexicon: Lexicon, written: datetime.date | None) -> Document:
    document = TextReader().read(Source("story.txt", copy.encode()), lexicon)
    return msgspec.structs.replace(document, meta=Meta(date=written), memory={})
