"""Plain words: single ones whose own letters show that they name nobody and nothing by themselves."""

from __future__ import annotations

from collections.abc import Collection

from newslint.text.names.candidates.name_words import NameWords

# "R-Iowa"
PARTIES = "DIR"


def is_of_inhabitants(word: str, known: NameWords) -> bool:
    """Tell whether a word is said of a place's people: "Arizonans", "Alabamian", "New Yorker"."""
    if word in known.places:
        return False
    stems = [word.removesuffix(ending) for ending in known.of_inhabitants if word.endswith(ending)]
    return any(stem in known.places or f"{stem}a" in known.places for stem in stems)


def is_of_party(word: str) -> bool:
    """Tell whether a word is a party and a state: "R-Iowa"."""
    return word[1:2] == "-" and word[0] in PARTIES


def is_of_views(word: str, known: NameWords) -> bool:
    """Tell whether a word is one for a belief: "Maoism", "Islamophobic"."""
    return any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in known.of_views)


def is_sum(word: str, known: NameWords) -> bool:
    """Tell whether a word is letters and a sum: "R92", "FY2020-22"."""
    letters = word.rstrip("0123456789.,-/bmnkti")
    return word[len(letters) : len(letters) + 2].isdigit() and letters in known.of_sums


def is_route(name: str, known: NameWords) -> bool:
    """Tell whether words are the ends of a way: "the Oslo-Halden (route)"."""
    return "-" in name and all(part in known.places for part in name.split("-"))


def is_date(word: str, known: NameWords) -> bool:
    """Tell whether a word is a month, a day or two of them: "AUGUST", "January-to-March"."""
    first, _, second = word.partition("-")
    # "Sat-Nav" and "May-Britt" are none.
    return first.capitalize() in known.dates and (not second or second[0].islower() or second.isdigit())


def is_adjective(word: str, known: NameWords, surnames: Collection[str] = ()) -> bool:
    """Tell whether a word has halves that make no name: "NFT-related", "Arab-American", "Lind-Russia"."""
    first, *others = word.split("-")
    if not others or word in known.places:
        return False
    if all(_is_half(half, known) or half in surnames for half in (first, *others)):
        return True
    last = word.partition("-")[2]
    return last.islower() and (known.everyday(last) or last.endswith("ed"))


def _is_half(half: str, known: NameWords) -> bool:
    return half in known.peoples or half in known.places or half in known.bodies or half in known.of_two
