"""The fixer: findings' fixes → changed files, or a diff. What goes wrong with one file costs that file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from pathlib import Path

import msgspec

from newslint.core.errors import SourceError
from newslint.core.failures import failure
from newslint.core.finding import Finding
from newslint.core.paths import shown
from newslint.core.report import Report
from newslint.core.source import Source
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.edits import applied
from newslint.run.mending import mended
from newslint.run.writing import RefusalError, content_of, named, replace


class Mended(msgspec.Struct, frozen=True):
    """A story that fixes change: as it is in its file, and as it is to be."""

    source: Source
    text: str
    content: bytes


def fix(desk: Desk, report: Report, paths: Iterable[str], *, unsafe: bool) -> Iterator[str | SourceError]:
    """Write the fixed files below *paths*; yield the path of each, or why it was left alone."""
    below = named(paths)
    for each in _mended(desk, report, unsafe=unsafe):
        if isinstance(each, SourceError):
            yield each
            continue
        source = each.source
        try:
            replace(source.path, each.content, was=source.content, below=below)
        except SourceError as cause:
            yield cause
        else:
            yield source.path


def diff(desk: Desk, report: Report, *, unsafe: bool) -> Iterator[str | SourceError]:
    """Yield the lines of a unified diff of what `fix` would do, and what cannot be fixed."""
    for each in _mended(desk, report, unsafe=unsafe):
        if isinstance(each, SourceError):
            yield each
        else:
            yield from patch(each.source.path, each.source.decoded(), each.text)


def patch(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff. Those that read one know of no line end but LF."""
    for line in unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return list(StringIO(text, newline="\n"))


def _mended(desk: Desk, report: Report, *, unsafe: bool) -> Iterator[Mended | SourceError]:
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_path.setdefault(report.container(finding.path), []).append(finding)
    for path in _fixable(by_path, standard_input=desk.options.stdin_filename):
        try:
            found = _story(desk, path, by_path[path], unsafe=unsafe)
        except SourceError as cause:
            yield cause
        # A stranger's check or reader, met on copy that is half mended, costs this file and no other.
        except BaseException as cause:
            yield _unfixed(path, failure(cause))
        else:
            if found.content != found.source.content:
                yield found


def _fixable(by_path: dict[str, list[Finding]], *, standard_input: str | None) -> list[str]:
    """Return the files with fixes, each once: one may have come in by two names."""
    not_ours = {"-", shown(Path(standard_input))} if standard_input else {"-"}
    seen: set[tuple[int, int]] = set()
    paths = []
    for path, findings in by_path.items():
        if path in not_ours or not any(finding.fixes for finding in findings):
            continue
        identity = _identity(path)
        if identity not in seen:
            paths.append(path)
        seen |= {identity} if identity else set()
    return paths


def _identity(path: str) -> tuple[int, int] | None:
    """Tell a file from all others by what its names share. Hard links will be refused, each by its name."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_nlink == 1 else None


def _story(desk: Desk, path: str, findings: Sequence[Finding], *, unsafe: bool) -> Mended:
    try:
        content = content_of(path, desk.options.most_bytes)
    except RefusalError as reason:
        raise _unfixed(path, str(reason)) from None
    except OSError as cause:
        raise _unfixed(path, str(cause.strerror)) from None
    assignment = desk.assigned(path, content)
    source = desk.source(assignment)
    if not desk.writes(assignment):
        return _read_only(desk, assignment, source, findings, unsafe=unsafe)
    text = source.decoded()
    # In a file that was saved after it was linted, the places of findings mean nothing.
    if any(text[each.start.offset : each.end.offset] != each.text for each in findings):
        raise _unfixed(path, "it changed after it was linted")
    if source.encoded(text) != content:
        raise _unfixed(path, f"its bytes are not those that {source.encoding().upper()} writes")
    fixed = mended(desk, assignment, findings, unsafe=unsafe)
    return Mended(source, fixed, source.encoded(fixed))


def _read_only(
    desk: Desk, assignment: Assignment, source: Source, findings: Sequence[Finding], *, unsafe: bool
) -> Mended:
    """Leave a file as it is; raise where fixes would change it, as they cannot be written back."""
    for document in desk.documents(assignment):
        if isinstance(document, SourceError):
            raise document
        if applied(document.source, findings, unsafe=unsafe) != document.source:
            raise _unfixed(source.path, f"{document.format} files are only read; its fixes are in the report")
    return Mended(source, "", source.content)


def _unfixed(path: str, reason: str) -> SourceError:
    return SourceError(path, f"not fixed: {reason}.")
