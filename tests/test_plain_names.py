"""Plain names: what has capitals and names nothing is no row of `newslint names`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.names_index import names_index

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("Anna Lind spoke to the Deputy Prime Minister in Oslo.", ["Anna Lind", "Oslo"]),
        ("Ironically, Anna Lind stayed. Fulfilling, she called it.", ["Anna Lind"]),
        ("Ironically, Anna Lind stayed. Boris left.", ["Anna Lind", "Boris"]),
        ("Anna Lind met the Party and the Group in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind left the Arab-American club in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind, R-Iowa, left the South American club at 9 p.m. GMT.", ["Anna Lind"]),
        ("Anna Lind left the Santa Clara-based firm. All Rights Reserved.", ["Anna Lind"]),
        ("Anna Lind and other CEOs met NGOs in Oslo.", ["Anna Lind", "Oslo"]),
        ("U.S. Secretary of State Anna Lind left. AP Photographer stood by.", ["Anna Lind"]),
        ("Anna Lind, D-Ohio, who left the Hong Kong-listed firm, spoke.", ["Anna Lind"]),
        ("Anna Lind led the General Staff for years.", ["Anna Lind"]),
        ("Mr. Short met Anna Lind in Oslo.", ["Short", "Anna Lind", "Oslo"]),
        ("Prosecutors said so, and Anna Lind told the prosecutors more about it.", ["Anna Lind"]),
        ("Anna Lind asked about a Congressional inquiry and clicked on Login.", ["Anna Lind"]),
        ("Anna Lind asked about the US-supplied planes and the World War II-era ones.", ["Anna Lind"]),
        ("Anna Lind and other Arizonans and African-Americans met in AUGUST in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind ran on Memorial Day in Oslo and won.", ["Anna Lind", "Oslo"]),
        ("Anna Lind sold less in the January-to-March period in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind asked the Texas Republican and the Ministry at 2 A.M. in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind left the Southeast Asian lands in the Israel-Hamas war.", ["Anna Lind"]),
        (
            "Having DNA-suitable wood helped Anna Lind and Hau Lung-bin in Oslo.",
            ["Anna Lind", "Hau Lung-bin", "Oslo"],
        ),
        ("Anna Tapper took the Hong Kong-Beijing train for HKD937.\n\nTAPPER: It is so.", ["Anna Tapper"]),
        ("Neighbors said so, and Anna Lind signed two Executive Orders in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind, the New Yorker, left the North Carolina Republican in Oslo.", ["Anna Lind", "Oslo"]),
        ("Lind Breaks With Oslo\n\nIn the end Anna Lind spoke of it to them.", ["Anna Lind"]),
        ("Anna Lind asked 19 Storting MPs and the Norway Refugees in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind heard nothing in Oslo from the President or the Lind camp.", ["Anna Lind", "Oslo"]),
        ("Anna Lind, an Orlando Democrat, paid NT$50 for it in Oslo.", ["Anna Lind", "Oslo"]),
        ("Five came: Ole Holm, Jr., 38, and Anna Lind of Oslo.", ["Ole Holm", "Anna Lind", "Oslo"]),
        ("Hillary Clinton Sides With Oslo\n\nIn the end Marta Long spoke of it to them.", ["Marta Long"]),
        ("Anna Lind Speaks Of Oslo\n\nIn the end Marta Long spoke of it to them.", ["Marta Long"]),
        ("Anna Lind, the Director of Public Security, spoke of it on X in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind asked for a World Class University that lasts in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind left the Chinese Embassy and the 4th District in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind paid R92 million in FY2024 and spoke of Lindism and Islamophobia.", ["Anna Lind"]),
        ("Anna Lind asked the Linds about the Lind-Norway deal and a Sri Lankan one.", ["Anna Lind"]),
        ("Anna Lind heard of the Sino-Norwegian deal in Taliban-ruled Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind asked the Foreign Trade and Tourism Minister in Oslo about it.", ["Anna Lind", "Oslo"]),
        ("VIDEO: Anna Lind leaves Oslo. Ltd was on the sign.", ["Anna Lind", "Oslo"]),
        ("Anna Lind called it a “WITCH HUNT” and asked the Senate Democrats in Oslo.", ["Anna Lind", "Oslo"]),
        ("Anna Lind asked the Texas Governor and some Alabamians about SOEs.", ["Anna Lind"]),
        ("Anna Lind taught Physical Education for years.", ["Anna Lind"]),
        ("A former Marine, Anna Lind wrote of Islam.", ["Anna Lind"]),
        (
            "Kidnapped Girl Found Safe In Oslo\n\nAnna Lind spoke to the police in Oslo.",
            ["Anna Lind", "Oslo"],
        ),
    ],
)
def test_plain_words_with_capitals_are_no_names(story: Story, copy: str, names: list[str]) -> None:
    found = names_index([story(copy)])

    assert sorted(name.name for name in found) == sorted(names)
