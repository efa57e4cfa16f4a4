"""Genres: what tells a news report from comment, advice and sport."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.sources.genres import Genre, genre, is_reporting

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    "copy",
    [
        "The council sat until midnight. The mayor said the bridge would open in May.",
        "“We must build it, of course. Surely you know that we should,” the mayor said.",
        "The mayor said we were all in it. Police said so. The council said it can wait.",
        "The Delmas Herald said in an editorial that the bridge is a folly. The mayor said: no.",
        "Two firms said today they would merge. The groups said on Monday that the law was unjust.",
        "The league met in Geneva. Ministers said the season was over.",
    ],
)
def test_story_reports(story: Story, copy: str) -> None:
    assert is_reporting(story(copy))


@pytest.mark.parametrize(
    "copy",
    [
        "We must build the bridge, of course. The mayor said no.",
        "Who pays? Who builds? Surely not the council.",
        "I went to Delmas. I saw the bridge, and I was moved by what I saw.",
        "You can mend it yourself. You need a saw, and you need your nails.",
        "The bridge will open in May. The views expressed in this article are the writer's own.",
        "The Delmas Herald said in an editorial on Monday, Oct. 4: The bridge is a folly. The mayor said no.",
        "The clerk is held under an unjust law, six rights groups said today. The council must free her.",
        "The striker and the goalkeeper met the coach at the second half of the tournament.",
    ],
)
def test_story_comments_advises_or_follows_a_game(story: Story, copy: str) -> None:
    assert not is_reporting(story(copy))


PADDING = "The bridge is 300 metres long and has stood for nine winters by the old mill. " * 60


@pytest.mark.parametrize(
    ("copy", "reports"),
    [
        (f"The mayor opened it in May. {PADDING}", False),
        (f"The mayor said it was safe. Police said it was shut. The council said no. {PADDING}", True),
    ],
)
def test_long_story_calls_on_sources(story: Story, copy: str, reports: bool) -> None:
    assert is_reporting(story(copy)) is reports


FEAST = """Lemon cake

Preheat the oven to 180C and line a tin with baking paper. Beat the butter pale, and fold in the flour.
"""
PROGRAMME = """What is on

The Mill, Friday, 7.30pm. Tickets £12, doors open at 7pm. Old Chapel, Sunday, 11am to 4pm. Children free.
"""
LIFE = """Tom Reyes

Tom Reyes, who has died aged 88, built boats in Delmas. His wife predeceased him. He is survived by two sons.
"""
TALE = """The keeper

The rain had come in from the sea before he woke, and the lamp was out. He pulled on his boots and climbed.
The stairs were wet, and the wind stood over the bay like a cow over a gate. She turned away from the window.
The boat was gone, and so was the rope. He looked at the hook for a long while, as if it could come back.
Then the dog barked twice at the door, and he knew that the night was not over and that he would go down.
"""


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (FEAST, Genre.RECIPE),
        (PROGRAMME, Genre.LISTING),
        (LIFE, Genre.OBITUARY),
        (TALE, Genre.LITERATURE),
        ("The striker and the goalkeeper met the coach at the second half of the tournament.", Genre.SPORT),
        ("We must build the bridge, of course. The mayor said no.", Genre.COMMENT),
    ],
)
def test_text_of_another_trade_is_told_by_its_words(story: Story, copy: str, expected: Genre) -> None:
    assert story(copy).view(genre) is expected


@pytest.mark.parametrize(
    "copy",
    [
        "A baker was fined on Friday for selling flour and butter past their date, the court heard.",
        "Tickets for the concert were forged, police said. The box office closed at noon.",
        "The general was buried on Friday. A memorial service drew thousands, officials said.",
        TALE.replace("Then the dog", "Police said the dog"),
        TALE.replace("The rain had come", "The rain on Monday had come"),
        "The bridge fell. Nobody knows why, and nobody was on it.",
    ],
)
def test_news_about_another_trade_is_news(story: Story, copy: str) -> None:
    assert story(copy).view(genre) is Genre.NEWS
