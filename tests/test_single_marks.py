"""UK copy, whose primary marks are single ones: what is speech, what is an apostrophe, who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.quoting.lone_marks import lone_marks
from newslint.text.quoting.quotations import quotations
from newslint.text.speech.speakers.attributions import attributions

Story = Callable[[str], Document]
LEAD = "Harbour reopens\n\nThe harbour reopened after a storm.\n\n"


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("‘We won’t sell the farmers’ land’, said Mr Berg.", ["‘We won’t sell the farmers’ land’"]),
        ("'It's the cows' fault,' she said.", ["'It's the cows' fault,'"]),
        ("‘The workers’ vote,’ she said, ‘is all’.", ["‘The workers’ vote,’", "‘is all’"]),
        ("‘Dogs’ owners,’ he said, ‘are dogs’ foes.’", ["‘Dogs’ owners,’", "‘are dogs’ foes.’"]),
        ("The farmers’ land was ‘not for sale’, he said.", ["‘not for sale’"]),
        ("He called the boss’ plan ‘a disaster’.", ["‘a disaster’"]),
        ("The players’ union says ‘no’ to the owners’ offer.", ["‘no’"]),
        ("The Beatles’ song ‘Help!’ was played at the boys’ club.", ["‘Help!’"]),
        ("It’s the ‘workers’ party’ now.", ["‘workers’ party’"]),
        ("‘Dirty tricks’ are common there.", ["‘Dirty tricks’"]),
        ("‘We’re “gutted”’, he said.", ["‘We’re “gutted”’"]),
        (
            "‘’Tis the season,’ she said, ‘and the ’90s are back’.",
            ["‘’Tis the season,’", "‘and the ’90s are back’"],
        ),
        ("‘I told them to keep goin’ and not stop’.", ["‘I told them to keep goin’ and not stop’"]),
        ("‘It was 6’ 2” tall,’ he said.", ["‘It was 6’ 2” tall,’"]),
        ("The 12' wall was 'too high', he said.", ["'too high'"]),
        ("Asked if ‘Big Jan’ would pay, he said: ‘No’.", ["‘Big Jan’", "‘No’"]),
        ("`We lost it,' said Lind.", ["`We lost it,'"]),
        ("The ‘90s were better, ‘cause rock ’n’ roll was king.", []),
        ("The ministers’ plan and the Joneses’ house, in the workers’ name.", []),
    ],
)
def test_single_marks_are_told_from_apostrophes(story: Story, copy: str, expected: list[str]) -> None:
    document = story(f"{LEAD}{copy}\n")

    assert [found.span.cut(document.text) for found in document.view(quotations)] == expected
    assert document.view(lone_marks) == ()


@pytest.mark.parametrize("mark", ["‘’", "''"])
def test_speech_in_single_marks_goes_on_in_the_paragraph_that_reopens_it(story: Story, mark: str) -> None:
    opening, closing = mark
    paragraphs = (
        f"We lost the workers{closing} barn.",
        f"It{closing}s gone.",
        f"All,{closing} said Marta Lind.",
    )
    document = story(LEAD + "\n\n".join(opening + each for each in paragraphs) + "\n")

    found = document.view(quotations)
    statement = document.view(attributions)[-1]

    assert [(each.carries_on, each.goes_on) for each in found] == [(False, True), (True, True), (True, False)]
    assert len(statement.content) == 3
    assert statement.speaker == "Marta Lind"


@pytest.mark.parametrize(
    "copy",
    [
        "‘Dirty tricks’ are common.\n\n‘We lost it,’ she said.",
        "‘We lost it, she said.\n\n‘It was old,’ she said.",
        "‘We lost it.\n\nShe wept for the ‘old’ barn.",
    ],
)
def test_single_mark_goes_on_nowhere_else(story: Story, copy: str) -> None:
    document = story(f"{LEAD}{copy}\n")

    assert not any(found.goes_on for found in document.view(quotations))


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("‘We lost the barn,’ said Marta Lind.", ("Marta Lind", "said", "‘We lost the barn,’")),
        ("‘We lost it’, she said, ‘all’.", ("she", "said", "‘We lost it’ … ‘all’")),
        (
            "Mr Berg told the BBC: ‘It’s the members’ money.’",
            ("Mr Berg", "told", "‘It’s the members’ money.’"),
        ),
        ("‘Why us?’ asked Lind. ‘Nobody knows!’", ("Lind", "asked", "‘Why us?’ … ‘Nobody knows!’")),
        ("Lind said it was ‘gone’.", ("Lind", "said", "it was ‘gone’")),
    ],
)
def test_speech_in_single_marks_has_its_speaker(
    story: Story, copy: str, expected: tuple[str, str, str]
) -> None:
    document = story(f"{LEAD}{copy}\n")
    (found,) = document.view(attributions)

    parts = (found.source, found.cue, found.content)

    assert tuple(" … ".join(span.cut(document.text) for span in part) for part in parts) == expected
