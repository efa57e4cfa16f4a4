"""Headline figures: what a headline or a deck counts, and what the copy below counts of the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from newslint.checks.numbers.figures import Figure, Kind, figure
from newslint.plugin import Block, BlockKind, Document, Worded, lazy_pattern
from newslint.text.figures.numbers import numbers, numbers_in
from newslint.text.flat import folded
from newslint.text.sentences import sentences

HEADS = (BlockKind.HEADLINE, BlockKind.STANDFIRST)
GAP = r"(?: (?!(?:and|but|after|from|of|in)(?!\w))[a-z'-]+){0,3}"
BEFORE_IT = r"(?: (?:at least|another|some|more than|about|nearly|up to))?"
# "12" + " people killed", "kills " + "12"
MATTERS = {
    name: (
        Worded(rf"{GAP} {{tolls-by-{name}}}(?!\w)"),
        Worded(rf"(?<!\w){{tolls-by-{name}}}{BEFORE_IT} $"),
    )
    for name in ("death", "injury", "arrest")
}
# "12,000" + " homes"
NOUN = lazy_pattern(r"(?: (?!(?:and|or|of|in)(?!\w))[a-z-]+)?? ([a-z]{3,}s)(?!\w)")
TIMED = Worded(r"{spans-of-time}")
# An update tells how a figure came to another.
RISEN = lazy_pattern(
    r"(?<!\w)(?:toll|earlier|initially|revised|rose|risen|climbed|later|previous(?:ly)?)(?!\w)"
)
LEAD, ROOM, FEWEST_OF_THINGS, MOST = 4, 24, 10, 40
NEAR = Fraction(1, 10)


class Headed(msgspec.Struct, frozen=True):
    """A figure of a headline, and the figure that the copy has in its place."""

    told: Figure
    below: Figure


def headed(document: Document) -> tuple[Headed, ...]:
    """Return the figures of headline and deck that the copy below contradicts and never has."""
    heads = [block for block in document.blocks[:4] if block.kind in HEADS]
    inside = [number for block in heads for number in numbers_in(document, block.span)]
    return tuple(_headed(document, heads)) if inside else ()


def _headed(document: Document, heads: Sequence[Block]) -> Iterator[Headed]:
    end = heads[-1].span.end
    body = [
        found
        for number in document.view(numbers)
        if number.span.start >= end and (found := figure(document, number))
    ]
    lead = _lead_end(document, end)
    for block in heads:
        for number in numbers_in(document, block.span):
            told = figure(document, number)
            matter = _matter(document, told) if told and told.kind is Kind.COUNT and not told.rough else ""
            if not told or not matter or _is_below(told, body):
                continue
            alike = [each for each in body if each.kind is Kind.COUNT and _matter(document, each) == matter]
            if alike and alike[0].span.start < lead and not any(each.rough for each in alike):
                yield Headed(told, alike[0])


def _lead_end(document: Document, end: int) -> int:
    """Return where the first sentences of the copy end; nowhere in copy that tells of an update."""
    spans = document.view(sentences)
    first = spans.first_from(end)
    last = min(first + LEAD, len(spans)) - 1
    if last < first or RISEN.search(document.view(folded), end):
        return end
    return spans[last].end


def _matter(document: Document, found: Figure) -> str:
    """Return what a figure counts: the dead, the hurt, the arrested, or things by their plural."""
    lower, span = document.view(folded), found.span
    for name, (behind, before) in MATTERS.items():
        if behind.of(document).match(lower, span.end):
            return name
        if before.of(document).search(lower, max(0, span.start - ROOM), span.start):
            return name
    noun = NOUN.match(lower, span.end)
    if noun is None or found.value < FEWEST_OF_THINGS or TIMED.of(document).fullmatch(noun[1]):
        return ""
    return noun[1]


def _is_below(told: Figure, body: Sequence[Figure]) -> bool:
    """Tell whether the copy has the figure, one that rounds to it, or two that make it."""
    value = told.value
    same = [each for each in body if each.kind is told.kind]
    rounder = [each for each in same if told.number.decimals < each.number.decimals]
    rounded = any(abs(each.value - value) <= each.value * NEAR for each in rounder)
    return (
        rounded
        or any(each.value == value for each in same)
        or any(one.value + two.value == value for one, two in combinations(same[:MOST], 2))
    )
