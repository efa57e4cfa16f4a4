"""Moves: by how much something rose or fell, to what and from what, and perhaps what per cent that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.numbers.figures import MONTH, Figure, Kind
from newslint.checks.numbers.sketches import Sketch, sketches
from newslint.plugin import Document, Worded

X = "[NM]"
UNIT = r"(?:-[a-z]+| (?:a|an|per|each) [a-z]+| (?!(?:from|to|or|and|on|by|in|at|of)(?!\w))[a-z]+)?"
WORD = r"(?: (?!(?:and|but|while|than|when|after|before|as|from|to|or)(?!\w))[a-z0-9'&.-]+)"
# "fell", "a gain of"
WAY = (
    r"(?<!\w)(?P<way>{falling-words}|{rising-words}|(?:(?:a|an)(?: [a-z]+)? )?(?:{nouns-of-falling}|"
    r"{nouns-of-rising}) of)"
    r"(?: by)?(?: (?:a|an|another|a further|a total of|a record|as much as))?"
)
END = r"(?:(?:close|end|finish|settle|trade|stand)(?: (?:the day|trading))? (?:at )?)?"
A = r"(?:(?:a|an|the|its|their)(?: [a-z-]+ (?:high|low|peak|record))? )?(?:{qualities-of-figures} )?(?:of )?"
TO, FROM = rf"to {END}{A}(?P<after>{X})", rf"from {A}(?P<before>{X})"
SIZE = rf"(?P<size>{X}){UNIT}"
PERCENT = r"(?:(?:,? or|,? ?\() ?(?P<percent>P)\)?)"
REST = rf"{UNIT}{WORD}{{0,5}},? "
FORMS = (
    # "rose $2, or 20 percent, to $12", "rose $2 million, to $12 million from $9 million"
    rf"{WAY} {SIZE}{PERCENT}?,?{WORD}{{0,2}},? {TO}(?:{REST}{FROM})?",
    rf"{WAY} {SIZE}{PERCENT}?,?{WORD}{{0,2}},? {FROM}(?:{REST}{TO})?",
    # "rose 20 percent, or $2, to $12"
    rf"{WAY} (?P<percent>P)(?:,? or|,? ?\() ?{SIZE}\)?,? {TO}(?:{REST}{FROM})?",
    rf"{WAY} (?P<percent>P)(?:,? or|,? ?\() ?{SIZE}\)?,? {FROM}(?:{REST}{TO})?",
    # "rose to $12 million from $9 million, a gain of $2 million"
    rf"{TO}{REST}{FROM}{UNIT}{WORD}{{0,5}},? {WAY} {SIZE}{PERCENT}?",
    rf"{FROM}{REST}{TO}{UNIT}{WORD}{{0,5}},? {WAY} {SIZE}{PERCENT}?",
    # "a $2 million increase, to $12 million from $9 million"
    rf"{SIZE} (?P<way>{{nouns-of-falling}}|{{nouns-of-rising}}){PERCENT}?,?{WORD}{{0,4}},? {TO}{REST}{FROM}",
    rf"{SIZE} (?P<way>{{nouns-of-falling}}|{{nouns-of-rising}}){PERCENT}?,?{WORD}{{0,4}},? {FROM}{REST}{TO}",
    # "closed at $12, up $2, or 20 percent", "was $12 million, up $2 million from $9 million"
    rf"(?P<after>{X}){UNIT}{WORD}{{0,3}}, {WAY} {SIZE}{PERCENT}?(?:,? {FROM})?",
)
MOVES = tuple(Worded(form) for form in FORMS)
# "a rise of five percentage points"
POINTS = r"(?P<size>Q|N(?= (?:percentage )?points?(?!\w)))(?: (?:percentage )?points?)?"
P_TO, P_FROM = (each.replace(X, "P") for each in (TO, FROM))
P_REST = REST.replace(UNIT, "")
# "in 2020", "last year"
WHEN = (
    rf"(?: (?:in|on|at|a|the|its|this|last|year|month|week|ago|earlier|before|now|{MONTH}|"
    r"(?:19|20)[0-9]{2})){1,4}"
)
POINT_MOVES = tuple(
    Worded(form)
    for form in (
        rf"{WAY} {POINTS},?{WORD}{{0,2}},? {P_TO}{P_REST}{P_FROM}",
        rf"{WAY} {POINTS},?{WORD}{{0,2}},? {P_FROM}{P_REST}{P_TO}",
        rf"{P_TO}{P_REST}{P_FROM}{WORD}{{0,5}}, {WAY} {POINTS}",
        rf"{P_FROM}{P_REST}{P_TO}{WORD}{{0,5}}, {WAY} {POINTS}",
        rf"(?P<after>P){WORD}{{0,3}}, {WAY} {POINTS},? {P_FROM}",
        # "was 45% in 2020 and 52% in 2024, a rise of five percentage points"
        rf"(?P<before>P){WHEN},? (?:and|against|compared (?:to|with)) (?P<after>P){WHEN}, {WAY} {POINTS}",
    )
)
MOVED = Worded(r"(?<!\w)(?:{falling-words}|{rising-words}|{nouns-of-falling}|{nouns-of-rising})(?!\w)")
DOWN = Worded(r"(?:(?:a|an)(?: [a-z]+)? )?(?:{falling-words}|{nouns-of-falling})(?: of)?")


class Move(msgspec.Struct, frozen=True):
    """A rise or a fall by *size*, with two of the three others, or all of them."""

    size: Figure
    falls: bool
    percent: Figure | None
    before: Figure | None
    after: Figure | None

    @property
    def start(self) -> Fraction:
        """Return what it moved from, as printed or as the size makes it."""
        if self.before:
            return self.before.value
        return (self.after.value if self.after else Fraction(0)) + self.size.value * (1 if self.falls else -1)

    @property
    def starts(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest that it may have moved from."""
        if self.before:
            return self.before.bounds
        slack = (self.after.slack if self.after else Fraction(0)) + self.size.slack
        return self.start - slack, self.start + slack


