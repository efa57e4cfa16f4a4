"""A report: everything a run found, for a reporter to put into words."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from newslint.core.finding import FileReport, Finding


class Report(msgspec.Struct, frozen=True):
    """Findings and files in the order of path and place.

    *lines* holds the source lines findings start in, *complaints* what could not be done, *notices* what
    is odd but stops nothing.
    """

    findings: tuple[Finding, ...]
    files: tuple[FileReport, ...]
    lines: Mapping[tuple[str, int], str]
    complaints: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    def count(self, severity: str) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def words(self) -> int:
        """Count the words of all files."""
        return sum(file.words for file in self.files)
