"""Plant slips in made-up copy with dates and ages, and tell how many newslint finds.

    python bench/date_slips.py --count 400            # that many of each kind
    python bench/date_slips.py --seed 7 --kind ages   # the ones of a kind that pass, shown

Every sentence is read unaltered, too. Exit code 1 where weekdays without a year are found in less than .85,
ages in less than .9, or more than one finding comes of 1,000 unaltered figures.
"""

from __future__ import annotations

import argparse
import datetime
import random
from collections.abc import Callable
from typing import NamedTuple

from newslint import lint

MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMES = ("Lena Fodor", "Ion Ruiz", "Vera Lund", "Max Berg", "Ana Costa", "Tom Okoro", "Mei Sato")
AHEAD = (
    "The council will meet on {day} to vote on the plan.",
    "The fair opens {day} and runs for a week.",
    "Voters are expected to decide on {day}, the clerk said.",
    "The hearing is scheduled for {day} in Leeds.",
    "Tickets go on sale {day}, the club said.",
)
BACK = (
    "The levee gave way on {day}, and the town was cut off.",
    "He was arrested {day} at the airport, police said.",
    "The vote was held on {day}, the clerk said.",
    "The ferry left port on {day} in calm water.",
    "Rain stopped play on {day}, and nobody came back.",
)
LIVES = (
    "{name}, {age}, was born in {born} in Pecs.",
    "{name}, {age}, was born on {birthday}, in Pecs.",
    "{name} (born {born}), aged {age}, sings in the choir.",
    "The {age}-year-old {name}, born in {born}, sings in the choir.",
    "Born in {born}, {surname}, now {age}, sings in the choir.",
    "{name} was born in Pecs in {born}. {surname}, {age}, sings in the choir.",
)
DEATHS = (
    "The poet was born in {born} and died in {died}, aged {age}.",
    "{name} ({born}-{died}) was {age} when she died.",
    "{name} was born on {birthday}, and died on {deathday}, aged {age}.",
    "{name} ({born}-{died}), who died aged {age}, wrote of the sea.",
    "{name}, who has died aged {age}, wrote of the sea.\\n\\n{name}, poet, born {birthday}; died {deathday}",
    "Born in {born}, she married at {age} in {died}.",
)
SPANS = (
    "She led the bank for {years} years, from {first} to {last}, and retired.",
    "In {last}, {years} years after the {first} flood, the mill closed.",
    "The mill was founded in {first}, and in {last}, {years} years after its founding, it closed.",
)
# A name, a year and the years between, and the month, week and weekday by law.
ELECTIONS = (
    ("Sweden", 2014, 4, 9, 2, 7),
    ("Kenya", 2017, 5, 8, 2, 2),
    ("Estonia", 1995, 4, 3, 1, 7),
    ("Panama", 1999, 5, 5, 1, 7),
    ("Latvia", 2002, 4, 10, 1, 6),
)
VOTES = (
    "{name}'s general election is on {day}, the parties said.",
    "The election in {name} was held on {day} in fine weather.",
    "The {day}, election in {name} was close.",
)
STRETCHES = (
    "The line stood still from {ends}, {length}, the railway said.",
    "The fair ran for {length}, from {ends}, in Pecs.",
    "The talks lasted {length} ({ends}).",
    "The hall was shut from {ends}, a total of {length}.",
)


class Planted(NamedTuple):
    """A story as it should be and with a slip, its date, and how many figures could have slipped."""

    right: str
    wrong: str
    told: datetime.date
    figures: int


