"""Acronyms and what they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document, Span
from newslint.text.names.candidates.acronyms import definitions, stands_for, uses_by_acronym
from newslint.text.names.candidates.first_letters import first_letters

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


@pytest.mark.parametrize(
    ("acronym", "copy", "spelt", "with_more"),
    [
        ("NRF", "They met the National Resistance Front there", True, True),
        ("BON", "They met the Bank of Norland there", True, False),
        ("BN", "They met the Bank of Norland there", True, True),
        ("USCCB", "They met the U.S. Conference of Catholic Bishops there", True, True),
        ("NYAG", "They met the New York State Attorney General there", False, True),
        ("NRF", "They met the National Front there", False, False),
        ("NRF", "They met National, Resistance Front", False, False),
        ("NRF", "They met the nurses, rangers, firemen", False, False),
    ],
)
def test_words_open_with_the_letters_of_an_acronym(
    story: Story, acronym: str, copy: str, spelt: bool, with_more: bool
) -> None:
    found = story(copy).view(first_letters)

    assert found.spell(acronym, Span(0, len(copy))) is spelt
    assert found.spell_with_more(acronym, Span(0, len(copy))) is with_more


def test_only_words_near_by_stand_for_an_acronym(story: Story) -> None:
    found = story("The National Front met there; the Rural Forum met the National Resistance Front.").view(
        first_letters
    )

    assert [found.spell("NRF", Span(0, 29)), found.spell("NRF", Span(0, 30))] == [False, True]
