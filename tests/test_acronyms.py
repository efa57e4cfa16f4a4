"""Acronyms and what they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.candidates.acronyms import definitions, stands_for, uses_by_acronym

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("acronym", "words", "count"),
    [
        ("NRF", "from the National Resistance Front", 3),
        ("USAID", "the United States Agency for International Development", 6),
        ("EV", "an electric vehicle", 2),
        ("NRF", "the National Front", None),
    ],
)
def test_an_acronym_stands_for_words(acronym: str, words: str, count: int | None) -> None:
    assert stands_for(acronym, words.split()) == count


def test_a_definition_knows_its_phrase(story: Story) -> None:
    document = story("Fighters of the National Resistance Front (NRF) left. The NRF said so.")

    (found,) = document.view(definitions)

    assert found.acronym.text == "NRF"
    assert found.phrase.cut(document.text) == "National Resistance Front"


def test_an_agency_in_brackets_is_no_definition(story: Story) -> None:
    document = story("The valley is calm, residents said. (AFP) It rained.")

    assert document.view(definitions) == ()


def test_possessives_plurals_and_compounds_are_uses(story: Story) -> None:
    document = story("The NRF’s men left. An NRF-led force stayed. NRFs elsewhere rested.")

    assert len(document.view(uses_by_acronym)["NRF"]) == 3
