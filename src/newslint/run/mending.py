"""Mending: a story's copy as it is when all its fixes are made."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.core.finding import Finding
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.settling import settled


def mended(desk: Desk, assignment: Assignment, findings: Sequence[Finding], *, unsafe: bool) -> str:
    """Return the copy of a story with the fixes of its *findings*, and of what they bring out."""
    source = assignment.source(desk.options.most_bytes)
    before = source.decoded()

    def lint(text: str) -> Sequence[Finding]:
        if text == before:
            return findings
        changed = msgspec.structs.replace(assignment, content=source.encoded(text))
        return desk.linter(assignment).lint(desk.document(changed)).findings

    return settled(before, lint, unsafe=unsafe)
