"""Conversions: how copy sets a measure beside the same one in another unit."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import Degree
from newslint.checks.units.unlike import unlike
from newslint.plugin import Document
from newslint.text.figures.conversions import Form, conversions

# Every way to set a fair conversion that has been met in print.
FAIR = [
    "winds of 30 to 55 kilometers per hour (19 to 34 miles per hour) here.",
    "8 to 75 cm (3 to 30 inches) of snow.",
    "It is 80 km – about 50 miles – north.",
    "It is 80 km, about 50 miles, north.",
    "a 60-foot (18-m) mast",
    "He is 5' 10\" (1.78 m) tall.",
    "He is 5’10” (1.78m) tall.",
    "1,200,000 miles (1.9 million km) away",
    "half a mile (800m) from",
    "a quarter of a mile (400 meters) from",
    "one eighth of an inch (3 mm) thick",
    "5½ miles (9km) from",
    "between 5 and 10 km (3 and 6 miles) from",
    "a 10- to 15-mile (16- to 24-kilometer) belt",
    "100 square feet (9.3 square meters) of",
    "It measures 2.3cm x 2.3cm (0.9in x 0.9in) and",
    "It measures 8.5in by 11in (21.6cm by 27.9cm) and",
    "12 miles per hour (19 km/h) in",
    "It is 6.5 ft (2 m) tall",
    "The 6-foot-6 (1.98-meter) centre",
    "He is 6ft 6in tall (198cm) and",
    "two metres (six feet six inches) tall",
    "11 stone 6 pounds (160 lb; 73 kg) and",
    "-40 C (-40 F) on",
    "minus 40 Celsius (minus 40 Fahrenheit) on",
    "lows of -5 to -10C (23 to 14F) on",
    "highs of 35-40C (95-104F) on",
    "temperatures of 40 degrees (104 Fahrenheit) on",
    "It dropped by 10 degrees Celsius (18 degrees Fahrenheit) on",
    "an area of 1 km² (0.39 sq mi) on",
    "20,000m2 (215,000 sq ft) of",
    "1.5 million tonnes (1.65 million tons) of",
    "one meter (three feet) of",
    "one meter (3.3 feet) of",
    "180 cm (5 feet 11 inches) tall",
    "a 10,000-square-foot (930-square-meter) hall",
    "a 50-lb (23-kg) bag",
    "the road (50 miles/80 km) is",
    "the road is 80km/50 miles long.",
    "It is 50 miles [80km] away.",
    "200 nautical miles (370 kilometers; 230 miles) off",
    "100 hectares (250 acres, or 1 square kilometer) of",
    "3-4 inches (7.5-10cm) of",
    "two to three feet (60 to 90 centimeters) of",
    "1.2 to 1.5 meters (4-5 feet) of",
    "a 2,000-mile-long (3,200km) border",
    "6,000 metres (almost 20,000 feet) up",
    "25 kilometers (15.5 miles) per hour.",
    "five centimeters (2 in.) of rain",
    "7 lb. 5 oz. (3.3 kg) baby",
    "38C (100F) on",
    "-1C (30F) on",
    "6 feet 2 inches (188 cm) tall",
    "9.5 liters (2.5 gallons) of",
    "9.5 liters of water (2.5 gallons) a day",
    "The plane fell 300 feet (about 90 meters) and",
    "up to 15 feet – 4.5 meters – high",
    "They walked 12 miles, or 19 kilometers, to",
    "They walked 12 miles or 19 kilometers to",
    "winds of 150 mph (240 kph, 130 knots) and",
    "30 mpg (7.8 L/100km) on",
    "30 psi (2.1 bar) on",
    "1,000 people per square mile (390 per square kilometer) in",
    "about a mile (1.6km) from",
    "an acre (0.4 hectares) of",
    "5ft 7in (1.7m)",
    "2,400 calories (10,000 kJ) a day",
    "the 26.2-mile (42.2km) race",
    "a 1,000-pound (450-kilogram) bomb",
    "two-and-a-half miles (four kilometers) from",
    "three and a half miles (5.6km) from",
    "one-and-a-half metres (5ft) of water",
    "20 tons (18 metric tons) of",
    "10-foot-deep (3-meter-deep) pit",
    "a 40-foot (12-metre)-high wall",
    "temperatures above 100 degrees Fahrenheit (37 degrees Celsius) in",
    "1.5 degrees Celsius (2.7 degrees Fahrenheit) above pre-industrial levels",
    "The world has warmed 1.2C (2.2F) since",
    "warmed by about 1.2 degrees Celsius (2.2 degrees Fahrenheit)",
    "a 20-square-mile (52 sq km) area",
    "40,000 acres (16,000 hectares or 62 square miles) of",
    "50 miles (80 km) east and 20 miles (32 km) north of",
    "4 feet by 6 feet (1.2 meters by 1.8 meters)",
    "1,640-foot (500-meter) cliff",
    "2 inches (5 centimeters) per hour",
    "the 30 sq. miles (78 sq. km) zone",
    "12.5km (7.8 miles) an hour",
    "a 9-kilo (20-pound) bag",
    "0.5 inch (12.7 mm) bolt",
    "500,000 barrels (80 million litres)",
    "2cm (0.8in)-thick ice",
    "5kg (11lb)",
    "6st (38kg)",
    "a 5-mile (8km), 10-mile (16km) and 20-mile (32km) race",
    "at 10,000 ft (3,000 m)",
    "300 meters (330 yards) from",
    "-10 degrees Celsius (14 degrees Fahrenheit)",
    "14F (-10C)",
    "around 5,000 years ago and 20 miles (32km) from",
    "1 500 km (930 miles) of",
    "12\u00a0000 km (7,500 miles) of",
    "2,5 km (1.6 miles) of",
    "1'500 km (930 miles) of",
    "22°-24°C (72°-75°F) in",
    "2-3m (6ft 6in-9ft 10in) tall",
    "a 12ft 6in x 10ft 3in (3.8m x 3.1m) lounge",
    "a 12ft x 8ft 6in (3.7m x 2.6m) shed",
    "a 2.3m by 4m (7ft 6in by 13ft) cell",
    "It is 5 miles long and 3 miles wide (8 km by 5 km).",
    "It is 7ft 6in long and 3ft 4in wide (2.3m by 1m).",
    "3-and-a-half tons (3.2 tonnes) of",
    "25g (1oz) of",
    "two metres (six feet) of",
    "10km-15km (6-9 miles) of",
    "10-to-15-mile (16-to-24-kilometer) walks",
    "3x4m (10x13ft) of",
    "500 sqkm (193 sq.miles) of",
    "10 tcf (283 bcm) of",
    "80 km (ca. 50 miles) of",
    "80 km (not quite 50 miles) of",
    "6ft 3in (1.9m) tall",
    "5 feet 10 inches (1.8 metres) tall",
    "16ft 5in (5m) wide",
    "10, 20 and 30 miles (16, 32 and 48 km) of",
    "10, 20, and 30 miles (16, 32, and 48 km) of",
    "a 10-by-12-foot (3-by-3.7-meter) room",
    "a 10-foot-by-12-foot (3-meter-by-3.7-meter) room",
    "5′10″ (1.78m) tall",
    "5ft10in (178cm) tall",
    "a five-foot-ten (178 cm) guard",
    "80-odd km (50-odd miles) north",
    "3/4 of an inch (2 cm) thick",
    "a tenth of a millimeter (0.004 inches) thick",
    "150 meters high, or 490 feet.",
    "150 meters high — 490 feet — and",
    "25 miles of road (40 km of road) north",
    "80km (50 miles approximately) north",
    "36 hectares, which is 90 acres, of",
    "a mile and a half (2.4 km) off",
    "two miles and a quarter (3.6 km) off",
    "40 feet long and 8 feet wide (12 meters long and 2.4 meters wide)",
    "a 40-foot-long, 8-foot-wide (12-meter-long, 2.4-meter-wide) box",
]
WRONG = [
    "a 12ft x 8ft 6in (3.7m x 5.6m) shed",
    "a 2.3m by 4m (7ft 6in by 23ft) cell",
    "It is 5 miles long and 3 miles wide (8 km by 3 km).",
    "125 miles or 291 km away.",
    "125 miles – 291 km – away.",
    "125 miles, about 291 km, away.",
    "125 miles, or 291 km, away.",
    "125 miles/590 km away.",
    "150 meters high — 790 feet — and leans.",
    "36 hectares, which is 130 acres, in all.",
    "25 miles of road (60 km of road) north.",
    "1,000 km (612 miles) away.",
    "500 cubic meters per second (17,070 cubic feet per second) here.",
    "about 100m (303ft) wide.",
    "80 km (not quite 60 miles) north.",
]
NO_CONVERSION = [
    "The bank raised £100m (150m shares) in 1989's sale.",
    "The mast stands at 34°09′22″ north, 5 miles from 2:1 Road.",
    "The beam was at a 45 degrees angle at 10 in the morning, when 12 inmates (9 in all) woke.",
    "The couple drove 20 km (8 hours) for a 5-mile race (4:30 p.m.).",
    "The lifters are in the 51 kg class (10 men) and the 60 kg class (12 men).",
    "He has run the 100m (10.2 seconds) and the 200m (20.9 seconds).",
    "The kit has two eyepieces (20mm and 10mm) and a 60-kilo bag.",
    "Farmers spread 100 pounds per acre (112 kg per hectare) in spring.",
    "They run 5 km or 10 miles, and swim 2 km and 3 miles.",
    "Walkers choose a 15-mile or 10 km route, and skaters 12 km or 20 miles.",
    "The triathlon has a 1.5km swim, 25-mile ride and 10km run, 40 km, 5 miles from town.",
    "The 16.2 hands (168cm) hunter ran, and so did the 100 yards, 100 metres and the mile.",
    "The coast is 25.000 km (15,500 miles) long, and Flight 737 200 km (124 miles) off it.",
]


@pytest.mark.parametrize("copy", FAIR)
def test_fair_conversion_is_read_and_accepted(story: Callable[[str], Document], copy: str) -> None:
    found = story(copy).view(judgements)

    assert found
    assert max(each.degree for each in found) < Degree.LOOSE


@pytest.mark.parametrize(
    "copy",
    ["about 1 km (half a mile) off", "1cm (half an inch) of", "5mm (1/4 inch) of", "half a mile (1km) off"],
)
def test_nearest_share_of_one_unit_is_no_more_than_loose(story: Callable[[str], Document], copy: str) -> None:
    assert [each.degree for each in story(copy).view(judgements)] == [Degree.LOOSE]


@pytest.mark.parametrize(
    "copy",
    ["6ft 3in (1.83m)", "5ft 10in (1.87m)", "1.68m (5ft 10in)", "12st 2lb (80kg)", "170cm (5ft 5in)"],
)
def test_body_in_two_units_is_compared_at_the_smaller(story: Callable[[str], Document], copy: str) -> None:
    assert [each.degree for each in story(f"It is {copy}.").view(judgements)] == [Degree.WRONG]


@pytest.mark.parametrize(
    "copy",
    [
        "50 m/s (810 km/h)",
        "500g (17.6g)",
        "500 grams (1.1 grams)",
        "3 kilometers (2 kilometers)",
        "2kg (4.4g)",
        "12 ounces (355 ounces)",
    ],
)
def test_pair_that_only_a_slip_explains_is_wrong(story: Callable[[str], Document], copy: str) -> None:
    assert [each.degree for each in story(f"It is {copy}.").view(unlike)] == [Degree.WRONG]


@pytest.mark.parametrize(
    "copy",
    [
        "50,000 acres (780 square miles)",
        "20,000 hectares (2,000 square kilometers)",
        "40 tons (8,000 pounds)",
        "4,000 pounds (4 tons)",
    ],
)
def test_figure_counted_again_in_its_own_system_is_wrong(story: Callable[[str], Document], copy: str) -> None:
    assert [each.degree for each in story(f"It is {copy}.").view(judgements)] == [Degree.WRONG]


@pytest.mark.parametrize(
    "copy",
    [
        "50,000 acres (78 square miles)",
        "20 square miles (3,000 acres)",
        "3 tonnes (300 kg)",
        "5 miles or 8 km",
        "12 km or 20 miles",
        "10m (3m)",
    ],
)
def test_pair_that_no_slip_explains_is_none(story: Callable[[str], Document], copy: str) -> None:
    assert story(f"It is {copy}.").view(unlike) == ()


@pytest.mark.parametrize("copy", WRONG)
def test_wrong_figure_is_told_in_every_form(story: Callable[[str], Document], copy: str) -> None:
    found = story(f"It is {copy}").view(judgements)

    assert [each.degree >= Degree.ROUNDED for each in found] == [True]


@pytest.mark.parametrize("copy", NO_CONVERSION)
def test_other_words_beside_a_measure_are_no_conversion(story: Callable[[str], Document], copy: str) -> None:
    found = story(copy).view(judgements)

    assert found == ()


@pytest.mark.parametrize(
    ("copy", "form"),
    [
        ("80 km (50 miles) north", Form.BRACKET),
        ("80 km north of town (50 miles) and", Form.LOOSE),
        ("80 km, or 50 miles, north", Form.COMMA_OR),
        ("80 km or 50 miles north", Form.OR),
        ("80 km/50 miles north", Form.SLASH),
        ("80 km – 50 miles – north", Form.DASH),
        ("80 km, about 50 miles, north", Form.COMMA),
        ("80 km, the equivalent of 50 miles, north", Form.EQUAL),
    ],
)
def test_form_of_a_pair_is_told(story: Callable[[str], Document], copy: str, form: Form) -> None:
    assert [pair.form for pair in story(copy).view(conversions)] == [form]


def test_third_unit_in_a_bracket_is_compared_with_the_first(story: Callable[[str], Document]) -> None:
    document = story("The ferry made 30 knots (56km/h or 35mph) in the bay.")

    found = [(pair.original.span.cut(document.text), pair.form) for pair in document.view(conversions)]

    assert found == [("30 knots", Form.BRACKET), ("30 knots", Form.CHAINED)]


def test_two_measures_are_compared_with_two(story: Callable[[str], Document]) -> None:
    document = story("It is 40 feet long and 8 feet wide (12 meters long and 3.4 meters wide).")

    assert [each.degree for each in document.view(judgements)] == [Degree.FAIR, Degree.WRONG]


def test_ends_of_a_range_are_compared_one_by_one(story: Callable[[str], Document]) -> None:
    pair = story("They lay 198 miles and 932 miles (320 and 1,500 kilometers) apart.").view(conversions)[0]

    assert [(int(left.value), int(right.value)) for left, right in pair.figures] == [(198, 320), (932, 1500)]


@pytest.mark.parametrize(
    ("copy", "approximate"),
    [
        ("It is about 80 km (50 miles) away.", True),
        ("It is 80 km (nearly 50 miles) away.", True),
        ("It is 80 km (50 miles) away.", False),
    ],
)
def test_estimate_is_told_by_its_hedge(
    story: Callable[[str], Document], copy: str, approximate: bool
) -> None:
    assert story(copy).view(conversions)[0].approximate is approximate


@settings(deadline=None)
@given(some.text(alphabet="0123456789.,-–/()[] kmftinC°'\"½", max_size=40))
def test_no_jumble_of_figures_and_units_breaks_the_reading(
    story: Callable[[str], Document], copy: str
) -> None:
    document = story(f"It was {copy} miles (5 km)")

    assert all(each.comparisons for each in document.view(judgements))
