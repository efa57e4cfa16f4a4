"""Speakers: whom a pronoun, an office and bare speech stand for, and where nobody can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.speech.speakers.attributions import attributions

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "speaker"),
    [
        ("Marta Lind wept. She said it was lost.", "Marta Lind"),
        ("Her boss, Jan Berg, said Marta Lind agreed. He said it was lost.", "Jan Berg"),
        ("Peter Berg praised Olaf Sund. He said Sund was right.", "Peter Berg"),
        ("Marta Lind met Peter Berg. She said it was lost.", "Marta Lind"),
        ("Peter Berg met Marta Lind. He said it was lost.", "Peter Berg"),
        ("For Marta Lind, it was a folly. She said it was lost.", "Marta Lind"),
        ("James Berg and Lachlan Berg own it. James said it was lost.", "James Berg"),
        ("“It is lost,” said Marta Lind.\n\n“We will rebuild it.”", "Marta Lind"),
        ("Jan Berg spoke. He is the son of the late poet Carl Olaf Berg. Berg said no.", "Jan Berg"),
        (
            "Jan Berg ran. Berg won. Anna Berg saw.\n\nA.\n\nB.\n\nC.\n\n“It was hard,” Berg said.",
            "Jan Berg",
        ),
        (
            "“It is lost,” said Peter Berg, a baker.\n\nAsked if he trusts Olaf Sund, he said no.",
            "Peter Berg",
        ),
        ("Minister of National Planning Jan Berg said it was lost.", "Jan Berg"),
        ("“It is lost,” Peter Berg, a senior clerk at Delta said.", "Peter Berg"),
        ("Olaf Sund won.\n\nPeter Berg almost seemed to agree. “It is lost,” he said.", "Peter Berg"),
        ("When HuffPost asked Marta Lind, Lind said no. She said it was lost.", "Marta Lind"),
        ("Choosing between Peter Berg and Olaf Sund is hard, Marta Lind said. She said no.", "Marta Lind"),
        ("Marta Lind, who said it was lost, has gone.", "Marta Lind"),
        ("Jan Berg met Marta Lind.\n\nLIND: We lost it all.", "Marta Lind"),
        ("Marta Lind (@lind): We lost it all.", "Marta Lind"),
        ("Robin Berg wept. Weeks later, in the rain, Olaf Sund, a guide, came. He said no.", "Olaf Sund"),
        ("Marta Lind, who left, last week said it was lost.", "Marta Lind"),
        ("Peter Berg said no.\n\n“Olaf Sund has a plan, and it is bad,” he said.", "Peter Berg"),
        ("Peter Berg came. Berg's tone was calm. He said it was lost.", "Peter Berg"),
        ("Robin Berg said that Olaf Sund lied. But he said it was lost.", "Robin Berg"),
        ("Olaf Sund spoke.\n\nAnd Peter Berg, a baker in Oslo, wept. He said it was lost.", "Peter Berg"),
        ("When Peter Berg, a baker, had opened the shop, he said it was lost.", "Peter Berg"),
        (
            "Jan Berg, the former ambassador, left. Olaf Sund won.\n\n"
            "The former ambassador spoke with Olaf Sund. He said it was lost.",
            "Jan Berg",
        ),
        ("OSLO, Norway (AP) — Marta Lind took office on Friday. She said it was lost.", "Marta Lind"),
        ("Throughout, Peter Berg cast himself as new. He said it was lost.", "Peter Berg"),
        ("Jan Berg said no. He left. Anna Berg came. She said it was lost.", "Anna Berg"),
        ("Peter Berg said no. Women, who are many, agreed. He said it was lost.", "Peter Berg"),
        ("“It is lost,” said Robin Berg of Olaf Sund. “It is.”\n\nHe added that it was old.", "Robin Berg"),
        (
            "Jan Berg, the former governor, left.\n\nThe former governor, who once won, said it was lost.",
            "Jan Berg",
        ),
        ("Gov. Jan Berg left. Olaf Sund won.\n\nThe governor said it was lost.", "Jan Berg"),
        ("New Norland Sen. Jan Berg left. Sund won.\n\nThe New Norland senator said no.", "Jan Berg"),
        ("As Marta Lind noted on Monday, it was lost.", "Marta Lind"),
        ("Marta Lind was blunt. His answer: “Never.”", None),
    ],
)
def test_speaker_is_whom_a_reader_has_in_mind(story: Story, copy: str, speaker: str | None) -> None:
    document = story(f"Harbour reopens\n\n{copy}\n")

    assert document.view(attributions)[-1].speaker == speaker


@pytest.mark.parametrize(
    "copy",
    [
        "Marta Lind wept. He said it was lost.",
        "Peter Berg wept. She said it was lost.",
        "Marta Lind left the shop.\n\n“I am glad that Marta came to see it.”",
        "New Norland Sen. Jan Berg left. Sund won.\n\nThe Oslo senator said it was lost.",
        "Peter Berg came. Berg's brother was calm. He said it was lost.",
        "Marta Lind wept. A farmer said it was lost. She said it was old.",
        "Peter Berg wept. I asked an army spokesman why. He said it was lost.",
        "Jan Berg met Eva Sund. She said it was lost.",
        "Jan Berg said it was lost.\n\nThe only regret of Olaf Sund remains. He said it was old.",
        "Robin Berg wept. She said it was lost. Then he said it was old.",
        "Marta Lind said it was lost.\n\nThe council said no.\n\n“We are sorry.”",
        "Marta Lind said it was lost.\n\n“Lind has not been told.”",
        "Jan Berg ran. Berg won. His wife, Anna Berg, watched.\n\nIt was hard, Berg said.",
        "Marta Lind will come, an official said. “Lind,” she added, “will stay.”",
        "Tom Hale left. “It was hard,” Mrs Hale said.",
        "Jan Berg met Anna Berg. It was hard, Berg said.",
        "The officer who arrested Carl Moen said he was drunk.",
        "A lawyer representing Carl Moen said he was drunk.",
        "Peter Berg, 43, was fined. The officer who arrested him said no. He said it was lost.",
        "Marta Lind spoke first.\n\nResidents were furious.\n\n“We lost it all.”",
        "Jan Berg, an official, wept. An army official came. The official said it was lost.",
    ],
)
def test_speaker_stays_open_where_it_may_be_somebody_else(story: Story, copy: str) -> None:
    document = story(f"Harbour reopens\n\n{copy}\n")

    assert document.view(attributions)[-1].speaker is None
