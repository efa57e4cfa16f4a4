"""The JSON report line by line: findings, files, the summary."""

from __future__ import annotations

import msgspec

from newslint.plugin import FileReport, Report
from newslint.reporters.json import Summary, summary


class File(msgspec.Struct, frozen=True):
    """The line of a file."""

    file: FileReport


class Total(msgspec.Struct, frozen=True):
    """The last line."""

    summary: Summary


class JsonLinesReporter:
    """Writes one JSON object a line."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report as lines of JSON; *width* has no meaning here."""
        lines = [*report.findings, *map(File, report.files), Total(summary(report))]
        return msgspec.json.Encoder().encode_lines(lines).decode()
