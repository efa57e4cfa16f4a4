"""Rounds: the fixes made at once on one version of a story, and how places move from it to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

import msgspec

from newslint.core.finding import Finding, OfferedFix
from newslint.core.problem import Safety
from newslint.core.span import Span

START = attrgetter("start")


class Decision(msgspec.Struct, frozen=True):
    """To make a fix. Met again at the same place of the source, it is the same decision.

    *words* is what the rule found, *puts* what is put there, *place* the offset in the first version.
    """

    rule: str
    words: str
    puts: tuple[str, ...]
    place: int
    safe: bool


class Round(msgspec.Struct, frozen=True):
    """Decisions made at once: by edit, in the order of the text, with what each took away and put there."""

    decisions: tuple[Decision, ...]
    old: tuple[Span, ...]
    new: tuple[Span, ...]

    def before(self, position: int) -> int:
        """Return where a place of the next version was before."""
        return _moved(position, self.new, self.old, last=False)

    def after(self, span: Span) -> Span:
        """Return where a span is in the next version; one that was edited in part holds all of the edit."""
        start = _moved(span.start, self.old, self.new, last=False)
        return Span(start, max(start, _moved(span.end, self.old, self.new, last=True)))


def round_of(made: Iterable[tuple[Decision, OfferedFix]]) -> Round:
    """Put the fixes of one round in the order of their edits."""
    edits = sorted((edit, decision) for decision, fix in made for edit in fix.edits)
    new: list[Span] = []
    shift = 0
    for edit, _ in edits:
        new.append(Span(edit.start + shift, edit.start + shift + len(edit.text)))
        shift += len(edit.text) - (edit.end - edit.start)
    old = tuple(Span(edit.start, edit.end) for edit, _ in edits)
    return Round(tuple(decision for _, decision in edits), old, tuple(new))


def decided(finding: Finding, fix: OfferedFix, rounds: Sequence[Round]) -> Decision:
    """Return the decision to make a fix of the version that *rounds* have come to."""
    place = fix.edits[0].start
    for each in reversed(rounds):
        place = each.before(place)
    puts = tuple(edit.text for edit in fix.edits)
    return Decision(finding.rule, finding.text, puts, place, fix.safety == Safety.SAFE)


def moved(decision: Decision, rounds: Iterable[Round]) -> Decision:
    """Return a decision as it is met in the version that *rounds* have come to."""
    place = latest(Span(decision.place, decision.place), rounds).start
    return msgspec.structs.replace(decision, place=place)


class Traces:
    """Where the edits of all rounds stand in the last version."""

    def __init__(self, rounds: Sequence[Round]) -> None:
        self.rounds = [
            [*zip((latest(span, rounds[number + 1 :]) for span in each.new), each.decisions, strict=True)]
            for number, each in enumerate(rounds)
        ]

    def by(self, spans: Sequence[Span]) -> frozenset[Decision]:
        """Return the decisions that touch one of the *spans*, or else the nearest to the first."""
        touching = frozenset(decision for span in spans for decision in self._touching(span))
        return touching or frozenset({self._nearest(spans[0])})

    def _touching(self, span: Span) -> Iterator[Decision]:
        for edits in self.rounds:
            for place in range(bisect_left(edits, span.start, key=_end), len(edits)):
                if edits[place][0].start > span.end:
                    break
                yield edits[place][1]

    def _nearest(self, span: Span) -> Decision:
        near = [
            each
            for edits in self.rounds
            for place in [bisect_left(edits, span.start, key=_end)]
            for each in edits[max(0, place - 1) : place + 1]
        ]
        return min(near, key=lambda each: max(each[0].start - span.end, span.start - each[0].end))[1]


def latest(span: Span, rounds: Iterable[Round]) -> Span:
    """Return where a span is when all *rounds* are made."""
    for each in rounds:
        span = each.after(span)
    return span


def _end(edit: tuple[Span, Decision]) -> int:
    return edit[0].end


def _moved(position: int, old: Sequence[Span], new: Sequence[Span], *, last: bool) -> int:
    """Return where a position is after edits; in an edit it is at its start, or at its end if *last*."""
    number = bisect_right(old, position, key=START) - 1
    if number < 0:
        return position
    if position >= old[number].end:
        return new[number].end + position - old[number].end
    return new[number].end if last and position > old[number].start else new[number].start
