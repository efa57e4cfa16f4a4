"""Set measures: those that belong to a race, a game, a weapon, a price or an idiom, which nobody converts."""

from __future__ import annotations

import re

import msgspec

from newslint.plugin import Document, Lexicon, Worded, lazy_pattern
from newslint.text.cues import cues
from newslint.text.figures.measures import Measure
from newslint.text.flat import flat, folded
from newslint.text.trie import trie_pattern

# The distances of track and pool, in meters, and how copy speaks of the races over them.
DISTANCES = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})
RACE = lazy_pattern(r"(?:\bthe|\bover|'s|s'|\bworld|\bindoor|\bher|\bhis) $")
SHAPE = Worded(r"[ -](?:{shape-adjectives}|away|from|of)(?!\w)")
# With so many words of sport, a story counts its own yards and meters.
SPORT, SPORTING = 3, frozenset({"yard", "meter", "foot"})


class Patterns(msgspec.Struct, frozen=True):
    """What stands before and after a measure of this kind."""

    before: re.Pattern[str]
    after: re.Pattern[str]


def is_set_measure(document: Document, measure: Measure) -> bool:
    """Tell whether *measure* belongs to a race, a game, a weapon, a price, a name or an idiom."""
    lower, start, end = document.view(folded), measure.span.start, measure.span.end
    patterns = document.lexicon.view(_patterns)
    return (
        is_race(document, measure)
        or patterns.after.match(lower, end) is not None
        or patterns.before.search(lower, max(0, start - 20), start) is not None
        or _is_named(document, measure)
        or (measure.readings[0].key in SPORTING and document.view(is_sport))
    )


def is_race(document: Document, measure: Measure) -> bool:
    """Tell whether *measure* is the distance of a race: "came third in the 5,000 meters"."""
    lower, start = document.view(folded), measure.span.start
    return (
        measure.readings[0].key == "meter"
        and measure.amounts[-1].value in DISTANCES
        and RACE.search(lower, max(0, start - 10), start) is not None
        and not SHAPE.of(document).match(lower, measure.span.end)
    )


def is_sport(document: Document) -> bool:
    """Tell whether a story reports a game."""
    words = {span.cut(document.view(folded)) for span in document.view(cues).get("sport-words", ())}
    return len(words) >= SPORT


def _is_named(document: Document, measure: Measure) -> bool:
    """Tell whether the unit is part of a name, as in "8 Mile": a whole word with a capital."""
    name = measure.named.cut(document.view(flat))
    return name[:1].isupper() and name[1:].islower() and measure.readings[0].dimension != "temperature"


def _patterns(lexicon: Lexicon) -> Patterns:
    after = trie_pattern(lexicon.words("words-after-set-measures"))
    before = trie_pattern(lexicon.words("words-before-set-measures"))
    return Patterns(
        before=lazy_pattern(rf"(?<!\w)(?:{before}) $"),
        after=lazy_pattern(rf"[ -](?:{after}|per)(?!\w)"),
    )
