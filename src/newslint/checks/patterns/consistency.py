"""Searches for one word in two spellings, which one story does not mix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from newslint.checks.patterns.casing import match_case
from newslint.checks.patterns.naming import may_be_name
from newslint.checks.patterns.needles import Hit, fold, spelled
from newslint.checks.patterns.phrases import Judge, Phrases, reject_blank
from newslint.plugin import Document, Edit, Fix, Problem, Related, Safety, Span
from newslint.text.flat import flat, folded


class Form(msgspec.Struct, frozen=True):
    """One spelling: its pair, which of the two it is, and how the other one would read."""

    pair: str
    side: int
    other: str


class Place(msgspec.Struct, frozen=True):
    """Where one spelling stands, and how the other one would read there."""

    span: Span
    words: str
    other: str


class Consistency(Phrases, frozen=True, kw_only=True):
    """Reports the rarer spelling of a pair once, with all its places; of equals, the one that comes later."""

    either: Annotated[
        Mapping[str, str], Meta(min_length=1, description="Pairs of spellings of which a story keeps to one.")
    ]
    endings: Annotated[
        tuple[str, ...], Meta(min_length=1, description='What follows each word of a pair; `""` for nothing.')
    ] = ("",)
    names: Annotated[
        bool, Meta(description="Whether capitalised words count, which may be parts of names.")
    ] = False
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    varieties: Annotated[
        bool,
        Meta(
            description="Whether the first words of all pairs are of one variety, and the second of another: "
            "the one with more words in the story leads; where both have as many, there is no fix."
        ),
    ] = False
    supplies: ClassVar = {"words": None, "other": None, "count": None, "other_count": None}

    def __post_init__(self) -> None:
        """Reject words that would match everywhere."""
        reject_blank("either", (*self.either, *self.either.values()))

    def words(self) -> Iterable[str]:
        """Return both spellings of every pair, with every ending."""
        return self._forms()

    def judge(self) -> Judge:
        """Return what finds the pairs that are mixed, with the forms of every word at hand."""
        key = fold if self.ignore_case else spelled
        forms = {key(word): form for word, form in self._forms().items()}

        def mixed(document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
            pairs: dict[str, list[tuple[Hit, Form]]] = {}
            text = document.view(folded if self.ignore_case else flat)
            for hit in found:
                form = forms[hit.span.cut(text)]
                pairs.setdefault(form.pair, []).append((hit, form))
            for pair, places in pairs.items():
                if len({form.side for _, form in places}) == 2:
                    others = (each for other in pairs if other != pair for each in pairs[other])
                    yield from self._mixed(document, places, self._lean(document, others))

        return mixed

    def _lean(self, document: Document, others: Iterable[tuple[Hit, Form]]) -> int:
        """Return how many more words of the other pairs have their second form than their first."""
        if not self.varieties:
            return 0
        return sum(
            1 if form.side else -1 for hit, form in others if self.names or not may_be_name(document, hit)
        )

    def _mixed(self, document: Document, places: Sequence[tuple[Hit, Form]], lean: int) -> Iterator[Problem]:
        sides: tuple[list[Place], list[Place]] = ([], [])
        for hit, form in places:
            if self.names or not may_be_name(document, hit):
                words = hit.span.cut(document.text)
                other = match_case(form.other, words) if self.ignore_case else form.other
                sides[form.side].append(Place(hit.span, words, other))
        if sides[0] and sides[1]:
            lean += len(sides[1]) - len(sides[0])
            rarer, usual = sorted(sides, key=_weight)
            if self.varieties and lean:
                rarer, usual = sides if lean > 0 else reversed(sides)
            decided = not self.varieties or lean != 0
            yield self._problem(rarer, usual, decided=decided)

    def _forms(self) -> dict[str, Form]:
        return {
            word + ending: Form(pair[0], side, pair[1 - side] + ending)
            for pair in self.either.items()
            for ending in self.endings
            for side, word in enumerate(pair)
        }

    def _problem(self, rarer: Sequence[Place], usual: Sequence[Place], *, decided: bool) -> Problem:
        edits = tuple(Edit(place.span, place.other) for place in rarer)
        fix = Fix(edits, self.safety, {"replacement": edits[0].text})
        return Problem(
            span=rarer[0].span,
            data={
                "words": rarer[0].words,
                "other": usual[0].words,
                "count": str(len(rarer)),
                "other_count": str(len(usual)),
            },
            fixes=(fix,) if decided else (),
            related=tuple(Related(place.span, {"words": place.words}) for place in rarer[1:]),
        )


def _weight(places: Sequence[Place]) -> tuple[int, int]:
    """Return what the spelling to be changed has least of: places, and nearness to the end."""
    return len(places), -places[0].span.start
