"""Fixes of names: the right one is never made wrong, and what somebody said stays as it was said."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint

NAMES = [
    ("Halvorsen", "Halverson"),
    ("Motwani", "Motwany"),
    ("Mendoza", "Mendosa"),
    ("Rahimi", "Rahimy"),
    ("Zhytomyr", "Zhitomyr"),
    ("Peña", "Pena"),
]
SENTENCES = [
    "{} said the road was closed.",
    "Later {} left the hall.",
    "The minister praised {} for the work.",
    "Residents of the town met {} on Monday.",
    "“I met {} twice,” a neighbor said.",
    "A friend called the plan of {} “the work of {} alone” in May.",
    "His brother, Lars {}, stayed at home.",
    "Nils {} and his wife, Ada {}, were there.",
    "The film “{} at Sea” won a prize.",
    "Write to {}@example.org, or see www.example.org/{} for more.",
]
ADDRESS = re.compile(r"\S*example\.org\S*")
RELATIVE = re.compile(r"(?:Lars|Ada) \w+")
QUOTED = re.compile("“[^”]*”")


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, tuple[str, str]]:
    """Draw a story that introduces somebody, and spells the name in one of two ways from there on."""
    spellings = draw(st.sampled_from(NAMES))
    given_name = draw(st.sampled_from(["Erik", "Nishank", "Lucía"]))
    parts = [f"{given_name} {draw(st.sampled_from(spellings))} came to the hall."]
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7)):
        names = [draw(st.sampled_from(spellings)) for _ in range(sentence.count("{}"))]
        parts.append(sentence.format(*names))
    joints = [draw(st.sampled_from([" ", "\n\n"])) for _ in parts]
    return "".join(part + joint for part, joint in zip(parts, joints, strict=True)), spellings


@settings(max_examples=150)
@given(stories())
def test_no_mention_of_the_leading_spelling_is_lost(drawn: tuple[str, tuple[str, str]]) -> None:
    story, spellings = drawn

    fixed = newslint.fix(story, unsafe=True)

    before, after = (
        Counter(re.findall("|".join(spellings), ADDRESS.sub("", text))) for text in (story, fixed)
    )
    assert len(after) <= len(before)
    assert after[before.most_common(1)[0][0]] >= before.most_common(1)[0][1]
    assert len(set(before.values())) > 1 or after == before
    assert QUOTED.findall(fixed) == QUOTED.findall(story)
    assert ADDRESS.findall(fixed) == ADDRESS.findall(story)
    assert RELATIVE.findall(fixed) == RELATIVE.findall(story)
    assert newslint.fix(fixed, unsafe=True) == fixed


@pytest.mark.parametrize(
    "copy",
    [
        "Erik Halvorsen came. “I met Halverson,” she said. Halvorsen left.\n",
        "Erik Halvorsen came. Later Halverson sang.\n",
        "Erik Halvorsen came. Later Halverson sang, and Halverson left.\n",
        "A Chineze captain left the ship. The Chinese crew stayed.\n",
    ],
)
def test_name_without_a_clear_spelling_is_only_shown(copy: str) -> None:
    assert newslint.fix(copy, unsafe=True) == copy


def test_name_is_spelled_as_it_was_introduced_and_mostly_is() -> None:
    copy = "Erik Halvorsen came. Later Halverson sang. Halvorsen left.\n"

    assert newslint.fix(copy, unsafe=True) == copy.replace("Halverson", "Halvorsen")
