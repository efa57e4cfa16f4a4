"""Units: their sizes, their forms and their readings."""

from fractions import Fraction

import pint
import pytest

from newslint.plugin import Lexicon
from newslint.text.figures.units import Unit, UnitTable, unit_table

# What pint calls our units; all others carry the same name there.
IN_PINT = {
    "Celsius": "kelvin", "Fahrenheit": "delta_degF", "light-year": "light_year",
    "nautical mile": "nautical_mile",
    "fathom": "6 * foot", "furlong": "660 * foot", "acre": "43560 * foot ** 2",
    "us gallon": "gallon", "us quart": "quart", "us pint": "pint", "us fluid ounce": "fluid_ounce",
    "imperial gallon": "imperial_gallon", "imperial quart": "imperial_quart",
    "imperial pint": "imperial_pint", "imperial fluid ounce": "imperial_fluid_ounce", "barrel": "oil_barrel",
    "us bushel": "bushel", "acre-foot": "43560 * foot ** 3",
    "billion cubic meters": "1e9 * meter ** 3", "billion cubic feet": "1e9 * foot ** 3",
    "trillion cubic feet": "1e12 * foot ** 3", "us cup": "cup",
    "us tablespoon": "tablespoon", "us teaspoon": "teaspoon",
    "metric ton": "metric_ton", "short ton": "short_ton", "long ton": "long_ton", "troy ounce": "troy_ounce",
    "atmosphere": "standard_atmosphere", "inch of mercury": "inch_Hg",
    "kilowatt-hour": "kilowatt_hour", "british thermal unit": "Btu_it", "foot-pound": "foot_pound",
    "newton-meter": "newton * meter", "metric horsepower": "metric_horsepower",
    "megawatt-hour": "megawatt_hour", "gigawatt-hour": "gigawatt_hour", "terawatt-hour": "terawatt_hour",
    "astronomical unit": "astronomical_unit", "kiloton": "1000 * metric_ton", "tola": "180 * grain",
    "us hundredweight": "100 * pound", "imperial hundredweight": "112 * pound",
    "Iraqi dunam": "2500 * meter ** 2", "Cypriot donum": "14400 * foot ** 2",
    "Australian tablespoon": "20 * milliliter", "Spanish quintal": "46 * kilogram",
    "li": "500 * meter", "dunam": "1000 * meter ** 2", "mu": "10000 / 15 * meter ** 2",
    "rai": "1600 * meter ** 2", "kanal": "605 * yard ** 2", "marla": "30.25 * yard ** 2",
    "city kanal": "500 * yard ** 2", "city marla": "25 * yard ** 2",
    "pyeong": "400 / 121 * meter ** 2", "feddan": "25205 / 6 * meter ** 2", "quintal": "100 * kilogram",
    "metric cup": "250 * milliliter", "metric tablespoon": "15 * milliliter",
    "metric teaspoon": "5 * milliliter", "per hectare": "1 / hectare", "per acre": "1 / (43560 * foot ** 2)",
    "us mile per gallon": "mile / gallon", "imperial mile per gallon": "mile / imperial_gallon",
    "kilometer per liter": "kilometer / liter",
    "per square kilometer": "1 / kilometer ** 2", "per square mile": "1 / mile ** 2",
}  # fmt: skip
# The inverse kind, which the amounts below hold to pint.
NOT_IN_PINT = {"liter per 100 kilometers"}
BASES = {
    "length": "meter", "area": "meter ** 2", "volume": "meter ** 3", "mass": "kilogram", "time": "second",
    "speed": "meter / second", "flow": "meter ** 3 / second", "temperature": "kelvin", "pressure": "pascal",
    "energy": "joule", "power": "watt", "economy": "1 / meter ** 2",
    "density": "1 / meter ** 2", "data": "byte",
}  # fmt: skip


def test_every_size_agrees_with_pint(lexicon: Lexicon) -> None:
    registry = pint.UnitRegistry()
    table = lexicon.view(unit_table)

    wrong = []
    for key in sorted(table.units.keys() - NOT_IN_PINT):
        unit = table.units[key]
        expected = registry(_in_pint(unit, table)).to(BASES[table.dimension(unit)]).magnitude
        if abs(float(table.size(unit)) / expected - 1) > 1e-6:
            wrong.append((key, float(table.size(unit)), expected))

    assert wrong == []


@pytest.mark.parametrize(
    ("amount", "unit", "into", "expected"),
    [
        ("100", "Celsius", "Fahrenheit", "212"),
        ("-40", "Fahrenheit", "Celsius", "-40"),
        ("1", "mile", "kilometer", "1.609344"),
        ("24", "square kilometer", "hectare", "2400"),
        ("5", "liter per 100 kilometers", "kilometer per liter", "20"),
        ("20", "kilometer per liter", "liter per 100 kilometers", "5"),
    ],
)
def test_amount_is_converted_exactly(
    lexicon: Lexicon, amount: str, unit: str, into: str, expected: str
) -> None:
    table = lexicon.view(unit_table)

    found = table.converted(Fraction(amount), table.units[unit], table.units[into])

    assert found == Fraction(expected)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("kilometres", ["kilometer"]),
        ("KM", ["kilometer"]),
        ("km/h", ["kilometer per hour"]),
        ("miles an hour", ["mile per hour"]),
        ("sq. km", ["square kilometer"]),
        ("sq-mile", ["square mile"]),
        ("m²", ["square meter"]),
        ("km sq", ["square kilometer"]),
        ("C", ["Celsius"]),
        ("c", []),
        ("tons", ["metric ton", "short ton", "long ton"]),
        ("gallon", ["us gallon", "imperial gallon"]),
        ("degrees", ["Celsius", "Fahrenheit"]),
        ("years", []),
    ],
)
def test_form_is_read_as_its_units(lexicon: Lexicon, words: str, keys: list[str]) -> None:
    assert [unit.key for unit in lexicon.view(unit_table).readings(words)] == keys


def test_usual_conversions_measure_the_same_thing(lexicon: Lexicon) -> None:
    table = lexicon.view(unit_table)

    odd = [
        (key, usual)
        for key, unit in table.units.items()
        for usual in (*unit.usual, *filter(None, [unit.part]))
        if table.dimension(table.units[usual]) != table.dimension(unit)
    ]

    assert odd == []


def _in_pint(unit: Unit, table: UnitTable) -> str:
    """Return a unit as an expression of pint."""
    if unit.square_of or unit.cube_of:
        base = table.units[unit.square_of or unit.cube_of]
        return f"({_in_pint(base, table)}) ** {2 if unit.square_of else 3}"
    if unit.rate_of:
        return " / ".join(f"({_in_pint(table.units[key], table)})" for key in unit.rate_of)
    return IN_PINT.get(unit.key, unit.key)
