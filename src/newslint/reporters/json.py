"""The JSON report, as other programs rely on it."""

from __future__ import annotations

import msgspec

from newslint.plugin import FileReport, Finding, Report, __version__

SCHEMA = 1


class Summary(msgspec.Struct, frozen=True):
    """The figures at the end of a report."""

    files: int
    words: int
    errors: int
    warnings: int
    suggestions: int


class JsonReport(msgspec.Struct, frozen=True):
    """The object that is written."""

    schema: int
    newslint: str
    findings: tuple[Finding, ...]
    files: tuple[FileReport, ...]
    summary: Summary


class JsonReporter:
    """Writes one JSON object."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report as JSON; *width* has no meaning here."""
        return indented(JsonReport(SCHEMA, __version__, report.findings, report.files, summary(report)))


def indented(value: object) -> str:
    """Write a value as JSON that can be read."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=1).decode()
    # Added in place: a report may be as long as the copy, and is not copied for a line feed.
    text += "\n"
    return text


def summary(report: Report) -> Summary:
    """Return the figures of a report."""
    return Summary(
        files=report.file_count,
        words=report.words,
        errors=report.count("error"),
        warnings=report.count("warning"),
        suggestions=report.count("suggestion"),
    )
