"""Orphan speech: quotations of which no reader can tell who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.speech.speakers.orphan_speech import orphan_speech

Story = Callable[[str], Document]
SPEECH = "“We worked for three nights to get the cranes back on their rails.”"
NOTHING = "The harbour wall fell in January. Its stones lay in the basin until May."


def orphans(document: Document) -> list[str]:
    """Return the words of the orphan speech."""
    return [span.cut(document.text) for span in document.view(orphan_speech)]


def test_speech_without_a_speaker_in_reach_is_an_orphan(story: Story) -> None:
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{SPEECH}\n\nThe next ferry leaves on Friday.\n")

    assert orphans(document) == [SPEECH]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The council said the wall was safe.", "The next ferry leaves on Friday."),
        ("“It is safe,” said Marta Lind.", "The next ferry leaves on Friday."),
        ("Marta Lind walked along the wall.", "The next ferry leaves on Friday."),
        ("She has run the harbour since May.", "The next ferry leaves on Friday."),
        ("The council’s note reads:", "The next ferry leaves on Friday."),
        (NOTHING, "“The wall will hold,” Marta Lind said."),
        ("Why did the wall fall?", "The next ferry leaves on Friday."),
        (NOTHING, "Marta Lind, harbour master"),
        (NOTHING, "— Marta Lind, harbour master"),
        (NOTHING, "She has run the harbour since May."),
        ("The storm tore at it. The judge had no pity.", "The next ferry leaves on Friday."),
        ("Asked about the wall, one farmer shrugged.", "The next ferry leaves on Friday."),
        ("Her reply was short.", "The next ferry leaves on Friday."),
        ("The harbour union issued a statement on Friday.", "The next ferry leaves on Friday."),
        ("The ministry was unmoved.", "The next ferry leaves on Friday."),
        ("For Marta Lind, the wall is a lifeline.", "The next ferry leaves on Friday."),
        ("Although the storm came early, Marta Lind slept.", "The next ferry leaves on Friday."),
        (NOTHING, "So said Marta Lind, who owns a boat."),
        (NOTHING, "Those were the words of Marta Lind, who owns a boat."),
        (NOTHING, "That was the message from the harbour union on Friday."),
        (NOTHING, "Her voice broke."),
        (NOTHING, "Lind, who owns a boat, is not alone."),
    ],
)
def test_speaker_next_door_is_carried_over(story: Story, before: str, after: str) -> None:
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{before}\n\n{SPEECH}\n\n{after}\n")

    assert orphans(document) == []


@pytest.mark.parametrize(
    "copy",
    [
        "“We worked for three nights to get the cranes back on their rails”.",
        "“We worked for three nights to get the cranes back on their rails”",
        f"And: {SPEECH}",
        f"The mood is dark. {SPEECH}",
        f"The mood is dark. The wall is gone. And: {SPEECH}",
    ],
)
def test_speech_is_found_with_its_stop_outside_and_after_a_sentence(story: Story, copy: str) -> None:
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{copy}\n\nThe next ferry leaves on Friday.\n")

    assert [words.strip(".") for words in orphans(document)] == [copy[copy.index("“") :].strip(".")]


def test_sentence_about_somebody_in_the_paragraph_itself_leads_in(story: Story) -> None:
    copy = f"The mood is dark. A baker shrugs. {SPEECH}"
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{copy}\n\nThe next ferry leaves on Friday.\n")

    assert orphans(document) == []


def test_display_quotation_that_the_story_says_again_is_no_orphan(story: Story) -> None:
    again = f"Marta Lind said: {SPEECH}"
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{SPEECH}\n\n{NOTHING}\n\n{again}\n")

    assert orphans(document) == []


@pytest.mark.parametrize(
    ("before", "speech"),
    [
        ("Marta Lind will run the harbour.", "“We look forward to the day when Ms. Lind is in charge.”"),
        ("Marta Lind said the wall was safe.", "“We never heard a word of it from Lind.”"),
        ("A study found that the wall was safe.", "“I never believed a word of it, and it fell.”"),
        ("The harbour company runs forty cranes and six ferries, two of them on the northern route.", SPEECH),
        ("The general election will be held in March, and the harbour will be closed.", SPEECH),
    ],
)
def test_one_who_cannot_be_the_speaker_is_not_carried_over(story: Story, before: str, speech: str) -> None:
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{before}\n\n{speech}\n\nThe ferry left.\n")

    assert orphans(document) == [speech]


def test_speech_with_a_lost_mark_is_no_orphan(story: Story) -> None:
    speech = "“We worked for three nights, Lind said. “It holds.”"
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{NOTHING}\n\n{speech}\n\nThe ferry left.\n")

    assert orphans(document) == []


@pytest.mark.parametrize(
    "copy", ["“Pride of Bergen, a ship of the line”", f"{SPEECH} Lind said.", f"The note: {SPEECH}"]
)
def test_title_or_attributed_speech_is_no_orphan(story: Story, copy: str) -> None:
    document = story(f"Harbour reopens\n\n{NOTHING}\n\n{copy}\n\nThe next ferry leaves on Friday.\n")

    assert orphans(document) == []


def test_speech_that_carries_on_is_no_orphan(story: Story) -> None:
    document = story(f"Harbour reopens\n\n{NOTHING}\n\nLind said: “It held.\n\n{SPEECH}\n\nThe ferry left.\n")

    assert orphans(document) == []


def test_title_that_heads_a_listing_is_no_speech(story: Story) -> None:
    document = story(
        f"What to see\n\n{NOTHING}\n\n“It Came From the Harbour: Live in Bergen!”\n\nUntil May.\n"
    )

    assert orphans(document) == []


@pytest.mark.parametrize(
    "before",
    [
        "Researchers found that the wall had moved by a hand a year.",
        "Ship owners are now demanding a second wall, and a third one at the mouth of the bay.",
        "Some analysts believe the wall was never safe, and that a second one would be no better.",
        "Landowners along the bay have refused to pay for a wall that shelters only the port.",
        "Residents say the wall shook for an hour before the first of its stones fell into the bay.",
    ],
)
def test_people_without_a_name_give_no_voice_to_new_speech(story: Story, before: str) -> None:
    document = story(
        f"Harbour reopens\n\n{NOTHING}\n\n{before}\n\n{SPEECH}\n\nThe next ferry leaves on Friday.\n"
    )

    assert orphans(document) == [SPEECH]


@pytest.mark.parametrize(
    "before",
    [
        "The researchers found that the wall had moved by a hand a year.",
        "Lind also spoke about the wall, which holds back the bay.",
        "Marta Richards often walked along the wall.",
    ],
)
def test_people_whom_the_story_knows_go_on_speaking(story: Story, before: str) -> None:
    lead = f"Harbour reopens\n\nMarta Lind runs it. {NOTHING}"
    document = story(f"{lead}\n\n{before}\n\n{SPEECH}\n\nThe next ferry leaves on Friday.\n")

    assert orphans(document) == []
