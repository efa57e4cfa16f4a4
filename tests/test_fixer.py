"""Fixes: what is written, what is only shown, and what is left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import Finding, OfferedFix, Position, SourceEdit
from newslint.engine.edits import applied
from newslint.run.fixer import patch

MIXED = '“Late,” he said.\r\n\r\n"We waited," she said. "We left."\r\n'


def finding(start, end, text, *, safety="safe", rule="words.example"):
    place = Position(start, 1, start + 1), Position(end, 1, end + 1)
    fix = OfferedFix("Change it", safety, (SourceEdit(start, end, text),))
    return Finding(rule, "warning", "a.txt", "", *place, "", (fix,), (), "")


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

    assert first.err == "newslint: fixed a.txt.\n"
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
