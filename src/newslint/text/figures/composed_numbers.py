"""Composed numbers: thousands set apart by a space or an apostrophe, decimals by a comma, added halves."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.figures.numbers import LONGEST, Number, numbers
from newslint.text.flat import flat

HEAD = lazy_pattern(r"[1-9][0-9]{0,2}(?:,[0-9]{3})*")
GROUP = lazy_pattern(r"[0-9]{3}")
WHOLE = lazy_pattern(r"[0-9]{1,3}(?:[,.][0-9]{3})*")
HALF = lazy_pattern(r"[ -]and[ -](?:a[ -])?")
DECIMALS = lazy_pattern(r"[0-9]{1,2}")


def composed_numbers(document: Document) -> tuple[Number, ...]:
    """Return the numbers of the text, those that copy sets in parts made one."""
    text = document.view(flat)
    found: list[Number] = []
    for number in document.view(numbers):
        whole = _joined(text, found[-1], number) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(number)
    return tuple(found)


def _joined(text: str, first: Number, second: Number) -> Number | None:
    """Return "1 500" and "1'500" as 1,500, "2,5" as 2.5, "3 and a half" as 3 1/2."""
    end, start = first.span.end, second.span.start
    if first.money or second.negative or first.spelled:
        return None
    if second.words in ("half", "a half") and HALF.fullmatch(text, end, start):
        return Number(Span(first.span.start, second.span.end), f"{first.words} 1/2", first.negative)
    if start - end != 1 or len(first.words) > LONGEST:
        return None
    span = Span(first.span.start, second.span.end)
    if text[end] in " '" and HEAD.fullmatch(first.words) and GROUP.fullmatch(second.words):
        return Number(span, f"{first.words},{second.words}", first.negative)
    if text[end] == "," and WHOLE.fullmatch(first.words) and DECIMALS.fullmatch(second.words):
        return Number(span, f"{first.words.replace('.', ',')}.{second.words}", first.negative)
    return None
