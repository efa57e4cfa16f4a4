"""Diagnosis: which slip a wrong conversion is put down to."""

from collections.abc import Callable

import pytest

from newslint.checks.units.diagnosis import Slip, diagnosis
from newslint.checks.units.judgements import judgements
from newslint.checks.units.unlike import unlike
from newslint.plugin import Document

SLIPS = [
    ("80 km (130 miles)", Slip.INVERSE_FACTOR),
    ("115 km (185 miles)", Slip.INVERSE_FACTOR),
    ("15,200km (8,200 miles)", Slip.NAUTICAL_MILES),
    ("100 knots (100 mph)", Slip.NAUTICAL_MILES),
    ("24 sq km (15 sq miles)", Slip.LINEAR_FACTOR),
    ("1.5 C (34.7 F) of warming", Slip.AS_POINT),
    ("a low of 35C (63F)", Slip.AS_DIFFERENCE),
    ("1-4mm (0.16-0.04in)", Slip.ENDS_SWAPPED),
    ("80 km (500 miles)", Slip.TENFOLD),
    ("1.5 billion miles (2.4 million km)", Slip.TENFOLD),
    ("115 km (17 miles)", Slip.DIGITS_SWAPPED),
    ("1,000 km (612 miles)", Slip.DIGITS_SWAPPED),
    ("1,200 miles (6,900km)", Slip.ONE_DIGIT),
    ("20 yards (60 meters)", Slip.OTHER_UNIT),
    ("18 feet (5.5 kilometers)", Slip.OTHER_UNIT),
    ("5 pounds (2.3 grams)", Slip.OTHER_UNIT),
    ("20 gallons (76,000 liters)", Slip.TENFOLD),
    ("120 miles (190 miles)", Slip.UNIT_KEPT),
    ("14 hectares (24 acres)", Slip.NONE),
]


@pytest.mark.parametrize(("copy", "slip"), SLIPS)
def test_slip_behind_a_wrong_figure_is_named(story: Callable[[str], Document], copy: str, slip: Slip) -> None:
    document = story(f"It was {copy}.")
    found = (*document.view(judgements), *document.view(unlike))

    assert [diagnosis(each, document.lexicon).slip for each in found] == [slip]


@pytest.mark.parametrize(
    ("copy", "meant"),
    [
        ("500 liters (132 imperial gallons)", "us gallon"),
        ("1,000 tonnes (1,102 long tons)", "short ton"),
        ("100 US gallons (455 liters)", "imperial gallon"),
        ("100 imperial gallons (379 liters)", "us gallon"),
        ("1,000 long tons (907 tonnes)", "short ton"),
    ],
)
def test_kind_of_ton_or_gallon_is_named(story: Callable[[str], Document], copy: str, meant: str) -> None:
    document = story(f"It was {copy}.")
    found = [diagnosis(each, document.lexicon) for each in document.view(judgements)]

    assert [(each.slip, each.meant.unit.key) for each in found if each.meant] == [(Slip.OTHER_KIND, meant)]
