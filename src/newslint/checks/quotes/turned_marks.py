"""Searches for curly quotation marks that are turned the wrong way, by the words inside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Span, lazy_pattern
from newslint.text.quoting.quotations import parts
from newslint.text.quoting.turned_singles import turned_singles

OPENING, CLOSING = "“", "”"
CHANGE = {OPENING: CLOSING, CLOSING: OPENING, "‘": "’", "’": "‘"}
# Swedish and Finnish copy opens with this mark too; so does a writer who has no other, here and there.
HABIT = 3
AFTER = lazy_pattern(r"[^\s“”]{0,40}")
BEFORE = lazy_pattern(r"[^\s“”]{0,40}\s?$")


class TurnedMarks(Check, frozen=True, kw_only=True):
    """Quotations that open with a closing mark, or close with an opening one: the first, with all others."""

    supplies: ClassVar = {"mark": None, "change": None, "words": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for the story."""
        turned = sorted(_turned(document))
        if turned:
            edits = tuple(Edit(mark, CHANGE[mark.cut(document.text)]) for mark in turned)
            places = [_touched(document.text, mark) for mark in turned]
            yield Problem(
                places[0],
                _data(document, turned[0], places[0]),
                (Fix(edits, Safety.SAFE),),
                tuple(
                    Related(place, _data(document, mark, place))
                    for mark, place in zip(turned[1:], places[1:], strict=True)
                ),
            )


def _turned(document: Document) -> Iterator[Span]:
    """Yield the marks that are turned the wrong way."""
    text = document.text
    pairs = [pair for part in document.view(parts) for pair in (*part.pairing.pairs, *part.pairing.nested)]
    curly = [pair for pair in pairs if text[pair.opening.start] in (OPENING, CLOSING)]
    openings = [pair.opening for pair in curly if pair.opening.cut(text) == CLOSING]
    closings = [pair.closing for pair in curly if pair.closing.cut(text) == OPENING]
    # Who opens all with it closes with it, too.
    is_habit = len(openings) >= HABIT and len(openings) == len(curly) and 2 * len(closings) < len(curly)
    if not is_habit:
        yield from openings
    yield from closings
    yield from document.view(turned_singles)


def _touched(text: str, mark: Span) -> Span:
    """Return a mark with the word on its inner side."""
    if mark.cut(text) in (CLOSING, "’"):
        after = AFTER.match(text, mark.end)
        return Span(mark.start, after.end() if after else mark.end)
    before = BEFORE.search(text, max(0, mark.start - 40), mark.start)
    return Span(before.start() if before else mark.start, mark.end)


def _data(document: Document, mark: Span, place: Span) -> dict[str, str]:
    sign = mark.cut(document.text)
    return {"mark": sign, "change": CHANGE[sign], "words": place.cut(document.text)}
