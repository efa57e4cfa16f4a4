"""Every finding's words are the source's, whatever the source is made of."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.core.source import Source, line_starts
from newslint.desk import Desk, Options

DESK = Desk(Options(isolated=True))
STORY = """\
Ferry link reopens after storm

SANDVIK, March 10 — The valley lies 80 kilometers (130 miles) north of the capital, the ministry said.

It is understood that the company will pay for missed crossings. On Tuesday, Sept. 1, 2021, it had refused.

“Nobody waited,” Ingrid Halvorsen said on Feb. 30, 2021. "We left," she said. "We will be back."
"""
ODD = st.sampled_from(
    ["\U0001f6a2 ", "e\u0301", "\u00a0", "\u2009", "\u200b", "ß", "İ", "\u0130stanbul ", "中文 "]
)


def findings(text, path="story.txt"):
    source = Source(path, text.encode())
    document = DESK.document(source, Path(path))
    return DESK.linter(Path(path)).lint(document).findings


def assert_words_stand_where_they_are_said_to(text, found):
    starts = line_starts(text)
    for finding in found:
        assert text[finding.start.offset : finding.end.offset] == finding.text
        assert starts[finding.start.line - 1] + finding.start.column - 1 == finding.start.offset
        for fix in finding.fixes:
            for edit in fix.edits:
                assert 0 <= edit.start <= edit.end <= len(text)


def test_story_has_findings_of_several_families():
    families = {finding.rule.partition(".")[0] for finding in findings(STORY)}

    assert families >= {"units", "dates", "attribution", "quotes"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(STORY)), ODD), max_size=5),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_words_stand_where_they_are_said_to(insertions, mark, crlf, markdown):
    text = STORY
    for position, odd in sorted(insertions, reverse=True):
        text = text[:position] + odd + text[position:]
    text = ("\ufeff" if mark else "") + (text.replace("\n", "\r\n") if crlf else text)

    found = findings(text, "story.md" if markdown else "story.txt")

    assert_words_stand_where_they_are_said_to(text, found)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_line_ends_and_marks_change_no_finding(line_end, mark):
    text = ("\ufeff" if mark else "") + STORY.replace("\n", line_end)

    found = findings(text)

    assert [each.text for each in found] == [each.text for each in findings(STORY)]
    assert_words_stand_where_they_are_said_to(text, found)


def test_non_breaking_spaces_change_no_finding():
    found = findings(STORY.replace("80 kilometers (130 miles)", "80\u00a0kilometers (130\u00a0miles)"))

    assert [each.rule for each in found] == [each.rule for each in findings(STORY)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA .,;:()\"'“”‘’—-–0123456789\n$%°½&<>[]`*_#|km"), max_size=400))
def test_no_copy_makes_a_rule_fail(text):
    document = DESK.document(Source("story.md", text.encode()), Path("story.md"))

    assert DESK.linter(Path("story.md")).lint(document).failures == ()
