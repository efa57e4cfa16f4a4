"""Edits: findings' fixes, applied to the text of a source until nothing is left to do."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from newslint.core.finding import Finding, OfferedFix, SourceEdit
from newslint.core.problem import Safety

# One fix may bring out another fault, which takes a round more; what has not stopped by then never will.
ROUNDS = 8
# How often it is tried again without the fixes that do not let it stop.
TRIES = 8
# A rule, the words it found and what it puts for them: met again, it is the same decision.
Decision = tuple[str, str, tuple[str, ...]]
Lint = Callable[[str], Iterable[Finding]]


def settled(source: str, lint: Lint, *, unsafe: bool) -> str:
    """Fix, lint and fix again until nothing changes, so that fixing twice is fixing once.

    Fixes that lead back to the copy as it was undo each other, and no one decides between them: they are
    refused, and the copy is mended without them.
    """
    linted = cache(lint)
    text = source
    for _ in range(TRIES):
        before, text = text, _peaceful(text, linted, unsafe=unsafe)
        if text == before:
            return text
    return source


def _peaceful(source: str, lint: Lint, *, unsafe: bool) -> str:
    """Fix until nothing changes, without the fixes that do not let it come to that."""
    refused: frozenset[Decision] = frozenset()
    for _ in range(TRIES):
        text, restless = _stopped(source, lint, unsafe=unsafe, refused=refused)
        if not restless:
            return text
        refused |= restless
    return source


def applied(source: str, findings: Iterable[Finding], *, unsafe: bool) -> str:
    """Apply the first fix of each finding, if it is safe enough; of those that touch, the first."""
    edits = (edit for _, fix in _chosen(findings, unsafe=unsafe) for edit in fix.edits)
    return _edited(source, edits)


def is_one_change(source: str, fix: OfferedFix) -> bool:
    """Tell whether a fix changes anything, and no place twice."""
    edits = sorted(fix.edits)
    apart = all(one.end <= other.start and one.start != other.start for one, other in pairwise(edits))
    return apart and any(source[edit.start : edit.end] != edit.text for edit in edits)


def _stopped(
    source: str, lint: Lint, *, unsafe: bool, refused: frozenset[Decision]
) -> tuple[str, frozenset[Decision]]:
    """Fix until nothing changes. Return the text, or the decisions that do not let it come to that."""
    trail, made = [source], list[frozenset[Decision]]()
    for _ in range(ROUNDS):
        chosen = tuple(_chosen(lint(trail[-1]), unsafe=unsafe, refused=refused))
        text = _edited(trail[-1], (edit for _, fix in chosen for edit in fix.edits))
        if text == trail[-1]:
            return text, frozenset()
        made.append(frozenset(decision for decision, _ in chosen))
        if text in trail:
            return text, frozenset().union(*made[trail.index(text) :])
        trail.append(text)
    return text, made[-1]


def _chosen(
    findings: Iterable[Finding], *, unsafe: bool, refused: frozenset[Decision] = frozenset()
) -> Iterator[tuple[Decision, OfferedFix]]:
    """Yield the first fix of each finding that is allowed and touches none before it; the others wait."""
    allowed = {Safety.SAFE.value, Safety.UNSAFE.value} if unsafe else {Safety.SAFE.value}
    taken: list[SourceEdit] = []
    for finding in sorted(findings, key=Finding.order):
        for fix in finding.fixes[:1]:
            decision = _decision(finding, fix)
            if fix.safety in allowed and decision not in refused and _is_free(fix, taken):
                for edit in fix.edits:
                    insort(taken, edit)
                yield decision, fix


def _decision(finding: Finding, fix: OfferedFix) -> Decision:
    return finding.rule, finding.text, tuple(edit.text for edit in fix.edits)


def _is_free(fix: OfferedFix, taken: Sequence[SourceEdit]) -> bool:
    """Tell whether a fix touches none of the edits *taken*, which are in order and apart."""
    return not any(_touch(edit, other) for edit in fix.edits for other in _beside(edit, taken))


def _beside(edit: SourceEdit, taken: Sequence[SourceEdit]) -> Sequence[SourceEdit]:
    place = bisect_left(taken, edit)
    return taken[max(0, place - 1) : place + 1]


def _touch(one: SourceEdit, other: SourceEdit) -> bool:
    # What is put right behind a figure belongs to the figure as it was read.
    return one.start <= other.end and other.start <= one.end


def _edited(source: str, edits: Iterable[SourceEdit]) -> str:
    end = len(source)
    parts: list[str] = []
    for edit in sorted(edits, reverse=True):
        parts += [source[edit.end : end], edit.text]
        end = edit.start
    return source[:end] + "".join(reversed(parts))
