"""Genres: what tells a news report from comment, advice and sport."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.sources.genres import is_reporting

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    "copy",
    [
        "The council sat until midnight. The mayor said the bridge would open in May.",
        "“We must build it, of course. Surely you know that we should,” the mayor said.",
        "The mayor said we were all in it. Police said so. The council said it can wait.",
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
