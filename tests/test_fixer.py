"""Fixes: what is written, what is only shown, and what is left alone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.core.finding import Finding, OfferedFix, Position, SourceEdit
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.engine.edits import applied
from newslint.run.fixer import fix, patch

MIXED = '“Late,” he said.\r\n\r\n"We waited," she said. "We left."\r\n'


def finding(start, end, text, *, safety="safe", rule="words.example", path="a.txt", found=""):
    place = Position(start, 1, start + 1), Position(end, 1, end + 1)
    fix = OfferedFix("Change it", safety, (SourceEdit(start, end, text),))
    return Finding(rule, "warning", path, "", *place, found, (fix,), (), "")


def fixed(*findings, options=None):
    """Return what fixing the findings in the working directory tells."""
    desk = Desk(options or Options(isolated=True, select=("quotes.mixed-marks",)))
    return list(map(str, fix(desk, Report(findings, (), {}), ["."], unsafe=False)))


def test_only_safe_fixes_are_applied_unless_asked():
    findings = [
        finding(0, 1, "A"),
        finding(2, 3, "C", safety="unsafe"),
        finding(4, 5, "E", safety="suggestion"),
    ]

    assert applied("a c e", findings, unsafe=False) == "A c e"
    assert applied("a c e", findings, unsafe=True) == "A C e"


def test_of_overlapping_fixes_the_first_is_applied():
    assert applied("abcdef", [finding(0, 3, "X"), finding(2, 5, "Y")], unsafe=False) == "Xdef"


def test_two_insertions_at_one_place_are_not_both_made():
    assert applied("ab", [finding(1, 1, "X"), finding(1, 1, "Y", rule="words.other")], unsafe=False) == "aXb"


def test_lines_of_a_diff_end_at_line_feeds_alone():
    before = "One\u2028two\x0b\x85 three\rfour\nfive"

    lines = list(patch("a.txt", before, before.replace("two", "2")))

    assert lines == [
        "--- a/a.txt\n",
        "+++ b/a.txt\n",
        "@@ -1,2 +1,2 @@\n",
        "-One\u2028two\x0b\x85 three\rfour\n",
        "+One\u20282\x0b\x85 three\rfour\n",
        " five\n\\ No newline at end of file\n",
    ]


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=6),
)
def test_text_outside_the_edits_is_untouched(text, edits):
    findings = [
        finding(min(start, len(text)), min(start + length, len(text)), new) for start, length, new in edits
    ]

    fixed = applied(text, findings, unsafe=False)

    first = min((each.start.offset for each in findings), default=len(text))
    last = max((each.end.offset for each in findings), default=0)
    assert fixed.startswith(text[:first])
    assert fixed.endswith(text[last:])


def test_file_is_fixed_in_place_and_keeps_bom_and_line_ends(run, desk):
    (desk / "a.txt").write_bytes(b"\xef\xbb\xbf" + MIXED.encode())

    first = run("a.txt", "--fix", "--select", "quotes.mixed-marks")
    once = (desk / "a.txt").read_bytes()
    run("a.txt", "--fix", "--select", "quotes.mixed-marks")

    assert first.said == "newslint: fixed a.txt.\n"
    assert once == b'\xef\xbb\xbf"Late," he said.\r\n\r\n"We waited," she said. "We left."\r\n'
    assert (desk / "a.txt").read_bytes() == once


def test_diff_shows_the_change_and_writes_nothing(run, desk):
    (desk / "a.txt").write_text('“Late,” he said.\n\n"We waited," she said. "We left."\n', encoding="utf-8")

    ran = run("a.txt", "--diff", "--select", "quotes.mixed-marks")

    assert '-“Late,” he said.\n+"Late," he said.\n' in ran.out
    assert (desk / "a.txt").read_text(encoding="utf-8").startswith("“Late")


def test_fix_of_fact_waits_for_unsafe_fixes(run, desk):
    copy = "The valley lies 80 kilometers (60 miles) north of the capital.\n"
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    run("a.txt", "--fix", "--select", "units")
    safe = (desk / "a.txt").read_text(encoding="utf-8")
    run("a.txt", "--fix", "--unsafe-fixes", "--select", "units")

    assert safe == copy
    assert (desk / "a.txt").read_text(encoding="utf-8") == copy.replace("60", "50")


def test_direct_speech_is_never_changed(run, desk):
    copy = '"The valley lies 80 kilometers (60 miles) north," the minister said.\n'
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    ran = run("a.txt", "--fix", "--unsafe-fixes", "--select", "units", "--format", "json")

    assert (desk / "a.txt").read_text(encoding="utf-8") == copy
    assert {fix["safety"] for fix in ran.findings[0]["fixes"]} == {"suggestion"}


def test_marks_in_direct_speech_are_the_papers_own(run, desk):
    copy = 'He said "it’s late" and "it\'s dark" and "it\'s cold" and "it\'s wet" and left.\n'
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    run("a.txt", "--fix", "--select", "quotes.mixed-marks")

    assert (desk / "a.txt").read_text(encoding="utf-8") == copy.replace("’", "'")


def test_utf16_stays_utf16(run, desk):
    copy = '\ufeff“Late,” he said.\n\n"We waited," she said. "We left."\n'
    (desk / "a.txt").write_bytes(copy.encode("utf-16-le"))

    run("a.txt", "--fix", "--select", "quotes.mixed-marks")

    assert (desk / "a.txt").read_bytes().decode("utf-16-le").startswith('\ufeff"Late,"')


def test_one_file_that_cannot_be_fixed_does_not_stop_the_others(run, desk):
    for name in ("a.txt", "b.txt", "c.txt"):
        (desk / name).write_text(MIXED, encoding="utf-8", newline="")
    os.link(desk / "b.txt", desk / "other-name")

    ran = run(".", "--fix", "--fail-on", "never", "--select", "quotes.mixed-marks")

    assert ran.code == 2
    assert ran.said == (
        "newslint: fixed a.txt.\n"
        "newslint: b.txt: not fixed: found 2 hard links, expected one; fixing would part them.\n"
        "newslint: fixed c.txt.\n"
    )
    assert (desk / "b.txt").read_bytes() == MIXED.encode()
    assert "“" not in (desk / "c.txt").read_text(encoding="utf-8")


def test_link_out_of_the_named_folder_is_not_followed(run, desk):
    (desk / ".git").mkdir()
    (desk / "inside").mkdir()
    (desk / "a.txt").write_text(MIXED, encoding="utf-8", newline="")
    (desk / "inside" / "link.txt").symlink_to("../a.txt")

    ran = run("inside", "--fix", "--fail-on", "never", "--select", "quotes.mixed-marks")

    assert ran.code == 2
    assert ran.err == (
        "newslint: inside/link.txt: not fixed: "
        "it leads to a.txt, which is hidden or not below the named paths.\n"
    )
    assert (desk / "a.txt").read_bytes() == MIXED.encode()


def test_link_and_target_are_fixed_once(run, desk):
    (desk / "b.txt").write_text(MIXED, encoding="utf-8", newline="")
    (desk / "a.txt").symlink_to("b.txt")

    ran = run(".", "--fix", "--select", "quotes.mixed-marks")

    assert (ran.code, ran.said) == (0, "newslint: fixed a.txt.\n")
    assert (desk / "a.txt").is_symlink()
    assert "“" not in (desk / "b.txt").read_text(encoding="utf-8")


def test_file_that_comes_in_by_two_names_is_fixed_once(desk):
    (desk / "b.txt").write_bytes(b"abc")
    (desk / "a.txt").symlink_to("b.txt")

    told = fixed(finding(0, 1, "xa", path="a.txt", found="a"), finding(0, 1, "xa", path="b.txt", found="a"))

    assert told == ["a.txt"]
    assert (desk / "b.txt").read_bytes() == b"xabc"


def test_file_that_was_saved_after_it_was_linted_is_left_alone(desk):
    (desk / "a.txt").write_bytes(b"a word more than was linted")

    assert fixed(finding(0, 4, "That", found="that")) == ["a.txt: not fixed: it changed after it was linted."]
    assert (desk / "a.txt").read_bytes() == b"a word more than was linted"


def test_file_that_vanished_or_became_a_folder_is_named(desk):
    (desk / "a.txt").write_bytes(b"abc")
    (desk / "b.txt").write_bytes(b"abc")
    made = Desk(Options(isolated=True))
    made.assignments(["."])
    (desk / "a.txt").unlink()
    (desk / "b.txt").unlink()
    (desk / "b.txt").mkdir()
    report = Report((finding(0, 1, "x"), finding(0, 1, "x", path="b.txt")), (), {})

    assert list(map(str, fix(made, report, ["."], unsafe=False))) == [
        "a.txt: not fixed: No such file or directory.",
        "b.txt: not fixed: found no regular file, expected one.",
    ]


NAMES_NO_UTF8 = """
import sys
from newslint.cli import main
sys.exit(main(["--isolated", "--select", "quotes.mixed-marks", "--fix", *sys.argv[1:], "."]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_file_whose_name_is_not_utf8_is_fixed_like_others(desk, locale):
    names = [b"Krak\xf3w.txt", "Łódź, café.md".encode()]
    for name in names:
        with open(os.path.join(os.fsencode(desk), name), "wb") as file:
            file.write(MIXED.encode())

    shown = command(locale, "--diff")
    fixed = command(locale)

    assert b"newslint:" not in shown.stderr
    assert b"--- a/Krak\\xf3w.txt\n+++ b/Krak\\xf3w.txt\n" in shown.stdout
    assert b"newslint: fixed Krak\\xf3w.txt.\n" in fixed.stderr
    assert fixed.returncode == 0
    for name in names:
        with open(os.path.join(os.fsencode(desk), name), "rb") as file:
            assert "“".encode() not in file.read()


def command(locale, *words):
    return subprocess.run(
        [sys.executable, "-c", NAMES_NO_UTF8, *words],
        env={**os.environ, **locale},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_fix_that_the_encoding_cannot_hold_is_refused(desk):
    (desk / "a.txt").write_bytes(b"abc")

    assert fixed(finding(0, 1, "\ud800", found="a")) == [
        "a.txt: not fixed: U+D800 cannot be written as UTF-8."
    ]
    assert (desk / "a.txt").read_bytes() == b"abc"


def test_copy_from_standard_input_is_never_written_to_the_file_it_is_named_for(run, desk, monkeypatch):
    import io
    import sys

    (desk / "a.txt").write_bytes(b"another story")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MIXED.encode())))

    ran = run("-", "--stdin-filename", "./a.txt", "--fix", "--select", "quotes.mixed-marks")

    assert (ran.code, ran.out) == (0, MIXED.replace("“", '"').replace("”", '"'))
    assert (desk / "a.txt").read_bytes() == b"another story"


