"""The problem matcher: its patterns read what the concise report writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

MATCHERS = json.loads(
    (Path(__file__).parents[1] / "examples" / "problem-matcher.json").read_text(encoding="utf-8")
)["problemMatcher"]
COPY = (
    "12 people left the valley. It lies 80 kilometers (130 miles) north of the capital 😀, officials said.\n"
)
PARTS = ("file", "line", "column", "severity", "message", "code")


def matched(line: str) -> list[dict[str, str]]:
    found = []
    for matcher in MATCHERS:
        (pattern,) = matcher["pattern"]
        if match := re.search(pattern["regexp"], line):
            parts = {part: match[pattern[part]] for part in PARTS if part in pattern}
            found.append({"severity": matcher.get("severity", ""), **parts})
    return found


@pytest.fixture
def lines(desk, run):
    (desk / "a b.txt").write_text(COPY, encoding="utf-8")
    ran = run("check", "--isolated", "--select", "units,numbers", "--format", "concise", "a b.txt")
    return ran.out.splitlines()


def test_each_line_of_the_concise_report_is_matched_once_and_whole(lines):
    found = [match for line in lines for match in matched(line)]

    assert [
        (match["file"], match["line"], match["column"], match["severity"], match["code"]) for match in found
    ] == [
        ("a b.txt", "1", "1", "notice", "numbers.figure-opens-sentence"),
        ("a b.txt", "1", "51", "error", "units.wrong-conversion"),
    ]
    assert found[0]["message"] == "The sentence opens with the figure “12”."


def test_severities_are_those_that_github_takes():
    assert {matcher.get("severity", "error") for matcher in MATCHERS} <= {"error", "warning", "notice"}


def test_other_lines_of_a_log_are_not_matched():
    assert matched("2026-03-10 12:30:01 error [build]") == []
    assert matched("newslint: a.txt: no such file or folder.") == []
