"""`--diff` as a person reads it: the words that change, with little round them."""

from __future__ import annotations

import sys

import pytest

from newslint.cli.worded import worded

LONG = "so that nobody waited, and the harbor was as empty as it had been in all the years of the war"
BEFORE = f"It rained.\n\n{LONG}, 80 kilometers (60 miles) off, {LONG}, 9 miles or 60 in all.\n"
AFTER = BEFORE.replace("60 miles", "50 miles").replace("or 60", "or 15")


def test_words_are_marked_as_git_marks_them_and_lines_are_cut():
    assert "".join(worded(coloured=False)("a.txt", BEFORE, AFTER)) == (
        "a.txt:3\n"
        "    … the years of the war, 80 kilometers ([-60-]{+50+} miles) off, so that nobody waited, and …"
        " all the years of the war, 9 miles or [-60-]{+15+} in all.\n"
    )


def test_colours_stand_for_the_marks():
    told = "".join(worded(coloured=True)("a.txt", "80 km (60 miles)\n", "80 km (50 miles)\n"))

    assert told == "\x1b[1ma.txt:1\x1b[0m\n    80 km (\x1b[31;9m60\x1b[0m\x1b[32m50\x1b[0m miles)\n"


def test_controls_are_shown_and_what_is_added_or_gone_is_marked():
    assert "".join(
        worded(coloured=False)("a.txt", "He \x1b[31m left.\nGone.\n", "He \x1b[31m left now.\n")
    ) == ("a.txt:1\n    He ␛[31m left{+ now+}.[-Gone.-]\n")


def test_same_copy_shows_nothing():
    assert "".join(worded(coloured=True)("a.txt", BEFORE, BEFORE)) == ""


def test_diff_is_worded_at_a_terminal_and_a_patch_elsewhere(run, desk):
    pexpect = pytest.importorskip("pexpect", reason="there is no terminal of POSIX")
    (desk / "a.txt").write_text("The road is 80 kilometers (60 miles) long.\n", encoding="utf-8")
    words = ["a.txt", "--isolated", "--diff", "--unsafe-fixes"]

    seen = pexpect.run(" ".join([sys.executable, "-m", "newslint", *words]), cwd=str(desk), encoding="utf-8")
    piped, asked = run(*words), run(*words, "--color", "always")

    assert "(\x1b[31;9m60\x1b[0m\x1b[32m50\x1b[0m miles)" in seen
    assert piped.out.startswith("--- a/a.txt\n+++ b/a.txt\n@@ ")
    assert asked.out.startswith("\x1b[1ma.txt:1\x1b[0m\n")
