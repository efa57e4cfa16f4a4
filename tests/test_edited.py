"""Edited copy: rounds of edits come to edits of the source that do the same at once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.edited import Version, edited
from newslint.core.finding import SourceEdit


def test_edits_of_two_rounds_come_to_edits_of_the_source():
    once = Version("one two three").edited([SourceEdit(0, 3, "twelve"), SourceEdit(8, 13, "3")])
    twice = once.edited([SourceEdit(7, 10, "2")])

    assert twice.text == "twelve 2 3"
    assert twice.edits == (SourceEdit(0, 3, "twelve"), SourceEdit(4, 7, "2"), SourceEdit(8, 13, "3"))


def test_edit_of_an_edit_is_one():
    version = Version("a 60 miles b").edited([SourceEdit(2, 4, "50")]).edited([SourceEdit(2, 10, "80 km")])

    assert version == Version("a 80 km b", (SourceEdit(2, 10, "80 km"),))


def test_edits_beside_each_other_stay_apart():
    version = Version("abcd").edited([SourceEdit(0, 2, "x")]).edited([SourceEdit(1, 3, "y")])

    assert version == Version("xy", (SourceEdit(0, 2, "x"), SourceEdit(2, 4, "y")))


def test_letters_put_beside_an_edit_belong_to_it():
    version = Version("abcd").edited([SourceEdit(0, 2, "x")]).edited([SourceEdit(1, 1, "y")])

    assert version == Version("xycd", (SourceEdit(0, 2, "xy"),))


@st.composite
def rounds(draw):
    """Draw a source, and one round of edits after the other."""
    version = Version(draw(st.text("abc", max_size=12)))
    made = [version]
    for _ in range(draw(st.integers(1, 4))):
        points = sorted(draw(st.sets(st.integers(0, len(made[-1].text)), max_size=8)))
        edits = [
            SourceEdit(start, draw(st.sampled_from([start, end])), draw(st.text("xyz", max_size=3)))
            for start, end in list(pairwise(points))[::2]
        ]
        made.append(made[-1].edited(edits))
    return made


@given(rounds())
def test_edits_are_in_order_and_apart_and_make_the_text(made):
    for version in made:
        assert edited(made[0].text, version.edits) == version.text
        for one, other in pairwise(version.edits):
            assert one.end <= other.start
            assert (one.start, one.end) < (other.start, other.end)
