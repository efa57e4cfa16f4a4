"""The map of words: cut apart at spaces, they are what a pattern of word letters would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.words import _listed


@given(
    st.text(alphabet=st.one_of(st.sampled_from("ab_1é½²'’ \n-“"), st.characters()), max_size=60),
    st.integers(0, 9),
)
def test_words_are_those_that_a_pattern_finds(text: str, start: int) -> None:
    expected: dict[str, list[int]] = {}
    for match in re.compile(r"\w+").finditer(text, start):
        expected.setdefault(match[0], []).append(match.start())

    assert _listed(text, start, len(text)) == expected


def test_words_stand_where_they_begin() -> None:
    assert _listed("a cat, a “dog”", 0, 14) == {"a": [0, 7], "cat": [2], "dog": [10]}
