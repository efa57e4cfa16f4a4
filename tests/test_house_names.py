"""The house register, and who is in a story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.people.casts import casts, doubtful_casts
from newslint.text.names.spellings.house_names import HouseName, deviations, register

Story = Callable[[str], Document]
HOUSE = register(
    [
        HouseName("Kyiv", variants=("Kiev",)),
        HouseName("Nishank Motwani"),
        HouseName("Volodymyr Zelenskiy", variants=("Zelensky", "Zelenskyy")),
        HouseName("Amal Çelik", note="Keep the cedilla."),
        HouseName("São Paulo"),
        HouseName("Al Jazeera"),
        HouseName("Mohammed bin Salman", variants=("MBS",)),
        HouseName("Nuala O’Brien"),
    ]
)


@pytest.mark.parametrize(
    ("copy", "found", "wanted"),
    [
        ("They flew to Kiev in May.", "Kiev", "Kyiv"),
        ("They met Nishank Motwany there.", "Motwany", "Motwani"),
        ("They met Nishant Motwani there.", "Nishant", "Nishank"),
        ("The talks failed, Motwany said.", "Motwany", "Motwani"),
        ("Zelenskyy left.", "Zelenskyy", "Zelenskiy"),
        ("They met Volodymyr Zelensky.", "Zelensky", "Zelenskiy"),
        ("KIEV, May 3 - It rained.", "KIEV", "KYIV"),
        ("They met Amal Celik there.", "Amal Celik", "Amal Çelik"),
        ("The talks failed, Celik said.", "Celik", "Çelik"),
        ("They flew to Sao Paulo.", "Sao Paulo", "São Paulo"),
        ("They flew to São Paolo.", "Paolo", "Paulo"),
        ("The report by Al-Jazeera was long.", "Al-Jazeera", "Al Jazeera"),
        ("The prince, Muhammad bin Salman, came.", "Muhammad", "Mohammed"),
        ("They asked MBS.", "MBS", "Mohammed bin Salman"),
        ("They met Nuala O'Brian there.", "O'Brian", "O’Brien"),
    ],
)
def test_a_name_unlike_the_register_is_found(story: Story, copy: str, found: str, wanted: str) -> None:
    document = story(copy)

    (deviation,) = deviations(document, HOUSE)

    assert deviation.span.cut(document.text) == found
    assert deviation.spelling == wanted


def test_a_register_may_have_odd_spaces(story: Story) -> None:
    document = story("They met Nishank Motwany and Anna Lind.")
    house = register(
        [HouseName("Nishank  Motwani "), HouseName("Ana Lind", variants=("Anna\u00a0\u2009Lind",))]
    )

    assert [(each.span.cut(document.text), each.spelling) for each in deviations(document, house)] == [
        ("Motwany", "Motwani"),
        ("Anna Lind", "Ana Lind"),
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "They flew to Kyiv and met Nishank Motwani. Motwani left.",
        "The Kiev Symphony Orchestra played.",
        "They met Carla Motwany there. Motwany left.",
        "Everybody likes motorways.",
        "They met Tom Celik there. Celik left.",
        "A Kyiv-Bergen line opened.",
        "The Motwani Prize went to nobody.",
        "They met Nuala O'Brien there. O'Brien left.",
        "Zelenska came with Volodymyr Zelenskiy.",
        "They met the Motwanis and flew to São Paulo.",
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
        ("Lena Ohlsson won. Lena M. Ohlsson left.", False),
        ("The count took days, Ohlsson said. Lena Ohlsson won.", False),
        (f"The count took days, Ohlsson said. Lena Ohlsson won. {'It was close. ' * 4}", True),
    ],
)
def test_only_a_doubtful_cast_is_worked_out(story: Story, copy: str, doubtful: bool) -> None:
    document = story(copy)

    assert bool(document.view(doubtful_casts)) is doubtful
