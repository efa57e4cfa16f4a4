"""Court copy: deeds of the accused that nobody answers for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.attribution.court_copy import told_as_fact
from newslint.plugin import Document

Story = Callable[[str], Document]


def told(document: Document) -> list[str]:
    """Return who did what, in words."""
    return [
        f"{doer.cut(document.text)}: {deed.cut(document.text)}" for doer, deed in document.view(told_as_fact)
    ]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Ida Voss, 44, denies theft. Voss stole three rings from a shop.", "Voss: stole"),
        ("Carl Moen is accused of assault. He stabbed a guard at the gate.", "He: stabbed"),
        ("Two men were charged with arson. They torched a van outside the mill.", "They: torched"),
        ("Nora Quist stands accused of bribery. She bribed two clerks.", "She: bribed"),
        ("Tom Reyes, who denies fraud, is 50. Reyes defrauded his aunt.", "Reyes: defrauded"),
        ("Jan Berg is on trial for murder. Berg strangled his neighbour.", "Berg: strangled"),
        ("Olaf Sund denied extortion. Sund later blackmailed a priest.", "Sund: blackmailed"),
        ("A clerk faces charges of forgery. He forged three wills and a deed.", "He: forged"),
        ("Eva Lind denied looting. Lind looted a chemist’s.", "Lind: looted"),
        ("Peter Halloran denies arson. Halloran set the barn alight.", "Halloran: set the barn alight"),
    ],
)
def test_deed_behind_an_accusation_is_told_as_fact(story: Story, copy: str, expected: str) -> None:
    assert told(story(f"Court news\n\nThe court met on Monday.\n\n{copy}\n")) == [expected]


@pytest.mark.parametrize(
    "copy",
    [
        "The court heard that Holm was charged with theft. She stole two boats.",
        "Holm was charged with theft. She stole two boats, prosecutors said.",
        "Holm was charged with theft. She stole two boats. A neighbour said he saw her.",
        "Anna Berg denied theft. Her son stole the show at the concert.",
        "Anna Berg denied theft. Reyes stole two boats from the harbour.",
        "Beth Orlow was charged with theft. She told police she was asleep.",
        "Holm was convicted and charged with theft again. She stole two boats.",
        "Holm runs the harbour. She stole two boats.",
    ],
)
def test_deed_that_somebody_answers_for_is_not(story: Story, copy: str) -> None:
    assert told(story(f"Court news\n\nThe court met on Monday.\n\n{copy}\n")) == []
