"""Places: no fix is applied that reaches beyond letters which the source holds side by side."""

from __future__ import annotations

import pytest

from newslint.core.source import Segment, SourceMap
from newslint.plugin import Span

# Source: The boats{.x} left {{ x }} at &mdash; noon
MAP = SourceMap(
    (
        Segment(0, 0, 9, 9),
        Segment(9, 13, 6, 6),
        Segment(15, 19, 1, 7, verbatim=False),
        Segment(16, 26, 4, 4),
        Segment(20, 30, 1, 7, verbatim=False),
        Segment(21, 37, 3, 3),
        Segment(24, 40, 2, 2),
    )
)


@pytest.mark.parametrize(
    "span",
    [Span(0, 9), Span(10, 12), Span(9, 15), Span(5, 5), Span(0, 0), Span(26, 26), Span(24, 24)],
)
def test_letters_of_one_stretch_may_be_edited(span: Span) -> None:
    assert MAP.verbatim(span)


@pytest.mark.parametrize(
    "span",
    [
        Span(8, 10),
        Span(14, 16),
        Span(15, 16),
        Span(20, 21),
        Span(9, 9),
        Span(15, 15),
        Span(16, 16),
        Span(21, 21),
    ],
)
def test_edit_over_or_at_the_border_of_what_was_left_out_is_refused(span: Span) -> None:
    assert not MAP.verbatim(span)
