"""What a fix risks: which are made unasked, which only when asked for, and which are left to a person."""

from __future__ import annotations

import pytest

from conftest import HOUSE_RULE, house_rules
from newslint import lint

GAP = "\u200b"


def offered(text, rule):
    """Return the fixes of each finding of a rule: how safe, and what they write."""
    return [
        [(fix.safety, [edit.text for edit in fix.edits]) for fix in finding.fixes]
        for finding in lint(text).findings
        if finding.rule == rule
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"They left the area of{GAP}the bridge.", [[]]),
        (f"They left the area of{GAP}{GAP}the bridge.", [[]]),
        (f"They left the area of {GAP}{GAP}the bridge.", [[("safe", [""])]]),
        (f"They left{GAP} the area of{GAP}the bridge.", [[("safe", [""])]]),
    ],
)
def test_zero_width_space_that_may_part_two_words_stays(text, expected):
    assert offered(text, "typography.invisible-character") == expected


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("He led the choir from 2010-12.", "safe"),
        ("He led the choir from 2010-12 and 2014-17.", "unsafe"),
        ("The probe is to be launched from 2008-2009.", "unsafe"),
        ("The fair will be held between 8 May-15 May.", "safe"),
        ("The road will be shut from 8 May-15 May.", "safe"),
    ],
)
def test_range_that_may_mean_more_is_rewritten_when_asked(text, safety):
    assert [[each[0] for each in fixes] for fixes in offered(text, "dates.range-form")] == [[safety]]


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("“It is late,” Lind said. “It’s dark.” The town's clock stood.", "safe"),
        ("“It is late,” Lind said. “It’s dark.” The town's clock stood. ``No.''", "unsafe"),
    ],
)
def test_marks_are_turned_unasked_where_no_wires_mark_is_left(text, safety):
    assert [[each[0] for each in fixes] for fixes in offered(text, "quotes.mixed-marks")] == [[safety]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bill is about illegal immigrants.", [("suggestion", ["people in the country illegally"])]),
        ("The bill is about illegal immigrants’ children.", []),
        ("The illegal immigrant’s child is at school.", []),
    ],
)
def test_replacement_that_takes_no_possessive_is_not_offered(text, expected):
    assert offered(text, "sensitive.migration") == [expected]


def test_sign_that_holds_a_line_end_is_found_over_two_lines(run, desk):
    rule = HOUSE_RULE.replace(
        'kind = "existence"\ntokens = ["amid calls"]', 'kind = "characters"\nswap = { ",\\n" = "\\n" }'
    )
    house_rules(desk, **{"line-end": rule})
    (desk / "a.txt").write_text("It rained,\nall day, they said.\n", encoding="utf-8")

    found = run("a.txt", "--select", "house.line-end", "--format", "json").findings

    assert [finding["text"] for finding in found] == [",\n"]
