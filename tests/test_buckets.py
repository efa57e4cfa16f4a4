"""Large sets of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.buckets import Buckets, bucketed

WORDS = st.text(st.characters(exclude_characters="\n"))


@given(words=st.lists(WORDS), others=st.lists(WORDS))
def test_buckets_hold_the_words_they_are_made_of_and_no_others(words: list[str], others: list[str]) -> None:
    held = Buckets(bucketed(words))

    assert all(word in held for word in words)
    assert [word in held for word in others] == [word in set(words) for word in others]


def test_a_part_of_a_word_is_not_held() -> None:
    held = Buckets(bucketed(["Annabel", "Orlow"]))

    assert ["Annabel" in held, "Anna" in held, "" in held, "Orlow" in held] == [True, False, False, True]
