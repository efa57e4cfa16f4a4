"""Stances: what a story says somebody is for, against, about or set on, and what is on nobody's word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.speech.speakers.attributions import attributions, stance_attributions

Story = Callable[[str], Document]
Parts = tuple[str, str, str]
LEAD = "Harbour reopens\n\nThe harbour reopened after a storm.\n\nMarta Lind runs it. "


def read(document: Document) -> list[Parts]:
    """Return source, cue and content, in words, of each stance."""
    return [
        (
            " … ".join(span.cut(document.text) for span in each.source),
            " … ".join(span.cut(document.text) for span in each.cue),
            " … ".join(span.cut(document.text) for span in each.content),
        )
        for each in document.view(stance_attributions)
    ]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (
            "The union opposes the merger of the two ports.",
            ("The union", "opposes", "the merger of the two ports"),
        ),
        ("Berg has defended the fee since May.", ("Berg", "has defended", "the fee")),
        ("The council has seen the pier; they back the ferry.", ("they", "back", "the ferry")),
        (
            "Fishermen pushed back against the new quotas on Monday.",
            ("Fishermen", "pushed back against", "the new quotas"),
        ),
        (
            "Lind, who owns two boats, endorsed the dredging.",
            ("Lind", "endorsed", "the dredging"),
        ),
        (
            "The mayor took issue with the size of the quay.",
            ("The mayor", "took issue with", "the size of the quay"),
        ),
        ("Berg apologised for the delay.", ("Berg", "apologised for", "the delay")),
        ("The bank disputes the sum, and so does the port.", ("The bank", "disputes", "the sum")),
        ("Shipowners urged patience.", ("Shipowners", "urged", "patience")),
        ("The plan was endorsed by the union on Friday.", ("the union", "was endorsed", "The plan")),
    ],
)
def test_side_is_told_with_whom_or_what_it_is_for(story: Story, copy: str, expected: Parts) -> None:
    assert expected in read(story(f"{LEAD}{copy}\n"))


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The panel discussed the cost of the crane.", ("The panel", "discussed", "the cost of the crane")),
        ("Lind spoke about the winter of 1963.", ("Lind", "spoke about", "the winter of 1963")),
        ("Berg alluded to a second buyer.", ("Berg", "alluded to", "a second buyer")),
        ("The committee is considering a later date.", ("The committee", "is considering", "a later date")),
        ("The pilot focused on the tides.", ("The pilot", "focused on", "the tides")),
        ("The port plans to buy a tug.", ("The port", "plans", "to buy a tug")),
        (
            "Lind wants to keep the old pier, while the bank hesitates.",
            ("Lind", "wants", "to keep the old pier"),
        ),
        ("The firm has decided to leave.", ("The firm", "has decided", "to leave")),
        ("The mayor is eager to open the quay.", ("The mayor", "is eager", "to open the quay")),
        ("Berg has long been wary of new loans.", ("Berg", "has long been wary of", "new loans")),
    ],
)
def test_matter_and_intent_are_told_with_who_takes_them_up(story: Story, copy: str, expected: Parts) -> None:
    assert expected in read(story(f"{LEAD}{copy}\n"))


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Lind’s criticism of the fee grew louder.", ("Lind", "criticism of", "the fee grew louder")),
        ("The port has no plans to buy a tug.", ("The port", "plans to", "buy a tug")),
        ("Berg shares concerns about the tides.", ("Berg", "concerns about", "the tides")),
        ("The union dropped its opposition to the merger.", ("The union", "opposition to", "the merger")),
        ("Lind sees the loan as a trap.", ("Lind", "sees", "the loan as a trap")),
        ("The loan is seen as a trap.", ("", "is seen", "The loan … as a trap")),
        ("The old pier is considered a danger.", ("", "is considered", "The old pier … a danger")),
        ("The deal appears to be dead.", ("", "appears", "The deal … to be dead")),
        ("The ferry reportedly hit the quay.", ("", "reportedly", "The ferry … hit the quay")),
        (
            "When asked whether the pier would close, she shrugged.",
            ("", "asked", "whether the pier would close"),
        ),
    ],
)
def test_nouns_and_nobodys_word_are_told(story: Story, copy: str, expected: Parts) -> None:
    assert expected in read(story(f"{LEAD}{copy}\n"))


@pytest.mark.parametrize(
    "copy",
    [
        "Voters who support Lind gathered at the pier.",
        "The council could oppose the merger.",
        "There is support for the merger.",
        "The plans to the left show the quay.",
        "Her support beams were sold.",
        "You want to keep the pier.",
    ],
)
def test_what_nobody_holds_is_no_stance(story: Story, copy: str) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == []


def test_words_of_a_statement_are_no_stance_besides(story: Story) -> None:
    document = story(f"{LEAD}Lind said the union opposes the merger.\n")

    assert read(document) == []
    assert [each.cue[0].cut(document.text) for each in document.view(attributions)] == ["said"]


def test_stance_of_a_pronoun_has_its_speaker(story: Story) -> None:
    document = story(f"{LEAD}Lind left early.\n\nShe opposes the merger.\n")

    assert [each.speaker for each in document.view(stance_attributions)] == ["Marta Lind"]
