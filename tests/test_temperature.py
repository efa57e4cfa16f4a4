"""Temperatures: a point on the scale or a difference, told by the words round it."""

from collections.abc import Callable

import pytest

from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import Degree
from newslint.plugin import Document

POINTS = [
    "Highs of 30C (86F), warmer than normal, are due.",
    "Highs of 35C (95F), above average for June, are due.",
    "It was 35C (95F), hotter than Cairo.",
    "It was 45C (113F) higher up the valley.",
    "The storm was fuelled by 30C (86F) waters.",
    "The core was cooled by 15C (59F) water.",
    "The house was kept at a warm 22C (72F).",
    "Temperatures are warming to 20C (68F) by the weekend.",
    "The difference of 15C (59F) at dawn and 30C (86F) at noon is large.",
    "The change is 30C (86F) on Monday from 20C (68F) today.",
    "Keep milk below 5C (41F).",
    "Keep the temperature below 5C (41F) and hold the oven's temperature at 4C (39F).",
    "Temperatures increase to 9C (48F) by noon.",
]
DIFFERENCES = [
    "Temperatures dropped 30 degrees (17 C) overnight.",
    "Temperatures rose 20 degrees Fahrenheit (11 Celsius) in an hour.",
    "Readings soared 15C (27F) in a day.",
    "They climbed nearly 10 degrees Celsius (18 degrees Fahrenheit) inland.",
    "A 20-degree Celsius (36-degree Fahrenheit) swing is common.",
    "There was a 20C (36F) temperature drop.",
    "There is a gap of 20C (36F) between them.",
    "The gap between day and night is 20C (36F).",
    "The swing was 20C (36F).",
    "The increase was 3C (5.4F).",
    "White roofs cut heat 15C (27F).",
    "The coast could be up to 12C (22F) hotter by then.",
]
HOT = [
    "The core is at 15 million degrees Celsius (27 million degrees Fahrenheit).",
    "The surface is at 5,500 C (10,000 F).",
    "The kiln reaches 1,100 C (about 2,000 F).",
    "The kiln reaches 1,000C (1,800F).",
    "The plume reached 3,000 degrees (1,650 Celsius).",
    "Lead runs at 870C (1,600F).",
]
ROUNDED = [
    "Bake it at 180C (350F).",
    "Bake it at 200C/400F.",
    "Bake it at 220°C (425°F), then at 160C (325F).",
    "It was 50C (120F) in the desert.",
    "It was 25 C (75 F) at noon.",
    "It was 33C (90F) at noon.",
]
WRONG = [
    "The pact would keep the increase to 1.5C (34.7F).",
    "They vowed to limit the rise in global temperatures to well below 2C (35.6F).",
    "Seas have risen 1.1C (34F).",
    "The Paris target is 1.5C (34.7F).",
    "They missed the 1.5-degree Celsius (34.7-degree Fahrenheit) goal.",
    "It means 3C (37.4F) of global warming.",
    "It was 5 C (9 F) at dawn.",
    "Temperatures dipped to 3 C (5.4 F).",
    "It was as low as 4C (7F).",
    "Keep milk at 5C (9F).",
    "Keep milk below 5C (9F).",
    "A cold 2 C (3.6 F) greeted the crowd.",
    "Highs of 35C (63F) are due.",
    "It was 30C (54F) at noon.",
    "It was 40C/404F at noon.",
    "Bake it at 180C (325F).",
    "The kiln reaches 400C (880F).",
    "The gap between dawn and noon is 20C (68F).",
    "The swing was 20C (68F).",
]


@pytest.mark.parametrize("copy", [*POINTS, *DIFFERENCES, *HOT, *ROUNDED])
def test_fair_temperature_is_accepted(story: Callable[[str], Document], copy: str) -> None:
    found = story(copy).view(judgements)

    assert [each.degree for each in found] == [Degree.FAIR] * len(found)
    assert found


@pytest.mark.parametrize("copy", DIFFERENCES)
def test_change_of_temperature_is_read_as_a_difference(story: Callable[[str], Document], copy: str) -> None:
    assert [each.difference for each in story(copy).view(judgements)] == [True]


@pytest.mark.parametrize("copy", WRONG)
def test_temperature_of_the_other_kind_is_wrong(story: Callable[[str], Document], copy: str) -> None:
    assert [each.degree for each in story(copy).view(judgements)] == [Degree.WRONG]
