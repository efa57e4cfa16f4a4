"""Plant slips of figures in made-up sentences: how many are found, how many right ones are disturbed?

    python bench/slips.py --count 400            # so many sentences of every kind, once right and once wrong
    python bench/slips.py --seed 7 --missed 20   # and show some of those missed and disturbed

Exit code 1 where a kind falls short of its share, or more than one in a thousand right figures is flagged.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable

import told_sums
from told_sums import Sentence

from newslint import lint

FAMILIES = ("units", "numbers")
FIGURES_A_SENTENCE = 3
MOST_DISTURBED = 1 / 1000
NAMES = ("bridge", "canal", "orchard", "quarry", "ferry", "museum", "tunnel", "mill", "harbor", "library")
PEOPLE = ("voters", "pupils", "nurses", "tenants", "farmers", "drivers", "members", "residents")
KINDS_OF_PEOPLE = ("men", "women", "boys", "girls", "Danes", "Finns", "Poles", "Swiss")
USES = ("for roads", "for schools", "for parks", "for libraries", "for ferries")
# A unit, the unit it is converted to, the factor, the least and the greatest amount.
PAIRS = (
    ("miles", "kilometers", 1.609344, 12, 900), ("feet", "meters", 0.3048, 20, 9000),
    ("kilometers", "miles", 0.621371, 12, 900), ("meters", "feet", 3.28084, 20, 900),
    ("acres", "hectares", 0.404686, 30, 9000), ("hectares", "acres", 2.47105, 12, 900),
    ("pounds", "kilograms", 0.453592, 30, 900), ("kilograms", "pounds", 2.20462, 12, 900),
    ("inches", "centimeters", 2.54, 12, 90), ("square miles", "square kilometers", 2.58999, 12, 900),
    ("mph", "kph", 1.609344, 20, 150), ("knots", "mph", 1.15078, 20, 120),
)  # fmt: skip
SUMS = (
    ("The {name} cost €{one} million (${two} million).", 0.9, 1.5),
    ("The {name} cost £{one} million (${two} million).", 1.1, 2.05),
)


def main() -> int:
    """Plant the slips and print a line for every kind."""
    arguments = _arguments()
    chance, short = random.Random(arguments.seed), False
    for name, (kind, least) in KINDS.items():
        sentences = [kind(chance) for _ in range(arguments.count)]
        missed = [each.wrong for each in sentences if not _flagged(each.wrong)]
        disturbed = [each.right for each in sentences if _flagged(each.right)]
        found = 1 - len(missed) / len(sentences)
        often = len(disturbed) / (FIGURES_A_SENTENCE * len(sentences))
        short |= found < least or often > MOST_DISTURBED
        print(
            f"{name:12} found {found:.3f} (at least {least}), {often * 1000:.2f} of 1,000 right ones flagged"
        )
        for copy in (*missed[: arguments.missed], *disturbed[: arguments.missed]):
            print(f"    {copy}")
    return int(short)


def _flagged(copy: str) -> bool:
    found = lint(copy).findings
    return any(each.rule.partition(".")[0] in FAMILIES and each.severity != "suggestion" for each in found)


def conversion(chance: random.Random) -> Sentence:
    """Make a conversion, rounded as news rounds; the slip is of ten, of two digits or of the factor."""
    unit, into, factor, low, high = chance.choice(PAIRS)
    amount = chance.randint(low, high)
    right = _rounded(amount * factor)
    wrong = chance.choice(
        [right * 10, right / 10, _swapped(right), _rounded(amount / factor), _rounded(amount * factor * 1.5)]
    )
    if abs(wrong - right) < 0.08 * right:
        return conversion(chance)
    line = f"The {chance.choice(NAMES)} is {amount:,} {unit} ({{}} {into}) by the survey."
    return Sentence(line.format(_written(right)), line.format(_written(wrong)))


def money(chance: random.Random) -> Sentence:
    """Make a conversion of money at a rate of its years; the slip is of ten or a million for a billion."""
    line, low, high = chance.choice(SUMS)
    one = chance.randint(3, 900)
    two = _rounded(one * chance.uniform(low, high))
    name, wrong = chance.choice(NAMES), two * chance.choice([10, 0.1, 1000])
    return Sentence(
        line.format(name=name, one=one, two=_written(two)),
        line.format(name=name, one=one, two=_written(wrong)),
    )


def share(chance: random.Random) -> Sentence:
    """Make a share of a whole; the slip is of ten, of two digits, of the whole, or of some points."""
    whole = chance.randint(20, 900)
    part = chance.randint(whole // 10 + 1, whole - whole // 10)
    right = round(part / whole * 100)
    wrong = chance.choice(
        [
            right / 10,
            _swapped(right),
            round(part / (whole + part) * 100),
            right + chance.choice([-9, -6, 6, 9]),
        ]
    )
    if abs(wrong - right) <= 2 or not 0 < wrong < 100:
        return share(chance)
    line = chance.choice(
        [
            "The board said {part} of {whole} {people} ({given}%) came back.",
            "Of the {whole} {people}, {part}, or {given} percent, came back.",
            "Some {people} came back: {part} out of {whole}, or {given} percent.",
            "The survey found {part} {people} among {whole}, or {given} per cent, the office said.",
            "Of {whole} {people} asked, {given} percent, or {part}, said no.",
            "It is {given} percent of the {whole} {people}, or {part}, the office said.",
        ]
    )
    told = {"part": part, "whole": whole, "people": chance.choice(PEOPLE)}
    return Sentence(line.format(given=right, **told), line.format(given=_written(wrong), **told))


def addition(chance: random.Random) -> Sentence:
    """Make a total with its parts; the slip is of the total or of a part."""
    parts = [chance.randint(2, 40) for _ in range(chance.choice([2, 3, 3]))]
    total = sum(parts)
    wrong = total + chance.choice([-3, -2, -1, 1, 2, 3, 10])
    if wrong <= max(parts):
        return addition(chance)
    if chance.random() < 0.5:
        listed = _listed(
            [f"{part} {kind}" for part, kind in zip(parts, chance.sample(KINDS_OF_PEOPLE, 3), strict=False)]
        )
        line = chance.choice(
            [
                f"The {chance.choice(NAMES)} took in {{}} people: {listed}, police said.",
                f"A group of {{}} — {listed} — left on Monday.",
                f"{{}} people ({listed}) were held.",
            ]
        )
        return Sentence(line.format(total), line.format(wrong))
    listed = _listed(
        [f"${part} million {use}" for part, use in zip(parts, chance.sample(USES, 3), strict=False)]
    )
    line = chance.choice(
        [
            f"The {chance.choice(NAMES)} costs ${{}} million: {listed}.",
            f"The ${{}} million grant — {listed} — was approved.",
            f"The city has {listed}, a total of ${{}} million.",
        ]
    )
    return Sentence(line.format(total), line.format(wrong))


def move(chance: random.Random) -> Sentence:
    """Make a rise or a fall with its size; the slip is of the size or of the per cent."""
    before = chance.randint(20, 400)
    size = chance.randint(max(2, before // 10), before // 2)
    after, way = chance.choice([(before + size, "rose"), (before - size, "fell")])
    if chance.random() < 0.5:
        wrong = size + chance.choice([-2, -1, 1, 2]) * max(1, size // 8)
        line = f"The levy {way} ${{}} million, to ${after} million from ${before} million."
        return Sentence(line.format(size), line.format(wrong))
    right = round(size / before * 100)
    wrong = chance.choice([round(size / after * 100), _swapped(right), right + 7])
    if abs(wrong - right) <= 2:
        return move(chance)
    line = f"The stock {way} ${size}, or {{}} percent, to ${after}."
    return Sentence(line.format(right), line.format(wrong))


KINDS: dict[str, tuple[Callable[[random.Random], Sentence], float]] = {
    "conversions": (conversion, 0.98),
    "money": (money, 0.98),
    "shares": (share, 0.85),
    "sums": (addition, 0.85),
    "moves": (move, 0.85),
    "per head": (told_sums.per_head, 0.85),
    "averages": (told_sums.average, 0.85),
    "seats": (told_sums.seats, 0.85),
    "margins": (told_sums.margin, 0.85),
    "lists": (told_sums.listed, 0.85),
    "magnitudes": (told_sums.magnitude, 0.85),
    "two sentences": (told_sums.sentences_apart, 0.85),
    "headlines": (told_sums.headline, 0.85),
}


def _rounded(value: float) -> float:
    """Round to two digits below a hundred, else to three."""
    digits = 2 if value < 100 else 3
    return float(f"{value:.{digits - 1}e}")


def _swapped(value: float) -> float:
    text = f"{value:g}"
    return float(text[1] + text[0] + text[2:]) if len(text) > 1 and text[:2].isdigit() else value


def _written(value: float) -> str:
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--missed", type=int, default=0, help="how many of those missed and disturbed to show"
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
