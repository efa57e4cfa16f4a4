"""Sketches: sentences with a letter for every figure, so that one pattern reads every way to write one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.checks.numbers.figures import Figure, figure
from newslint.plugin import Document, Lexicon, Span
from newslint.text.figures.numbers import Number, numbers, numbers_in
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at
from newslint.text.words import places_of


class Sketch(msgspec.Struct, frozen=True):
    """A sentence in lower case, whose figures are letters: "of M people, N (P) left"."""

    sentence: Span
    text: str
    places: Mapping[int, Figure]

    @property
    def amounts(self) -> int:
        """Return how many counts and sums of money it has."""
        return self.text.count("N") + self.text.count("M")

    def figure(self, match: re.Match[str], group: str) -> Figure:
        """Return the figure that a group of a match stands for."""
        return self.places[match.start(group)]

    def offset(self, position: int) -> int:
        """Return where a position of the sketch is in the document."""
        last = max((place for place in self.places if place < position), default=None)
        if last is None:
            return self.sentence.start + position
        return self.places[last].span.end + position - last - 1


def sketches(document: Document) -> tuple[Sketch, ...]:
    """Return the sentences with two figures or more."""
    return tuple(_sketches(document))


def sketched(document: Document, sentence: Span) -> Sketch:
    """Return one sentence as a sketch."""
    return _drawn(document, sentence, numbers_in(document, sentence))


def cued_sketches(document: Document, cues: str, *, figures: int) -> Iterator[Sketch]:
    """Yield the sentences that hold a word of the list *cues* and so many figures, each once."""
    places = places_of(document, cues)
    for sentence, found in document.view(_figured) if places else ():
        first = bisect_left(places, sentence.start)
        if len(found) >= figures and first < len(places) and places[first] < sentence.end:
            yield _of_many(document, sentence) or _drawn(document, sentence, found)


def _of_many(document: Document, sentence: Span) -> Sketch | None:
    drawn = document.view(sketches)
    index = bisect_left(drawn, sentence.start, key=_start)
    return drawn[index] if index < len(drawn) and _start(drawn[index]) == sentence.start else None


def _start(sketch: Sketch) -> int:
    return sketch.sentence.start


def _sketches(document: Document) -> Iterator[Sketch]:
    for sentence, found in document.view(_figured):
        if _tells(document, sentence, found):
            yield _drawn(document, sentence, found)


def _figured(document: Document) -> tuple[tuple[Span, tuple[Number, ...]], ...]:
    """Return the sentences with two figures or more, and their figures."""
    return tuple(_sentences(document))


def _sentences(document: Document) -> Iterator[tuple[Span, tuple[Number, ...]]]:
    found, index = document.view(numbers), 0
    while index < len(found):
        sentence = sentence_at(document, found[index].span.start)
        first = index
        while index < len(found) and found[index].span.start < max(sentence.end, sentence.start + 1):
            index += 1
        if index - first > 1:
            yield sentence, found[first:index]


def _tells(document: Document, sentence: Span, found: Sequence[Number]) -> bool:
    """Tell whether a sentence may reckon: with money, shares or totals, or from one figure to another."""
    if any(number.money for number in found):
        return True
    words = sentence.cut(document.view(folded))
    return any(sign in words for sign in document.lexicon.view(_signs))


def _signs(lexicon: Lexicon) -> tuple[str, ...]:
    return lexicon.words("signs-of-sums")


def _drawn(document: Document, sentence: Span, found: tuple[Number, ...]) -> Sketch:
    lower, position = document.view(folded), sentence.start
    pieces: list[str] = []
    places: dict[int, Figure] = {}
    length = 0
    for number in found:
        drawn = figure(document, number)
        if drawn is None or drawn.opens < position:
            continue
        before = lower[position : drawn.opens]
        length += len(before)
        places[length] = drawn
        pieces += (before, drawn.kind)
        length += 1
        position = drawn.span.end
    pieces.append(lower[position : sentence.end])
    return Sketch(sentence, "".join(pieces), places)
