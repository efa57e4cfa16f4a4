"""Kinds of quotation: speech, parts of it, scare quotes, titles and nicknames."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.speech.speakers.attributions import Manner, attributions
from newslint.text.speech.statements.quotation_kinds import QuotationKind, quotation_kinds

Story = Callable[[str], Document]
LEAD = "Harbour reopens\n\nThe harbour reopened after a storm.\n\n"
SPEECH, PARTIAL, SCARE = QuotationKind.SPEECH, QuotationKind.PARTIAL, QuotationKind.SCARE
TITLE, NICKNAME = QuotationKind.TITLE, QuotationKind.NICKNAME


@pytest.mark.parametrize(
    ("copy", "kinds"),
    [
        ("“We lost it,” she said, “and we wept.”", [SPEECH, SPEECH]),
        ("Lind said: “We lost it all.”", [SPEECH]),
        ("He said, “there is a line we will not cross.”", [SPEECH]),
        ("‘We lost it,’ she said. ‘It was old’.", [SPEECH, SPEECH]),
        ("“First the rain.\n\n“Then the wind,” she said.", [SPEECH, SPEECH]),
        ("Protesters chanted “Out, Out, Out!” at the gate.", [SPEECH]),
        ("Lind called the plan “a folly” and “a waste”.", [PARTIAL, PARTIAL]),
        ("The barn was “gone for good,” Lind said.", [PARTIAL]),
        ("The so-called “barn tax” is dead.", [SCARE]),
        ("The “experts” were wrong.", [SCARE]),
        ("The word “barn” is old.", [SCARE]),
        ("Her novel “Storm at Sea” and the film, “Rain,” sold well.", [TITLE, TITLE]),
        ("“Storm at Sea,” a novel by Lind, sold well.", [TITLE]),
        ("Lind, who sang “Storm” in May, left.", [TITLE]),
        ("On NBC’s “Meet the Press,” Lind wept.", [TITLE]),
        ("Marta “The Wall” Lind won.", [NICKNAME]),
        ("Jan Berg, known to all as “Big Jan”, won.", [NICKNAME]),
        ("Lind (‘the Duke’) won.", [NICKNAME]),
    ],
)
def test_what_stands_in_marks_is_told_apart(story: Story, copy: str, kinds: list[QuotationKind]) -> None:
    assert [*story(f"{LEAD}{copy}\n").view(quotation_kinds)] == kinds


@pytest.mark.parametrize(
    "copy",
    [
        "Lind sang “Storm at Sea” and “Rain” in Oslo.",
        "She starred in “Storm at Sea.”",
        "He wrote “Storm at Sea,” which won a prize.",
        "Lind offered “Storm at Sea” at the fair.",
    ],
)
def test_title_is_nothing_that_somebody_says(story: Story, copy: str) -> None:
    assert story(f"{LEAD}{copy}\n").view(attributions) == ()


def test_title_makes_no_speech_of_what_is_reported(story: Story) -> None:
    document = story(f"{LEAD}Lind, the author of “Storm at Sea,” said “Rain Again” was lost.\n")
    (found,) = document.view(attributions)

    assert found.manner is Manner.INDIRECT
    assert found.source[0].cut(document.text) == "Lind, the author of “Storm at Sea,”"
