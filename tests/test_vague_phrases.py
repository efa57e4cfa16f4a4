"""Vague phrases: which words ascribe a statement to nobody, and which only look like it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader
from newslint.text.vague_phrases import vague_phrases

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "phrases"),
    [
        ("It is understood that the club will sell.", ["It is understood that"]),
        ("It is understood the club will sell.", ["It is understood"]),
        ("The club, which is widely believed to be broke, will sell.", ["is widely believed to"]),
        ("Two men, thought to have fled, were named.", ["thought to"]),
        ("He's said to want autonomy.", ["'s said to"]),
        ("The move was widely seen as a snub.", ["widely seen"]),
        ("The bank has reportedly hired lawyers.", ["reportedly"]),
        ("There is growing speculation that she will go.", ["speculation"]),
        ("Three sources said the deal was off.", ["sources said"]),
        ("The deal is off, according to a party source.", ["according to a party source"]),
        ("The deal is off, people familiar with the talks say.", ["people familiar with"]),
        ("Sources in the ministry said the deal was off.", ["Sources"]),
        ("Some experts warn of a flood.", ["experts warn"]),
        ("Many believe he will quit.", ["Many believe"]),
        ("The plan is dead, according to legal experts.", ["according to legal experts"]),
        ("A number of analysts point out that rates fell.", ["analysts point out"]),
        ("It rained in Delmas. Scientists worry about the dam.", ["Scientists worry"]),
        ("The army has moved, according to local media.", ["according to local media"]),
        ("Reports suggest the army has moved.", ["Reports suggest"]),
        ("The army has moved, local media reported.", ["local media reported"]),
        ("The army has moved, according to reports.", ["according to reports"]),
        ("She is tipped to become minister.", ["is tipped to"]),
        ("The thieves, it is thought, used a van.", ["it is thought"]),
        ("Dozens are feared dead in the port.", ["are feared dead"]),
        ("It was reported on Monday that he had left.", ["It was reported on Monday that"]),
        ("It is generally accepted that he lost.", ["generally accepted"]),
        ("She has long been seen as a rival; he is long regarded as one.", ["long regarded"]),
        ("Rumours are swirling that she will go.", ["Rumours are swirling"]),
        ("The king was supposedly ill.", ["supposedly"]),
        ("The plan was confirmed by sources in the ministry.", ["confirmed by sources"]),
        ("Someone with knowledge of the case said it was over.", ["Someone with knowledge of"]),
        ("Environmentalists say the dam will kill the river.", ["Environmentalists say"]),
        ("Human rights groups accuse the army of torture.", ["rights groups accuse"]),
        ("Some have suggested he knew.", ["Some have suggested"]),
        ("Many fear a flood; others question the figures.", ["Many fear", "others question"]),
        ("The vote, seen by many as a farce, is over.", ["seen by many"]),
        ("Critics called the vote a farce.", ["Critics called"]),
        ("Local media reported a landslide.", ["Local media reported"]),
        ("Three had died, media reported.", ["media reported"]),
        ("According to some reports the pilot was asleep.", ["According to some reports"]),
        ("Unconfirmed reports put the toll at 12.", ["reports put the"]),
    ],
)
def test_phrase_is_found(story: Story, copy: str, phrases: list[str]) -> None:
    document = story(copy)

    found = [phrase.span.cut(document.text) for phrase in document.view(vague_phrases)]

    assert found == phrases


@pytest.mark.parametrize(
    "copy",
    [
        "He said to the judge that he was sorry.",
        "The crash was reported to police on Monday.",
        "She claimed to have a witness.",
        "A machine gun that many believed to be fireworks went off.",
        "Online betting was once thought to be a money machine.",
        "The pig is believed to bring good luck.",
        "Her widely criticised interview ran for an hour.",
        "The rules are not widely understood.",
        "There are no rumours of a sale.",
        "The minister denied rumours that she would go.",
        "Solar is one of several energy sources.",
        "The same source told the court nothing new.",
        "The news was no shock to people familiar with the family.",
        "The researchers note that the fibre is cheap.",
        "Analysts at Harbour Bank expect a rise.",
        "Late on Friday, Harbour Bank analysts said rates would rise.",
        "The film critics loved it.",
        "Annear reports that the town was in the grip of a plague.",
        "According to the police report, he drove away.",
        "State media said the rocket had landed.",
        "Supporters said prayers at the gate, and others said goodbye.",
        "Traders reported to the exchange at noon.",
        "Supporters warned the team bus off with flares.",
        "Investors feared the worst and sold.",
        "Water from several sources said to be safe was tested.",
        "Democrats have long thought they could win.",
        "Her advisers and allies say she will run.",
        "It was a supposedly free press.",
        "Critics called for a vote.",
        "The mayor and others said it was late.",
    ],
)
def test_other_sense_is_left_alone(story: Story, copy: str) -> None:
    assert story(copy).view(vague_phrases) == ()


def test_one_word_belongs_to_one_phrase(story: Story) -> None:
    document = story("Local media reports suggest the dam has cracked.")

    found = [phrase.span.cut(document.text) for phrase in document.view(vague_phrases)]

    assert found == ["reports suggest"]


PIECES = [
    "It is understood",
    "believed",
    "said to",
    "be that",
    "many sources",
    "according to",
    "reports",
    "say",
    "“",
    "”",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_phrases_never_overlap(lexicon: Lexicon, pieces: list[str]) -> None:
    document = TextReader().read(Source("story.txt", " ".join(pieces).encode()), lexicon)

    spans = [phrase.span for phrase in document.view(vague_phrases)]

    assert all(first.end <= second.start for first, second in pairwise(spans))
