"""Patterns and sets whose words stand in the lists."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import newslint
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.wording import Worded, WordSet

LISTS = Path(__file__).parents[1] / "rules" / "lists"


def lexicon(*words: str) -> Lexicon:
    return Lexicon({"mishaps": WordList("Mishaps", words)})


def test_words_of_a_list_stand_where_its_name_does() -> None:
    pattern = Worded(r"\bthe {mishaps}\b")(lexicon("fire", "gas leak"))

    assert pattern.search("before the gas leak spread")
    assert not pattern.search("before the flood spread")


def test_star_stands_for_the_rest_of_a_word() -> None:
    pattern = Worded(r"\b{mishaps}\b")(lexicon("explo*"))

    assert pattern.search("an explosion")
    assert not pattern.search("an explo")


def test_list_without_words_matches_nothing() -> None:
    pattern = Worded("{mishaps}")(lexicon())

    assert not pattern.search("the fire")


def test_repetition_is_no_list() -> None:
    pattern = Worded("a{2,3} {mishaps}")(lexicon("fire"))

    assert pattern.search("aa fire")


@pytest.mark.parametrize("word", ["no.", "what?", "C++", "(fire)", "a.b*"])
def test_marks_in_words_stand_for_themselves(word: str) -> None:
    pattern = Worded("{mishaps}")(lexicon(word))

    assert pattern.fullmatch(word.replace("*", "c"))
    assert not pattern.fullmatch("nox")


@pytest.mark.parametrize("word", ["gas leak", "no. 5 fire"])
def test_spaces_count_in_verbose_patterns(word: str) -> None:
    pattern = Worded("the[ ] {mishaps}", re.VERBOSE)(lexicon(word))

    assert pattern.fullmatch(f"the {word}")


def test_set_has_the_words_of_its_lists() -> None:
    assert WordSet("mishaps", "ends")(lexicon("fire", "flood")) == {"fire", "flood"}


def test_every_list_that_a_pattern_names_is_there() -> None:
    named = {name for worded in _all_worded() for name in worded.lists}

    assert len(named) > 100
    assert not {name for name in named if not tomllib.loads((LISTS / f"{name}.toml").read_text())["words"]}


def _all_worded() -> Iterator[Worded | WordSet]:
    for package in ("text", "checks"):
        folder = Path(newslint.__file__).parent / package
        for module in pkgutil.walk_packages([str(folder)], f"newslint.{package}."):
            values = vars(importlib.import_module(module.name)).values()
            yield from (value for value in values if isinstance(value, (Worded, WordSet)))
