"""Where a surname alone means its bearer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document, Span
from newslint.text.names.people.surnames import means_bearer

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    "copy",
    [
        "The vote was lost, Ortega said.",
        "They met Ortega in Porto.",
        "Ortega's bakery burned down.",
        "Costa and Ortega left.",
        "“We lost,” Ortega said.",
    ],
)
def test_a_bare_surname_means_its_bearer(story: Story, copy: str) -> None:
    assert means_bearer(story(copy), _ortega(copy))


@pytest.mark.parametrize(
    "copy",
    [
        "They read the Ortega report.",
        "A top Ortega aide left.",
        "Two Ortega campaigns began.",
        "It was a pre-Ortega law.",
        "The elder Ortega left.",
        "Neither Ortega nor Costa family members came.",
        "(Photo by HNA/Luisa Ortega)",
        "Luisa “Lu” Ortega left.",
        "Ortega & Sons closed.",
        "They voted for L. Ortega again.",
    ],
)
def test_what_is_called_after_somebody_is_not_he(story: Story, copy: str) -> None:
    assert not means_bearer(story(copy), _ortega(copy))


def _ortega(copy: str) -> Span:
    start = copy.index("Ortega")
    return Span(start, start + len("Ortega"))
