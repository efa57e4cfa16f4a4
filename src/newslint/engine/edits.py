"""Edits: findings' fixes, applied to the text of a source."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.finding import Finding, SourceEdit
from newslint.core.problem import Safety


def applied(source: str, findings: Iterable[Finding], *, unsafe: bool) -> str:
    """Apply the first fix of each finding that is safe enough; of those that overlap, the first."""
    end = len(source)
    parts: list[str] = []
    for edit in reversed(_chosen(findings, unsafe=unsafe)):
        parts += [source[edit.end : end], edit.text]
        end = edit.start
    return source[:end] + "".join(reversed(parts))


def _chosen(findings: Iterable[Finding], *, unsafe: bool) -> list[SourceEdit]:
    allowed = {Safety.SAFE.value, Safety.UNSAFE.value} if unsafe else {Safety.SAFE.value}
    taken: list[SourceEdit] = []
    for finding in sorted(findings, key=Finding.order):
        fixes = [each for each in finding.fixes if each.safety in allowed]
        if fixes and not any(_collide(edit, other) for edit in fixes[0].edits for other in taken):
            taken += fixes[0].edits
    return sorted(taken)


def _collide(one: SourceEdit, other: SourceEdit) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start