def test_crash_over_one_file_costs_that_file(desk):
    class BrokenOverA(Desk):
        def documents(self, assignment):
            if assignment.name == "a.txt":
                raise ValueError("out of ideas")
            return super().documents(assignment)

    (desk / "a.txt").write_bytes(b"abc")
    (desk / "b.txt").write_bytes(b"abc")
    report = Report((finding(0, 1, "x", found="a"), finding(0, 1, "x", path="b.txt", found="a")), (), {})

    first, second = fix(BrokenOverA(Options(isolated=True)), report, ["."], unsafe=False)

    assert isinstance(first, SourceError)
    assert str(first) == "a.txt: not fixed: ValueError: out of ideas."
    assert second == "b.txt"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text("aé\t \r\n\x0b\u2028\u0085\U0001f6a2", max_size=6), min_size=2, max_size=2),
)
@example(["\r\n\r", "\n\r"])
def test_bytes_outside_the_edits_are_kept(desk, mark, encoding, around):
    before, after = (part.encode(encoding) for part in around)
    (desk / "a.txt").write_bytes(mark + before + "that".encode(encoding) + after)
    start = len(around[0]) + bool(mark)

    told = fixed(finding(start, start + 4, "which", found="that"))

    assert told == ["a.txt"]
    assert (desk / "a.txt").read_bytes() == mark + before + "which".encode(encoding) + after


def test_what_the_baseline_knows_is_not_mended_beside_what_is(run, desk):
    (desk / "a.txt").write_text("The road to the the town is long.\n", encoding="utf-8")
    options = ("a.txt", "--isolated", "--select", "words", "--unsafe-fixes")
    run(*options, "--write-baseline", "known.json")
    with (desk / "a.txt").open("a", encoding="utf-8") as file:
        file.write("\nIt passes by the the inn.\n")

    ran = run(*options, "--fix", "--baseline", "known.json")

    assert (ran.code, ran.said) == (0, "newslint: fixed a.txt.\n")
    assert (desk / "a.txt").read_text(encoding="utf-8") == (
        "The road to the the town is long.\n\nIt passes by the inn.\n"
    )
