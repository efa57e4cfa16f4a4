"""Vague phrases: which words ascribe a statement to nobody, and which only look like it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader
from newslint.text.sources.vague_phrases import vague_phrases

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
        ("It is hoped that the bridge will open in May.", []),
        ("It has been suggested that he knew.", ["It has been suggested that"]),
        ("The firm is estimated to owe millions.", ["is estimated to"]),
        ("It was a move widely seen by investors as a snub.", ["widely seen"]),
        ("He is being tipped for the job.", ["is being tipped for"]),
        ("He is rumoured as the next coach.", ["is rumoured as"]),
        ("The vote comes amid fresh rumours that he will go.", ["rumours"]),
        ("The news fuelled speculation of a sale.", ["speculation"]),
        ("The king was reputedly ill.", ["reputedly"]),
        (
            "Few believe he will stay, and there are those who say he left.",
            ["Few believe", "there are those who say"],
        ),
        ("Two unnamed Israeli officials told the court so.", ["unnamed Israeli officials told"]),
        ("He knew, according to an unidentified aide.", ["according to an unidentified aide"]),
        ("The mill is sold, the Delmas Herald has learned.", ["the Delmas Herald has learned"]),
        ("The Radio Times understands that he knew.", ["The Radio Times understands"]),
        ("Hospital sources put the toll at nine.", ["sources put the"]),
        ("Experts in Delmas say the dam is safe.", ["Experts in Delmas say"]),
        ("Critics of the new law say it is unfair.", ["Critics of the new law say"]),
        ("Critics have long accused him of theft.", ["Critics have long accused"]),
        ("Scientists are deeply worried.", ["Scientists are deeply worried"]),
        ("Some commentators see it as a snub.", ["commentators see"]),
        ("He is regarded by most observers as mad.", ["regarded by most observers"]),
        ("The law was branded draconian by critics.", ["branded draconian by critics"]),
        ("“Rates fell,” he said. “We know.” Some analysts maintain it was luck.", ["analysts maintain"]),
        ("The cuts are seen by many farmers as a gift.", ["seen by many"]),
        ("Analysts have cast doubt on the plan.", ["Analysts have cast doubt"]),
        ("Activists have expressed fears for the river.", ["Activists have expressed fears"]),
        ("It was, some speculated, a bomb.", ["some speculated"]),
        ("Rumours intensified that she would go.", ["Rumours intensified that"]),
        ("Local newspapers reported a landslide.", ["Local newspapers reported"]),
        ("Recent studies have shown that it works.", ["studies have shown"]),
        ("Polls suggest he will lose.", ["Polls suggest"]),
        ("There are growing fears of a flood.", ["There are growing fears"]),
        ("But the fear in Delmas is that it will flood.", ["fear in Delmas is that"]),
        ("Conventional wisdom has it that he will lose.", ["Conventional wisdom has it"]),
        ("Backers of the bill, however, say it is fair.", ["Backers of the bill, however, say"]),
        ("Russia's analysts say he will lose.", ["analysts say"]),
        ("He will lose, as German analysts say.", ["analysts say"]),
        ("Scientists showed that it works.", ["Scientists showed"]),
        ("In what critics called a farce, he won.", ["critics called"]),
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
        "It is not suggested that he knew.",
        "It was one of the last widely seen chances to win.",
        "The summit stopped as reports emerged of his death.",
        "In what some farmers believed to be a trick, the gate was shut.",
        "She said stagnation is the source of the anger.",
        "Work by four economists suggests that it was late.",
        "His joke may be seen by others as rude.",
        "It is expected to arrive on Monday.",
        "The train is expected to arrive on Monday.",
        "The anonymous official denied it.",
        "A system of open-source reporting began.",
        "The boy has learned that he can win.",
        "She criticised media reports that called it a farce.",
        "Turnout was higher than most analysts had forecast.",
        "Investors were worried about demand.",
        "The studies show that it works, and her research suggests so, too.",
        "There is no talk of a sale.",
        "The rumour spread.",
        "The critics of the report were silent.",
        "Doctors are called by experts at the clinic.",
        "Backers showed no sign of giving up.",
        "Some people think about the rain all day.",
        "The union, one of the loudest opponents of the dam, said it would sue.",
        "The Harbour analysts wrote that rates would rise.",
        "Harbour's analysts noted that rates would rise.",
        "A survey of party insiders shows that he will lose.",
        "Rates will rise, according to Goldman analysts.",
        "It was what some economists describe as a liquidity trap.",
        "The ship, dubbed by some observers “The Monster”, has docked.",
        "Video in local media showed cars on fire.",
        "Officials cited in local media said the dam would hold.",
        "Radio Delta and other news reports said he had left.",
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
