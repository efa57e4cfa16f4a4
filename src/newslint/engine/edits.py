"""Edits: findings' fixes, those that can be made together, and the text of a source with them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.core.edited import edited
from newslint.core.finding import Finding, OfferedFix, SourceEdit
from newslint.core.problem import Safety


def applied(source: str, findings: Iterable[Finding], *, unsafe: bool) -> str:
    """Apply the first fix of each finding, if it is safe enough; of those that touch, the first."""
    made = chosen(findings, allowed=lambda _, fix: is_enough(fix, unsafe=unsafe))
    return edited(source, (edit for _, fix in made for edit in fix.edits))


def is_one_change(source: str, fix: OfferedFix) -> bool:
    """Tell whether a fix changes anything, and no place twice."""
    edits = sorted(fix.edits)
    apart = all(one.end <= other.start and one.start != other.start for one, other in pairwise(edits))
    return apart and any(source[edit.start : edit.end] != edit.text for edit in edits)


def chosen(
    findings: Iterable[Finding], *, allowed: Callable[[Finding, OfferedFix], bool]
) -> Iterator[tuple[Finding, OfferedFix]]:
    """Yield the first fix of each finding that is allowed and touches none before it; the others wait."""
    taken: list[SourceEdit] = []
    for finding in sorted(findings, key=Finding.order):
        for fix in finding.fixes[:1]:
            if allowed(finding, fix) and _is_free(fix, taken):
                for edit in fix.edits:
                    insort(taken, edit)
                yield finding, fix


def is_enough(fix: OfferedFix, *, unsafe: bool) -> bool:
    """Tell whether a fix is safe enough to be made."""
    return fix.safety == Safety.SAFE or (unsafe and fix.safety == Safety.UNSAFE)


def _is_free(fix: OfferedFix, taken: Sequence[SourceEdit]) -> bool:
    """Tell whether a fix touches none of the edits *taken*, which are in order and apart."""
    return not any(_touch(edit, other) for edit in fix.edits for other in _beside(edit, taken))


def _beside(edit: SourceEdit, taken: Sequence[SourceEdit]) -> Sequence[SourceEdit]:
    place = bisect_left(taken, edit)
    return taken[max(0, place - 1) : place + 1]


def _touch(one: SourceEdit, other: SourceEdit) -> bool:
    # What is put right behind a figure belongs to the figure as it was read.
    return one.start <= other.end and other.start <= one.end
