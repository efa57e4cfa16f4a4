"""Straight and curly quotation marks and apostrophes in one story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import (
    BlockKind,
    Check,
    Document,
    Edit,
    Fix,
    Problem,
    Related,
    Safety,
    Span,
    lazy_pattern,
)
from newslint.text.markup.tags import in_tag
from newslint.text.quoting.marks import marks
from newslint.text.quoting.quotations import quotations

# It opens with a set of letters, which the engine looks for fastest. Two apostrophes are the wires' mark.
STRAIGHT = lazy_pattern(r"[\"'](?:(?<=\")|(?<!'')(?!'))")
CURLY = lazy_pattern(r"[“”‘’]")
CURLY_OF = {'"': ("”", "“"), "'": ("’", "‘")}
STRAIGHT_OF = {"“": '"', "”": '"', "‘": "'", "’": "'"}


class Drawing(StrEnum):
    """How a mark is drawn."""

    STRAIGHT = "straight"
    CURLY = "curly"


class MixedMarks(Check, frozen=True, kw_only=True):
    """Both forms of mark in one story: the rarer form, at all its places."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "rare": Drawing,
        "usual": Drawing,
        "rare_count": None,
        "usual_count": None,
    }

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for the story."""
        # Every story has apostrophes, of one form mostly.
        text = document.text
        if not (any(mark in text for mark in STRAIGHT_OF) and any(mark in text for mark in CURLY_OF)):
            return
        straight = _places(document, STRAIGHT)
        curly = _places(document, CURLY) if straight else []
        if not straight or not curly:
            return
        rare, usual = Drawing.CURLY, Drawing.STRAIGHT
        places, others = curly, straight
        if len(straight) < len(curly):
            rare, usual, places, others = usual, rare, others, places
        words = list(dict.fromkeys(_word(document.text, place) for place in places))
        yield Problem(
            words[0],
            {"rare": rare, "usual": usual, "rare_count": str(len(places)), "usual_count": str(len(others))},
            # A wire's opening marks would stay beside closing ones that are turned.
            (Fix(_edits(document, places, usual), Safety.UNSAFE if "``" in text else Safety.SAFE),),
            tuple(map(Related, words[1:])),
        )


def _places(document: Document, pattern: re.Pattern[str]) -> list[Span]:
    text = document.text
    found = [Span(*match.span()) for match in pattern.finditer(text)]
    if not found:
        return found
    edges = document.view(_edges)
    code = [block.span for block in document.blocks if block.kind is BlockKind.CODE]
    return [
        place
        for place in found
        if (place.start in edges or not _is_unit(text, place.start))
        and not any(map(place.overlaps, code))
        and not in_tag(document, place)
    ]


def _edges(document: Document) -> frozenset[int]:
    """Return where the marks of quotations stand."""
    found = document.view(quotations)
    return frozenset(edge for each in found for edge in (each.span.start, each.inner.end))


def _is_unit(text: str, position: int) -> bool:
    """Tell feet, inches, minutes and seconds from quotation marks and apostrophes ("5'10", "the 1990's")."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return before.isdigit() and not after.isalpha()


def _word(text: str, place: Span) -> Span:
    """Return the mark with the letters it touches."""
    start, end = place.start, place.end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, end)


def _edits(document: Document, places: Iterable[Span], usual: Drawing) -> tuple[Edit, ...]:
    text = document.text
    if usual is Drawing.STRAIGHT:
        return tuple(Edit(place, STRAIGHT_OF[text[place.start]]) for place in places)
    opening = {mark.span.start for mark in document.view(marks) if mark.opens and not mark.closes}
    opening |= {each.span.start for each in document.view(quotations)}
    return tuple(Edit(place, CURLY_OF[text[place.start]][place.start in opening]) for place in places)
