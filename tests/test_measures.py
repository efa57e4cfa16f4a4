"""Measures: numbers with their units, as copy writes them."""

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.measures import Join, measures

READINGS = [
    ("a 115-kilometer-long valley", "115-kilometer", "kilometer", Join.NONE),
    ("15m hectares of forest", "15m hectares", "hectare", Join.NONE),
    ("1,200 km sq of land", "1,200 km sq", "square kilometer", Join.NONE),
    ("the 365sq-km strip", "365sq-km", "square kilometer", Join.NONE),
    ("2 million sq. ft of offices", "2 million sq. ft", "square foot", Join.NONE),
    ("five miles per hour", "five miles per hour", "mile per hour", Join.NONE),
    ("125 degrees Fahrenheit", "125 degrees Fahrenheit", "Fahrenheit", Join.NONE),
    ("a -22°F bag", "-22°F", "Fahrenheit", Join.NONE),
    ("6 L/100km", "6 L/100km", "liter per 100 kilometers", Join.NONE),
    ("three-quarters of a mile", "three-quarters of a mile", "mile", Join.NONE),
    ("between 1-4mm a year", "1-4mm", "millimeter", Join.RANGE),
    ("250–300 kilometers", "250–300 kilometers", "kilometer", Join.RANGE),
    ("five- to 10-mile walks", "five- to 10-mile", "mile", Join.RANGE),
    ("198 miles and 932 miles", "198 miles and 932 miles", "mile", Join.LIST),
    ("2.3 by 4 m", "2.3 by 4 m", "meter", Join.SIZES),
    ("1 500 km of road", "1 500 km", "kilometer", Join.NONE),
    ("12\u00a0000\u00a0km of road", "12\u00a0000\u00a0km", "kilometer", Join.NONE),
    ("1’500 km of road", "1’500 km", "kilometer", Join.NONE),
    ("1 000 000 to 1 200 000 km", "1 000 000 to 1 200 000 km", "kilometer", Join.RANGE),
    ("2,5-kilometer walks", "2,5-kilometer", "kilometer", Join.NONE),
    ("22°-24°C at noon", "22°-24°C", "Celsius", Join.RANGE),
    ("3-and-a-half tons", "3-and-a-half tons", "metric ton", Join.NONE),
    ("10km-15km of road", "10km-15km", "kilometer", Join.RANGE),
    ("a 10-to-15-mile walk", "10-to-15-mile", "mile", Join.RANGE),
    ("3x4m of floor", "3x4m", "meter", Join.SIZES),
    ("6ft 6in-9ft 10in tall", "6ft 6in-9ft 10in", "foot", Join.COMPOUND),
    ("5 feet 10 inches", "5 feet 10 inches", "foot", Join.COMPOUND),
    ("5-foot-3", "5-foot-3", "foot", Join.COMPOUND),
    ("6ft 2", "6ft 2", "foot", Join.COMPOUND),
    ("5’10” tall", "5’10", "foot", Join.COMPOUND),
    ("5ft10in tall", "5ft10in", "foot", Join.COMPOUND),
    ("5ft10 tall", "5ft10", "foot", Join.COMPOUND),
    ("5′ 10″ tall", "5′ 10", "foot", Join.COMPOUND),
    ("a five-foot-ten guard", "five-foot-ten", "foot", Join.COMPOUND),
    ("a 40-foot one", "40-foot", "foot", Join.NONE),
    ("10, 20 and 30 miles", "10, 20 and 30 miles", "mile", Join.LIST),
    ("in 2019, 20 miles", "20 miles", "mile", Join.NONE),
    ("a 10-by-12-foot room", "10-by-12-foot", "foot", Join.SIZES),
    ("2.3m-by-4m of floor", "2.3m-by-4m", "meter", Join.SIZES),
    ("a 50-odd-mile walk", "50-odd-mile", "mile", Join.NONE),
    ("3/4 of an inch of rain", "3/4 of an inch", "inch", Join.NONE),
    ("1/16th of an inch", "1/16th of an inch", "inch", Join.NONE),
    ("a tenth of a millimeter", "a tenth of a millimeter", "millimeter", Join.NONE),
    ("12st 7lb", "12st 7lb", "stone", Join.COMPOUND),
    ("7 lb. 5 oz. of tea", "7 lb. 5 oz", "pound", Join.COMPOUND),
    ("two meters and four centimeters", "two meters and four centimeters", "meter", Join.COMPOUND),
]


@pytest.mark.parametrize(("copy", "words", "unit", "join"), READINGS)
def test_measure_is_read_whole(
    story: Callable[[str], Document], copy: str, words: str, unit: str, join: Join
) -> None:
    document = story(f"It was {copy}, they said.")

    found = document.view(measures)[0]

    assert (found.span.cut(document.text), found.readings[0].key, found.join) == (words, unit, join)


@pytest.mark.parametrize(
    "copy",
    [
        "the 21st century",
        "12 inmates",
        "$5m in cash",
        "253m euros",
        "the F16 feet first",
        "5 mi5 agents",
        "20 hours",
        "105 overs",
    ],
)
def test_other_words_after_a_number_make_no_measure(story: Callable[[str], Document], copy: str) -> None:
    assert story(f"It was {copy}, they said.").view(measures) == ()


def test_bare_letter_counts_as_unsure(story: Callable[[str], Document]) -> None:
    found = story("It was 105 in 31 overs.").view(measures)

    assert [measure.unsure for measure in found] == [True]


def test_number_inside_a_unit_opens_no_measure_of_its_own(story: Callable[[str], Document]) -> None:
    assert len(story("It burns 6 L/100km on the road.").view(measures)) == 1
