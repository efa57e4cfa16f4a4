"""Anonymities: which words grant a source anonymity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.sources.anonymities import anonymities

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    "words",
    [
        "on condition of anonymity",
        "on the condition that he not be named",
        "under condition of anonymity",
        "asked not to be identified",
        "requesting anonymity",
        "preferred to remain anonymous",
        "did not want to be named",
        "didn't wish her name to be used",
        "declined to give his name",
        "refusing to be named",
        "requested to remain unnamed",
        "spoke to reporters on background",
        "spoke to reporters off the record",
        "sought anonymity",
        "was granted anonymity",
        "would not be named",
        "asked that his name be withheld",
        "spoke only if he was not named",
    ],
)
def test_wish_refusal_or_condition_is_found(story: Story, words: str) -> None:
    document = story(f"The plan is dead, said an aide, who {words}.")

    (found,) = document.view(anonymities)
    assert words.endswith(found.cut(document.text))


@pytest.mark.parametrize(
    "copy",
    [
        "The winner asked to remain anonymous.",
        "She wanted to be named manager of the mill.",
        "He asked a man named Rider for help.",
        "The song was anonymous, and the choir asked for his name.",
        "“I asked not to be named,” said Ken Rider.",
        "The driver was not named by police.",
        "The money is being withheld.",
    ],
)
def test_other_sense_is_left_alone(story: Story, copy: str) -> None:
    assert story(copy).view(anonymities) == ()
