"""The forms in which copy names a speaker outside a clause: signatures, lead-ins, asides, dissent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.speech.speakers.attributions import attributions

Story = Callable[[str], Document]
LEAD = """Harbour reopens

Marta Lind runs the harbour. Jan Berg, an engineer, works there. Anna Orlow is the pilot.

"""


def said(story: Story, copy: str) -> list[tuple[str, str]]:
    """Return the words for the source, and the content, of each statement below the lead."""
    document = story(f"{LEAD}{copy}\n")
    found = [each for each in document.view(attributions) if each.content[0].start >= len(LEAD)]
    return [
        (
            " … ".join(span.cut(document.text) for span in each.source),
            " … ".join(span.cut(document.text) for span in each.content),
        )
        for each in found
    ]


QUOTED = "“We lost the crane and half the quay.”"


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        (f"{QUOTED} - Anna Orlow", "Anna Orlow"),
        (f"{QUOTED} – Anna Orlow", "Anna Orlow"),
        (f"{QUOTED} — Jan Berg, engineer", "Jan Berg, engineer"),
        (f"{QUOTED} ~ Jan Berg", "Jan Berg"),
        (f"{QUOTED} -- Marta Lind.", "Marta Lind"),
        (f"{QUOTED} (Anna Orlow)", "Anna Orlow"),
        ("“We lost the crane and half the quay” (Jan Berg).", "Jan Berg"),
        (f"{QUOTED}\n\n— Marta Lind, harbour master", "Marta Lind, harbour master"),
        (f"{QUOTED}\n\n- Anna Orlow", "Anna Orlow"),
        (f"{QUOTED} “It was the tide.” – Anna Orlow", "Anna Orlow"),
    ],
)
def test_signature_names_the_speaker(story: Story, copy: str, name: str) -> None:
    assert said(story, copy)[-1][0] == name


@pytest.mark.parametrize(
    ("signature", "source"),
    [
        (" — Rep. Eva Brandt", "Rep. Eva Brandt"),
        (" ~ Rep. Eva Brandt", "Rep. Eva Brandt"),
        (" – Eva J. Brandt, a voter", "Eva J. Brandt, a voter"),
        (" — former guard Eva Brandt on Coach Paul Tamsen", "former guard Eva Brandt"),
        ("\n\n— retired teacher Eva Brandt", "retired teacher Eva Brandt"),
        (" — a retort to Eva Brandt", ""),
        (" — words that Eva Brandt regrets", ""),
    ],
)
def test_signature_has_a_title_or_a_role(story: Story, signature: str, source: str) -> None:
    assert source in [each for each, _ in [*said(story, f"{QUOTED}{signature}"), ("", "")]]
    assert all(each == source for each, _ in said(story, f"{QUOTED}{signature}"))


@pytest.mark.parametrize(
    "copy",
    [
        f"{QUOTED} (The crane was new.)",
        f"{QUOTED}\n\nThe crane was new.",
        f"{QUOTED} – and the pier as well.",
        "“Storm” (Oslo) opens tonight.",
    ],
)
def test_what_stands_behind_speech_without_a_name_signs_nothing(story: Story, copy: str) -> None:
    assert all(not source for source, _ in said(story, copy))


@pytest.mark.parametrize(
    ("copy", "source"),
    [
        (f"From Paul Tamsen, an analyst: {QUOTED}", "Paul Tamsen, an analyst"),
        (f"From Paul Tamsen, who owns two boats: {QUOTED}", "Paul Tamsen, who owns two boats"),
        (f"From the harbour office: {QUOTED}", "the harbour office"),
        (f"This from Anna Orlow, the pilot: {QUOTED}", "Anna Orlow, the pilot"),
        (f"From the desk of Paul Tamsen, an analyst: {QUOTED}", "Paul Tamsen, an analyst"),
        (f"From the start, Anna Orlow was blunt: {QUOTED}", "Anna Orlow"),
        (f"The pilot, Anna Orlow: {QUOTED}", "The pilot, Anna Orlow"),
        (f"The pilot, Anna Orlow, was blunt: {QUOTED}", "The pilot, Anna Orlow"),
        (f"Her aunt, Eva Brandt, by phone from Tromso: {QUOTED}", "Her aunt, Eva Brandt"),
        (f"Her aunt, Eva Brandt, in a letter to the council: {QUOTED}", "Her aunt, Eva Brandt"),
        (f"The pilot, Anna Orlow, after the storm: {QUOTED}", "The pilot, Anna Orlow"),
        (f"The sign, in red, on the door: {QUOTED}", "The sign"),
        (f"Here is how Eva Brandt, a diver, put it: {QUOTED}", "Eva Brandt, a diver"),
        (f"And here is Eva Brandt, our reader: {QUOTED}", "Eva Brandt, our reader"),
        (f"Said Beth: {QUOTED}", "Beth"),
        (f"Said Beth, the cook: {QUOTED}", "Beth, the cook"),
        (f"Added Lind, a former pilot: {QUOTED}", "Lind, a former pilot"),
        ("Lind — who has run it since 2009 — said it was lost.", "Lind"),
        ("The pilot – she has seen four storms – warned that it would sink.", "The pilot"),
        ("Berg—he has built quays for 20 years—said it was lost.", "Berg"),
        ("“It,” Lind -- still in her oilskins -- said, “is lost.”", "Lind"),
        ("The toll rose to nine, per the Harbour Post.", "the Harbour Post"),
        ("The crane had failed twice, per Votebeat.", "Votebeat"),
        ("The crane had failed twice, per court records.", "court records"),
        ("Then he cut into Lind, calling the plan a sham.", "he"),
        (
            "At a fair in Ames, Iowa, on Sunday, Marta Lind spoke of it, saying that it will rain.",
            "Marta Lind",
        ),
        (
            "“It is so,” said Marta Lind, who served as the head of the bank.",
            "Marta Lind, who served as the head of the bank",
        ),
        ("Lind, who left the party last year, said that it will rain.", "Lind"),
        ("Lind, who left the party, the bank, and the union, said that it will rain.", "Lind"),
        ("The mayor, who left the party, said that it will rain.", "The mayor, who left the party"),
    ],
)
def test_source_is_named_beside_what_is_said(story: Story, copy: str, source: str) -> None:
    assert [each for each, _ in said(story, copy)] == [source]


@pytest.mark.parametrize(
    ("line", "source", "speaker"),
    [
        ("From the desk of Paul Tamsen, an analyst:", "Paul Tamsen, an analyst", "Paul Tamsen"),
        ("And from Eva Brandt, the chairwoman:", "Eva Brandt, the chairwoman", "Eva Brandt"),
        ("And from Chairwoman Brandt:", "Chairwoman Brandt", "Brandt"),
        ("From our reader Eva Brandt, of Tromso:", "our reader Eva Brandt, of Tromso", "Eva Brandt"),
        ("This is from Eva Brandt, who runs a bar:", "Eva Brandt, who runs a bar", "Eva Brandt"),
        ("From the office of the governor:", "the office of the governor", None),
        ("The pilot, Eva Brandt:", "The pilot, Eva Brandt", "Eva Brandt"),
        ("From the first day, Eva Brandt had doubts:", "Eva Brandt", "Eva Brandt"),
    ],
)
def test_line_with_a_colon_names_who_speaks_below(
    story: Story, line: str, source: str, speaker: str | None
) -> None:
    document = story(f"Harbour reopens\n\nThe harbour reopened.\n\n{line}\n\n{QUOTED}\n")

    found = document.view(attributions)[-1]

    assert (found.source[0].cut(document.text), found.speaker) == (source, speaker)


def test_what_was_said_starts_after_this_way(story: Story) -> None:
    assert said(story, f"Lind put it this way: {QUOTED}") == [("Lind", QUOTED)]


@pytest.mark.parametrize(
    ("copy", "content"),
    [
        ("Lind said it was lost, but Berg disagreed.", "it was lost"),
        ("Lind said it was lost, but the bank was unconvinced.", "it was lost"),
        ("The bank said the loan was sound, though its auditors doubted it.", "the loan was sound"),
        ("Berg said it was dry, although an inspector disputed that.", "it was dry"),
        ("Orlow said it was safe, while Berg begged to differ.", "it was safe"),
        ("Lind said she would sell the boat, according to Variety.", "she would sell the boat"),
        ("Lind said it was lost, but a diver, Eva Brandt, said it was dry.", "it was lost"),
        ("According to Lind, “it is lost,” but Ms. Orlow disagreed.", "“it is lost,”"),
        ("According to the report, “it is lost,” but Ms. Orlow blamed the crew.", "“it is lost,”"),
        ("According to Lind, it is lost, but Ms. Orlow called it dry.", "it is lost"),
        ("According to the clerk, it is lost; his deputy said it was dry.", "it is lost"),
        ("As Lind put it, “it is lost,” but Berg disagreed.", "“it is lost,”"),
        ("In Lind’s view, it is lost, but Berg disagreed.", "it is lost"),
        ("Police said two divers were hurt, but did not name them.", "two divers were hurt"),
        ("The bank said it had a plan, but has not released details.", "it had a plan"),
        ("Lind said two divers were hurt, but did not drown.", "two divers were hurt, but did not drown"),
        ("According to Lind, it is lost; it will not reopen.", "it is lost; it will not reopen"),
        ("According to the report, it is lost, but Orlow said no.", "it is lost, but Orlow said no"),
        ("According to Lind, it is lost, but he said no.", "it is lost, but he said no"),
        ("Lind said it was old, but worth saving.", "it was old, but worth saving"),
        ("Lind said prices rose, but sales per head fell.", "prices rose, but sales per head fell"),
    ],
)
def test_somebody_elses_doubt_ends_what_is_said(story: Story, copy: str, content: str) -> None:
    assert content in [each for _, each in said(story, copy)]


def test_outlet_that_passes_words_on_takes_nobodys_place(story: Story) -> None:
    document = story(f"{LEAD}Orlow said she would sell, according to Variety.\n\n“I am in no hurry.”\n")

    assert document.view(attributions)[-1].speaker == "Anna Orlow"
