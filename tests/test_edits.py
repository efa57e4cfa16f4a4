"""Edits: one finding, one decision; no place twice; and an end to it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import Finding, OfferedFix, Position, SourceEdit
from newslint.core.span import Span
from newslint.engine import settling
from newslint.engine.edits import applied, chosen, edited, is_one_change
from newslint.engine.rounds import decided, round_of


def settled(source, lint, **options):
    """Return the text of a source when *lint*, which takes a text, has no more fixes for it."""
    return settling.settled(source, lambda version: lint(version.text), **options).text


def found(start, end, *fixes, rule="words.example", words="", severity="warning"):
    """Return a finding that offers *fixes*: pairs of a safety and what is put in its place."""
    place = Position(start, 1, start + 1), Position(end, 1, end + 1)
    offered = tuple(OfferedFix(text, safety, (SourceEdit(start, end, text),)) for safety, text in fixes)
    return Finding(rule, severity, "a.txt", "", *place, words, offered, (), "")


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


def uncovering(**swaps):
    """Return a linter that also finds every word "fault", which has no fix, and whose rules put it there."""
    lint = replacing(**swaps)

    def faults(text):
        places = (match.span() for match in re.finditer(r"\bfault\b", text))
        return [*lint(text), *(found(*place, rule="words.fault", words="fault") for place in places)]

    return faults


def test_fix_that_uncovers_a_fault_is_not_made_and_others_are():
    lint = uncovering(good="fault", color="colour")

    assert settled("good color", lint, unsafe=False) == "good colour"


def test_fix_is_refused_only_where_it_uncovers_a_fault():
    def lint(text):
        faults = [
            found(*match.span(), rule="words.fault", words="Ed sat") for match in re.finditer("Ed sat", text)
        ]
        spaces = [found(*match.span(), ("safe", " "), words="  ") for match in re.finditer("  ", text)]
        return [*spaces, *faults]

    assert settled("Ann  sat. Ed  sat. Joe  sat.", lint, unsafe=False) == "Ann sat. Ed  sat. Joe sat."


def test_fault_that_comes_rounds_later_refuses_what_led_to_it():
    lint = uncovering(one="two", two="fault", color="colour")

    assert settled("one color", lint, unsafe=False) == "one colour"


def test_fault_that_was_there_before_in_other_words_refuses_nothing():
    def lint(text):
        wide = found(0, len(text), rule="words.long", words=text)
        return [wide, *replacing(color="colour")(text)]

    assert settled("good color", lint, unsafe=False) == "good colour"


def test_fault_elsewhere_refuses_the_fix_that_is_nearest():
    def lint(text):
        odd = [found(0, 3, rule="words.odd", words="Ann")] if "colour" in text else []
        return [*odd, *replacing(color="colour", big="large")(text)]

    assert settled("Ann saw color and a big tree", lint, unsafe=False) == "Ann saw color and a large tree"


@pytest.mark.parametrize(
    ("severity", "safety", "expected"),
    [
        ("error", "unsafe", "good colour"),
        ("warning", "unsafe", "fault colour"),
        ("warning", "safe", "good colour"),
    ],
)
def test_fix_of_fact_may_bring_a_warning_but_no_error(severity, safety, expected):
    def lint(text):
        faults = re.finditer("fault", text)
        good = re.finditer("good", text)
        return [
            *(found(*match.span(), rule="words.fault", words="fault", severity=severity) for match in faults),
            *(found(*match.span(), (safety, "fault"), words="good") for match in good),
            *replacing(color="colour")(text),
        ]

    assert settled("good color", lint, unsafe=True) == expected


@given(
    st.lists(WORDS, min_size=1, max_size=6),
    st.dictionaries(WORDS, st.lists(WORDS, min_size=1, max_size=2, unique=True).map("|".join), max_size=5),
    st.sets(WORDS),
)
def test_no_set_of_rules_is_brought_to_find_more(copy, swaps, faults):
    fixing = replacing(**swaps)

    def lint(text):
        return [
            *fixing(text),
            *(
                found(*match.span(), rule=f"{word}-fault", words=word)
                for word in sorted(faults)
                for match in re.finditer(rf"\b{word}\b", text)
            ),
        ]

    source = " ".join(copy)
    once = settled(source, lint, unsafe=False)

    assert counted(lint(once)) - counted(lint(source)) == Counter()
    assert settled(once, lint, unsafe=False) == once


def counted(findings):
    return Counter((each.rule, each.text) for each in findings)


def test_what_is_spared_stays_wherever_it_moves():
    lint = replacing(color="colour", one="eleven", eleven="twelve")
    spared = [each for each in lint("color one color") if each.start.offset == 10]

    assert settled("color one color", lint, unsafe=False, spared=spared) == "colour twelve color"


EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xy", max_size=4)), max_size=6)


@given(st.text("ab ", min_size=40, max_size=40), EDITS)
def test_places_between_edits_move_with_their_letters(text, edits):
    made = chosen(
        [found(start, start + length, ("safe", new)) for start, length, new in edits],
        allowed=lambda finding, fix: True,
    )
    made = [(decided(finding, fix, ()), fix) for finding, fix in made]
    one = round_of(made)
    after = edited(text, (edit for _, fix in made for edit in fix.edits))

    for start in range(len(text) - 1):
        span = Span(start, start + 1)
        if not any(old.overlaps(span) or old.start == span.end for old in one.old):
            moved = one.after(span)
            assert moved.cut(after) == span.cut(text)
            assert one.before(moved.start) == start
