"""Claims: what copy says in its own voice, kind by kind, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.attribution.claims import claims
from newslint.plugin import Document

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("The mayor embezzled 4 million euros.", "accusations: embezzled"),
        ("Two nurses were poisoned by agents of the state.", "accusations: poisoned by agents"),
        ("The firm lied to investors.", "accusations: lied"),
        ("The blast left 14 dead.", "casualties: 14 dead"),
        ("The storm left 2,000 people homeless.", "casualties: 2,000 people homeless"),
        ("Fourteen people are still missing.", "casualties: Fourteen people are still missing"),
        ("The army massacred 40 villagers.", "casualties: massacred 40 villagers"),
        ("The fire was due to a faulty heater.", "causes: was due to"),
        ("The collapse was the result of poor upkeep.", "causes: was the result of"),
        ("The move will also hurt farmers.", "predictions: will also hurt"),
        ("The tax is deeply unfair.", "judgements: unfair"),
        ("It is the city's most dangerous road.", "judgements: most dangerous"),
    ],
)
def test_claim_is_found(story: Story, copy: str, found: str) -> None:
    document = story(copy)

    (claim,) = claims(document)

    assert f"{claim[0]}: {claim[1].cut(document.text)}" == found


@pytest.mark.parametrize(
    "copy",
    [
        "The band stole the show and forged a career.",
        "The accusation that Rider lied to her was dropped.",
        "They sued the priests who abused children.",
        "He stole 4 million euros and was sentenced on Monday.",
        "Trucks carried dozens of dead bodies.",
        "Fish won the final 6-2 in a dead rubber.",
        "Last June a blast killed 14 people.",
        "A year later a bomb hit the embassy, killing 23 people.",
        "The mill closed in 1983. A fire killed 14 people.",
        "They asked whether the fire was caused by a heater.",
        "It is known how catastrophic the blast was.",
        "He was named one of the city's 25 most influential people.",
        "There were insufficient beds.",
        "Delmas was rocked by two similar, sudden attacks.",
    ],
)
def test_no_claim_is_found(story: Story, copy: str) -> None:
    assert list(claims(story(copy))) == []