def main() -> int:
    """Plant, read and count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS)
    arguments = parser.parse_args()
    short, figures, false = False, 0, []
    for kind in [arguments.kind] if arguments.kind else KINDS:
        chance = random.Random(f"{arguments.seed} {kind}")
        drawn = [KINDS[kind][0](chance) for _ in range(arguments.count)]
        missed = [one for one in drawn if not _findings(one.wrong, one.told)]
        false += [one for one in drawn if _findings(one.right, one.told)]
        figures += sum(one.figures for one in drawn)
        share = 1 - len(missed) / len(drawn)
        short |= share < KINDS[kind][1]
        print(f"{kind:24} {share:.3f} of {len(drawn)} found, {KINDS[kind][1]} wanted")
        if arguments.kind:
            print(*(f"  {one.told} {one.wrong}" for one in missed[:40]), sep="\n")
    per_1000 = 1000 * len(false) / figures
    print(f"unaltered: {len(false)} findings on {figures:,} figures, {per_1000:.2f} in 1,000")
    print(*(f"  {one.told} {one.right}" for one in false[:20]), sep="\n")
    return 1 if short or per_1000 > 1 else 0


def weekday_with_year(chance: random.Random) -> Planted:
    """Return a whole date whose weekday slips."""
    told = _story_day(chance)
    day = told - datetime.timedelta(chance.randint(1, 9000))
    return _weekday(chance, chance.choice(BACK), told, day, year=True)


def weekday_to_come(chance: random.Random) -> Planted:
    """Return a day ahead without its year."""
    told = _story_day(chance)
    return _weekday(chance, chance.choice(AHEAD), told, told + datetime.timedelta(chance.randint(1, 170)))


def weekday_past(chance: random.Random) -> Planted:
    """Return a day of the last months without its year."""
    told = _story_day(chance)
    return _weekday(chance, chance.choice(BACK), told, told - datetime.timedelta(chance.randint(1, 110)))


def ages(chance: random.Random) -> Planted:
    """Return an age of the story's day; it slips by three years or more, or its figures change places."""
    told = _story_day(chance)
    birthday = told - datetime.timedelta(chance.randint(20 * 366, 80 * 365))
    years = _years_between(birthday, told)
    return _life(chance, chance.choice(LIVES), birthday, told, told=told, age=years)


def ages_at_death(chance: random.Random) -> Planted:
    """Return an age at a day or in a year that is printed."""
    told = _story_day(chance)
    birthday = datetime.date(chance.randint(1880, 1960), chance.randint(1, 12), chance.randint(1, 28))
    died = birthday + datetime.timedelta(chance.randint(21 * 366, 95 * 365))
    return _life(chance, chance.choice(DEATHS), birthday, died, told=told, age=_years_between(birthday, died))


def years_passed(chance: random.Random) -> Planted:
    """Return a number of years between two that are printed."""
    first = chance.randint(1800, 2000)
    years = chance.randint(5, 90)
    wrong = years + chance.choice((-1, 1)) * chance.choice((2, 3, 5, 10))
    copy, year = chance.choice(SPANS), {"first": first, "last": first + years}
    right, slipped = copy.format(**year, years=years), copy.format(**year, years=max(wrong, 2))
    return Planted(right, slipped, _story_day(chance), 3)


def clock_lengths(chance: random.Random) -> Planted:
    """Return a length between two times of day, over midnight too; it slips by an hour or two."""
    start, length = chance.randint(0, 95) * 15, chance.randint(2, 18) * 30
    ends = [_hour(start), _hour(start + length)]
    wrong = length + chance.choice((-1, 1)) * chance.choice((60, 120))
    if wrong <= 0:
        return clock_lengths(chance)
    copy = chance.choice(STRETCHES).format(ends=" to ".join(ends), length="{}")
    right, slipped = (copy.format(_hours(minutes)) for minutes in (length, wrong))
    return Planted(right, slipped, _story_day(chance), 3)


def day_lengths(chance: random.Random) -> Planted:
    """Return a length between two days; it slips by three days or more."""
    first = _story_day(chance)
    days = chance.randint(4, 24)
    last = first + datetime.timedelta(days - chance.choice((0, 1)))
    ends = " to ".join(f"{MONTHS[day.month - 1]} {day.day}" for day in (first, last))
    wrong = days + chance.choice((-1, 1)) * chance.choice((3, 5, 10))
    if wrong < 2:
        return day_lengths(chance)
    copy = chance.choice(STRETCHES).format(ends=ends, length="{} days")
    return Planted(copy.format(days), copy.format(wrong), first, 3)


