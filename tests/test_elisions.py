"""Elisions: which opening marks can open no quotation, and stand for what is left out."""

from __future__ import annotations

import pytest

import newslint
from newslint.text.calendar.periods import periods
from newslint.text.elisions import turned_apostrophes


@pytest.mark.parametrize(
    ("written", "turned"),
    [
        ("We kept the shop open ‘til midnight all summer.", ["‘til"]),
        ("They don‘t know that O’Brien‘s in Hawai‘i.", ["don‘t", "Brien‘s"]),
        ("Give ‘em hell, the coach told them.", ["‘em"]),
        ("The choir sang that ‘tis the season for soup.", ["‘tis"]),
        ("She toured with a ‘90s band and an early-‘80s synth.", ["‘90s", "‘80s"]),
        ("They play rock ‘n’ roll, drum ‘n‘ bass and chips ‘n dip.", ["‘n’", "‘n‘", "‘n"]),
        ("He left with the class of ‘98 and came back in ‘07.", ["‘98", "‘07"]),
        ("They came from all ‘round the lake ‘cause of the heat.", ["‘round", "‘cause"]),
        ("‘We had nothing ‘til the ‘60s,’ said Lind. ‘Then the mill came.’", ["‘til", "‘60s"]),
        ("“Nobody danced in the ‘70s,” said Lind, of the workers’ club.", ["‘70s"]),
        ("The summer of ‘69, the ’70s, ‘80s and ‘90s are on one record.", ["‘69", "‘80s", "‘90s"]),
        ("Don’t tell ‘em that the ‘80s and the ‘boom years’ are over.", ["‘em", "‘80s"]),
    ],
)
def test_mark_that_can_open_no_quotation_is_turned(story, written, turned):
    document = story(written)

    assert [span.cut(written) for span in turned_apostrophes(document)] == turned


@pytest.mark.parametrize(
    "written",
    [
        "‘Til death us do part,’ he read. ‘Tis a pity,’ she said.",
        "He called it ‘round two’ and meant the ‘em dash’ and ‘cause and effect’.",
        "They sat at the ‘round table' of the old king.",
        "In ‘24 Hours’ she plays a spy; ‘80 for Brady’ came next.",
        "They met at the ‘n’ sign, and the ‘90s night’ was a flop.",
        "The ‘n word’ was used, and ‘em’ is a unit.",
        "She said: ‘Twas ever so. We waited.",
        "The Hawai‘i team won in ‘24 matches of 30.",
        "‘We loved rock ’n’ roll,’ said Lind. ‘It was the ’80s.’",
    ],
)
def test_mark_that_may_open_a_quotation_is_left_alone(story, written):
    assert turned_apostrophes(story(written)) == ()


@pytest.mark.parametrize("mark", ["‘", "’", "'"])
def test_decade_is_read_behind_any_mark(story, mark):
    written = f"He sang the ballads of the {mark}80s again."

    assert [(period.span.cut(written), period.year) for period in periods(story(written))] == [
        (f"{mark}80s", 1980)
    ]


def test_decade_that_opens_a_quotation_is_left_alone():
    report = newslint.lint("‘80s music is dead,’ said Marta Lind. ‘Nobody dances to it.’\n", style="ap")

    assert [each.rule for each in report.findings] == ["house.single-marks"]


def test_turned_apostrophe_is_mended_once_where_two_rules_see_it():
    assert newslint.fix("He sang the ballads of the ‘80s.\n", style="ap") == (
        "He sang the ballads of the ’80s.\n"
    )
