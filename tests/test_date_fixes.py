"""Safe fixes of dates and times: once is enough, and no day or minute is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.dates.clock_form import ClockForm
from newslint.checks.dates.date_format import DateFormat
from newslint.checks.dates.month_form import Form, MonthForm
from newslint.checks.dates.range_form import RangeForm
from newslint.checks.dates.year_comma import Commas, YearComma
from newslint.plugin import Check, Document, Edit, Lexicon, Safety, Source
from newslint.readers.text import TextReader
from newslint.text.calendar.date_forms import Comma, Months, Order, Ordinals
from newslint.text.calendar.dates import dates
from newslint.text.calendar.time_forms import Clock
from newslint.text.calendar.times import times

AGENCY: tuple[Check, ...] = (
    DateFormat(Order.MONTH_FIRST, Months.AGENCY, Ordinals.NEVER, Comma.ALWAYS),
    YearComma(commas=Commas.BOTH),
    MonthForm(form=Form.FULL),
    ClockForm(clock=Clock.AGENCY),
    RangeForm(),
)
BROADCAST: tuple[Check, ...] = (
    DateFormat(Order.DAY_FIRST, Months.FULL, Ordinals.NEVER, Comma.NEVER, Comma.ALWAYS),
    MonthForm(form=Form.FULL),
    ClockForm(clock=Clock.TWENTY_FOUR),
    RangeForm(),
)
PIECES = (
    *("on Sept. 3, 2021, at 9:30 a.m.", "on 3 September 2021 at 19:30", "on Wednesday, Sept. 1, 2021,"),
    *("on August the 3rd, 2021", "Monday 7 to Friday 11 June 2021", "Monday-Friday, 7-11 June 2021,"),
    *("on the 5th of May", "on the fifth of May", "9-11am", "between 2.30 and 4 p.m.", "at 21.30"),
    *("on 31/12/2021", "on 2021-09-03", "from 10-15 May 2021", "between June 3rd-5th"),
    *(
        "on 3, 4 and 5 May 2010",
        "on Fri 3 Sept 2021",
        "at 7.30pm",
        "by 17:15",
        "in Sept. 2020",
        "in May, 2019",
    ),
    *("on Feb 2 2020", "on Thursday (May 26, 1980)", "until 12 Sept.", "from May 3–June 5", "on 3/4/2021"),
)


@pytest.mark.parametrize("house", [AGENCY, BROADCAST])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_fixing_twice_is_fixing_once(lexicon: Lexicon, house: tuple[Check, ...], pieces: list[str]) -> None:
    before = _story(f"It met {' and '.join(pieces)} in rain.", lexicon)

    after = _settled(before, house, lexicon)

    assert _days(after) == _days(before)
    assert [time.minutes for time in times(after)] == [time.minutes for time in times(before)]
    assert _edits(after, house) == []


def _settled(document: Document, house: tuple[Check, ...], lexicon: Lexicon) -> Document:
    """Fix each family's turn in its order, as edits of two checks may meet."""
    for check in house:
        document = _story(_applied(document.text, _edits(document, (check,))), lexicon)
    return document


def _edits(document: Document, house: tuple[Check, ...]) -> list[Edit]:
    fixes = [fix for check in house for problem in check.problems(document) for fix in problem.fixes]
    return [edit for fix in fixes if fix.safety is Safety.SAFE for edit in fix.edits]


def _applied(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _days(document: Document) -> list[tuple[int | None, ...]]:
    return [(date.year, date.month, date.day, date.last_day, date.weekday) for date in dates(document)]


def _story(copy: str, lexicon: Lexicon) -> Document:
    return TextReader().read(Source("story.txt", copy.encode()), lexicon)


@pytest.mark.parametrize(
    ("printed", "agency", "broadcast"),
    [
        ("On 2 August 1990 Iraq invaded.", "On Aug. 2, 1990, Iraq invaded.", None),
        ("In the week of 1 March 2022 “for good”.", "In the week of March 1, 2022, “for good”.", None),
        (
            "It fell on 1 May 2022; it rose on 2 May 2022.",
            "It fell on May 1, 2022; it rose on May 2, 2022.",
            None,
        ),
        ("The Aug. 2, 1990, invasion failed.", None, "The 2 August 1990 invasion failed."),
        ("The dam, shut on Aug. 2, 1990, was new.", None, "The dam, shut on 2 August 1990, was new."),
        ("It runs Monday 7 to Friday 11 June 2021 here.", None, None),
        (
            "It runs Monday-Friday, 7-11 June 2021 here.",
            "It runs Monday-Friday, June 7-11, 2021, here.",
            None,
        ),
    ],
)
def test_commas_follow_the_year(
    lexicon: Lexicon, printed: str, agency: str | None, broadcast: str | None
) -> None:
    before = _story(printed, lexicon)

    assert _settled(before, AGENCY, lexicon).text == (agency or printed)
    assert _settled(before, BROADCAST, lexicon).text == (broadcast or printed)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It ended at 11 a.m. Maria Lund left early.", "It ended at 11 a.m. Maria Lund left early."),
        ("It ended at 11 a.m. “No,” he said.", "It ended at 11 a.m. “No,” he said."),
        ("It ended at 11 a.m. 12 people came.", "It ended at 11 a.m. 12 people came."),
        ("It ended at 11 a.m. The boat left.", "It ended at 11:00. The boat left."),
        ("It ended at 11 a.m. Monday.", "It ended at 11:00 Monday."),
        ("It ended at 11 a.m. (he said).", "It ended at 11:00 (he said)."),
        ("It ended at 11 a.m.", "It ended at 11:00."),
        ("It ended in Sept. Maria Lund left.", "It ended in Sept. Maria Lund left."),
        ("It ended in Sept. The boat left.", "It ended in September. The boat left."),
        (
            "It ended in Sept. and began in Dec. at sea.",
            "It ended in September and began in December at sea.",
        ),
    ],
)
def test_stop_that_may_end_a_sentence_is_not_lost(lexicon: Lexicon, before: str, after: str) -> None:
    house = (ClockForm(clock=Clock.TWENTY_FOUR), MonthForm(form=Form.FULL))

    assert _settled(_story(before, lexicon), house, lexicon).text == after
