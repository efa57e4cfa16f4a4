"""A made-up archive: dated stories in JSON Lines, whose people come up again and are misspelt, from a seed.

    python bench/made_archive.py FOLDER [--stories 10000] [--seed 1] [--drifting 0] [--lines 6]

The people of a story are drawn from a town that grows with the archive, as names do. A name is an ordinary
one enciphered letter for letter, vowels to vowels, so names that were near stay near and none is anybody's.
One story in a hundred misspells a surname. With --drifting, so many people are spelt otherwise from a month
on; `drift.json` says who, and in which month first.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

FIRST_YEAR, YEARS = 2010, 12
A_FILE = 1_000
GIVEN = (
    "Anna", "Boris", "Clara", "David", "Elena", "Farid", "Greta", "Hamid", "Irina", "Jonas",
    "Karin", "Lucas", "Maria", "Nadia", "Oscar", "Petra", "Rashid", "Sofia", "Tomas", "Ulrika",
    "Viktor", "Walter", "Yasmin", "Zoran",
)  # fmt: skip
SURNAMES = (
    "Halvorsen", "Kowalski", "Petrovic", "Lindqvist", "Haidari", "Motwani", "Muttaqi", "Brandt",
    "Castellano", "Dubois", "Eriksen", "Fernandez", "Gruber", "Hamadi", "Ivanov", "Jankovic",
    "Karimov", "Lorenz", "Marchetti", "Nakamura", "Okonkwo", "Papadakis", "Quintero", "Rasmussen",
    "Salvatore", "Tervonen", "Ursini", "Valdez", "Wagner", "Zimmer",
)  # fmt: skip
TITLES = ("Mayor", "Minister", "Professor", "Captain", "Judge")
TOWNS = ("Bergen", "Herat", "Gdansk", "Porto", "Turku", "Graz", "Varna", "Cork")
DESKS = ("city", "world", "sports", "business")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
LINES = (
    "{title} {name} said on {day} that the road to {town} would be {km} kilometers ({miles} miles) long.",
    "“We have waited for years,” {surname} said. “Now it is being built.”",
    "The council of {town} had voted for it in spring, {name} wrote in a letter to the paper.",
    "According to {name}, a spokesman for the harbor, {count} ships came in last year, more than before.",
    "{surname} told reporters that the money would come from the province, but did not say how much.",
    "The bridge is {meters} meters high and was opened by {title} {name}, who lives nearby.",
    "Nobody was hurt, the police of {town} said, and the trains ran again in the evening.",
    "Critics such as {name} called the plan a waste; {surname} has asked for a second opinion.",
)
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"


class Town:
    """People, ever more of them, and what happens to their names."""

    def __init__(self, seed: int, drifting: int, lines: int) -> None:
        self.lines = lines
        self.chance = random.Random(seed)
        self.people: list[tuple[str, str, str]] = []
        self.drift: dict[str, tuple[str, str]] = {}
        # When each was first written in the new way: before, nobody can tell.
        self.seen: dict[str, str] = {}
        taken: set[str] = set()
        while len(self.drift) < drifting:
            given, surname, _ = self._person()
            if surname in taken or len(surname) < 6:
                continue
            taken.add(surname)
            at = self.chance.randrange(24, 12 * (YEARS - 2))
            month = f"{FIRST_YEAR + at // 12}-{at % 12 + 1:02}"
            self.drift[f"{given} {surname}"] = (misspelt(surname, self.chance), month)
            self.people.append((given, surname, self.chance.choice(TITLES)))
        self.fixed = len(self.people)

    def story(self, number: int, total: int) -> tuple[str, str]:
        """Return the desk and the copy of a story."""
        chance = self.chance
        # As names of an archive grow: ten times the stories, four times the names.
        while len(self.people) - self.fixed < 40 + int(6 * (number + 1) ** 0.6):
            self.people.append(self._person())
        at = number * 12 * YEARS // total
        month = f"{FIRST_YEAR + at // 12}-{at % 12 + 1:02}"
        people = [self._spelt(self._drawn(), month) for _ in range(3)]
        if chance.random() < 0.01:
            given, surname, title = people[0]
            people[0] = (given, misspelt(surname, chance), title)
        town, day = chance.choice(TOWNS), chance.randrange(1, 29)
        lines = [self._line(line, people[place % 3], town, day) for place, line in
                 enumerate(chance.sample(LINES, self.lines))]  # fmt: skip
        self._note(people, "\n".join(lines), month)
        head = f"{town.upper()}, {MONTHS[at % 12]} {day}, {FIRST_YEAR + at // 12} — "
        return chance.choice(DESKS), head + "\n\n".join(lines) + "\n"

    def _line(self, line: str, person: tuple[str, str, str], town: str, day: int) -> str:
        given, surname, title = person
        km = self.chance.randrange(20, 400)
        miles = round(km * 0.621371) + (3 * (km % 50) // 10 if km % 17 == 0 else 0)
        return line.format(
            title=title, name=f"{given} {surname}", surname=surname, town=town, km=km, miles=miles,
            count=km * 7, meters=km, day=("Monday", "Tuesday", "Friday")[day % 3],
        )  # fmt: skip

    def _note(self, people: list[tuple[str, str, str]], copy: str, month: str) -> None:
        """Note who stands in some copy with the whole of a new name, which is when anybody can tell."""
        new = {(name.split()[0], now): (name, since) for name, (now, since) in self.drift.items()}
        for given, surname, _ in people:
            name, since = new.get((given, surname), ("", "9999"))
            if month >= since and f"{given} {surname}" in copy:
                self.seen.setdefault(name, month)

    def _drawn(self) -> tuple[str, str, str]:
        """Draw somebody; who is to change is in the news as often as all others together."""
        if self.fixed and self.chance.random() < 0.5:
            return self.people[self.chance.randrange(self.fixed)]
        return self.chance.choice(self.people)

    def _spelt(self, person: tuple[str, str, str], month: str) -> tuple[str, str, str]:
        given, surname, title = person
        name = f"{given} {surname}"
        now, since = self.drift.get(name, (surname, "9999"))
        return (given, now, title) if month >= since else person

    def _person(self) -> tuple[str, str, str]:
        surname = self.chance.choice(SURNAMES)
        return self.chance.choice(GIVEN), enciphered(surname, self.chance), self.chance.choice(TITLES)


def enciphered(name: str, chance: random.Random) -> str:
    """Return a name with other vowels for its vowels and other consonants for the rest."""
    key = {}
    for letters in (VOWELS, CONSONANTS):
        key |= dict(zip(letters, chance.sample(letters, len(letters)), strict=True))
    return "".join(key.get(letter, letter) for letter in name.lower()).capitalize()


def misspelt(name: str, chance: random.Random) -> str:
    """Return a name with an inner letter doubled, or one of a double dropped."""
    doubles = [at for at in range(2, len(name)) if name[at] == name[at - 1]]
    if doubles:
        return name[: doubles[0]] + name[doubles[0] + 1 :]
    at = chance.choice([at for at in range(2, len(name) - 1) if name[at] in CONSONANTS] or [2])
    return name[:at] + name[at] + name[at:]


def write(folder: Path, *, stories: int, seed: int = 1, drifting: int = 0, lines: int = 6) -> None:
    """Write an archive, and who drifts in it."""
    town = Town(seed, drifting, lines)
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, stories, A_FILE):
        files: dict[str, list[str]] = {}
        for number in range(first, min(first + A_FILE, stories)):
            desk, copy = town.story(number, stories)
            files.setdefault(desk, []).append(
                json.dumps({"id": f"{number:08}", "text": copy}, ensure_ascii=False)
            )
        for desk, lines in files.items():
            (folder / desk).mkdir(exist_ok=True)
            path = folder / desk / f"{first // A_FILE:05}.jsonl"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    planted = {name: (spelling, town.seen.get(name, month)) for name, (spelling, month) in town.drift.items()}
    (folder / "drift.json").write_text(json.dumps(planted), encoding="utf-8")


def main() -> None:
    """Write an archive."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drifting", type=int, default=0)
    parser.add_argument("--lines", type=int, default=6)
    arguments = parser.parse_args()
    numbers = {name: getattr(arguments, name) for name in ("stories", "seed", "drifting", "lines")}
    write(arguments.folder, **numbers)


if __name__ == "__main__":
    main()
