"""Searches for initials that a story writes with points and without: “U.S.” and “US”."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Edit, Fix, Problem, Related, Safety, Span
from newslint.text.flat import flat
from newslint.text.names.candidates.acronyms import initials, uses_by_acronym
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.sentences import is_closed

BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
# Half-days and eras have rules of their own.
OF_TIME = frozenset({"AM", "PM", "AD", "BC"})
LONGEST = 6


class Points(StrEnum):
    """How initials are written."""

    WITH = "with"
    WITHOUT = "without"


class MixedPoints(Check, frozen=True, kw_only=True):
    """Initials in both forms: the rarer form, at all its places."""

    of_words: ClassVar = True
    starts: ClassVar = (uses_by_acronym,)
    supplies: ClassVar = {"rare": None, "usual": None, "points": Points}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each pair of forms."""
        text, with_points = document.view(flat), document.view(initials).pointed
        for acronym, uses in document.view(uses_by_acronym).items():
            pointed = ".".join(acronym) + "."
            if len(acronym) > LONGEST or acronym in OF_TIME or pointed not in with_points:
                continue
            plain = [use.span for use in uses if use.alone and _is_told(document, use.span)]
            points = [span for span in _places(text, pointed) if _is_told(document, span)]
            if plain and points:
                yield _problem(acronym, plain, pointed, points)


def _places(text: str, pointed: str) -> Iterator[Span]:
    """Yield where initials stand with their points, and no longer row of them."""
    start = text.find(pointed)
    while start >= 0:
        end = start + len(pointed)
        if (
            not (text[start - 1 : start].isalnum() or text[start - 1 : start] in (".", "-"))
            and not text[end : end + 1].isalnum()
        ):
            yield Span(start, end)
        start = text.find(pointed, end)


def _is_told(document: Document, span: Span) -> bool:
    """Tell whether initials stand in the reporter's own sentence, and are no part of a longer name."""
    block, text = document.block_at(span.start), document.view(flat)
    if block is None or block.kind not in BODY or in_direct_speech(document, span.start):
        return False
    after = text[span.end : span.end + 2]
    beside = after[:1] in ("$", "/", "&") or (
        after[:1] in (" ", "-") and (after[1:].isupper() or after[1:] == "$")
    )
    return not beside and is_closed(block.span.cut(document.text))


def _problem(acronym: str, plain: list[Span], pointed: str, points: list[Span]) -> Problem:
    fewer = len(plain) < len(points) or (len(plain) == len(points) and plain[0] > points[0])
    rare, usual = (plain, pointed) if fewer else (points, acronym)
    other = points if fewer else plain
    data = {
        "rare": acronym if fewer else pointed,
        "usual": usual,
        "points": Points.WITHOUT if fewer else Points.WITH,
    }
    edits = tuple(Edit(span, usual) for span in rare)
    related = (
        *(Related(span, data) for span in rare[1:]),
        Related(other[0], {"rare": usual, "usual": data["rare"], "points": data["points"]}),
    )
    return Problem(rare[0], data, (Fix(edits, Safety.SUGGESTION),), related)
