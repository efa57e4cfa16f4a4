"""Title case: headings whose capitals say nothing."""

from __future__ import annotations

import pytest

from newslint.text.title_case import is_title_case


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("Woman Leaves the Harbour", True),
        ("Woman Leaves Harbour Without Ticket aboard Ferry", True),
        ("Woman Leaves the harbour", False),
        ("Woman leaves the harbour", False),
        ("Anna Lindqvist", False),
        ("44 (Oslo) 31 of it", False),
    ],
)
def test_all_longer_words_but_one_in_five_have_capitals(line: str, titled: bool) -> None:
    assert is_title_case(line.split()) is titled
