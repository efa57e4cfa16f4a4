"""Correction notices repeat what was wrong, and are compared with nothing."""

from __future__ import annotations

import pytest

from newslint import lint

BODY = "The ferry sank on Wednesday, Sept. 1, 2021.\n\n"


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: The ferry sank on Tuesday, Sept. 1, 2021.",
        "CORRECTION (March 3, 2022): The ferry sank on Tuesday, Sept. 1, 2021.",
        "Clarification, 3 March 2022: The ferry sank on Tuesday, Sept. 1, 2021.",
        "Editor’s note: The ferry sank on Tuesday, Sept. 1, 2021.",
        "Corrections and clarifications\n\nThe ferry sank on Tuesday, Sept. 1, 2021.",
        "An earlier version of this article said that it sank on Tuesday, Sept. 1, 2021.",
        "This article was amended on 3 March. It said Tuesday, Sept. 1, 2021.",
        "This story has been updated to correct the day: Tuesday, Sept. 1, 2021.",
    ],
)
def test_notice_is_compared_with_nothing(notice: str) -> None:
    assert lint(BODY + notice + "\n").findings == ()


@pytest.mark.parametrize(
    "copy",
    [
        "Corrections officers met on Tuesday, Sept. 1, 2021.",
        "An earlier version of the bill was dated Tuesday, Sept. 1, 2021.",
        "The map was corrected on Tuesday, Sept. 1, 2021, by the harbor office.",
    ],
)
def test_copy_that_speaks_of_corrections_is_no_notice(copy: str) -> None:
    assert [finding.text for finding in lint(BODY + copy + "\n").findings] == ["Tuesday, Sept. 1, 2021"]


def test_spelling_that_only_a_notice_has_is_no_other_spelling() -> None:
    story = "Nishank Motwani said so. Motwani left.\n\nCorrection: An earlier version had Nishank Motwany.\n"

    assert lint(story, config=None).findings == ()


def test_spelling_that_the_copy_has_twice_is_told_without_the_notice() -> None:
    story = (
        "Nishank Motwani said so. Motwani left. Nishank Motwany came back. Motwani slept.\n\n"
        "Correction: An earlier version had Nishank Motwany.\n"
    )

    findings = lint(story).findings

    assert [(finding.rule, finding.text) for finding in findings] == [
        ("names.inconsistent-spelling", "Motwany")
    ]
    assert all(place.start.offset < story.index("Correction") for place in findings[0].related)