def moves(document: Document) -> tuple[Move, ...]:
    """Return the moves of which a sentence gives the size, and enough besides to reckon with."""
    return tuple(each for sketch in document.view(sketches) for each in _moves(document, sketch))


def _moves(document: Document, sketch: Sketch) -> Iterator[Move]:
    patterns = _patterns(sketch)
    if not patterns or not MOVED.of(document).search(sketch.text):
        return
    taken: set[int] = set()
    for pattern in patterns:
        for match in pattern.of(document).finditer(sketch.text):
            places = {
                match.start(group) for group, value in match.groupdict().items() if value and group != "way"
            }
            if taken.isdisjoint(places) and (made := _made(document, sketch, match)):
                taken |= places
                yield made


def _patterns(sketch: Sketch) -> tuple[Worded, ...]:
    """Return the ways of writing that a sentence may have, by its figures."""
    amounts, text = sketch.amounts, sketch.text
    # Two figures are compared by a per cent, three by the words between them.
    plain = amounts > 1 and ("P" in text or (amounts > 2 and " from " in text))
    points = " point" in text or "Q" in text
    return (MOVES if plain else ()) + (POINT_MOVES if points and text.count("P") > 1 else ())


def _made(document: Document, sketch: Sketch, match: re.Match[str]) -> Move | None:
    """Return a move whose figures are of one kind, if two of them are not alone."""
    groups = match.groupdict()
    found = {
        name: sketch.places[match.start(name)]
        for name in ("size", "percent", "before", "after")
        if groups.get(name)
    }
    kinds = {each.kind for name, each in found.items() if name != "percent"}
    if len(found) < 3 or (len(kinds) > 1 and Kind.PERCENT not in kinds):
        return None
    falls = DOWN.of(document).fullmatch(match["way"]) is not None
    return Move(found["size"], falls, found.get("percent"), found.get("before"), found.get("after"))
