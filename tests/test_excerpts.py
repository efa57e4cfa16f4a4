"""Excerpts of examples: what is flagged is underlined, also where a line is wrapped."""

from __future__ import annotations

from newslint.pages.excerpts import excerpt


def test_flagged_words_are_underlined():
    assert list(excerpt("The road is 80 km ([[60 miles]]) long, or [[90 km]].\n", 80)) == [
        "    The road is 80 km (60 miles) long, or 90 km.",
        "                       ^^^^^^^^           ^^^^^",
    ]


def test_words_that_a_row_cannot_hold_are_underlined_in_both_rows():
    assert list(excerpt("The road to [[the north is closed]] now.", 25)) == [
        "    The road to the north",
        "                ^^^^^^^^^",
        "    is closed now.",
        "    ^^^^^^^^^",
    ]


def test_carets_stand_under_words_behind_wide_letters():
    assert list(excerpt("東京 [[60 miles]]", 80)) == ["    東京 60 miles", "         ^^^^^^^^"]


def test_marks_may_end_in_a_bracket_and_paragraphs_stay_apart():
    assert list(excerpt("[[[newslint: ignore[units]]]]\n\nIt rained.", 80)) == [
        "    [newslint: ignore[units]]",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^",
        "",
        "    It rained.",
    ]
