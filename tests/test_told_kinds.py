"""Told kinds: what stands beside a name says whether it is a body, a place or a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import names_index

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("An analyst at Quellmark said prices would fall.", "Quellmark"),
        ("They own a stake in the Quellmark, which digs.", "Quellmark"),
        ("Prices would fall, Quellmark analysts wrote.", "Quellmark"),
        ("According to the last Quellmark poll it was close.", "Quellmark"),
        ("After a year they bought the SET-listed Quellmark Steel for much less.", "Quellmark Steel"),
        ("Most farmers agreed, Quellmark reported on Friday.", "Quellmark"),
        ("She runs her own company, Quellmark - and a farm.", "Quellmark"),
        ("The chairwoman of Rivers Run Together, a charity, left.", "Rivers Run Together"),
        ("The head of the Clean Water Archive, a nonprofit group, left.", "Clean Water Archive"),
        ("It was told by analysts at Vandel Kest in May.", "Vandel Kest"),
    ],
)
def test_posts_shares_and_nouns_tell_a_body(story: Story, copy: str, name: str) -> None:
    found = names_index([story(copy)])

    assert [(each.name, each.kind) for each in found] == [(name, Kind.ORGANISATION)]


@pytest.mark.parametrize(
    "copy",
    [
        "In nearby Quellmark the mill has closed.",
        "The tourists sleep in Quellmark's hotels and eat there.",
        "QUELLMARK, Miss. (AP) -- It snowed.",
    ],
)
def test_what_is_near_and_has_hotels_is_a_place(story: Story, copy: str) -> None:
    found = [each for each in names_index([story(copy)]) if each.name.lower() == "quellmark"]

    assert [each.kind for each in found] == [Kind.PLACE]


@pytest.mark.parametrize(
    "copy",
    ["It was too much, and Quellmark wept.", "It was over. Related video Quellmark: “I never saw it.”"],
)
def test_who_weeps_or_speaks_is_a_person(story: Story, copy: str) -> None:
    found = names_index([story(copy)])

    assert [(each.name, each.kind) for each in found] == [("Quellmark", Kind.PERSON)]


def test_a_title_of_a_work_is_told_by_nothing(story: Story) -> None:
    found = names_index([story("They saw the play “Quellmark Runs,” a drama, twice.")])

    assert [(each.name, each.kind) for each in found] == [("Quellmark Runs", Kind.UNKNOWN)]


def test_a_war_is_no_body_by_its_apposition(story: Story) -> None:
    found = names_index([story("They fought in the Quellmark War, a movement for land.")])

    assert [(each.name, each.kind) for each in found] == [("Quellmark War", Kind.UNKNOWN)]
