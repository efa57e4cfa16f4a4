"""Edits: one finding, one decision; no place twice; and an end to it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import Finding, OfferedFix, Position, SourceEdit
from newslint.engine.edits import applied, is_one_change, settled


def found(start, end, *fixes, rule="words.example"):
    """Return a finding that offers *fixes*: pairs of a safety and what is put in its place."""
    place = Position(start, 1, start + 1), Position(end, 1, end + 1)
    offered = tuple(OfferedFix(text, safety, (SourceEdit(start, end, text),)) for safety, text in fixes)
    return Finding(rule, "warning", "a.txt", "", *place, "", offered, (), "")


def replacing(**swaps):
    """Return a linter whose rules each put one word for another."""

    def lint(text):
        return [
            found(*match.span(), ("safe", new), rule=f"{old}-{new}")
            for old, news in swaps.items()
            for match in re.finditer(rf"\b{old}\b", text)
            for new in news.split("|")
        ]

    return lint


def test_first_fix_is_taken_or_none():
    findings = [
        found(0, 1, ("suggestion", "A"), ("unsafe", "B")),
        found(2, 3, ("unsafe", "C"), ("safe", "D")),
    ]

    assert applied("a c", findings, unsafe=True) == "a C"
    assert applied("a c", findings, unsafe=False) == "a c"


def test_of_fixes_that_meet_the_first_is_made_and_the_next_waits():
    findings = [found(0, 4, ("safe", "wide")), found(4, 4, ("safe", " (6 ft)")), found(5, 6, ("safe", "B"))]

    assert applied("long b", findings, unsafe=False) == "wide B"


def test_change_of_one_place_twice_is_no_fix():
    assert is_one_change("abcd", OfferedFix("", "safe", (SourceEdit(0, 2, "X"), SourceEdit(2, 3, "Y"))))
    assert not is_one_change("abcd", OfferedFix("", "safe", (SourceEdit(0, 2, "X"), SourceEdit(1, 3, "Y"))))
    assert not is_one_change("abcd", OfferedFix("", "safe", (SourceEdit(1, 1, "X"), SourceEdit(1, 1, "Y"))))
    assert not is_one_change("abcd", OfferedFix("", "safe", (SourceEdit(0, 2, "ab"),)))


def test_fault_that_a_fix_brings_out_is_fixed_too():
    assert settled("one and four", replacing(one="two", two="three"), unsafe=False) == "three and four"


def test_two_rules_that_undo_each_other_leave_the_copy_as_it_is():
    lint = replacing(eight="8", **{"8": "eight"}, color="colour")

    assert settled("eight color", lint, unsafe=False) == "eight colour"
    assert settled("8 color", lint, unsafe=False) == "8 colour"


def test_circle_of_three_rules_is_not_entered():
    lint = replacing(a="b", b="c", c="a", color="colour")

    assert settled("color a, color b", lint, unsafe=False) == "colour a, colour b"


def test_fix_that_never_ends_is_not_made():
    def lint(text):
        return [found(0, 0, ("safe", "very ")), *replacing(color="colour")(text)]

    assert settled("good color", lint, unsafe=False) == "good colour"


WORDS = st.sampled_from("abcde")


@given(
    st.lists(WORDS, min_size=1, max_size=6),
    st.dictionaries(WORDS, st.lists(WORDS, min_size=1, max_size=2, unique=True).map("|".join), max_size=5),
)
def test_fixing_twice_is_fixing_once_whatever_the_rules_want(copy, swaps):
    lint = replacing(**swaps)

    once = settled(" ".join(copy), lint, unsafe=False)

    assert settled(once, lint, unsafe=False) == once
