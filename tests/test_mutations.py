"""One fault planted in a sound story is found, and nothing else is."""

from __future__ import annotations

import pytest

from newslint import lint

STORY = """\
Rebels hold out in mountain district

Fighters of the Upland Freedom Union (UFU) still hold the Tarvan valley, the army said in a statement Wednesday, Sept. 1, 2021.

The valley, some 80 kilometers (50 miles) north of the capital, has been cut off since Aug. 20. The 115-kilometer-long (70-mile-long) road into it is mined, the army said.

"They have food for a month," said Nirav Motwani, an analyst at the Institute for Mountain Affairs. "After that they must talk."

The UFU denied it. "Nobody here is hungry," its spokeswoman, Leila Karimova, told reporters.

Motwani, 41, said the government would rather favor a deal. The color of its flags, he said, meant nothing: it had spent $2 billion (1.8 billion euros) on roads.

Karimova, who was born in 1989, said talks had been held twice. "According to the latest reports, they will be held again," she said.

Motwani said that was unlikely before Oct. 3.
"""  # noqa: E501


def told(style, text):
    return [(finding.rule, finding.severity) for finding in lint(text, style=style).findings]


def test_sound_story_draws_nothing():
    assert told("newslint", STORY) == []


def test_sound_story_draws_only_what_its_house_forbids():
    assert told("ap", STORY) == [("house.acronym-in-brackets", "suggestion")]


@pytest.mark.parametrize(
    ("sound", "faulty", "rule", "severity"),
    [
        ("Wednesday, Sept. 1, 2021", "Tuesday, Sept. 1, 2021", "dates.wrong-weekday", "error"),
        ("Wednesday, Sept. 1, 2021", "Sept. 31, 2021", "dates.impossible-date", "error"),
        ("(50 miles)", "(130 miles)", "units.wrong-conversion", "error"),
        ("(50 miles)", "(49.71 miles)", "units.false-precision", "suggestion"),
        ("(70-mile-long)", "(60-mile-long)", "units.wrong-conversion", "error"),
        ("(70-mile-long)", "(75-mile-long)", "units.loose-conversion", "suggestion"),
        ('"They have food', "They have food", "quotes.unbalanced", "error"),
        ("Motwani, 41,", "Motwany, 41,", "names.inconsistent-spelling", "warning"),
        ("The UFU denied", "The union denied", "acronyms.unused", "warning"),
        ("the government would", "the ZPRK would", "acronyms.undefined", "warning"),
        ("since Aug. 20", "since 20 Aug", "dates.mixed-formats", "warning"),
        ("The color of", "The colour, or color, of", "words.mixed-spelling", "warning"),
        ("the army said in", "sources said in", "attribution.vague-source", "warning"),
    ],
)
def test_planted_fault_is_found(sound, faulty, rule, severity):
    assert STORY.count(sound) == 1

    found = told("newslint", STORY.replace(sound, faulty))

    assert (rule, severity) in found
    assert {each for each, _ in found} == {rule}


@pytest.mark.parametrize(
    ("sound", "faulty", "rule"),
    [
        ("Wednesday, Sept. 1, 2021", "Sept 1st, 2021", "dates.date-format"),
        ("Wednesday, Sept. 1, 2021", "September 1, 2021", "dates.date-format"),
        ("said talks had", "said yesterday talks had", "dates.relative-day"),
    ],
)
def test_fault_of_the_house_is_found_in_its_style_alone(sound, faulty, rule):
    text = STORY.replace(sound, faulty)

    assert rule in {each for each, _ in told("ap", text)}
    assert rule not in {each for each, _ in told("newslint", text)}


def test_vague_words_inside_a_quotation_are_the_speakers():
    text = STORY.replace("Nobody here is hungry", "Sources said we are hungry")

    assert told("newslint", text) == []
