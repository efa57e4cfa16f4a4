"""The attribution rules in a newsroom: silent in direct speech, and with words of the desk's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run

SAID = [
    "It is understood that the mill will close.",
    "Sources said the mill would close.",
    "Critics say the mill will close.",
    "According to media reports the mill will close.",
    "Studies show the mill will close.",
    "There are fears that the mill will close.",
    "The mill is reportedly for sale.",
    "The minister lied to parliament, unfortunately.",
    "At least 14 people were killed in the blast.",
    "The fire was caused by a faulty heater.",
    "An officer spoke on condition of anonymity.",
    "The mayor claimed that the mill was safe.",
    "The mayor said it was safe, saying it had been mended.",
    "A porter was arrested for stabbing a guard, and the killer was caught.",
]


@pytest.mark.parametrize("speech", SAID)
def test_speaker_may_say_what_copy_may_not(run: Run, desk: Path, speech: str) -> None:
    (desk / "story.txt").write_text(
        f"The council met on Monday.\n\n“{speech}” Ines Okoro, a farmer, told the council.\n",
        encoding="utf-8",
    )

    ran = run("check", "--select", "attribution", "--format", "json", "story.txt")

    assert ran.findings == []


@pytest.mark.parametrize(
    "speech",
    [
        "‘Sources said it would close, and critics fear a flood,’ Ines Okoro, a farmer, told the council.",
        "'Sources said it would close, and critics fear a flood,' Ines Okoro, a farmer, told the council.",
        "«Sources said it would close, and critics fear a flood», Ines Okoro, a farmer, told the council.",
        "``Sources said it would close, and critics fear a flood,'' Ines Okoro, a farmer, told the council.",
        "“Sources said”, Okoro wrote, “that it would close, and it is understood that they knew.”",
    ],
)
def test_any_marks_and_interruptions_make_direct_speech(run: Run, desk: Path, speech: str) -> None:
    (desk / "story.txt").write_text(f"The council met on Monday.\n\n{speech}\n", encoding="utf-8")

    ran = run("check", "--select", "attribution.vague-source", "--format", "json", "story.txt")

    assert ran.findings == []


@pytest.mark.parametrize(
    ("word_list", "word", "copy", "rule"),
    [
        ("vague-groups", "onlookers", "Onlookers say the prince is ill.", "vague-source"),
        ("belief-participles", "murmured", "It is murmured that the prince is ill.", "vague-source"),
        ("hearsay", "so the story goes", "The prince, so the story goes, is ill.", "vague-source"),
        ("anonymous-sources", "courtier", "The prince is ill, a courtier said.", "vague-source"),
        ("vague-media", "gossip columns", "Gossip columns reported a row.", "vague-source"),
        ("common-opinions", "whole town knows", "The whole town knows he is ill.", "vague-source"),
        ("common-feelings", "dread", "But the dread is that he is ill.", "vague-authority"),
        ("judgements", "cack-handed", "His cack-handed reform has begun.", "unattributed-claim"),
        ("verdicts", "bonkers", "The reform is bonkers.", "unattributed-claim"),
        ("crime-gerunds", "rustling", "He was arrested for rustling sheep.", "allegation-as-fact"),
        ("crime-agents", "rustlers", "Two rustlers were arrested.", "allegation-as-fact"),
        ("verbs-of-doubt", "alleged", "The mayor alleged that it was late.", "loaded-verb"),
    ],
)
def test_desk_adds_a_word(run: Run, desk: Path, word_list: str, word: str, copy: str, rule: str) -> None:
    (desk / "story.txt").write_text(f"The court met.\n\n{copy} It rained.\n", encoding="utf-8")
    select = ("check", "--select", f"attribution.{rule}", "--format", "json", "story.txt")
    before = run(*select).findings

    (desk / "newslint.toml").write_text(f'[lists.{word_list}]\nadd = ["{word}"]\n', encoding="utf-8")

    assert before == []
    assert [found["rule"] for found in run(*select).findings] == [f"attribution.{rule}"]


def test_desk_takes_a_word_away(run: Run, desk: Path) -> None:
    (desk / "story.txt").write_text("The court met.\n\nCritics say he is ill. It rained.\n", encoding="utf-8")
    (desk / "newslint.toml").write_text('[lists.vague-groups]\nremove = ["critics"]\n', encoding="utf-8")

    ran = run("check", "--select", "attribution.vague-source", "--format", "json", "story.txt")

    assert ran.findings == []


@pytest.mark.parametrize(
    ("copy", "message"),
    [
        (
            "The mill is sold, two other sources said.",
            "“sources said”: which source? These words give no name, no side and no way of knowing.",
        ),
        (
            "The mill is sold, a port source said.",
            "“source said”: no name, and no word on why it is kept back.",
        ),
        (
            "The mill is sold, according to a source at the port.",
            "“according to a source”: no name, and no word on why it is kept back.",
        ),
        (
            "The mill is sold, people familiar with the talks said.",
            "“people familiar with”: no name, and no word on why it is kept back.",
        ),
        (
            "Two unnamed port officials told the council that the mill is sold.",
            "“unnamed port officials told”: no name, and no word on why it is kept back.",
        ),
        (
            "The mill is sold, the Delmas Herald has learned.",
            "“the Delmas Herald has learned”: from whom? It names the newsroom, and not its source.",
        ),
    ],
)
def test_message_denies_nothing_that_copy_gives(run: Run, desk: Path, copy: str, message: str) -> None:
    (desk / "story.txt").write_text(f"The council met.\n\n{copy} It rained.\n", encoding="utf-8")

    ran = run("check", "--select", "attribution.vague-source", "--format", "json", "story.txt")

    assert [found["message"] for found in ran.findings] == [message]
