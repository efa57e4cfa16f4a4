"""Names that stand in a list of places are places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import names_index

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "places"),
    [
        ("Trains ran from Oslo, Tolvik and Odrik.", ["Odrik", "Oslo", "Tolvik"]),
        ("Police met in Odrik, Kessa-Tol, and Bergen.", ["Bergen", "Kessa-Tol", "Odrik"]),
        ("It rained in the towns of Odrik and Zahiria.", ["Odrik", "Zahiria"]),
        ("It rained in Oslo, Bergen, Brandol al-Tor and Moss.", ["Bergen", "Brandol al-Tor", "Moss", "Oslo"]),
        ("They left for the fairs in Tampa, Fla., and Fresno, Calif.", ["Calif.", "Fla.", "Fresno", "Tampa"]),
        ("A nurse, she is from Odrik, Ohio.", ["Odrik", "Ohio"]),
        # Nothing says that the list is one of places.
        ("Some like Oslo, Tolvik and Odrik.", ["Oslo"]),
        # No list ends here.
        ("They met in Oslo, Tolvik said.", ["Oslo"]),
        ("They met in Oslo, Anna Lind and Bergen.", ["Bergen", "Oslo"]),
    ],
)
def test_a_list_of_places_tells_of_its_names(story: Story, copy: str, places: list[str]) -> None:
    found = [name.name for name in names_index([story(copy)]) if name.kind is Kind.PLACE]

    assert found == places


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("In the end the mill in Point Blue, Ohio, shut.", ["Ohio", "Point Blue"]),
        ("Some like Odrik, N.J., and its mill.", ["N.J.", "Odrik"]),
        ("In the end they shut Odrik’s port to them.", ["Odrik"]),
        ("The riot at the Capitol was long over.", ["Capitol"]),
    ],
)
def test_a_state_or_a_port_tells_of_a_place(story: Story, copy: str, names: list[str]) -> None:
    found = names_index([story(copy)])

    assert [(name.name, name.kind) for name in found] == [(name, Kind.PLACE) for name in names]


def test_a_river_goes_on_without_its_noun(story: Story) -> None:
    found = names_index(
        [story("In the end they fish in the Odrik River. He says that the Odrik is very dirty.")]
    )

    assert [(name.name, name.kind) for name in found] == [
        ("Odrik", Kind.PLACE),
        ("Odrik River", Kind.PLACE),
    ]