def elections(chance: random.Random) -> Planted:
    """Return an election whose day a law fixes; it slips by a week, a day or two."""
    name, first, every, month, week, weekday = chance.choice(ELECTIONS)
    year = first + every * chance.randint(0, 4)
    opening = datetime.date(year, month, 1)
    day = opening + datetime.timedelta((weekday - 1 - opening.weekday()) % 7 + 7 * (week - 1))
    wrong = day + datetime.timedelta(chance.choice((-7, -2, -1, 1, 2, 7)))
    copy = chance.choice(VOTES)
    right, slipped = (
        copy.format(name=name, day=f"{MONTHS[one.month - 1]} {one.day}, {one.year}") for one in (day, wrong)
    )
    return Planted(right, slipped, day, 2)


def _hour(minutes: int) -> str:
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour % 12 or 12}:{minute:02} {'a.m.' if hour < 12 else 'p.m.'}"


def _hours(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest} minutes"
    told = "1 hour" if whole == 1 else f"{whole} hours"
    return f"{told} and {rest} minutes" if rest else told


def _weekday(
    chance: random.Random, copy: str, told: datetime.date, day: datetime.date, *, year: bool = False
) -> Planted:
    """Return the copy with the day, and with a weekday one to three days off."""
    off = chance.choice((-3, -2, -1, 1, 2, 3))
    printed = f"{MONTHS[day.month - 1]} {day.day}" + (f", {day.year}," if year else "")
    right, wrong = (f"{DAYS[(day.weekday() + shift) % 7]}, {printed}" for shift in (0, off))
    return Planted(_tidy(copy.format(day=right)), _tidy(copy.format(day=wrong)), told, 2)


def _life(
    chance: random.Random,
    copy: str,
    birthday: datetime.date,
    day: datetime.date,
    *,
    told: datetime.date,
    age: int,
) -> Planted:
    name = chance.choice(NAMES)
    shifted = [age + off for off in (-12, -10, -5, -3, 3, 5, 10, 12) if 12 <= age + off <= 98]
    turned = int(str(age)[::-1])
    wrong = (
        turned
        if 12 <= turned <= 98 and abs(turned - age) > 2 and chance.random() < 0.4
        else chance.choice(shifted)
    )
    words = {
        "name": name,
        "surname": name.split()[1],
        "born": birthday.year,
        "died": day.year,
        "birthday": f"{MONTHS[birthday.month - 1]} {birthday.day}, {birthday.year}",
        "deathday": f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    }
    return Planted(_tidy(copy.format(age=age, **words)), _tidy(copy.format(age=wrong, **words)), told, 3)


def _tidy(copy: str) -> str:
    return copy.replace(",,", ",").replace(",.", ".").replace("\\n", "\n")


def _story_day(chance: random.Random) -> datetime.date:
    return datetime.date(1995, 1, 1) + datetime.timedelta(chance.randint(0, 40 * 365))


def _years_between(birthday: datetime.date, day: datetime.date) -> int:
    return day.year - birthday.year - ((day.month, day.day) < (birthday.month, birthday.day))


def _findings(copy: str, told: datetime.date) -> list[str]:
    """Return the rules of dates that find an error or are in doubt."""
    found = lint(copy + "\n", date=told, config=None).findings
    return [each.rule for each in found if each.rule.startswith("dates.") and each.severity != "suggestion"]


KINDS: dict[str, tuple[Callable[[random.Random], Planted], float]] = {
    "weekdays with a year": (weekday_with_year, 0.98),
    "weekdays to come": (weekday_to_come, 0.85),
    "weekdays past": (weekday_past, 0.85),
    "ages": (ages, 0.9),
    "ages at death": (ages_at_death, 0.9),
    "years passed": (years_passed, 0.85),
    "elections": (elections, 0.85),
    "lengths by the clock": (clock_lengths, 0.85),
    "lengths by the calendar": (day_lengths, 0.85),
}

if __name__ == "__main__":
    raise SystemExit(main())
