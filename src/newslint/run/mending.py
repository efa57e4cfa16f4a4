"""Mending: a file's copy as it is when all its fixes are made."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.document import Document
from newslint.core.edited import Version
from newslint.core.errors import SourceError
from newslint.core.finding import Finding
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.settling import settled
from newslint.run.manuscript import Manuscript


def mended(manuscript: Manuscript, findings: Sequence[Finding], *, unsafe: bool) -> Version:
    """Return the copy of a file with the fixes of its *findings*, and of what they bring out.

    What else is found in it, as a baseline knows it, stays.
    """
    before = Version(manuscript.text)
    if not findings:
        return before

    def lint(version: Version) -> Sequence[Finding]:
        if version == before:
            return [*findings, *spared]
        return linted(version)

    def linted(version: Version) -> Sequence[Finding]:
        desk, changed = manuscript.desk, manuscript.assigned(version)
        return [finding for each in desk.documents(changed) for finding in _findings(desk, changed, each)]

    asked = set(map(_key, findings))
    spared = [each for each in linted(before) if _key(each) not in asked]
    return settled(manuscript.text, lint, unsafe=unsafe, spared=spared)


def _findings(desk: Desk, assignment: Assignment, read: Document | SourceError) -> Sequence[Finding]:
    """Lint one story of a file. Raises SourceError where the whole file cannot be read."""
    if isinstance(read, Document):
        return desk.linter(assignment).lint(read).findings
    if read.path == assignment.name:
        raise read
    return ()


def _key(finding: Finding) -> tuple[str, int, int]:
    return finding.rule, finding.start.offset, finding.end.offset
