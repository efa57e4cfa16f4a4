"""The terminal report: what of a line is shown, and where the carets stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import told_whole
from newslint.core.finding import FileReport, Finding, Position
from newslint.core.report import Report
from newslint.core.visible import cells, cut, visible
from newslint.reporters.terminal import TerminalReporter

WIDTH = 60
SPEECH = (
    "The council voted on Monday to close the old bridge for repairs, its clerk said, and reports suggest "
    "that the ferry will run every hour."
)


def excerpt(line: str, start: int, end: int) -> tuple[str, str]:
    place = Position(start, 1, start + 1), Position(end, 1, end + 1)
    finding = Finding("words.example", "warning", "a.txt", "A fault.", *place, line[start:end], (), (), "")
    report = Report((finding,), (FileReport("a.txt", "text", 1, None),), {("a.txt", 1): line})

    rendered = told_whole(TerminalReporter(), report, width=WIDTH)

    plain = re.sub(r"\x1b\[[0-9;]*m", "", rendered)
    shown, carets = plain.splitlines()[-4:-2]
    return shown, carets


def test_long_line_is_cut_between_words():
    start = SPEECH.index("reports suggest")

    shown, carets = excerpt(SPEECH, start, start + len("reports suggest"))

    assert shown == "    …clerk said, and reports suggest that the ferry…"
    assert carets == "                     ^^^^^^^^^^^^^^^"


def test_short_line_is_shown_whole():
    shown, carets = excerpt("Reports suggest a vote.", 0, 15)

    assert shown == "    Reports suggest a vote."
    assert carets == "    ^^^^^^^^^^^^^^^"


ODD = st.text("ab港🇸e\u0301\u200d\x1b\u202e\u2028\t\u00adé", min_size=1, max_size=12)


@given(st.lists(ODD, min_size=1, max_size=40), st.data())
def test_carets_stand_under_wide_and_hidden_letters(words, data):
    line = " ".join(words)
    number = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:number])) + (number > 0)

    shown, carets = excerpt(line, start, start + len(words[number]))

    wanted = cut(visible(words[number].replace("\t", " ")), WIDTH - len("    ……"))
    assert cells(shown) <= WIDTH
    # A space at the end of a full line is dropped, as nobody sees it.
    assert f"…{shown}".rindex(wanted.rstrip()) > 0
    at = [place for place in range(len(shown)) if cells(shown[:place]) == carets.index("^")]
    assert any(shown.startswith(wanted.rstrip(), place) for place in at)
    assert carets.count("^") == max(1, cells(wanted))


@given(st.lists(st.text("abcde", min_size=1, max_size=12), min_size=1, max_size=40), st.data())
def test_carets_stand_under_the_words_within_the_width(words, data):
    line = " ".join(words)
    number = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:number])) + (number > 0)

    shown, carets = excerpt(line, start, start + len(words[number]))

    assert len(shown) <= WIDTH
    assert shown[carets.index("^") : carets.rindex("^") + 1] == words[number]


@given(
    st.integers(40, 160), st.lists(st.text("abc港e\u0301", min_size=1, max_size=12), min_size=1, max_size=40)
)
def test_report_is_set_within_the_width_and_hangs(width, words):
    message = " ".join(words)
    place = Position(0, 1, 1), Position(3, 1, 4)
    finding = Finding("words.example", "warning", "stories/a.txt", message, *place, "The", (), (), "")
    report = Report((finding,), (FileReport("stories/a.txt", "text", 1, None),), {})

    rendered = told_whole(TerminalReporter(), report, width=width)

    first, *rows = re.sub(r"\x1b\[[0-9;]*m", "", rendered).splitlines()[:-2]
    assert all(cells(row.rstrip()) <= width for row in rows)
    assert all(row.startswith("    ") for row in rows)
    shown = " ".join([first, *(row.strip() for row in rows)])
    assert " ".join(shown.split()) == f"stories/a.txt:1:1 warning words.example {message}"


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ([{}, {}], None),
        ([{"dates.wrong-weekday": 1}, {}], "No date known for 1 file: 1 day or age not checked; "),
        (
            [{"dates.a": 1, "dates.b": 2}, {"dates.a": 4}],
            "No date known for 2 files: 7 days or ages not checked; ",
        ),
    ],
)
def test_what_wanted_a_date_is_told_before_the_counts(counts, line):
    files = tuple(
        FileReport(f"{number}.txt", "text", 5, None, unchecked) for number, unchecked in enumerate(counts)
    )

    rendered = told_whole(TerminalReporter(), Report((), files, {}), width=None)

    notes = rendered.splitlines()[:-1]
    assert notes == ([] if line is None else [f"{line}--date gives one."])
