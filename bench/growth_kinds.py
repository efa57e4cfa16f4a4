"""The kinds of copy that `growth.py` measures: believable, tiresome and hostile, each made from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

SEED = 20
GIVEN = [
    "Amira",
    "Boris",
    "Clara",
    "Daniel",
    "Elena",
    "Farid",
    "Greta",
    "Hassan",
    "Ingrid",
    "Jakob",
    "Karen",
    "Leon",
    "Marta",
    "Nadia",
    "Oscar",
    "Petra",
]
PLACES = [
    "Arden",
    "Belmore",
    "Calder",
    "Dunmere",
    "Eastly",
    "Farrow",
    "Garston",
    "Halden",
    "Ilmer",
    "Jessop",
    "Kelby",
    "Lorne",
    "Marlow",
    "Norby",
]
SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "do",
    "fa",
    "fe",
    "ga",
    "go",
    "ka",
    "ke",
    "la",
    "le",
    "lo",
    "ma",
    "me",
    "mo",
    "na",
    "ne",
    "no",
    "pa",
    "pe",
    "ra",
    "re",
    "ro",
    "sa",
    "so",
    "ta",
    "te",
    "to",
    "va",
    "ve",
]
BODIES = ["Water", "Road", "Harbour", "Health", "School", "Forest", "Rail", "Energy", "Housing", "Fisheries"]
ENDS = ["Authority", "Agency", "Council", "Commission", "Board", "Trust"]
PLAIN = (
    "The road to the harbour was closed for two days after the storm.",
    "Residents had asked the council for a new bridge since the spring.",
    "Work on the school will begin as soon as the frost is over.",
    "Nobody was hurt, and the ferries ran again in the evening.",
    "Farmers in the hills lost much of their early barley to the rain.",
)


class Kind(NamedTuple):
    """A kind of copy: how it is made for a count, the count to begin with, and the file it would stand in."""

    name: str
    copy: Callable[[int], str]
    first: int = 64
    path: str = "story.txt"


def _repeated(words: str) -> Callable[[int], str]:
    return lambda count: words * count


def _each(line: Callable[[random.Random, int], str], between: str = "\n\n") -> Callable[[int], str]:
    """Return a maker of copy of so many lines, each told its number and given a source of chance."""

    def made(count: int) -> str:
        chance = random.Random(SEED)
        return between.join(line(chance, number) for number in range(count))

    return made


def _surname(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(4, 5))).capitalize()


def _person(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {_surname(chance)}"


def _body(chance: random.Random) -> str:
    return f"{_surname(chance)} {chance.choice(BODIES)} {chance.choice(ENDS)}"


def _defined(chance: random.Random, number: int) -> str:
    words = [_surname(chance), chance.choice(BODIES), chance.choice(ENDS)]
    letters = "".join(word[0] for word in words)
    return f"The {' '.join(words)} ({letters}) met on Monday. The {letters} will report to the council."


def _right(chance: random.Random, number: int) -> str:
    far = chance.randint(11, 900)
    return f"The road to {_surname(chance)} is {far} kilometers ({far * 0.621371:.0f} miles) long."


def _wrong(chance: random.Random, number: int) -> str:
    far = chance.randint(11, 900)
    return f"The road to {_surname(chance)} is {far} kilometers ({far * 0.83:.0f} miles) long."


def _money(chance: random.Random, number: int) -> str:
    cost = chance.randint(2, 900)
    return f"The bridge cost ${cost} million (£{cost * 0.79:.1f} million) to build."


def _drift(chance: random.Random, number: int) -> str:
    cost = chance.randint(2, 900)
    rate = chance.choice((0.6, 0.79, 1.1))
    return f"The bridge cost ${cost} million (£{cost * rate:.1f} million) to build."


def _digits(count: int) -> str:
    chance = random.Random(SEED)
    digits = "1" + "".join(chance.choice("0123456789") for _ in range(count))
    swapped = (
        str(int(int(digits) * 0.621371 // 1)) if count < 300 else digits[:1] + digits[2:0:-1] + digits[3:]
    )
    return f"It is {digits} kilometers ({swapped} miles) away.\n"


def _date(chance: random.Random, number: int) -> str:
    day = f"{chance.choice(('Monday', 'Tuesday', 'Friday'))}, March {chance.randint(1, 28)}, {chance.randint(2001, 2025)}"
    return f"The council met on {day}, and again on {chance.randint(1, 28)} May."


def _said(chance: random.Random, number: int) -> str:
    return f"“The {chance.choice(PLACES)} road is closed,” {_person(chance)} said. “We will open it soon.”"


def _story(chance: random.Random, number: int) -> str:
    """Return one of a dozen believable sentences, no two alike."""
    far, cost, year = chance.randint(11, 900), chance.randint(2, 900), chance.randint(1990, 2025)
    one, two, body = _person(chance), _person(chance), _body(chance)
    return chance.choice(
        (
            f"{one}, a spokesman for the {body}, said the road to {_surname(chance)} would open in {year}.",
            f"“We have waited {far} days,” said {one}, who lives near {chance.choice(PLACES)}.",
            f"The pipeline runs {far} kilometers ({far * 0.621371:.0f} miles) from {_surname(chance)} to the sea.",
            f"It cost ${cost} million (£{cost * 0.79:.0f} million), {one} told reporters on Tuesday.",
            f"Some {cost} percent of farmers lost crops, according to the {body}.",
            f"{one} and {two} were elected in March {year}. {one.split()[1]} had been mayor since {year - 9}.",
            f"Officials said {far} people had left their homes. “It was dark,” {two} said. “Nobody came.”",
            f"The {body} met on Friday, May {chance.randint(1, 28)}, {year}, to hear from {one}.",
            f"Experts believe the river rose by {chance.randint(2, 9)} meters, a record for {_surname(chance)}.",
            chance.choice(PLAIN),
        )
    )


def _varied(chance: random.Random, number: int) -> str:
    return " ".join(_story(chance, number) for _ in range(3))


def _row(chance: random.Random, number: int) -> str:
    far = chance.randint(11, 900)
    return f"| {_surname(chance)} | {far} km | {far * 0.62:.0f} miles | {_person(chance)} | {chance.randint(1990, 2025)} |"


def _table(count: int) -> str:
    return "| Town | Far | Miles | Mayor | Year |\n|---|---|---|---|---|\n" + _each(_row, "\n")(count) + "\n"


def _similar(chance: random.Random, number: int) -> str:
    return f"The {_surname(chance)} {BODIES[number % 3]} {ENDS[number % 2]} met on Monday."


def _one_surname(chance: random.Random, number: int) -> str:
    return f"{_surname(chance)} Calder met {chance.choice(GIVEN)} Calder. Calder left early."


def _misspelt(chance: random.Random, number: int) -> str:
    name = "Mashekovitch"
    place = chance.randrange(1, len(name))
    return f"Boris {name[:place]}{chance.choice('aeiou')}{name[place + 1 :]} spoke first."


def _ignored(chance: random.Random, number: int) -> str:
    return f"[newslint: ignore[units.wrong-conversion] -- checked by the desk]\n{_wrong(chance, number)}"


def _nested(mark: str, end: str) -> Callable[[int], str]:
    return lambda count: mark * count + "word" + end * count + "\n"


COPY = (
    Kind("varied copy", _each(_varied), 256),
    Kind("varied, one line", _each(_varied, " "), 256),
    Kind("varied Markdown", _each(_varied), 256, "story.md"),
    Kind("plain copy", _each(lambda chance, number: chance.choice(PLAIN)), 512),
    Kind("short lines", _each(lambda chance, number: f"{chance.choice(PLACES)} {number}", "\n"), 512),
    Kind("short blocks", _each(lambda chance, number: "Rain fell."), 512),
)
FIGURES = (
    Kind("conversions", _each(_right)),
    Kind("conversions, one line", _each(_right, " ")),
    Kind("wrong conversions", _each(_wrong)),
    Kind("small wrong conversions", _repeated("It is 1 km (9 miles) away. "), 16),
    Kind("currency, one rate", _each(_money), 8),
    Kind("currency, three rates", _each(_drift), 8),
    Kind("digits swapped", _digits, 16),
    Kind("chained conversions", _repeated("5 km (3 miles; 5,000 m; 3 miles) or "), 16),
    Kind("measures in a row", _repeated("5 km, "), 64),
    Kind("degrees", _each(lambda chance, number: f"It was {number % 40} C ({number % 90} F) in May.")),
    Kind("numbers", _each(lambda chance, number: str(chance.randint(1, 10**6)), " ")),
    Kind("numbers with commas", _each(lambda chance, number: f"{chance.randint(1, 10**8):,}", ", ")),
    Kind("one long number", _repeated("7")),
    Kind("one long group", _repeated(",123")),
    Kind("numbers in words", _repeated("two hundred and five thousand ")),
    Kind("percent signs", _repeated("5% ")),
    Kind("bare percent signs", _repeated("%")),
    Kind(
        "percentages",
        _each(lambda chance, number: f"Sales rose from {number} to {2 * number}, or 50 percent."),
    ),
    Kind(
        "parts",
        _each(lambda chance, number: f"Of {number + 9} people, 4 were men and {number % 5} women.", " "),
    ),
    Kind("ranges", _repeated("10-12-")),
    Kind("slashes", _repeated("1/2/")),
    Kind("dates", _each(_date)),
    Kind("dates, one line", _each(_date, " ")),
    Kind("years", _repeated("from 1990 to 1985 ")),
    Kind("months", _repeated("May ")),
    Kind("weekdays", _repeated("Monday ")),
    Kind(
        "times",
        _each(lambda chance, number: f"at {number % 12 + 1} p.m. GMT ({number % 9 + 1} a.m. EST)", " "),
    ),
    Kind("ages", _each(lambda chance, number: f"{_person(chance)}, {number % 90}, born in 1970, left.")),
    Kind("durations", _repeated("two years and three months after ")),
)
NAMES = (
    Kind("people", _each(lambda chance, number: f"{_person(chance)} met {_person(chance)}.")),
    Kind("one surname", _each(_one_surname)),
    Kind("misspelt surnames", _each(_misspelt)),
    Kind("bodies with acronyms", _each(_defined)),
    Kind("similar bodies", _each(_similar)),
    Kind("capitalised words", _repeated("Abcde ")),
    Kind("capitalised, unlike", _each(lambda chance, number: _surname(chance), " ")),
    Kind("capitals", _repeated("ABCDE ")),
    Kind("capitals, unlike", _each(lambda chance, number: _surname(chance).upper(), " ")),
    Kind("initials", _repeated("J. ")),
    Kind("initials in a run", _repeated("U.S.")),
    Kind("particles", _repeated("de la van der ")),
    Kind("hyphens", _repeated("well-")),
    Kind("capital hyphens", _repeated("Well-")),
    Kind("possessives", _repeated("Calder's ")),
    Kind("titles", _repeated("President ")),
    Kind("ands", _repeated("Calder and ")),
    Kind("ofs", _repeated("Bank of ")),
    Kind(
        "appositives", _each(lambda chance, number: f"{_person(chance)}, mayor of {_surname(chance)},", " ")
    ),
)
SPEECH = (
    Kind("said", _repeated("said "), 16),
    Kind("he said", _repeated("he said ")),
    Kind("said that", _repeated("said that he said "), 16),
    Kind("according to", _repeated("according to ")),
    Kind("quotations", _each(_said)),
    Kind("quotations, one line", _each(_said, " ")),
    Kind("officials", _repeated("officials ")),
    Kind("experts said", _each(lambda chance, number: f"Experts said {chance.choice(PLACES)} is safe.", " ")),
    Kind("told", _repeated("told reporters "), 16),
    Kind("sources", _repeated("a source who asked not to be named said ")),
    Kind("alleged", _repeated("allegedly killed ")),
    Kind("colons", _repeated("Calder: ")),
    Kind("one long token", _repeated("a")),
    Kind("long token said", lambda count: f"{'a' * count} said on Monday.\n"),
    Kind("long token told", lambda count: f"He told {'a' * count} on Monday that it was over.\n"),
    Kind(
        "told many words",
        lambda count: f"He told {'reporters of the paper ' * count}on Monday it was over.\n",
    ),
)
MARKS = (
    Kind("opening quotes", _repeated("“")),
    Kind("closing quotes", _repeated("”")),
    Kind("quotes in words", _repeated("“word ")),
    Kind("quoted words", _repeated("“word” ")),
    Kind("straight quotes", _repeated('"word ')),
    Kind("bare straight quotes", _repeated('"')),
    Kind("apostrophes", _repeated("'")),
    Kind("single quotes", _repeated("‘")),
    Kind("single in words", _repeated("'word ")),
    Kind("guillemets", _repeated("«word ")),
    Kind("wire marks", _repeated("``word ")),
    Kind("mixed quotes", _repeated("“word' \"")),
    Kind("brackets", _repeated("(")),
    Kind("brackets in words", _repeated("(word ")),
    Kind("square brackets", _repeated("[")),
    Kind("dashes", _repeated("word — word -- ")),
    Kind("hyphens alone", _repeated("-")),
    Kind("full stops", _repeated(".")),
    Kind("stops in words", _repeated("word. ")),
    Kind("commas", _repeated(",")),
    Kind("blanks", _repeated(" ")),
    Kind("blanks between", lambda count: "word" + " " * count + "word\n"),
    Kind("line ends", _repeated("\n")),
    Kind("blank lines", _repeated(" \n")),
    Kind("web addresses", _repeated("https://example.com/a ")),
    Kind("one web address", lambda count: "https://example.com/" + "a/" * count),
    Kind("emphasis", _repeated("*"), 64, "story.md"),
    Kind("emphasis in words", _repeated("*a **b "), 64, "story.md"),
    Kind(
        "nested lists",
        lambda count: "".join("  " * (n % 40) + "- word\n" for n in range(count)),
        64,
        "story.md",
    ),
    Kind("nested quotes", _nested("> ", ""), 64, "story.md"),
    Kind("links", _repeated("[a](b) "), 64, "story.md"),
    Kind("open links", _repeated("[a]("), 64, "story.md"),
    Kind("open brackets", _repeated("["), 64, "story.md"),
    Kind("entities", _repeated("&amp;"), 64, "story.md"),
    Kind("tags", _repeated("<b>word</b> "), 64, "story.md"),
    Kind("code marks", _repeated("`a "), 64, "story.md"),
    Kind("headings", _each(lambda chance, number: f"# {_surname(chance)} wins", "\n"), 64, "story.md"),
    Kind("table rows", _table, 64, "story.md"),
    Kind("ignores", _each(_ignored)),
    Kind("one finding's rule", _each(lambda chance, number: "It happened at 12 noon.")),
)
KINDS = (*COPY, *FIGURES, *NAMES, *SPEECH, *MARKS)
