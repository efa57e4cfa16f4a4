"""The JSON report line by line: findings, files, the summary."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.reporters.json import Summary, summary
from newslint.reporters.spool import Spool
from newslint.reporting import FileReport, Report


class File(msgspec.Struct, frozen=True):
    """The line of a file."""

    file: FileReport


class Total(msgspec.Struct, frozen=True):
    """The last line."""

    summary: Summary


class JsonLinesReporter:
    """Writes one JSON object a line. The lines of files wait, beside memory where they are many."""

    def __init__(self) -> None:
        self.encoder = msgspec.json.Encoder()
        self.files = Spool()

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the findings of a story; *width* has no meaning here."""
        self.files.add(self.encoder.encode_lines(list(map(File, report.files))))
        yield self.encoder.encode_lines(report.findings).decode()

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the lines of files, and the summary."""
        yield from self.files.lines()
        yield self.encoder.encode_lines([Total(summary(report))]).decode()
