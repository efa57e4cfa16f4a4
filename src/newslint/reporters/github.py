"""GitHub's workflow commands: each finding is an annotation beside the line of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.reporting import FileReport, Finding, Report, visible

LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


class GitHubReporter:
    """Writes one command a finding; those for files that could not be read it keeps for the end."""

    def __init__(self) -> None:
        self.unread: list[str] = []

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the commands of a story; *width* has no meaning here."""
        report = report.by_file()
        self.unread += [_unread(file) for file in report.files if file.error]
        yield from map(_command, report.findings)

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the commands for what could not be read."""
        yield from self.unread


def _unread(file: FileReport) -> str:
    return f"::error file={_property(file.path)},title=newslint::{_message(file.error or '')}\n"


def _command(finding: Finding) -> str:
    place = f"file={_property(finding.path)},line={finding.start.line},endLine={finding.end.line}"
    # Columns are taken only where both ends are in one line.
    if finding.start.line == finding.end.line:
        place += f",col={finding.start.column},endColumn={finding.end.column}"
    title = _property(f"newslint {finding.rule}")
    return f"::{LEVELS[finding.severity]} {place},title={title}::{_message(finding.message)}\n"


def _message(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
