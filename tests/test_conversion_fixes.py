"""Fixes of conversions: either half mended, in the form that the pair has."""

from collections.abc import Callable

import pytest

from newslint.checks.units.conversion import Conversion, Verdict
from newslint.plugin import Document, Safety

# The pair as printed, with its converted half mended, and with the original mended instead.
MENDED = [
    ("115-kilometer-long (60-mile-long)", "70-mile", "97-kilometer"),
    ("10- to 15-mile (30- to 40-kilometer)", "16- to 24-kilometer", "19- to 25-mile"),
    ("10-to-15-mile (30-to-40-kilometer)", "16-to-24-kilometer", "19-to-25-mile"),
    ("10–15 km (16–24 miles)", "6–9 miles", "26–39 km"),
    ("between 10 and 15 km (16 and 24 miles)", "6 and 9 miles", "26 and 39 km"),
    ("10km-15km (16mi-24mi)", "6mi-9mi", "26km-39km"),
    ("10, 20 and 30 miles (26, 32 and 48 km)", "16, 32 and 48 km", "16, 20 and 30 miles"),
    ("five miles (three kilometers)", "eight kilometers", "two miles"),
    ("half a mile (2 km)", "0.8 km", "1.2 miles"),
    ("3/4 of an inch (5 cm)", "2 cm", "2 inches"),
    ("5ft 10in (1.97m)", "1.78m", "6ft 6in"),
    ("197 cm (5-foot-10)", "6-foot-6", "178 cm"),
    ("97kg (12st 7lb)", "15st 4lb", "79kg"),
    ("3m x 4m (20ft x 13ft)", "10ft x 13ft", "6m x 4m"),
    ("-20C (98F)", "-4F", "37C"),
    ("minus 20 C (minus 40 F)", "minus 4 F", "minus 40 C"),
    ("20 degrees Celsius (98 degrees Fahrenheit)", "68 degrees Fahrenheit", "37 degrees Celsius"),
    ("1.2 million sq km (763,000 sq miles)", "463,000 sq miles", "2 million sq km"),
    ("1.5bn km (3bn miles)", "930m miles", "4.8bn km"),
    ("2300 miles (6700 km)", "3700 km", "4200 miles"),
    ("80 km, or 128 miles,", "50 miles", "210 km"),
    ("80km/h/128mph", "50mph", "210km/h"),
]  # fmt: skip


def words(story: Callable[[str], Document], copy: str, verdict: Verdict) -> list[tuple[str, Safety]]:
    """Return the words of each fix, and how safe it is."""
    [problem] = Conversion(verdict=verdict).problems(story(copy))

    return [(fix.edits[0].text, fix.safety) for fix in problem.fixes]


@pytest.mark.parametrize(("pair", "converted", "original"), MENDED)
def test_either_half_is_mended_in_its_own_form(
    story: Callable[[str], Document], pair: str, converted: str, original: str
) -> None:
    found = words(story, f"It was {pair} there.", Verdict.WRONG)

    assert found[0] == (converted, Safety.UNSAFE)
    assert found[-1] == (original, Safety.UNSAFE)


@pytest.mark.parametrize(
    ("pair", "trimmed"),
    [
        ("115 km (71.46 miles)", "71 miles"),
        ("about 80 kilometers (49.71 miles)", "50 miles"),
        ("2,100-mile (3,379-kilometer)", "3,400-kilometer"),
        ("6,000km (3,728 miles)", "3,700 miles"),
    ],
)
def test_false_precision_is_trimmed_safely(story: Callable[[str], Document], pair: str, trimmed: str) -> None:
    found = words(story, f"It was {pair} there.", Verdict.PRECISE)

    assert found == [(trimmed, Safety.SAFE)]


@pytest.mark.parametrize("pair", ["250 calories (1,046 kilojoules)", "6.8 meters (22 feet, 3 3/4 inches)"])
def test_fine_conversion_that_rounding_would_spoil_is_left(
    story: Callable[[str], Document], pair: str
) -> None:
    document = story(f"It was {pair} there.")

    assert list(Conversion(verdict=Verdict.PRECISE).problems(document)) == []


