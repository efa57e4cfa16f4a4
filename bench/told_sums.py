"""Sentences that tell every figure of a sum, with one slip: per head, averages, seats."""

from __future__ import annotations

import random
from typing import NamedTuple

HEADS = (
    ("families", "family"),
    ("schools", "school"),
    ("farms", "farm"),
    ("clubs", "club"),
    ("widows", "widow"),
)
PARTIES = ("Forward", "Unity", "the Greens", "the Farmers", "New Dawn", "Labour", "the Liberals")
CHAMBERS = ("house", "parliament", "senate", "assembly", "council")
MEASURED = ("anglers", "visitors", "calls", "loaves", "votes", "trains")


class Sentence(NamedTuple):
    """A sentence with right figures, and the same with one slip."""

    right: str
    wrong: str


def per_head(chance: random.Random) -> Sentence:
    """Make what falls to one of many; the slip is of ten, or of a quarter and more."""
    many, one = chance.choice(HEADS)
    count, each = chance.randint(3, 60) * 10, chance.randint(3, 90) * 500
    total = f"${count * each / 1e6:.6f}".rstrip("0").rstrip(".") + " million"
    wrong = chance.choice([each * 10, each / 10, each * 1.4, each * 0.6])
    line = chance.choice(
        [
            f"The state gave {total} to {count} {many}, or ${{}} each.",
            f"The fund has {total} for {count} {many}, an average of ${{}} per {one}.",
            f"The {count} {many} will share {total}, or ${{}} apiece.",
            f"The bank paid {count} {many} ${{}} each, a total of {total}.",
            f"Some {many} won: {total}, or ${{}} for each of the {count} {many}.",
        ]
    )
    return Sentence(line.format(f"{each:,}"), line.format(f"{wrong:,.0f}"))


def average(chance: random.Random) -> Sentence:
    """Make an average with its figures; the slip is of two or more."""
    parts = [chance.randint(5, 95) for _ in range(chance.choice([3, 4, 5]))]
    mean = round(sum(parts) / len(parts), chance.choice([0, 1]))
    wrong = mean + chance.choice([-9, -4, -2, 2, 4, 9])
    listed = f"{', '.join(map(str, parts[:-1]))} and {parts[-1]}"
    things = chance.choice(MEASURED)
    line = chance.choice(
        [
            f"The pier drew an average of {{:g}} {things}: {listed}.",
            f"It counted {listed} {things}, an average of {{:g}}.",
            f"The average of {listed} is {{:g}}, the clerk said.",
            f"Crews saw {listed} {things} on the days, averaging {{:g}}.",
        ]
    )
    return Sentence(line.format(mean), line.format(wrong))


def seats(chance: random.Random) -> Sentence:
    """Make a chamber with the seats of its parties; the slip makes them more than there are."""
    parts = [chance.randint(5, 120) for _ in range(chance.choice([3, 4]))]
    whole, over = sum(parts), chance.choice([1, 2, 9, 10])
    names = chance.sample(PARTIES, len(parts))
    told = [f"{name} {part}" for name, part in zip(names[1:], parts[1:], strict=True)]
    listed = f"{', '.join(told[:-1])} and {told[-1]}"
    chamber = chance.choice(CHAMBERS)
    line = chance.choice(
        [
            f"In the {{}}-seat {chamber}, {names[0]} won {parts[0]}, {listed}.",
            f"The {chamber} has {{}} seats. {names[0].capitalize()} took {parts[0]} seats, {listed}.",
            f"On Sunday {names[0]} won {parts[0]} of {{}} seats, {listed}, the {chamber} said.",
        ]
    )
    return Sentence(line.format(whole), line.format(whole - over))
