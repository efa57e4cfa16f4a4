"""Near spellings, found without comparing every pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from newslint.text.likeness import alike, near_pairs, one_slip, skeleton, two_slips


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("motwani", "motwany"),
        ("zelensky", "zelenskyy"),
        ("brian", "brain"),
        ("murkowski", "murkowsi"),
        ("hezbollah", "hizballah"),
        ("mohammed", "muhammad"),
        ("mcphee", "macphee"),
        ("kumar", "qumar"),
    ],
)
def test_spellings_of_one_name_are_alike(first: str, second: str) -> None:
    assert alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("netanyahu", "netanya"), ("kabila", "karaha"), ("zheng", "zhang xi"), ("lee", "li")],
)
def test_other_names_are_not(first: str, second: str) -> None:
    assert not alike(first, second)


def test_near_pairs_are_told_once_in_order() -> None:
    assert list(near_pairs(["mendoza", "brain", "brian", "mendosa"])) == [
        ("brain", "brian"),
        ("mendosa", "mendoza"),
    ]


def test_a_skeleton_keeps_what_writers_do_not_confuse() -> None:
    assert skeleton("zelenskyy") == skeleton("zelenski")
    assert skeleton("kabila") != skeleton("karaha")


words = st.text(alphabet="abk", min_size=3, max_size=6)


@given(words, words)
def test_slips_are_counted(first: str, second: str) -> None:
    slips = OSA.distance(first, second)

    assert one_slip(first, second) == (slips <= 1)
    assert two_slips(first, second) == (slips <= 2)


@given(st.sets(words, max_size=12))
def test_no_pair_a_slip_apart_is_missed(found: set[str]) -> None:
    wanted = {
        (first, second) for first in found for second in found if first < second and one_slip(first, second)
    }

    assert wanted <= set(near_pairs(found))
