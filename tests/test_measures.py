"""Measures: numbers with their units, as copy writes them."""

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.figures.measures import Join, measures

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
    ("10 below zero Celsius at noon", "10 below zero Celsius", "Celsius", Join.NONE),
    ("10C below zero at noon", "10C below zero", "Celsius", Join.NONE),
    ("22°-24°C at noon", "22°-24°C", "Celsius", Join.RANGE),
    ("3-and-a-half tons", "3-and-a-half tons", "metric ton", Join.NONE),
    ("10km-15km of road", "10km-15km", "kilometer", Join.RANGE),
    ("a 10-to-15-mile walk", "10-to-15-mile", "mile", Join.RANGE),
    ("3x4m of floor", "3x4m", "meter", Join.SIZES),
    ("6ft 6in-9ft 10in tall", "6ft 6in-9ft 10in", "foot", Join.COMPOUND),
    ("12ft 6in x 10ft 3in of floor", "12ft 6in x 10ft 3in", "foot", Join.COMPOUND),
    ("12ft x 8ft 6in of floor", "12ft x 8ft 6in", "foot", Join.COMPOUND),
    ("7ft 6in by 13ft of floor", "7ft 6in by 13ft", "foot", Join.COMPOUND),
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
    ('a 5" (12.7cm) pipe', '5"', "inch", Join.NONE),
    ("a 50-odd-mile walk", "50-odd-mile", "mile", Join.NONE),
    ("3/4 of an inch of rain", "3/4 of an inch", "inch", Join.NONE),
    ("1/16th of an inch", "1/16th of an inch", "inch", Join.NONE),
    ("a tenth of a millimeter", "a tenth of a millimeter", "millimeter", Join.NONE),
    ("12st 7lb", "12st 7lb", "stone", Join.COMPOUND),
    ("7 lb. 5 oz. of tea", "7 lb. 5 oz", "pound", Join.COMPOUND),
    ("two meters and four centimeters", "two meters and four centimeters", "meter", Join.COMPOUND),
]


# What the converters of newsroom systems take, and more.
FORMS = {
    "acre": ["5 acres", "5 ac", "5-acre", "5-10 acres", "1,200 acres"],
    "square foot": [
        "100 sq. ft", "100 sq ft", "100 sqft", "100 square feet", "100-square-foot", "100 ft2", "100 ft²",
    ],
    "square inch": ["100 sq. in", "100 square inches"],
    "square mile": ["100 sq. mi", "100 sq mi", "100 square miles", "100-square-mile", "100 sq miles"],
    "square yard": ["100 sq. yds", "100 sq yd", "100 square yards"],
    "mile": ["1,200,000 miles", "125 mi", "125-mile", "125–130 miles", "1.5 miles", "half a mile"],
    "foot": ["5 ft.", "5-foot", "5 feet", "5'", "5' 10\"", "5’10”", "5-foot-10", "5ft 10in"],
    "inch": ["5 in.", "5-inch", "5 inches", "5½ inches", "5-10 inches"],
    "yard": ["5 yds", "5 yd", "5 yards", "5-yard"],
    "Fahrenheit": ["-40°F", "98.6 °F", "98.6F", "98 degrees F", "98 degrees Fahrenheit", "98 deg F"],
    "cubic inch": ["5 cu in", "5 cu. in.", "5 cubic inches", "5-cubic-inch"],
    "cubic foot": ["5 cu ft", "5 cu. ft", "5 cubic feet"],
    "us fluid ounce": ["5 fl oz", "5 fl. oz.", "5 fluid ounces", "5 oz.", "5 ounces"],
    "us pint": ["5 pints", "5 pt"],
    "us quart": ["5 quarts", "5 qt"],
    "us gallon": ["5 gal.", "5 gallons", "5-gallon"],
    "pound": ["5 lb", "5 lbs.", "5-lb", "5-pound", "5 pounds"],
    "metric ton": ["5 tons", "5-ton", "5 tonnes"],
    "stone": ["5 stone", "5st 2lb"],
}  # fmt: skip


@pytest.mark.parametrize(("unit", "copy"), [(unit, copy) for unit, forms in FORMS.items() for copy in forms])
def test_form_of_a_newsroom_converter_is_read(story: Callable[[str], Document], unit: str, copy: str) -> None:
    found = story(f"It was {copy} there.").view(measures)

    assert [measure.readings[0].key for measure in found] == [unit]


@pytest.mark.parametrize("copy", ["a 45 degrees angle", "at 10 in the morning", "for 12 inmates"])
def test_words_that_converters_take_for_units_are_sure_of_nothing(
    story: Callable[[str], Document], copy: str
) -> None:
    assert all(measure.unsure for measure in story(f"It was {copy} there.").view(measures))


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
