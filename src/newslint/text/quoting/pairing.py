"""Pairing: which quotation marks of one block belong together, and which are left over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.quoting.marks import Form, Mark

FEET_AND_INCHES = lazy_pattern(r"\d['’]\s?\d{1,2}$")
FIGURE = lazy_pattern(r"(?<!\d)\d{1,3}$")
# "the workers' vote", not "‘lazy workers’ in the harbour"; "goin' home", "the 12' wall".
NO_NOUN = (
    r"said|says|is|was|are|were|has|had|have|will|would|can|could|may|might|should|must|did|does|do|in|on|at|to|from"
    r"|for|with|by|of|as|that|which|who|because|but|while|when|after|before|if|than|he|she|they|it|I|we"
)
APOSTROPHES = (
    (lazy_pattern(r"[sSxz]$"), lazy_pattern(rf"\s(?!(?:{NO_NOUN})\b)\w")),
    (lazy_pattern(r"\w[a-z]in$|\d$"), lazy_pattern(r"\s[a-z]")),
)
# "… amazing. “In block C …": the mark stands for the paragraph that was opened there.
SENTENCE_END = lazy_pattern(r"[.!?…][’'”\")\]]? ?$")
CURLY = frozenset("“”„")
# A straight single mark that may as well be a possessive ("the workers' vote") closes no longer quotation.
DOUBTFUL_SINGLE_LENGTH = 60


class Fault(StrEnum):
    """What is wrong with a mark that has no fellow."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"


class LoneMark(msgspec.Struct, frozen=True, gc=False):
    """A double mark without its fellow."""

    span: Span
    fault: Fault


class Pair(msgspec.Struct, frozen=True, gc=False):
    """The mark that opens a quotation and the one that closes it."""

    opening: Span
    closing: Span

    def holds(self, span: Span) -> bool:
        """Tell whether *span* lies between the marks."""
        return self.opening.end <= span.start and span.end <= self.closing.start


class Pairing(msgspec.Struct, frozen=True, gc=False):
    """The outermost pairs of a block, and the marks that are left over, each in the order of the text.

    *nested* are the pairs of double marks inside other such pairs. *single* is a single mark that opens the
    block and has no sure fellow: UK speech of several paragraphs.
    """

    pairs: tuple[Pair, ...] = ()
    lone: tuple[LoneMark, ...] = ()
    nested: tuple[Pair, ...] = ()
    single: Span | None = None


def paired(text: str, marks: Sequence[Mark]) -> Pairing:
    """Pair the *marks* of one block of *text*."""
    if not marks:
        return Pairing()
    usual = msgspec.structs.replace(_matched(text, marks), single=_single_left_open(text, marks))
    if not usual.lone or not _can_alternate(marks):
        return usual
    # Straight marks among careless spaces: an even number is taken in turns.
    doubles = [mark.span for mark in marks if not mark.single]
    return Pairing(tuple(map(Pair, doubles[::2], doubles[1::2])))


def _single_left_open(text: str, marks: Sequence[Mark]) -> Span | None:
    """Return the single mark before the first word of the block that nothing surely closes."""
    first = marks[0]
    opens_block = first.single and first.opens and text[first.span.start - 1 : first.span.start] in ("", "\n")
    return first.span if opens_block and _single_close(text, marks, 0, doubtful=False) is None else None


def _can_alternate(marks: Iterable[Mark]) -> bool:
    forms = [mark.form for mark in marks if not mark.single]
    return len(forms) % 2 == 0 and all(form is Form.STRAIGHT for form in forms)


def _matched(text: str, marks: Sequence[Mark]) -> Pairing:
    pairs: list[Pair] = []
    lone: list[LoneMark] = []
    opened: list[Span] = []
    resume = 0
    odd = sum(not mark.single for mark in marks) % 2 == 1
    for index, mark in enumerate(marks):
        if mark.span.start < resume:
            continue
        if mark.single:
            closing = None if opened else _single_close(text, marks, index)
            if closing:
                pairs.append(Pair(mark.span, closing))
                resume = closing.end
        elif _is_inches(text, mark, opened, odd=odd):
            continue
        elif mark.opens and not (opened and mark.closes):
            opened.append(mark.span)
        elif opened:
            pairs.append(Pair(opened.pop(), mark.span))
        else:
            lone.append(LoneMark(mark.span, Fault.UNOPENED))
    lone += [LoneMark(span, Fault.UNCLOSED) for span in opened]
    free = [pair for pair in pairs if not _is_held(text, pair, opened)] if opened else pairs
    outer = _outermost(free)
    nested = tuple(pair for pair in pairs if pair not in outer) if len(outer) < len(pairs) else ()
    return Pairing(outer, tuple(lone), nested)


def _is_held(text: str, pair: Pair, opened: Iterable[Span]) -> bool:
    """Tell whether a mark drawn otherwise, which opens the block for good, holds a pair: "They say “no”.

    A pair that opens after the end of a sentence may be the next paragraph's.
    """
    curly = text[pair.opening.start] in CURLY
    begins = SENTENCE_END.search(text, max(0, pair.opening.start - 4), pair.opening.start)
    return not begins and any(
        span < pair.opening
        and (text[span.start] in CURLY) != curly
        and text[span.start - 1 : span.start] in ("", "\n")
        for span in opened
    )


def _is_inches(text: str, mark: Mark, opened: Sequence[Span], *, odd: bool) -> bool:
    """Tell inches from a mark that closes; inside a quotation, where they make the marks *odd* in number."""
    start = mark.span.start
    if not mark.closes or not text[start - 1 : start].isnumeric():
        return False
    if not opened or FEET_AND_INCHES.search(text[max(0, start - 5) : start]):
        return True
    return (
        odd
        and FIGURE.search(text, max(0, start - 4), start) is not None
        and text[start + 1 : start + 3].lstrip().islower()
    )


def _single_close(text: str, marks: Sequence[Mark], index: int, *, doubtful: bool = True) -> Span | None:
    """Find what closes the single mark at *index*, past doubles inside it and past possessives."""
    opening = marks[index]
    if not opening.opens:
        return None
    possible, nested = None, False
    for later in range(index + 1, len(marks)):
        mark = marks[later]
        if not mark.single:
            nested = not nested and not _is_inches(text, mark, (), odd=False)
        elif nested:
            continue
        elif mark.opens:
            break
        elif not _may_be_apostrophe(text, mark.span):
            return mark.span
        elif opening.form is Form.CURLY or mark.span.start - opening.span.end <= DOUBTFUL_SINGLE_LENGTH:
            possible = mark.span
    return possible if doubtful else None


def _may_be_apostrophe(text: str, mark: Span) -> bool:
    before = text[max(0, mark.start - 4) : mark.start]
    return any(ending.search(before) and following.match(text, mark.end) for ending, following in APOSTROPHES)


def _outermost(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    outer: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: pair.opening.start):
        if not outer or pair.opening.start >= outer[-1].closing.end:
            outer.append(pair)
    return tuple(outer)
