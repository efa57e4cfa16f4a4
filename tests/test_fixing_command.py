"""What `--fix` and `--diff` say, and where it goes."""

from __future__ import annotations

import io
import sys

import pytest

MIXED = '“Late,” he said.\n\n"We waited," she said. "We left."\n'
STRAIGHT = '"Late," he said.\n\n"We waited," she said. "We left."\n'
WRONG = "The road is 80 kilometers (60 miles) long.\n"
MARKS = ("--select", "quotes.mixed-marks,units")


@pytest.fixture
def given(monkeypatch):
    def give(content: str | bytes) -> None:
        raw = content if isinstance(content, bytes) else content.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))

    return give


def test_fixing_is_counted(run, desk):
    (desk / "a.txt").write_text(MIXED + "\n" + WRONG, encoding="utf-8")
    (desk / "b.txt").write_text(MIXED, encoding="utf-8")

    ran = run(".", "--fix", *MARKS)

    assert ran.err.splitlines() == [
        "newslint: fixed a.txt.",
        "newslint: fixed b.txt.",
        "newslint: fixed 2 findings in 2 files, 1 left, 1 has an unsafe fix.",
    ]


def test_fix_only_reports_nothing_and_fails_for_nothing(run, desk):
    (desk / "a.txt").write_text(MIXED + "\n" + WRONG, encoding="utf-8")

    ran = run(".", "--fix-only", *MARKS)

    assert (ran.code, ran.out) == (0, "")
    assert (desk / "a.txt").read_text(encoding="utf-8") == STRAIGHT + "\n" + WRONG


def test_fixed_file_fails_a_run_where_that_is_asked(run, desk):
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    assert run(".", "--fix", "--exit-non-zero-on-fix", *MARKS).code == 1
    assert run(".", "--fix", "--exit-non-zero-on-fix", *MARKS).code == 0


@pytest.mark.parametrize(
    "content", [MIXED, STRAIGHT, "", MIXED.encode("utf-16"), MIXED.replace("\n", "\r\n")]
)
def test_copy_by_standard_input_is_written_out_mended(run, desk, given, content):
    given(content)

    ran = run("-", "--fix", *MARKS)

    wanted = MIXED if isinstance(content, bytes) else content
    assert ran.code == 0
    assert ran.written == _like(content, wanted.replace("“", '"').replace("”", '"'))


def _like(content: str | bytes, text: str) -> bytes:
    return text.encode("utf-16" if isinstance(content, bytes) else "utf-8")


def test_report_of_mended_copy_goes_to_standard_error(run, desk, given):
    given(MIXED + "\n" + WRONG)

    ran = run("-", "--fix", "--stdin-filename", "a.txt", *MARKS)

    assert (ran.code, ran.out) == (1, STRAIGHT + "\n" + WRONG)
    assert ran.err.splitlines()[0] == "newslint: fixed 1 finding in 1 file, 1 left, 1 has an unsafe fix."
    assert ran.err.splitlines()[1] == "a.txt:5:28  error       units.wrong-conversion"
    assert ran.err.splitlines()[-1] == "1 error in 1 file, 17 words."


def test_copy_that_cannot_be_mended_is_written_as_it_is(run, desk, given):
    given(b"\xff\xfe\xfd")

    ran = run("-", "--fix")

    assert (ran.code, ran.written) == (2, b"\xff\xfe\xfd")


def test_standard_input_is_mended_alone(run, desk, given):
    given(MIXED)

    ran = run("-", "a.txt", "--fix")

    assert ran.code == 2
    assert ran.err == (
        "newslint: --fix: found - beside other paths, expected it alone, as its copy is written out.\n"
    )


def test_diff_of_standard_input(run, desk, given):
    given(MIXED)

    ran = run("-", "--diff", "--stdin-filename", "a.txt", *MARKS)

    assert ran.out.startswith("--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n-“Late,” he said.\n")
    assert ran.err.splitlines()[-1] == "1 suggestion in 1 file, 9 words."


def test_report_beside_a_diff_goes_where_it_is_sent(run, desk):
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    ran = run(".", "--diff", "--report", "concise:out", *MARKS)

    assert ran.out.startswith("--- a/a.txt\n")
    assert ran.err == ""
    assert (desk / "out").read_text(encoding="utf-8").startswith("a.txt:1:1: suggestion ")


def test_diff_leaves_no_room_for_another_report(run, desk):
    ran = run(".", "--diff", "--format", "json")

    assert ran.code == 2
    assert ran.err == "newslint: --diff: found --format json, expected --report json:FILE beside it.\n"


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--unsafe-fixes", "--unsafe-fixes does nothing without --fix or --diff."),
        ("--no-track-changes", "--no-track-changes does nothing without --fix or --diff."),
        ("--exit-non-zero-on-fix", "--exit-non-zero-on-fix does nothing without --fix."),
        ("--whole-files", "--whole-files does nothing without --changed-since."),
    ],
)
def test_option_without_its_partner_is_said_and_hurts_nothing(run, desk, option, told):
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt", option)

    assert ran.code == 0
    assert told in ran.err


def test_option_beside_its_partner_is_not_remarked(run, desk):
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt", "--diff", "--unsafe-fixes", "--no-track-changes")

    assert "does nothing" not in ran.err
