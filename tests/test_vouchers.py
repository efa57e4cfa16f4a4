"""Vouchers: who answers for which words of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document, Span
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near, neighbours, stances, vouchers

Story = Callable[[str], Document]


def answered(document: Document, words: str) -> bool:
    """Tell whether somebody answers for *words*."""
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return any(each.answers_for(span) for each in vouchers(document, sentence_at(document, start)))


@pytest.mark.parametrize(
    "copy",
    [
        "Police said the CLAIM was false.",
        "The CLAIM was false, police said.",
        "The CLAIM was false, said Ken Rider, a city engineer.",
        "After the vote, Rider said, the CLAIM was dropped.",
        "According to Radio Delta, the CLAIM was false.",
        "Ken Rider, an engineer for the city, said the CLAIM was false.",
        "The study found that the CLAIM was false.",
        "The CLAIM was false, the chairman said.",
        "The CLAIM was false, the captain complained.",
        "The CLAIM was false, the mayor and others said.",
        "The CLAIM was false, his lawyers said.",
        "The CLAIM was false, the ministry's media office said.",
        "The CLAIM was false, Ken Rider, an engineer for the city, told reporters.",
        "The villagers complained that the CLAIM was false.",
        "In the mayor's view, the CLAIM was false.",
        "As the mayor put it, the CLAIM was false.",
        "The CLAIM stemmed from her song, she told Radio Delta in the 1990s.",
        "The CLAIM was false, state media said.",
        "It rained, with Radio Delta reporting the CLAIM was false.",
        "He did not speak of it on Monday, but did say the CLAIM was false.",
        "“It rained, and the CLAIM was false,” said Ken Rider, a city engineer.",
        "One was freed, the CLAIM was false, and one is held, according to the harbour office.",
        "The CLAIM was false, Schäpe says.",
        "Schäpe also said that the CLAIM was false.",
        "The CLAIM was false, according to Goldman analysts.",
    ],
)
def test_source_answers_for_its_statement(story: Story, copy: str) -> None:
    assert answered(story(copy), "CLAIM")


@pytest.mark.parametrize(
    "copy",
    [
        "Ken Rider, who CLAIM to be abroad, said the talks were over.",
        "“He will help,” Rider added, referring to a job he CLAIM to want.",
        "According to the official count he lost, and it CLAIM that he will go.",
        "The CLAIM was false, sources said.",
        "The CLAIM was false, people familiar with the government's plans said.",
        "The CLAIM was false, an expert said.",
        "The mayor urged the firm, which CLAIM to be in talks, to think again.",
        "The driver was told that the CLAIM was false.",
        "The CLAIM was false, local media said.",
        "Rider read a new version of the report, and sources told him the CLAIM was false.",
        "The storm Maria, said to have cost millions, CLAIM.",
        "The CLAIM was false.",
    ],
)
def test_bystander_answers_for_nothing(story: Story, copy: str) -> None:
    assert not answered(story(copy), "CLAIM")


@pytest.mark.parametrize(
    ("copy", "judged"),
    [
        ("The CLAIM is seen as false by the city council.", True),
        ("The mayor regards the CLAIM as false.", True),
        ("The CLAIM is seen as aimed at a visit by the mayor.", False),
        ("The CLAIM was condemned by critics.", False),
    ],
)
def test_judge_stands_before_the_verb_or_after_by(story: Story, copy: str, judged: bool) -> None:
    document = story(copy)
    start = copy.index("CLAIM")

    found = stances(document, sentence_at(document, start))

    assert any(each.answers_for(Span(start, start + 5)) for each in found) is judged


def test_quoted_source_answers_for_nothing(story: Story) -> None:
    document = story("“Police said the CLAIM was false and went home.”")

    assert not answered(document, "CLAIM")


def test_neighbours_stand_across_paragraphs(story: Story) -> None:
    document = story("The dam held all night.\n\nThe road did not.\n\nNobody was hurt.")

    earlier, later = neighbours(document, document.text.index("road"))

    assert earlier is not None
    assert later is not None
    assert earlier.cut(document.text) == "The dam held all night."
    assert later.cut(document.text) == "Nobody was hurt."


def test_copy_without_full_stops_is_read_near_the_words_only(story: Story) -> None:
    document = story("the mayor said " * 2_000 + "the CLAIM was false " + "they said " * 2_000)
    start = document.text.index("CLAIM")

    found = vouchers(document, near(sentence_at(document, start), start))

    assert all(abs(each.name.start - start) < 500 for each in found)
