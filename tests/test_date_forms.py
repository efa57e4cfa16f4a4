"""Date forms: every house form of every date reads as the same date."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader
from newslint.text.calendar.almanac import MONTHS
from newslint.text.calendar.date_forms import Comma, HouseForm, Months, Order, Ordinals, rewritten
from newslint.text.calendar.dates import Date, dates

Story = Callable[[str], Document]
AGENCY = HouseForm(Order.MONTH_FIRST, Months.AGENCY, Ordinals.NEVER, Comma.ALWAYS, Comma.ALWAYS)
BROADCAST = HouseForm(Order.DAY_FIRST, Months.FULL, Ordinals.NEVER, Comma.NEVER, Comma.ALWAYS)
PRINTED = (
    "{month} {day}",
    "{day} {month}",
    "{day} {month}, {year}",
    "{month} {day} {year}",
    "Friday, {month} {day}, {year}",
    "Wed. {day} {month} {year}",
    "{month} {day}-{last}, {year}",
    "{day} to {last} {month}",
    "{year}-05-{last}",
)
FORMS = st.builds(
    HouseForm,
    st.sampled_from((None, *Order)),
    st.sampled_from((None, *Months)),
    st.sampled_from((None, *Ordinals)),
    st.sampled_from((None, *Comma)),
    st.sampled_from((None, *Comma)),
)


@pytest.mark.parametrize(
    ("printed", "agency", "broadcast"),
    [
        ("12 Sept. and", "Sept. 12 and", "12 September and"),
        ("Wed. 12th Sept 2021", "Wed., Sept. 12, 2021", "Wed., 12 September 2021"),
        ("Sept. 3rd-5th, 2021", "Sept. 3-5, 2021", "3-5 September 2021"),
        ("13 and 15 March", "March 13 and 15", "13 and 15 March"),
        ("28–30 August", "Aug. 28–30", "28–30 August"),
        ("3rd, 4th and 5th May 2021", "May 3, 4 and 5, 2021", "3, 4 and 5 May 2021"),
        ("Fri 3 Sept 2021", "Fri, Sept. 3, 2021", "Fri, 3 September 2021"),
        ("Wednesday the 8 Sept. and", "Wednesday, Sept. 8 and", "Wednesday, 8 September and"),
        ("Thursday (November 30, 2021)", "Thursday (Nov. 30, 2021)", "Thursday (30 November 2021)"),
        ("July 1, 2024 (Monday)", "July 1, 2024 (Monday)", "1 July 2024 (Monday)"),
        ("2021-09-03", "Sept. 3, 2021", "3 September 2021"),
        ("SEPT. 3", "SEPT. 3", "3 SEPTEMBER"),
    ],
)
def test_a_date_is_written_as_a_house_writes_it(
    story: Story, printed: str, agency: str, broadcast: str
) -> None:
    assert _in_form(story(printed), AGENCY) == agency
    assert _in_form(story(printed), BROADCAST) == broadcast


@given(st.sampled_from(PRINTED), st.sampled_from(MONTHS), st.integers(1, 27), FORMS)
def test_written_in_a_form_a_date_reads_the_same(
    lexicon: Lexicon, printed: str, month: str, day: int, form: HouseForm
) -> None:
    copy = printed.format(month=month, day=day, last=day + 1 if day > 8 else day + 10, year=2021)
    before = _story(f"It falls on {copy} or so.", lexicon)
    after = _story(_in_form(before, form), lexicon)

    assert _parts(dates(after)) == _parts(dates(before))
    assert _in_form(after, form) == after.text


def _parts(found: tuple[Date, ...]) -> list[tuple[int | None, ...]]:
    return [(date.year, date.month, date.day, date.last_day, date.weekday) for date in found]


def _in_form(document: Document, form: HouseForm) -> str:
    [date] = dates(document)
    text = document.text
    return text[: date.span.start] + rewritten(text, date, form) + text[date.span.end :]


def _story(copy: str, lexicon: Lexicon) -> Document:
    return TextReader().read(Source("story.txt", copy.encode()), lexicon)
