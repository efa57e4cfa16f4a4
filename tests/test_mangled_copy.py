"""Copy that no reporter would file: whatever stands in it, nothing fails and every place is exact."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mutated.cases import STYLES, case
from mutated.probes import Bench

from newslint.plugin import Document
from newslint.text.names.names_index import names_index

Story = Callable[[str], Document]


def test_nothing_fails_on_bent_stories_and_every_place_is_exact() -> None:
    bench = Bench(STYLES)

    faults = [(number, fault) for number in range(300) for fault in bench.faults(case(1, number))]

    assert faults == []


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("The Ministry of  Health (MH) in Krak\u00f3w denied it.", "Krak\u00f3w"),
        ("The song \u201cHarbor  Light\u201d by Ana Petrovic sold well.", "Ana Petrovic"),
        ("The Harbor Brigade of the Ukrainian  Air Assault Forces left the U.S. with Ana Petrovic.", "U.S."),
        ("KRAK\u00d3W\u2009\u2009Nordic Bay\u2009\u2009Hotels(NBH) left for Bergen.", "Bergen"),
    ],
)
def test_wide_spaces_stop_no_names(story: Story, copy: str, name: str) -> None:
    document = story(copy)

    found = names_index([document])

    assert name in [each.name for each in found]
    assert all(place.text.split() for each in found for place in each.mentions)
    assert not any("  " in each.name for each in found)
