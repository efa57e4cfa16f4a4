"""Makers of copy for `growth_kinds.py`: sentences about people and places that are not, from one seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

SEED = 20
GIVEN = ("Amira", "Boris", "Clara", "Daniel", "Elena", "Farid", "Greta", "Hassan", "Ingrid", "Jakob", "Karen")
PLACES = ("Arden", "Belmore", "Calder", "Dunmere", "Eastly", "Farrow", "Garston", "Halden", "Ilmer", "Jessop")
CONSONANTS, VOWELS = "bdfgklmnprstv", "aeiou"
BODIES = ("Water", "Road", "Harbour", "Health", "School", "Forest", "Rail", "Energy", "Housing", "Fisheries")
ENDS = ("Authority", "Agency", "Council", "Commission", "Board", "Trust")
PLAIN = (
    "The road to the harbour was closed for two days after the storm.",
    "Residents had asked the council for a new bridge since the spring.",
    "Work on the school will begin as soon as the frost is over.",
    "Nobody was hurt, and the ferries ran again in the evening.",
    "Farmers in the hills lost much of their early barley to the rain.",
)
Line = Callable[[random.Random, int], str]


class Kind(NamedTuple):
    """A kind of copy: how it is made for a count, the count to begin with, and the file it would stand in."""

    name: str
    copy: Callable[[int], str]
    first: int = 64
    path: str = "story.txt"


def repeated(words: str) -> Callable[[int], str]:
    """Return a maker of the same words over and over."""
    return lambda count: words * count


def each(line: Line, between: str = "\n\n") -> Callable[[int], str]:
    """Return a maker of so many lines, each told its number and given a source of chance."""

    def made(count: int) -> str:
        chance = random.Random(SEED)
        return between.join(line(chance, number) for number in range(count))

    return made


def surname(chance: random.Random, least: int = 6) -> str:
    """Make a surname of so many syllables, or one more, that hardly two of a story are near each other.

    Of six, some of a hundred thousand are, by chance and by the square; of nine, none.
    """
    size = chance.randint(least, least + 1)
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(size)).capitalize()


def person(chance: random.Random) -> str:
    """Make a full name."""
    return f"{chance.choice(GIVEN)} {surname(chance)}"


def body(chance: random.Random) -> str:
    """Make the name of a public body."""
    return f"{surname(chance)} {chance.choice(BODIES)} {chance.choice(ENDS)}"


def defined(chance: random.Random, number: int) -> str:
    """Introduce a body and its acronym, and come back to it."""
    whole = body(chance)
    letters = "".join(word[0] for word in whole.split())
    return f"The {whole} ({letters}) met on Monday. The {letters} will report to the council."


def undefined(chance: random.Random, number: int) -> str:
    """Speak of a body by an acronym that nothing spells out."""
    letters = "".join(chance.choice(CONSONANTS) for _ in range(5)).upper()
    return f"Nobody at the town hall has heard from the {letters} since the vote."


def similar(chance: random.Random, number: int) -> str:
    """Name one of many bodies that differ in one word."""
    return f"The {surname(chance, 9)} {BODIES[number % 3]} {ENDS[number % 2]} met on Monday."


def one_surname(chance: random.Random, number: int) -> str:
    """Introduce two people of a surname that all have."""
    return f"{surname(chance)} Calder met {chance.choice(GIVEN)} Calder. Calder left early."


def misspelt(chance: random.Random, number: int) -> str:
    """Name one person, with a slip somewhere in the surname."""
    name = "Mashekovitch"
    place = chance.randrange(1, len(name))
    return f"Boris {name[:place]}{chance.choice(VOWELS)}{name[place + 1 :]} spoke first."


def right(chance: random.Random, number: int) -> str:
    """Convert a distance rightly."""
    far = chance.randint(11, 900)
    return f"The road to {surname(chance)} is {far} kilometers ({far * 0.621371:.0f} miles) long."


def wrong(chance: random.Random, number: int) -> str:
    """Convert a distance wrongly."""
    far = chance.randint(11, 900)
    return f"The road to {surname(chance)} is {far} kilometers ({far * 0.83:.0f} miles) long."


def sum_twice(chance: random.Random, number: int) -> str:
    """Give a sum in two currencies, at one rate."""
    cost = chance.randint(20, 900)
    return f"The bridge cost ${cost} million (£{cost * 0.79:.1f} million) to build."


def drifting(chance: random.Random, number: int) -> str:
    """Give a sum in two currencies, at one of three rates."""
    cost = chance.randint(20, 900)
    return (
        f"The bridge cost ${cost} million (£{cost * chance.choice((0.6, 0.79, 1.1)):.1f} million) to build."
    )


def digits(count: int) -> str:
    """Convert a distance of so many digits, of which two are swapped."""
    chance = random.Random(SEED)
    written = "1" + "".join(chance.choice("0123456789") for _ in range(count))
    miles = str(int(written) * 621371 // 1000000) if count < 1000 else written
    swapped = miles[:3] + miles[4:2:-1] + miles[5:]
    return f"It is {written} kilometers ({swapped} miles) away.\n"


def date(chance: random.Random, number: int) -> str:
    """Give a weekday with a date, mostly not its own, and a date alone."""
    day = f"{chance.choice(('Monday', 'Tuesday', 'Friday'))}, March {chance.randint(1, 28)}"
    return f"The council met on {day}, {chance.randint(2001, 2025)}, and on {chance.randint(1, 28)} May."


def said(chance: random.Random, number: int) -> str:
    """Quote somebody."""
    return f"“The {chance.choice(PLACES)} road is closed,” {person(chance)} said. “It will open.”"


def varied(chance: random.Random, number: int) -> str:
    """Write a paragraph of three sentences, as no two stories have them."""
    return " ".join(_sentence(chance) for _ in range(3))


def _sentence(chance: random.Random) -> str:
    far, cost, year = chance.randint(11, 900), chance.randint(20, 900), chance.randint(1990, 2025)
    one, two, place = person(chance), person(chance), surname(chance)
    return chance.choice(
        (
            f"{one}, a spokesman for the {body(chance)}, said the road to {place} would open in {year}.",
            f"“We have waited {far} days,” said {one}, who lives near {chance.choice(PLACES)}.",
            f"The pipeline runs {far} kilometers ({far * 0.621371:.0f} miles) from {place} to the sea.",
            f"It cost ${cost} million (£{cost * 0.79:.0f} million), {one} told reporters on Tuesday.",
            f"Some {cost // 10} percent of farmers lost crops, according to the {body(chance)}.",
            f"{one} and {two} were elected in March {year}. {one.split()[1]} had been mayor for years.",
            f"Officials said {far} people had left their homes. “It was dark,” {two} said. “Nobody came.”",
            f"The {body(chance)} met on Friday, May {chance.randint(1, 28)}, {year}, to hear from {one}.",
            f"Experts believe the river rose by {chance.randint(2, 9)} meters, a record for {place}.",
            *chance.sample(PLAIN, 3),
        )
    )


def ignored(chance: random.Random, number: int) -> str:
    """Ignore a wrong conversion."""
    return f"[newslint: ignore[units.wrong-conversion] -- checked by the desk]\n{wrong(chance, number)}"


def table(count: int) -> str:
    """Make a table of so many rows."""
    return f"| Town | Far | Miles | Mayor | Year |\n|---|---|---|---|---|\n{each(_row, chr(10))(count)}\n"


def _row(chance: random.Random, number: int) -> str:
    far, year = chance.randint(11, 900), chance.randint(1990, 2025)
    return f"| {surname(chance)} | {far} km | {far * 0.62:.0f} miles | {person(chance)} | {year} |"


def nested_list(count: int) -> str:
    """Make a list whose items lie ever deeper, and then at the margin again."""
    return "".join(f"{'  ' * (number % 40)}- word\n" for number in range(count))
