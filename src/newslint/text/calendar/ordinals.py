"""Ordinals: the words and the letters of a day's or a century's number."""

from __future__ import annotations

ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third"),
    *("twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth"),
    *("twenty-ninth", "thirtieth", "thirty-first"),
)


def ordinal_letters(number: int) -> str:
    """Return the letters after a figure: 1st, 2nd, 3rd, 4th, 11th."""
    return "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def ordinal_number(word: str) -> int:
    """Return the number of "19th" or "nineteenth"; nought for any other word."""
    if word[0].isdigit():
        return int(word[:-2])
    return ORDINALS.index(word.lower()) + 1 if word.lower() in ORDINALS else 0
