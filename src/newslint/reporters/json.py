"""The JSON report, as other programs rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from newslint.reporters.spool import Spool
from newslint.reporting import FileReport, Finding, Report, __version__

SCHEMA = 1


class Summary(msgspec.Struct, frozen=True):
    """The figures at the end of a report."""

    files: int
    words: int
    errors: int
    warnings: int
    suggestions: int


class JsonReport(msgspec.Struct, frozen=True):
    """The object that is written, as its schema has it."""

    schema: int
    newslint: str
    findings: tuple[Finding, ...]
    files: tuple[FileReport, ...]
    summary: Summary


class JsonReporter:
    """Writes one JSON object as it comes. The rows of files wait, beside memory where they are many."""

    def __init__(self) -> None:
        self.findings, self.files = _Rows(), _Rows()
        self.waiting = Spool()
        self.opening = f'{{\n "schema": {SCHEMA},\n "newslint": "{__version__}",\n "findings": '

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the findings of a story; *width* has no meaning here."""
        self.waiting.add("".join(self.files.of(report.files)).encode())
        yield self._opened()
        yield from self.findings.of(report.findings)

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the end of the findings, the files, and the summary."""
        yield f'{self._opened()}{self.findings.end},\n "files": '
        yield from self.waiting.lines()
        total = formatted(summary(report), depth=1)
        yield f'{self.files.end},\n "summary": {total}\n}}\n'

    def _opened(self) -> str:
        opening, self.opening = self.opening, ""
        return opening


class _Rows:
    """The rows of a list that is written row by row, with what stands between and around them."""

    def __init__(self) -> None:
        self.written = False

    def of(self, values: Iterable[object]) -> Iterator[str]:
        """Yield rows, behind those before. One may be as long as the copy, and is put together with none."""
        for value in values:
            yield ",\n  " if self.written else "[\n  "
            self.written = True
            yield formatted(value, depth=2)

    @property
    def end(self) -> str:
        """Return what closes the list, or all of it where there are no rows."""
        return "\n ]" if self.written else "[]"


def indented(value: object) -> str:
    """Write a value as a file of JSON that can be read."""
    text = formatted(value)
    # Added in place: a report may be as long as the copy, and is not copied for a line feed.
    text += "\n"
    return text


def formatted(value: object, *, depth: int = 0) -> str:
    """Write a value as JSON that can be read, as it stands so deep in another."""
    written = msgspec.json.format(msgspec.json.encode(value), indent=1)
    if depth:
        written = written.replace(b"\n", b"\n" + depth * b" ")
    return written.decode()


def summary(report: Report) -> Summary:
    """Return the figures of a report."""
    return Summary(
        files=report.file_count,
        words=report.words,
        errors=report.count("error"),
        warnings=report.count("warning"),
        suggestions=report.count("suggestion"),
    )
