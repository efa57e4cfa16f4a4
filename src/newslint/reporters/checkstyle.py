"""Checkstyle's report, which most CI servers read.

https://checkstyle.org/
"""

from __future__ import annotations

from itertools import groupby

from newslint.reporters.xml import DECLARATION, attributes
from newslint.reporting import FileReport, Finding, Report

SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


class CheckstyleReporter:
    """Writes the findings of each file that has some, then the files that could not be read."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report as XML; *width* has no meaning here."""
        report = report.by_file()
        groups = groupby(report.findings, lambda finding: finding.path)
        files = [_file(path, "".join(map(_error, findings))) for path, findings in groups]
        files += [_file(file.path, _unread(file)) for file in report.files if file.error]
        return f'{DECLARATION}<checkstyle version="4.3">\n{"".join(files)}</checkstyle>\n'


def _file(path: str, errors: str) -> str:
    return f" <file{attributes(name=path)}>\n{errors} </file>\n"


def _error(finding: Finding) -> str:
    told = attributes(
        line=finding.start.line,
        column=finding.start.column,
        severity=SEVERITIES[finding.severity],
        message=finding.message,
        source=f"newslint.{finding.rule}",
    )
    return f"  <error{told}/>\n"


def _unread(file: FileReport) -> str:
    return f"  <error{attributes(line=1, severity='error', message=file.error, source='newslint')}/>\n"
