"""Seats: the seats of one chamber, and those of each party that a sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.numbers.figures import Figure, Kind
from newslint.checks.numbers.sketches import Sketch, cued_sketches, sketched
from newslint.plugin import Document, Worded, lazy_pattern
from newslint.text.sentences import sentence_at

# "the 200-seat house", "of the 200 seats", "all 200 seats"
WHOLE = Worded(
    r"(?P<whole>N)(?:-seat(?!s)|-member {chambers}(?!\w))|"
    r"(?:{chambers} (?:has|have|had)|(?:of|all)(?: (?:the|its|all|all the))?(?: [a-z]+'s)?) "
    r"(?P<whole_of>N)(?: [a-z'-]+){0,2} seats(?!\w)"
)
NAME = r"(?:[a-z][\w'.&-]*|\([a-z]+\))"
# "Forward won 120", "the Greens 33"
BEFORE = Worded(
    rf"(?P<name>{NAME}(?: {NAME}){{0,5}}?),? (?:(?:only |just )?{{winning-verbs}} )?(?:only |just )?"
    r"(?P<part>N)(?= ?(?:[,.;:)]|$|seats?(?!\w)|and |while |with |of |in |out ))"
)
# "64 went to the Greens", "33 for Unity"
BEHIND = lazy_pattern(
    r"(?P<part>N)(?: seats?)? (?:went to|go to|belong to|are held by|for|to) (?:the )?"
    r"(?P<name>[a-z][\w'.&-]*)"
)
OTHER = Worded(r"(?<!\w)(?:{words-of-other-seats})(?!\w)|(?<!\w)in (?:19|20)[0-9]{2}(?!\w)|P|F")
REST = lazy_pattern(r"(?<!\w)(?:the )?(?:remaining|other|rest|remainder)(?!\w)")
NOBODY = lazy_pattern(
    r"(?:the )?(?:others|independents?|opposition|smaller parties|remaining|other|rest)(?!\w)"
)
FEWEST, SMALLEST = 2, 10


class Chamber(msgspec.Struct, frozen=True):
    """The seats of a chamber and of its parties; of a chamber that is told whole, they are all."""

    whole: Figure
    parts: tuple[Figure, ...]
    all_told: bool

    @property
    def sum(self) -> Fraction:
        """Return how many seats the parties have."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def agrees(self) -> bool:
        """Tell whether the parties may have so many of the seats."""
        return self.sum <= self.whole.value and (self.sum == self.whole.value or not self.all_told)


def chambers(document: Document) -> tuple[Chamber, ...]:
    """Return the chambers whose seats a sentence shares out among parties."""
    return tuple(_chambers(document))


def _chambers(document: Document) -> Iterator[Chamber]:
    for sketch in cued_sketches(document, "words-of-seats", figures=FEWEST):
        if OTHER.of(document).search(sketch.text):
            continue
        match = WHOLE.of(document).search(sketch.text)
        if match:
            name = "whole" if match["whole"] else "whole_of"
            whole, place = sketch.figure(match, name), match.start(name)
            yield from _shared_out(document, sketch, whole, place)
        else:
            yield from _shared_after(document, sketch)


def _shared_after(document: Document, sketch: Sketch) -> Iterator[Chamber]:
    """Yield the parties of a sentence whose chamber the one before tells."""
    start = sketch.sentence.start
    before = sketched(document, sentence_at(document, max(0, start - 2))) if start > 1 else None
    found = [*WHOLE.of(document).finditer(before.text)] if before else []
    if before and len(found) == 1:
        name = "whole" if found[0]["whole"] else "whole_of"
        yield from _shared_out(document, sketch, before.figure(found[0], name), place=-1)


def _shared_out(document: Document, sketch: Sketch, whole: Figure, place: int) -> Iterator[Chamber]:
    """Yield the chamber if every other figure of the sentence is the seats of a party."""
    text = sketch.text
    parts: dict[int, Figure] = {}
    for pattern in (BEHIND, BEFORE.of(document)):
        for match in pattern.finditer(text):
            at = match.start("part")
            if at not in parts and at != place and _is_party(document, sketch, match):
                parts[at] = sketch.places[at]
    if len(parts) < FEWEST or parts.keys() | {place} != sketch.places.keys() | {place}:
        return
    counts = (whole, *parts.values())
    if any(each.kind is not Kind.COUNT or each.rough for each in counts) or whole.value < SMALLEST:
        return
    if all(each.value < whole.value for each in parts.values()):
        yield Chamber(whole, tuple(parts[at] for at in sorted(parts)), REST.search(text) is not None)


def _is_party(document: Document, sketch: Sketch, match: re.Match[str]) -> bool:
    """Tell whether those who have the seats are named, or the rest of the chamber."""
    start, end = (sketch.offset(place) for place in match.span("name"))
    words = document.text[start:end]
    return any(word[:1].isupper() for word in words.split()) or bool(NOBODY.search(words))