@pytest.mark.parametrize(
    ("pair", "converted"),
    [
        ("120km/h (75 km/h)", "75 mph"),
        ("4,406-foot (1,300-foot)", "1,300-meter"),
        ("20kg (three kg)", "three stone"),
    ],
)
def test_unit_that_was_kept_is_converted(story: Callable[[str], Document], pair: str, converted: str) -> None:
    assert words(story, f"It was {pair} there.", Verdict.WRONG) == [(converted, Safety.UNSAFE)]


def test_original_with_two_conversions_stands(story: Callable[[str], Document]) -> None:
    found = words(story, "It made 30 knots (56 km/h or 53 mph).", Verdict.WRONG)

    assert [text for text, _ in found] == ["35 mph"]


@pytest.mark.parametrize(
    ("pair", "changes"),
    [
        # A reader pictures no 0.0091 kilometers, no 0.00074 square kilometers and no 0.05 of them.
        ("30-foot-tall (48-kilometer-tall)", ["9.1-meter"]),
        ("8,000 sq ft (20,720 sq km)", ["740 sq m"]),
        ("12 acres (31 square kilometers)", ["4.9 hectares"]),
        # What the writer measures in so small a figure is the writer's to choose.
        (
            "25 hectares (0.2 square miles)",
            ["0.1 square miles", "0.097 square miles", "0.095 square miles", "52 hectares"],
        ),
        # Nor are 10 kilometers ever taken for two meters.
        ("10km (six feet)", ["six miles", "33,000 feet", "32,500 feet"]),
        # Ends of a range are told alike.
        ("8-16 centimeters (31-62 inches)", ["3-6 inches", "3.1-6.3 inches", "79-157 centimeters"]),
        # Made units have a plural, too.
        (
            "1 square yard (1.1 square meters)",
            ["0.8 square meters", "0.84 square meters", "1.3 square yards"],
        ),
        # Where the reckoning went wrong, the original did not.
        ("0 C (0 F)", ["32 F"]),
        ("0 deg C (0 deg F)", ["32 deg F"]),
        ("20-25 C (97-68 F)", ["68-77 F"]),
        # A figure that would not fit either is no mend.
        ("130 pounds (9st 9lb)", ["9st 4lb", "135 pounds"]),
    ],
)
def test_no_fix_is_nonsense(story: Callable[[str], Document], pair: str, changes: list[str]) -> None:
    assert [text for text, _ in words(story, f"It was {pair} there.", Verdict.WRONG)] == changes


@pytest.mark.parametrize(
    ("pair", "scale"),
    [
        ("20 degrees centigrade (68 degrees centigrade)", "68 degrees Fahrenheit"),
        ("20 Centigrade (68 Centigrade)", "68 Fahrenheit"),
        ("20 degrees Celsius (68 degrees Celsius)", "68 degrees Fahrenheit"),
        ("20 degrees celsius (68 degrees celsius)", "68 degrees fahrenheit"),
        ("68 DEGREES FAHRENHEIT (20 DEGREES FAHRENHEIT)", "20 DEGREES CELSIUS"),
        ("68F (20F)", "20C"),
        ("20\N{DEGREE SIGN}C (68\N{DEGREE SIGN}C)", "68\N{DEGREE SIGN}F"),
        ("20 degrees C (68 degrees C)", "68 degrees F"),
        ("20-degree-Celsius (68-degree-Celsius)", "68-degree-Fahrenheit"),
        ("1 degree Celsius (34 degree Celsius)", "34 degrees Fahrenheit"),
    ],
)
def test_other_scale_has_its_own_name(story: Callable[[str], Document], pair: str, scale: str) -> None:
    assert words(story, f"Water of {pair} reached it.", Verdict.WRONG)[0] == (scale, Safety.UNSAFE)
