"""The house register, and who is in a story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.casts import casts, doubtful_casts
from newslint.text.house_names import HouseName, deviations, register

Story = Callable[[str], Document]
HOUSE = register(
    [
        HouseName("Kyiv", variants=("Kiev",)),
        HouseName("Nishank Motwani"),
        HouseName("Volodymyr Zelenskiy", variants=("Zelensky", "Zelenskyy")),
    ]
)


@pytest.mark.parametrize(
    ("copy", "found", "wanted"),
    [
        ("They flew to Kiev in May.", "Kiev", "Kyiv"),
        ("They met Nishank Motwany there.", "Motwany", "Motwani"),
        ("They met Nishant Motwani there.", "Nishant", "Nishank"),
        ("The talks failed, Motwany said.", "Motwany", "Motwani"),
    ],
)
def test_a_name_unlike_the_register_is_found(story: Story, copy: str, found: str, wanted: str) -> None:
    document = story(copy)

    (deviation,) = deviations(document, HOUSE)

    assert deviation.span.cut(document.text) == found
    assert deviation.spelling == wanted


@pytest.mark.parametrize(
    "copy",
    [
        "They flew to Kyiv and met Nishank Motwani. Motwani left.",
        "The Kiev Symphony Orchestra played.",
        "They met Carla Motwany there. Motwany left.",
        "Everybody likes motorways.",
    ],
)
def test_other_names_are_left_alone(story: Story, copy: str) -> None:
    document = story(copy)

    assert list(deviations(document, HOUSE)) == []


def test_a_cast_knows_full_and_bare_mentions(story: Story) -> None:
    document = story("Martine van Bijlert wrote it. In it Bijlert warns of war.")

    ((character,),) = document.view(casts).values()

    assert [mention.text for mention in character.in_full] == ["Martine van Bijlert"]
    assert [mention.text for mention in character.bare] == ["Bijlert"]
    assert character.called == "van Bijlert"


@pytest.mark.parametrize(
    ("copy", "doubtful"),
    [
        ("Lena Ohlsson won. Ohlsson left.", False),
        ("Lena Ohlsson won over Mats Ohlsson.", True),
        ("The count took days, Ohlsson said. Lena Ohlsson won.", True),
    ],
)
def test_only_a_doubtful_cast_is_worked_out(story: Story, copy: str, doubtful: bool) -> None:
    document = story(copy)

    assert bool(document.view(doubtful_casts)) is doubtful
