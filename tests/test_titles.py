"""Titles of works are nobody's names and no places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.people.mentions import Kind, entities

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Her novel “The Lost Harbour” won.", {"The Lost Harbour": Kind.UNKNOWN}),
        ("She sang “Rain on Tin” at noon.", {"Rain on Tin": Kind.UNKNOWN}),
        ("He starred in “Private Rowan” at noon.", {"Private Rowan": Kind.UNKNOWN}),
        ("The film “Evening Star” won.", {"Evening Star": Kind.UNKNOWN}),
        ("The play “Remembering Anna Lind” won.", {"Anna Lind": Kind.PERSON}),
        ("The song “Paris” won.", {"Paris": Kind.PLACE}),
        ("They ran the “Harbour Lions Brigade” at noon.", {"Harbour Lions Brigade": Kind.ORGANISATION}),
        ("It was Robert “Bob” Lindqvist.", {"Robert Lindqvist": Kind.PERSON}),
    ],
)
def test_titles_in_quotation_marks(story: Story, copy: str, expected: dict[str, Kind]) -> None:
    assert {entity.name: entity.kind for entity in story(copy).view(entities)} == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("They saw *The Silent Harbour* at noon.", {"The Silent Harbour": Kind.UNKNOWN}),
        ("They saw _Halden Bay_ at noon.", {"Halden Bay": Kind.UNKNOWN}),
        ("They read *The Brekka Post* at noon.", {"Brekka Post": Kind.ORGANISATION}),
        ("It was *very* good of Anna Lind.", {"Anna Lind": Kind.PERSON}),
        ("It was *Anna Lind* who left.", {"Anna Lind": Kind.PERSON}),
        ("They drove to **Halden Bay** at noon.", {"Halden Bay": Kind.PLACE}),
        ("A star * of Halden Bay.", {"Halden Bay": Kind.PLACE}),
    ],
)
def test_titles_in_italics(markdown: Story, copy: str, expected: dict[str, Kind]) -> None:
    assert {entity.name: entity.kind for entity in markdown(copy).view(entities)} == expected
