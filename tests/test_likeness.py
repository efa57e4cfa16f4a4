"""Near spellings, found without comparing every pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from newslint.text.names.spellings.likeness import alike, likeness_keys, near_pairs, one_slip
from newslint.text.names.spellings.sounds import begin_alike, distance, skeleton, within


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


def test_a_word_of_endless_letters_is_found_by_itself_alone() -> None:
    assert likeness_keys("lind" * 26) == ("lind" * 26,)


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
    assert one_slip(first, second) == (OSA.distance(first, second) <= 1)


letters = st.text(alphabet="abehkqpfsz", max_size=7)


@given(letters, letters)
def test_a_distance_is_none_only_between_equals_and_the_same_both_ways(first: str, second: str) -> None:
    assert (distance(first, second) == 0) == (first == second)
    assert distance(first, second) == distance(second, first)
    assert distance(first, second) <= OSA.distance(first, second)


@given(letters, letters, st.sampled_from([0.5, 1.0, 1.5, 2.0]))
def test_what_lies_within_a_distance_is_no_further(first: str, second: str, far: float) -> None:
    assert within(first, second, far) == (distance(first, second) <= far)


@pytest.mark.parametrize(
    ("first", "second", "slips"),
    [
        ("motwani", "motwany", 0.5),
        ("emanuel", "emanual", 0.5),
        ("barrot", "barot", 0.5),
        ("kumar", "qumar", 0.5),
        ("celsius", "celcius", 0.5),
        ("joseph", "josef", 0.5),
        ("laxmi", "lakshmi", 1.0),
        ("brian", "brain", 0.75),
        ("mohammed", "muhamad", 1.5),
        ("parton", "patton", 1.0),
    ],
)
def test_what_writers_confuse_is_half_a_slip(first: str, second: str, slips: float) -> None:
    assert distance(first, second) == slips


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("gaddafi", "qadhafi"),
        ("haniyeh", "hanieh"),
        ("hossein", "hussayn"),
        ("khulegu", "hulagu"),
        ("ghasemi", "qasemi"),
        ("tchaikovsky", "chaikovskii"),
        ("hrytsenko", "gritsenko"),
        ("yevgeny", "evgeni"),
        ("dmitriev", "dmitrieff"),
        ("sikorsky", "sikorski"),
        ("aleksandr", "alexander"),
        ("khrushchev", "hrushchov"),
        ("choudhury", "chowdhary"),
        ("mukherjee", "mukherji"),
        ("viswanathan", "vishvanathan"),
        ("erdogan", "erdoghan"),
        ("cavusoglu", "chavushoglu"),
        ("djibril", "jibril"),
    ],
)
def test_transliterations_are_alike(first: str, second: str) -> None:
    assert alike(first, second)
    assert begin_alike(first, second)
    assert (min(first, second), max(first, second)) in near_pairs([first, second])


@pytest.mark.parametrize(
    ("first", "second"),
    [("hahn", "kahn"), ("harry", "garry"), ("weeds", "meeds"), ("marini", "barini")],
)
def test_other_openings_are_not_of_one_sound(first: str, second: str) -> None:
    assert not begin_alike(first, second)


@given(st.sets(words, max_size=12))
def test_no_pair_a_slip_apart_is_missed(found: set[str]) -> None:
    wanted = {
        (first, second) for first in found for second in found if first < second and one_slip(first, second)
    }

    assert wanted <= set(near_pairs(found))
