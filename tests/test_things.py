"""Places and bodies, each with its full name and its short ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.people.mentions import Kind, entities, entity_at

Story = Callable[[str], Document]


def named_so(document: Document, name: str) -> list[str]:
    """Return how the thing of that name is named."""
    (found,) = (entity for entity in document.view(entities) if entity.name == name)
    return [mention.text for mention in found.mentions]


@pytest.mark.parametrize(
    ("copy", "name", "expected"),
    [
        (
            "The Harbour Defence Front (HDF) spoke. The HDF had won.",
            "Harbour Defence Front",
            ["Harbour Defence Front", "HDF", "HDF"],
        ),
        (
            "They asked the Office for the Care of Young Sailors (OCYS). An OCYS official came.",
            "Office for the Care of Young Sailors",
            ["Office for the Care of Young Sailors", "OCYS", "OCYS"],
        ),
        ("Then Hallberg AG cut jobs. Shares in Hallberg fell.", "Hallberg AG", ["Hallberg AG", "Hallberg"]),
        (
            "It was Nordwind Airlines Ltd that paid. Nordwind said it was glad.",
            "Nordwind Airlines Ltd",
            ["Nordwind Airlines Ltd", "Nordwind"],
        ),
        (
            "The Harbour Authority of Brekka met. Later the Authority spoke.",
            "Harbour Authority of Brekka",
            ["Harbour Authority of Brekka", "Authority"],
        ),
        (
            "The United Kingdom agreed. The UK and U.K. firms paid.",
            "United Kingdom",
            ["United Kingdom", "UK", "U.K."],
        ),
        (
            "He joined the Department of Trade and Industry.",
            "Department of Trade and Industry",
            ["Department of Trade and Industry"],
        ),
        ("They sued Johnson & Hale over it.", "Johnson & Hale", ["Johnson & Hale"]),
    ],
)
def test_short_names_are_their_bodys(story: Story, copy: str, name: str, expected: list[str]) -> None:
    assert named_so(story(copy), name) == expected


@pytest.mark.parametrize(
    ("copy", "full", "short"),
    [
        ("Anna Hallberg founded Hallberg AG. Then Hallberg sold it.", "Hallberg AG", "Then Hallberg"),
        ("The Tolvik Group paid. They drove to the town of Tolvik.", "Tolvik Group", "of Tolvik"),
        ("The Harbour Board and the School Board met. Later the Board spoke.", "School Board", "the Board"),
        ("They sued Tolvik Motors and Tolvik Foods. Then Tolvik paid.", "Tolvik Motors", "Then Tolvik"),
        ("The Panjshir Valley is shut. They hold Panjshir.", "Panjshir Valley", "hold Panjshir"),
        ("They flew to San José (SJO) late. The SJO code is old.", "San José", "The SJO"),
        (
            "South Carolina votes. In Santa Cruz it rains. Hartsville, S.C., was dry.",
            "South Carolina",
            "Hartsville, S.C.",
        ),
        ("Rain fell on Wigford Crown Court. In Wigford it snowed.", "Wigford Crown Court", "In Wigford"),
    ],
)
def test_what_may_be_another_is_left_apart(story: Story, copy: str, full: str, short: str) -> None:
    document = story(copy)
    start = copy.index(short) + len(short.rpartition(" ")[0]) + 1
    found = entity_at(document, start)

    assert found is None or found.name != full


def test_letters_for_plain_words_are_no_body(story: Story) -> None:
    document = story("The gross harbour output (GHO) fell. The GHO is low.")

    assert {entity.name: entity.kind for entity in document.view(entities)}["GHO"] is Kind.UNKNOWN
