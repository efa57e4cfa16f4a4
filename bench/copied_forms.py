# ruff: noqa: E501, C408
"""What `house_copy.py` looks for in stories, how each form of it reads, and which form a house has."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import regex
from house_forms import STYLES

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
AGENCY = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
NAMED = r"(?P<month>(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|" + "|".join(MONTHS) + ")"
DAYS = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
SMALL = ("three", "four", "five", "six", "seven", "eight", "nine")
SPELLINGS = dict(
    color="colour", labor="labour", neighborhood="neighbourhood", favorite="favourite", behavior="behaviour", honor="honour",
    center="centre", theater="theatre", defense="defence", canceled="cancelled", kilometers="kilometres", meters="metres",
    favor="favour", neighbors="neighbours", programs="programs", traveling="travelling", offense="offence",
)  # fmt: skip
IZES = (
    "organiz",
    "recogniz",
    "realiz",
    "criticiz",
    "emphasiz",
    "apologiz",
    "authoriz",
    "moderniz",
    "summariz",
)
Forms = dict[str, str]


class Feature(NamedTuple):
    """What is looked for, how each form of a match reads, and which form a house has."""

    find: str
    forms: Callable[[regex.Match[str]], Forms]
    houses: dict[str, str]


def _all(form: str, *houses: str) -> dict[str, str]:
    return dict.fromkeys(houses, form)


def _date(match: regex.Match[str]) -> Forms:
    number = next(n for n in range(12) if match["month"] in (MONTHS[n], AGENCY[n]))
    day, ending = int(match["date"]), match["year"] or ""
    nth = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")
    year = ending.strip(", ")
    comma = "," if year and match.string[match.end() : match.end() + 1] not in tuple(".,;:)-—–") else ""
    american = f"{day}, {year}{comma}" if year else f"{day}"
    return {
        "agency": f"{AGENCY[number]} {american}", "american": f"{MONTHS[number]} {american}",
        "british": f"{day} {MONTHS[number]} {year}".strip(), "economist": f"{MONTHS[number]} {day}{nth} {year}".strip(),
    }  # fmt: skip


def _pair(first: str, second: str, table: dict[str, str]) -> Callable[[regex.Match[str]], Forms]:
    back = {value: key for key, value in table.items()}

    def forms(match: regex.Match[str]) -> Forms:
        found = match[0]
        return {first: back.get(found, found), second: table.get(found, found)}

    return forms


def _pointed(match: regex.Match[str]) -> Forms:
    bare = match[0].replace(".", "")
    return {"points": "".join(f"{letter}." for letter in bare), "bare": bare}


def _size(match: regex.Match[str]) -> Forms:
    letters = {"million": "m", "billion": "bn", "m": "m", "bn": "bn"}[match["size"]]
    words = {"m": "million", "bn": "billion"}[letters]
    return {"words": f"{match['sum']} {words}", "letters": f"{match['sum']}{letters}"}


FEATURES: dict[str, Feature] = {
    "percent": Feature(
        r"(?P<n>\d[\d.]*)(?:%| percent| per cent)(?!\w)",
        lambda m: {"sign": f"{m['n']}%", "percent": f"{m['n']} percent", "per cent": f"{m['n']} per cent"},
        _all("sign", "ap", "bbc", "guardian", "economist") | _all("percent", "nyt", "afp"),
    ),
    "date": Feature(
        NAMED + r" (?P<date>\d{1,2})(?!\d)(?P<year>, (?:19|20)\d\d)?(?!(?:st|nd|rd|th|[-–:]))",
        _date,
        _all("agency", "ap", "reuters", "nyt") | _all("british", "bbc", "guardian", "uk")
        | _all("economist", "economist") | _all("american", "afp"),
    ),
    "weekday": Feature(
        r"(?<= (?:said|told|announced|voted|arrived|died|killed) )(?:on )?" + DAYS + r"(?=[.,]| (?:that|after|in|to)\b)",
        lambda m: {"on": f"on {m['day']}", "bare": m["day"]},
        _all("on", "reuters", "bbc", "economist", "guardian", "uk") | _all("bare", "ap"),
    ),
    "relative day": Feature(
        r"(?<=said )(?:on )?" + DAYS + r"(?=\.)",
        lambda m: {"named": f"on {m['day']}", "relative": "yesterday"},
        _all("named", "reuters", "bbc"),
    ),
    "small number": Feature(
        r"(?<=(?<!\d) (?:had|has|with|after|for|of|in|about|least|killed|the) )(?P<n>[3-9]|" + "|".join(SMALL) + r")(?= [a-z]{4,}s\b(?! old))",
        lambda m: {"words": m["n"] if m["n"].isalpha() else SMALL[int(m["n"]) - 3],
                   "figures": m["n"] if m["n"].isdigit() else str(SMALL.index(m["n"]) + 3)},
        _all("words", *STYLES),
    ),
    "money": Feature(
        r"(?P<sum>[$£€]\d[\d.]*)(?: (?P<size>million|billion)|(?P<short>m|bn))(?![\w-])",
        lambda m: _size(m) if m["size"] else {},
        _all("words", "ap", "reuters", "nyt", "afp", "us") | _all("letters", "bbc", "economist", "guardian"),
    ),
    "spelling": Feature(
        r"\b(?:" + "|".join([*SPELLINGS, *SPELLINGS.values()]) + r")\b(?! [A-Z])",
        _pair("american", "british", {a: b for a, b in SPELLINGS.items() if a != b}),
        _all("american", "ap", "nyt", "us") | _all("british", "bbc", "guardian", "economist", "uk"),
    ),
    "ise": Feature(
        r"\b(?P<stem>" + "|".join(word[:-1] for word in IZES) + r")[sz](?P<end>e|ed|es|ing|ation)\b",
        lambda m: {"american": f"{m['stem']}z{m['end']}", "british": f"{m['stem']}s{m['end']}"},
        _all("american", "ap", "nyt", "us") | _all("british", "bbc", "guardian", "economist"),
    ),
    "points": Feature(
        r"(?<![\w.$/-])(?:U\.S\.|U\.N\.|US|UN)(?= [a-z])",
        _pointed,
        _all("points", "ap", "reuters", "nyt") | _all("bare", "bbc", "guardian", "economist", "afp"),
    ),
    "long points": Feature(
        r"(?<![\w.])(?:F\.B\.I\.|C\.I\.A\.|I\.R\.S\.|FBI|CIA|IRS|IMF|EPA)(?= [a-z])",
        _pointed,
        _all("points", "nyt") | _all("bare", "ap", "reuters", "bbc", "guardian", "economist", "afp"),
    ),
    "acronym": Feature(
        r"\b(?:NATO|NASA|UNICEF|OPEC)\b",
        lambda m: {"capitals": m[0], "word": m[0].capitalize()},
        _all("capitals", "ap", "reuters", "economist", "nyt", "afp") | _all("word", "guardian", "bbc"),
    ),
    "courtesy stop": Feature(
        r"\b(?P<t>Mr|Mrs|Ms)\.?(?= [A-Z])",
        lambda m: {"american": f"{m['t']}.", "british": m["t"]},
        _all("american", "nyt") | _all("british", "economist"),
    ),
    "courtesy": Feature(
        r"(?<=[a-z] )(?P<t>Mr\.|Mrs\.|Ms\.) (?P<name>[A-Z][a-z]+)(?= (?:said|has|was|told|is)\b)",
        lambda m: {"title": m[0], "bare": m["name"]},
        _all("title", "nyt") | _all("bare", "ap", "reuters", "afp", "guardian"),
    ),
    "quote stop": Feature(
        r"(?<=[a-z] )(?P<open>[“\"])(?P<in>[a-z][\w ’']{4,40}[a-z])(?:,(?P<c1>[”\"])|(?P<c2>[”\"]),)(?= [a-z])",
        lambda m: {"inside": f"{m['open']}{m['in']},{m['c1'] or m['c2']}", "outside": f"{m['open']}{m['in']}{m['c1'] or m['c2']},"},
        _all("inside", "ap", "nyt", "us") | _all("outside", "guardian", "bbc", "uk"),
    ),
    "dash": Feature(
        r"(?<=[a-z])(?: — | – | -- |—)(?=[a-z])",
        lambda m: {"em": " — ", "en": " – ", "double": " -- ", "closed": "—"},
        _all("em", "ap") | _all("en", "guardian") | _all("double", "afp"),
    ),
    "title before": Feature(
        r"(?<=(?:by|with|to|and|for|when|said|as|that|of|against) )(?:President|Prime Minister|Senator)(?= [A-Z][a-z]+ [A-Z])",
        lambda m: {"capital": m[0], "lower": m[0].lower()},
        _all("capital", "ap", "reuters", "nyt", "afp", "us"),
    ),
    "title alone": Feature(
        r"(?<=[a-z] the )(?P<t>president|prime minister|governor|mayor|chancellor)(?= (?:has|had|is|was|said|will|and|to|in|on)\b|[.,])",
        lambda m: {"lower": m["t"], "capital": m["t"].title()},
        _all("lower", "ap", "reuters", "nyt", "afp", "bbc", "guardian", "economist"),
    ),
    "state": Feature(
        r"(?<=[A-Z][a-z]{3}, )(?:Ill\.|Calif\.|Mass\.|Pa\.|Fla\.|N\.J\.|N\.C\.|Mich\.|Ariz\.)(?=, [a-z])",
        lambda m: {"short": m[0], "full": {"Ill.": "Illinois", "Calif.": "California", "Mass.": "Massachusetts", "Pa.": "Pennsylvania",
                   "Fla.": "Florida", "N.J.": "New Jersey", "N.C.": "North Carolina", "Mich.": "Michigan", "Ariz.": "Arizona"}[m[0]]},
        _all("full", "ap", "us") | _all("short", "nyt"),
    ),
    "decade": Feature(
        r"(?<=the )(?P<y>(?:18|19|20)\d0)'?s\b",
        lambda m: {"plain": f"{m['y']}s", "apostrophe": f"{m['y']}'s"},
        _all("plain", *STYLES),
    ),
    "age": Feature(
        r"(?<= )(?P<n>" + "|".join(SMALL) + r"|[3-9])(?P<r>-year-old)(?= [a-z])",
        lambda m: {"words": (m["n"] if m["n"].isalpha() else SMALL[int(m["n"]) - 3]) + m["r"],
                   "figures": (m["n"] if m["n"].isdigit() else str(SMALL.index(m["n"]) + 3)) + m["r"]},
        _all("figures", "ap") | _all("words", "afp"),
    ),
    "contraction": Feature(
        r"(?<=[a-z] )(?:do not|does not|did not|cannot|is not|would not|was not)(?= [a-z]+ [a-z])",
        lambda m: {"whole": m[0], "short": {"cannot": "can't"}.get(m[0], m[0].replace(" not", "n't"))},
        _all("whole", "reuters"),
    ),
    "ordinal": Feature(
        r"(?<= the )(?P<n>third|fourth|fifth|sixth)(?= [a-z]{3,} )(?! of\b)",
        lambda m: {"words": m["n"], "figures": {"third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th"}[m["n"]]},
        _all("words", "ap", "bbc", "guardian", "afp"),
    ),
    "thousands": Feature(
        r"(?<=[a-z] )(?P<a>\d{1,3}),(?P<b>\d{3})(?= (?:people|jobs|votes|members|troops|homes|voters|children)\b)",
        lambda m: {"comma": m[0], "bare": m["a"] + m["b"]},
        _all("comma", *STYLES),
    ),
}  # fmt: skip
