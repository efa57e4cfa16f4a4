"""Dashes between words, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.dashes import Sign, dashes

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "signs"),
    [
        ("The bridge — the oldest — is shut.", [Sign.EM, Sign.EM]),
        ("The bridge—the oldest—is shut.", [Sign.EM, Sign.EM]),
        ("The bridge – the oldest – is shut.", [Sign.EN, Sign.EN]),
        ("The bridge - the oldest - is shut.", [Sign.HYPHEN, Sign.HYPHEN]),
        ("The bridge -- the oldest--is shut.", [Sign.DOUBLE_HYPHEN, Sign.DOUBLE_HYPHEN]),
        ("The 1996–2001 survey of the Oslo–Bergen line ran 6 – 8 weeks.", []),
        ("BERGEN, Norway (NW) — The bridge is shut.", []),
        ("Bergen (NW) — The bridge is shut.", []),
        ("Bergen, Norway NW — The bridge is shut.", []),
        ("See you on the bridge! — Marta Lind (@martalind) May 3, 2021", []),
        ("See you on the bridge! – @martalind", []),
        ("Marta Lind of the NPRA — the builder — shut the bridge.", [Sign.EM, Sign.EM]),
        ("“I never said that—” Lind began.", []),
        ("— Marta Lind, Bergen", []),
        ("A well-built, four-lane bridge won 3-2.", []),
        ("The bridge -- - the oldest - is shut.", [Sign.HYPHEN]),
        ("The bridge — — the oldest is shut.", []),
        ("The bridge -- see https://example.org/a--b and www.example.org/c--d.", [Sign.DOUBLE_HYPHEN]),
    ],
)
def test_dashes_are_told_by_their_signs(story: Story, copy: str, signs: list[Sign]) -> None:
    document = story(f"Bridge shut\n\nIt closed in May after a long winter.\n\n{copy}\n")

    assert [dash.sign for dash in document.view(dashes)] == signs


def test_dash_knows_the_spaces_round_it(story: Story) -> None:
    document = story("Bridge shut\n\nThe bridge — the oldest here — is shut.\n")

    dash = document.view(dashes)[0]

    assert (dash.span.cut(document.text), dash.spaced.cut(document.text)) == ("—", " — ")
