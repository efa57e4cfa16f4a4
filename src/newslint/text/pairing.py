"""Pairing: which quotation marks of one block belong together, and which are left over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.marks import Form, Mark

FEET_AND_INCHES = lazy_pattern(r"\d['’]\s?\d{1,2}$")
# A straight single mark that may as well be a possessive ("the workers' vote") closes no longer quotation.
DOUBTFUL_SINGLE_LENGTH = 60


class Fault(StrEnum):
    """What is wrong with a mark that has no fellow."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"


class LoneMark(msgspec.Struct, frozen=True):
    """A double mark without its fellow."""

    span: Span
    fault: Fault


class Pair(msgspec.Struct, frozen=True):
    """The mark that opens a quotation and the one that closes it."""

    opening: Span
    closing: Span


class Pairing(msgspec.Struct, frozen=True):
    """The outermost pairs of a block, and the marks that are left over, each in the order of the text."""

    pairs: tuple[Pair, ...] = ()
    lone: tuple[LoneMark, ...] = ()


def paired(text: str, marks: Sequence[Mark]) -> Pairing:
    """Pair the *marks* of one block of *text*."""
    if not marks:
        return Pairing()
    usual = _matched(text, marks)
    if not usual.lone or not _can_alternate(marks):
        return usual
    # Straight marks among careless spaces: an even number is taken in turns.
    doubles = [mark.span for mark in marks if not mark.single]
    return Pairing(tuple(map(Pair, doubles[::2], doubles[1::2])))


def _can_alternate(marks: Iterable[Mark]) -> bool:
    forms = [mark.form for mark in marks if not mark.single]
    return len(forms) % 2 == 0 and all(form is Form.STRAIGHT for form in forms)


def _matched(text: str, marks: Sequence[Mark]) -> Pairing:
    pairs: list[Pair] = []
    lone: list[LoneMark] = []
    opened: list[Span] = []
    resume = 0
    for index, mark in enumerate(marks):
        if mark.span.start < resume:
            continue
        if mark.single:
            closing = None if opened else _single_close(text, marks, index)
            if closing:
                pairs.append(Pair(mark.span, closing))
                resume = closing.end
        elif _is_inches(text, mark, opened):
            continue
        elif mark.opens and not (opened and mark.closes):
            opened.append(mark.span)
        elif opened:
            pairs.append(Pair(opened.pop(), mark.span))
        else:
            lone.append(LoneMark(mark.span, Fault.UNOPENED))
    lone += [LoneMark(span, Fault.UNCLOSED) for span in opened]
    return Pairing(_outermost(pairs), tuple(lone))


def _is_inches(text: str, mark: Mark, opened: Sequence[Span]) -> bool:
    start = mark.span.start
    if not mark.closes or not text[start - 1 : start].isdigit():
        return False
    return not opened or bool(FEET_AND_INCHES.search(text[max(0, start - 5) : start]))


def _single_close(text: str, marks: Sequence[Mark], index: int) -> Span | None:
    """Find what closes the single mark at *index*, past doubles inside it and past possessives."""
    opening = marks[index]
    if not opening.opens:
        return None
    doubtful, nested = None, False
    for later in range(index + 1, len(marks)):
        mark = marks[later]
        if not mark.single:
            nested = not nested
        elif nested:
            continue
        elif mark.opens:
            break
        elif not _possessive(text, mark.span):
            return mark.span
        elif opening.form is Form.CURLY or mark.span.start - opening.span.end <= DOUBTFUL_SINGLE_LENGTH:
            doubtful = mark.span
    return doubtful


def _possessive(text: str, mark: Span) -> bool:
    before, after = text[mark.start - 1], text[mark.end : mark.end + 2]
    return before in "sSxz" and after[:1].isspace() and after[1:].isalnum()


def _outermost(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    outer: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: pair.opening.start):
        if not outer or pair.opening.start >= outer[-1].closing.end:
            outer.append(pair)
    return tuple(outer)
