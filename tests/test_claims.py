"""Claims: what copy says in its own voice, kind by kind, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.attribution.allegation_as_fact import AllegationAsFact
from newslint.checks.attribution.claims import claims
from newslint.plugin import Document

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("The mayor embezzled 4 million euros.", "accusations: embezzled"),
        ("Two nurses were poisoned by agents of the state.", "accusations: poisoned by agents"),
        ("The firm lied to investors.", "accusations: lied"),
        ("The blast left 14 dead.", "casualties: 14 dead"),
        ("The storm left 2,000 people homeless.", "casualties: 2,000 people homeless"),
        ("Fourteen people are still missing.", "casualties: Fourteen people are still missing"),
        ("The army massacred 40 villagers.", "casualties: massacred 40 villagers"),
        ("The fire was due to a faulty heater.", "causes: was due to"),
        ("The collapse was the result of poor upkeep.", "causes: was the result of"),
        ("The move is likely to hurt farmers.", "predictions: likely to"),
        ("The tax is deeply unfair.", "judgements: unfair"),
        ("It is the city's most dangerous road.", "judgements: most dangerous"),
        ("The storm has claimed 40 lives.", "casualties: claimed 40 lives"),
        ("The storm took the lives of 40 people.", "casualties: lives of 40"),
        ("Forty lives were lost.", "casualties: Forty lives"),
        ("Seventeen bodies were recovered.", "casualties: Seventeen bodies"),
        ("The death toll now stands at 41.", "casualties: death toll now stands at 41"),
        ("Casualties have climbed past 400.", "casualties: Casualties have climbed past 400"),
        ("The fire destroyed some 300 homes.", "casualties: destroyed some 300 homes"),
        ("More than 30,000 people have fled.", "casualties: 30,000 people have fled"),
        ("A gas leak caused the explosion.", "causes: caused the explosion"),
        ("The killing was politically motivated.", "motives: was politically motivated"),
        ("The law is aimed at silencing judges.", "motives: aimed at silencing"),
        ("The bank paid bribes to win the job.", "accusations: paid bribes"),
        ("House prices are set to slump.", "predictions: are set to slump"),
        ("The row threatens to derail the deal.", "predictions: threatens to derail"),
        ("Bushfires have razed 90 homes.", "casualties: razed 90 homes"),
        ("Overloading caused the ferry to sink.", "causes: caused the ferry to sink"),
        ("The dealer swindled pensioners.", "accusations: swindled"),
        ("The mayor has lied to voters.", "accusations: lied"),
        ("People are desperate to leave.", "judgements: desperate to"),
        ("She is the finest singer of her generation.", "judgements: finest"),
        ("It was a big defeat for the union.", "judgements: a big defeat for"),
        ("The general ordered the massacre.", "accusations: ordered the massacre"),
        ("The duty is set to force mills to close.", "predictions: is set to force"),
        ("It is the city's most corrupt party.", "judgements: most corrupt"),
        ("Tragically, the alarm was off.", "judgements: Tragically"),
    ],
)
def test_claim_is_found(story: Story, copy: str, found: str) -> None:
    document = story(copy)

    (claim,) = claims(document)

    assert f"{claim[0]}: {claim[1].cut(document.text)}" == found


@pytest.mark.parametrize(
    "copy",
    [
        "The band stole the show and forged a career.",
        "The accusation that Rider lied to her was dropped.",
        "They sued the priests who abused children.",
        "He stole 4 million euros and was sentenced on Monday.",
        "Trucks carried dozens of dead bodies.",
        "Fish won the final 6-2 in a dead rubber.",
        "Last June a blast killed 14 people.",
        "A lorry killed two boys.",
        "If the court was toothless, it turned out that it could bite.",
        "He was jailed in 1996 over the bomb. After that, dozens of people were killed.",
        "The march was viewed as a victory by some in the movement.",
        "Turnout was 69%. It was a triumph for the mayor.",
        "At least four people were killed.",
        "It is the county's most prominent mill.",
        "It was the most brutal siege of 1991.",
        "It is the most dangerous road in a list compiled by the police.",
        "A year later a bomb hit the embassy, killing 23 people.",
        "The mill closed in 1983. A fire killed 14 people.",
        "They asked whether the fire was caused by a heater.",
        "It is known how catastrophic the blast was.",
        "He was named one of the city's 25 most influential people.",
        "There were insufficient beds.",
        "The plan killed two birds with one stone.",
        "The 10 were kidnapped in the spring.",
        "The massacre that was carried out by the guards is shown in the museum.",
        "The course is aimed at beginners.",
        "He ran on a plan that he hoped would revive the town.",
        "Clearly marked exits help.",
        "The row grew with allegations of mismanagement.",
        "Floods can be disastrous.",
        "Such a flood can have catastrophic consequences.",
        "She is already widely known and seen as the party's most formidable candidate.",
        "It has changed the narrative of the war - that the army is doomed to fight on.",
        "Two cyclists fled the rain.",
        "The talks were sabotaged by the hijackings.",
        "Nine lives on the wall are told in ink.",
        "The crowd cheated the rain.",
        "The board bought votes of thanks.",
        "The cold murdered the roses.",
        "He robbed the bank of its best clerk.",
        "The clinic treats the devastating effects of polio.",
        "The film follows a clerk who fled. She lied to investors.",
        "The blast on 12 May killed 14 people.",
        "It was the most violent storm in 30 years.",
        "It is the most serious challenge to the mayor in years.",
        "She opened the group's most ambitious camp yet.",
        "The fund is for the most urgent health needs.",
        "Kessa took an impressive 28-12 win.",
        "The rule is set to force drivers to pay.",
        "The move will also hurt farmers.",
        "The pope is likely to stress his bond with sailors.",
        "The road is so narrow that a crash is likely to follow.",
        "It was a blow to the port, with 2,000 jobs lost.",
        "Theft was rampant in the mill.",
        "It led to the downfall of the king.",
        "The league sent in its most ferocious ally.",
        "Of those killed, 11 were killed in Porto.",
        "A record 65,000 people died.",
        "Delmas was rocked by two similar, sudden attacks.",
    ],
)
def test_no_claim_is_found(story: Story, copy: str) -> None:
    assert list(claims(story(copy))) == []


@pytest.mark.parametrize(
    "far",
    ["the clerk is accused of theft ", "they believe him ", "the mill burned in 1983 "],
)
def test_words_far_off_in_copy_without_full_stops_change_no_claim(story: Story, far: str) -> None:
    document = story(far + "the road is long " * 200 + "the mayor embezzled the fees" + " and it rains" * 200)

    assert [claim.value for claim, _ in claims(document)] == ["accusations"]


def test_guilt_far_off_in_copy_without_full_stops_excuses_no_verb_of_arrest(story: Story) -> None:
    document = story(
        "a man was found guilty and " + "the road is long " * 200 + "she was arrested for murdering him"
    )

    (problem,) = AllegationAsFact().problems(document)

    assert problem.span.cut(document.text) == "for murdering"
