"""Compare verdicts on random quantities with other reckoners: pint for units, fractions for shares and sums.

    python bench/oracle.py --draws 100000 --seed 1

A draw is a sentence whose figures are right to the last digit, or clearly wrong; what rounding may excuse is
not drawn. Exit code 1 at the first kind with a verdict that the reckoner does not share.
"""

from __future__ import annotations

import argparse
import functools
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

import pint

from newslint.checks.numbers.lists_of_sums import parted_sums
from newslint.checks.numbers.shares import shares
from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import Degree
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader

# Units of one meaning, as pint names them and as copy does.
UNITS = {
    "length": ("kilometer", "meter", "mile", "foot", "yard", "inch", "centimeter"),
    "mass": ("kilogram", "pound", "ounce", "gram", "short_ton", "metric_ton"),
    "area": ("hectare", "acre", "square_kilometer", "square_mile"),
    "speed": ("kilometer_per_hour", "mile_per_hour", "knot"),
}
NAMES = {
    "foot": "feet", "inch": "inches", "short_ton": "short tons", "metric_ton": "metric tons",
    "square_kilometer": "square kilometers", "square_mile": "square miles",
    "kilometer_per_hour": "kilometers per hour", "mile_per_hour": "miles per hour",
}  # fmt: skip
IN_PINT = {
    "acre": "43560 * foot ** 2", "square_kilometer": "kilometer ** 2", "square_mile": "mile ** 2",
    "kilometer_per_hour": "kilometer / hour", "mile_per_hour": "mile / hour",
}  # fmt: skip
METRIC = frozenset({"kilometer", "meter", "centimeter", "kilogram", "gram", "metric_ton", "hectare"}) | {
    "square_kilometer", "kilometer_per_hour",
}  # fmt: skip
A_TEXT = 40


class Draw(NamedTuple):
    """A sentence, and whether the reckoner finds it wrong."""

    copy: str
    wrong: bool


Kind = tuple[Callable[[random.Random], Draw], Callable[[Document], set[int]]]


def main() -> int:
    """Draw, judge and compare; print a line for every kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--draws", type=int, default=3000, help="of all kinds together")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance, failed = random.Random(arguments.seed), False
    lexicon = Desk(Options(isolated=True)).here().lexicon
    for name, kind in KINDS.items():
        apart = list(_disagreements(chance, lexicon, kind, arguments.draws // len(KINDS)))
        print(f"{name:12} {arguments.draws // len(KINDS):,} draws, {len(apart)} verdicts not shared")
        for draw in apart[:10]:
            print(f"    {'wrong' if draw.wrong else 'right'}: {draw.copy}")
        failed |= bool(apart)
    return int(failed)


def _disagreements(chance: random.Random, lexicon: Lexicon, kind: Kind, draws: int) -> Iterator[Draw]:
    drawn, judged = kind
    for _ in range(0, draws, A_TEXT):
        batch = [drawn(chance) for _ in range(A_TEXT)]
        copy = "\n\n".join(each.copy for each in batch)
        told = judged(TextReader().read(Source("story.txt", copy.encode()), lexicon))
        start = 0
        for each in batch:
            end = start + len(each.copy)
            if each.wrong is not any(start <= place < end for place in told):
                yield each
            start = end + 2


def _conversion(chance: random.Random) -> Draw:
    names = chance.choice(tuple(UNITS.values()))
    unit, into = chance.sample(names, 2)
    while (unit in METRIC) is (into in METRIC):
        unit, into = chance.sample(names, 2)
    amount = chance.randint(11, 999)
    exact = amount * _size(unit) / _size(into)
    if not 20 <= exact < 100_000:
        return _conversion(chance)
    wrong = chance.random() < 0.5
    figure = exact * chance.choice([0.1, 0.4, 0.6, 1.5, 2, 10]) if wrong else exact
    words = f"{amount} {NAMES.get(unit, unit + 's')} ({_three(figure)} {NAMES.get(into, into + 's')})"
    return Draw(f"The survey told of {words}.", wrong)


@functools.cache
def _size(unit: str) -> float:
    """Return what pint has one unit worth, in its base units."""
    return float(REGISTRY(IN_PINT.get(unit, unit)).to_base_units().magnitude)


def _share(chance: random.Random) -> Draw:
    whole = chance.randint(12, 99)
    part = chance.randint(1, whole - 1)
    exact = Fraction(part * 100, whole)
    wrong = chance.random() < 0.5
    given = chance.choice([exact + 5, exact - 5, exact * 2, exact / 2, exact / 10]) if wrong else exact
    if wrong and (abs(given - exact) < 3 or not 1 < given < 100):
        return _share(chance)
    return Draw(f"The board said {part} of {whole} boats ({float(given):.1f}%) came back.", wrong)


def _sum(chance: random.Random) -> Draw:
    parts = [chance.randint(1, 99) for _ in range(3)]
    wrong = chance.random() < 0.5
    total = sum(parts) + (chance.choice([-2, -1, 1, 2]) if wrong else 0)
    # A total of more than two digits that ends in a zero may be a round one.
    if total % 10 == 0 or any(part % 10 == 0 for part in parts):
        return _sum(chance)
    one, two, three = parts
    words = f"${one} million for roads, ${two} million for parks and ${three} million for ferries"
    return Draw(f"The pier costs ${total} million: {words}.", wrong)


def _three(value: float) -> str:
    """Write a value to three digits."""
    return f"{float(f'{value:.2e}'):,.6f}".rstrip("0").rstrip(".")


def _wrong_conversions(document: Document) -> set[int]:
    found = document.view(judgements)
    return {each.conversion.span.start for each in found if each.degree is Degree.WRONG}


def _wrong_shares(document: Document) -> set[int]:
    return {each.share.span.start for each in document.view(shares) if not each.agrees}


def _wrong_sums(document: Document) -> set[int]:
    return {each.total.span.start for each in document.view(parted_sums) if not each.agrees}


REGISTRY: pint.UnitRegistry = pint.UnitRegistry()
KINDS: dict[str, Kind] = {
    "conversions": (_conversion, _wrong_conversions),
    "shares": (_share, _wrong_shares),
    "sums": (_sum, _wrong_sums),
}


if __name__ == "__main__":
    raise SystemExit(main())
