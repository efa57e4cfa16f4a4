"""Regions: where an edit stands by line and column, as hosts and reviewers want it told."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.reporting import Finding, OfferedFix, Report, SourceEdit


class Region(msgspec.Struct, frozen=True):
    """A stretch of one line: columns in code points from 1, *end* beyond the last; *text* takes its place."""

    line: int
    start: int
    end: int
    text: str


def regions(report: Report, finding: Finding, fix: OfferedFix) -> tuple[Region, ...]:
    """Return where the edits of a fix stand; none where one leaves the line that its finding starts in."""
    line = report.line(finding)
    found = tuple(region for edit in fix.edits for region in _region(line, finding, edit))
    return found if len(found) == len(fix.edits) else ()


def byte_column(line: str, column: int) -> int:
    """Return the column in UTF-8 bytes from 1 of a column in code points of *line*."""
    return len(line[: column - 1].encode("utf-8", "replace")) + 1


def _region(line: str, finding: Finding, edit: SourceEdit) -> Iterator[Region]:
    first = finding.start.offset - finding.start.column + 1
    if first <= edit.start and edit.end <= first + len(line):
        yield Region(finding.start.line, edit.start - first + 1, edit.end - first + 1, edit.text)
