"""Plain words: what a simple expression stands for, written out: `colou?r` is “color” and “colour”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOST = 64
# What stands for more than some words.
WIDE = frozenset("[]{}.*+^$\\")


def plain_words(expression: str) -> tuple[str, ...] | None:
    r"""Return the words that an expression stands for, or None where they are not so few.

    >>> plain_words(r"colou?rs?|hue")
    ('color', 'colors', 'colour', 'colours', 'hue')
    """
    try:
        words = _alternatives(_Letters(expression))
    except _WideError:
        return None
    found = tuple(dict.fromkeys(word for word in words if word.strip() == word and word))
    return found or None


class _WideError(Exception):
    """The expression stands for more than some words."""


class _Letters:
    """The letters of an expression, and how far it is read."""

    def __init__(self, words: str) -> None:
        self.words, self.at = words, 0

    def peek(self) -> str:
        return self.words[self.at : self.at + 1]

    def take(self) -> str:
        letter = self.peek()
        self.at += 1
        return letter


def _alternatives(letters: _Letters, *, inside: bool = False) -> list[str]:
    found = _branch(letters)
    while letters.peek() == "|":
        letters.take()
        found += _branch(letters)
    if inside is not (letters.peek() == ")"):
        raise _WideError
    return found


def _branch(letters: _Letters) -> list[str]:
    found = [""]
    while letters.peek() not in ("", "|", ")"):
        part: Sequence[Any] = _atom(letters)
        if letters.peek() == "?":
            letters.take()
            part = ["", *part]
        found = [before + each for before in found for each in part]
        if len(found) > MOST:
            raise _WideError
    return found


def _atom(letters: _Letters) -> list[str]:
    letter = letters.take()
    if letter == "(":
        if letters.words.startswith("?:", letters.at):
            letters.at += 2
        elif letters.peek() == "?":
            raise _WideError
        found = _alternatives(letters, inside=True)
        letters.take()
        return found
    if letter == "\\" and letters.peek() and not letters.peek().isalnum():
        return [letters.take()]
    if letter in WIDE:
        raise _WideError
    return [letter]
