"""Sentences that tell every figure of a sum, with one slip."""

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
NAMES = ("port", "bridge", "canal", "orchard", "tunnel", "stadium")
PLACES = ("Oslo", "Milan", "Lima", "York", "Turin", "Riga", "Bonn", "Lyon", "Cork")
COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
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


def margin(chance: random.Random) -> Sentence:
    """Make two times of a race and what lies between them; the slip is of a digit."""
    first, apart = chance.randint(7300, 8900), chance.randint(3, 59)
    one, two = (f"{time // 3600}:{time // 60 % 60:02}:{time % 60:02}" for time in (first, first + apart))
    wrong = apart + chance.choice([-10, -2, 2, 5, 10])
    if wrong < 2:
        return margin(chance)
    line = chance.choice(
        [
            f"Ruiz won in {one}, {{}} seconds ahead of Okoro, who finished in {two}.",
            f"Lund was second in {two}, {{}} seconds behind Berg ({one}).",
            f"She ran {two}, {{}} seconds slower than her best of {one}.",
            f"Fodor won in {one}. Costa came second in {two}, {{}} seconds adrift.",
        ]
    )
    return Sentence(line.format(apart), line.format(wrong))


def listed(chance: random.Random) -> Sentence:
    """Make a count with its list; the slip is of one or two."""
    names = chance.sample(PLACES, chance.randint(3, 7))
    wrong = len(names) + chance.choice([-1, 1, 2])
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    line = chance.choice(
        [
            f"The band plays in {{}} cities: {told}.",
            f"The {{}} towns ({told}) were cut off.",
            f"Three clinics are closed, and {{}} cities — {told} — have none.",
            f"She won her last {{}}: {told}.",
        ]
    )
    return Sentence(line.format(COUNTS[len(names)]), line.format(COUNTS[wrong]))


def magnitude(chance: random.Random) -> Sentence:
    """Make a sum that is told twice; the slip is of a million for a billion."""
    figure, thing = f"{chance.randint(11, 99) / 10:g}", chance.choice(NAMES)
    told = chance.choice("$£€") + figure
    line = chance.choice(
        [
            f"Voters backed a {told} billion {thing} on Monday.\n\nThe {told} {{}} {thing} is late.",
            f"The {told} billion {thing} is late.\n\nCritics of the {told} {{}} {thing} left.",
        ]
    )
    return Sentence(line.format("billion"), line.format("million"))


def sentences_apart(chance: random.Random) -> Sentence:
    """Make a total whose parts the next sentence tells; the slip is of one to three."""
    parts = [chance.randint(2, 40) for _ in range(3)]
    total = sum(parts)
    line = chance.choice(
        [
            f"Police held {{}} people. They were {parts[0]} men, {parts[1]} women and {parts[2]} boys.",
            f"The crash hurt {{}} people. {parts[0]} were men, {parts[1]} women and {parts[2]} children.",
            f"It had {{}} passengers. Of them {parts[0]} were men, {parts[1]} women and {parts[2]} girls.",
        ]
    )
    return Sentence(line.format(total), line.format(total - chance.randint(1, 3)))


def headline(chance: random.Random) -> Sentence:
    """Make a headline with the opening of its story; the slip turns two digits round, or is of a few."""
    count = chance.randint(11, 89)
    wrong = chance.choice([int(str(count)[::-1]), count + 2, count - 1, count * 10])
    if wrong == count or wrong < 10:
        return headline(chance)
    line = chance.choice(
        [
            f"Ferry fire kills {{}} off Split\n\nA fire killed {count} people on Monday, guards said.",
            f"Crash leaves {{}} injured\n\nA bus left the road and {count} people were injured, police said.",
            f"Police arrest {{}} after match\n\nPolice arrested {count} fans after a match in Leeds.",
            f"Council sells {{}} homes\n\nThe council has sold {count} homes to a charity, it said.",
        ]
    )
    return Sentence(line.format(count), line.format(wrong))
