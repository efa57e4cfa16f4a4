"""Checks of attribution where a rule's examples cannot show it: related places, lists, whole stories."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from newslint.checks.attribution.unattributed_claim import UnattributedClaim
from newslint.checks.attribution.vague_source import VagueSource
from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader

Story = Callable[[str], Document]


def test_later_mentions_of_a_source_are_related_places(story: Story) -> None:
    document = story("Two sources said the mill was sold.\n\nThe sources said the price was low.")

    (problem,) = VagueSource().problems(document)

    assert problem.span.cut(document.text) == "sources said"
    assert [place.span.start for place in problem.related] == [document.text.rindex("sources said")]


def test_new_source_is_a_problem_of_its_own(story: Story) -> None:
    document = story("A source said the mill was sold.\n\nA second source said the price was low.")

    assert len(list(VagueSource().problems(document))) == 2


@pytest.mark.parametrize(
    ("later", "place"),
    [
        ("One source said", "source said"),
        ("Several sources said", "sources said"),
        ("Sources said", "Sources said"),
    ],
)
def test_source_of_which_nothing_is_told_is_one_of_those_before(story: Story, later: str, place: str) -> None:
    document = story(f"Sources at the mill said it was sold.\n\n{later} the price was low.")

    (problem,) = VagueSource().problems(document)

    assert problem.span.start == 0
    assert [each.span.cut(document.text) for each in problem.related] == [place]


@pytest.mark.parametrize("later", ["Port sources said", "A source said", "Another source said"])
def test_source_with_a_description_or_an_article_is_a_new_one(story: Story, later: str) -> None:
    document = story(f"Sources at the mill said it was sold.\n\n{later} the price was low.")

    assert len(list(VagueSource().problems(document))) == 2


def test_others_are_the_rest_of_those_in_the_sentence_before(story: Story) -> None:
    document = story("Some say the mill is sold. Others say it is let. It made paper.")

    (problem,) = VagueSource().problems(document)

    assert [place.span.cut(document.text) for place in problem.related] == ["Others say"]


def test_paragraph_of_hearsay_is_one_problem(story: Story) -> None:
    document = story("The mill is reportedly sold. It is reportedly empty.\n\nThe pier is reportedly shut.")

    problems = list(VagueSource().problems(document))

    assert [len(problem.related) for problem in problems] == [1, 0]


def test_others_of_another_paragraph_are_a_problem_of_their_own(story: Story) -> None:
    document = story("Some say the mill is sold. It made paper.\n\nOthers say it is let. It rained.")

    assert len(list(VagueSource().problems(document))) == 2


def test_experts_are_asked_after_once(story: Story) -> None:
    document = story("Experts say it will rain.\n\nThe road is dry.\n\nExperts say it will snow.")

    (problem,) = VagueSource().problems(document)

    assert len(problem.related) == 1


def test_two_vague_phrases_in_a_sentence_are_one_problem(story: Story) -> None:
    document = story("The mill was reportedly sold, local media said. It made paper.")

    (problem,) = VagueSource().problems(document)

    assert problem.span.cut(document.text) == "reportedly"
    assert len(problem.related) == 1


def test_desk_adds_a_group_of_its_own(lexicon: Lexicon) -> None:
    groups = lexicon.lists["vague-groups"]
    added = msgspec.structs.replace(groups, words=(*groups.words, "palace watchers"))
    desk = Lexicon({**lexicon.lists, "vague-groups": added})
    copy = b"Palace watchers say the prince will stay away."

    document = TextReader().read(Source("story.txt", copy), desk)

    assert [problem.data["phrase"] for problem in VagueSource().problems(document)] == ["Palace watchers say"]


def test_sentence_has_one_claim(story: Story) -> None:
    document = story("It is likely to be the most brutal winter of all time. The wheat is in.")

    assert len(list(UnattributedClaim().problems(document))) == 1


@pytest.mark.parametrize(
    ("copy", "asked"),
    [
        ("The firm warned of losses, and will close, according to sources.", 1),
        ("The firm said it would close, according to two people familiar with the plan.", 1),
        ("City prosecutors and rights groups say it is worse. It rained.", 0),
        ("Diplomatic and banking sources said it was worse. It rained.", 1),
        ("Scientists say the ice is thin. The study, out on Monday, is the first in years.", 0),
        ("Experts say the ice is thin. “But it will thicken,” said Ken Rider of Delta University.", 0),
        ("Experts say the ice is thin. But Ken Rider of Delta University said nothing.", 1),
        ("Newspapers reported a landslide. The Delmas Herald said nine had died.", 0),
        ("Newspapers reported a landslide. The road is closed.", 1),
        ("Analysts say it was dull, with pollster Ken Rider of Delta calling it a yawn. It rained.", 0),
        ("Two men were charged in Delmas with fraud. Diaz was said to have used a lost card. It rained.", 0),
        ("Diaz, who some believe may run, said no. “It is late,” she said.", 1),
        ("I cannot see why some people think so. It rained.", 0),
    ],
)
def test_source_in_reach_answers_for_the_nameless(story: Story, copy: str, asked: int) -> None:
    assert len(list(VagueSource().problems(story(copy)))) == asked
