"""The fixer: findings' fixes → changed files, or a diff. What goes wrong with one file costs that file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from difflib import unified_diff
from io import StringIO
from pathlib import Path

import msgspec

from newslint.core.edited import Version
from newslint.core.errors import NewslintError, SourceError
from newslint.core.failures import failure
from newslint.core.finding import Finding
from newslint.core.report import Report
from newslint.core.source import Source
from newslint.desk.contents import is_opened
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.reading import Writing
from newslint.engine.edits import applied
from newslint.run.deadline import Deadline, OutOfTimeError, until
from newslint.run.manuscript import Manuscript
from newslint.run.mending import mended
from newslint.run.writing import RefusalError, content_of, named, replace


class Mended(msgspec.Struct, frozen=True):
    """A story that fixes change: where it lies, as it is there, and as it is to be."""

    assignment: Assignment
    source: Source
    before: str
    text: str
    content: bytes


def fix(
    desk: Desk, report: Report, paths: Sequence[str], *, unsafe: bool, deadline: Deadline | None = None
) -> Iterator[str | NewslintError]:
    """Write the fixed files below *paths*; yield what reports call each, or why it was left alone.

    What came by standard input is no file of ours, whatever it is called: see `copied`.
    """
    below = named(paths)
    files = (each for each in _found(desk, paths) if not _is_given(each))
    for each in _mended(desk, report, files, unsafe=unsafe, deadline=deadline):
        if isinstance(each, NewslintError):
            yield each
            continue
        source = each.source
        try:
            replace(each.assignment.path, each.content, was=source.content, below=below)
        except SourceError as cause:
            yield cause
        else:
            yield source.path


def copied(
    desk: Desk, report: Report, paths: Sequence[str], *, unsafe: bool, deadline: Deadline | None = None
) -> Iterator[Assignment | NewslintError]:
    """Yield what came by standard input, as it is mended, and why fixes were not made."""
    for given in filter(_is_given, _found(desk, paths)):
        content = given.content
        for each in _mended(desk, report, [given], unsafe=unsafe, deadline=deadline):
            if isinstance(each, NewslintError):
                yield each
            else:
                content = each.content
        yield msgspec.structs.replace(given, content=content)


def diff(
    desk: Desk, report: Report, paths: Sequence[str], *, unsafe: bool, deadline: Deadline | None = None
) -> Iterator[str | NewslintError]:
    """Yield the lines of a unified diff of what fixes would do, and what cannot be fixed."""
    for each in _mended(desk, report, _found(desk, paths), unsafe=unsafe, deadline=deadline):
        if isinstance(each, NewslintError):
            yield each
        else:
            yield from patch(each.source.path, each.before, each.text)


def patch(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff. Those that read one know of no line end but LF."""
    for line in unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return list(StringIO(text, newline="\n"))


def _mended(
    desk: Desk, report: Report, found: Iterable[Assignment], *, unsafe: bool, deadline: Deadline | None
) -> Iterator[Mended | NewslintError]:
    by_name: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_name.setdefault(report.container(finding.path), []).append(finding)
    fixable = _fixable(found, by_name)
    for number, each in enumerate(fixable):
        try:
            with until(deadline, f"{len(fixable) - number} of {len(fixable)} files with fixes are not fixed"):
                story = _story(desk, each, by_name[each.name], unsafe=unsafe)
        except SourceError as cause:
            yield cause
        except OutOfTimeError as cause:
            yield NewslintError(str(cause))
            return
        # A stranger's check or reader, met on copy that is half mended, costs this file and no other.
        except BaseException as cause:
            yield _unfixed(each.name, failure(cause))
        else:
            if story.content != story.source.content:
                yield story


def _found(desk: Desk, paths: Sequence[str]) -> Iterator[Assignment]:
    return (each for each in desk.assignments(paths) if isinstance(each, Assignment))


def _is_given(assignment: Assignment) -> bool:
    """Tell what came by standard input from a file, be it one that the shell has opened."""
    return assignment.content is not None and not is_opened(assignment.path)


def _fixable(found: Iterable[Assignment], by_name: Mapping[str, Sequence[Finding]]) -> list[Assignment]:
    """Return the files with fixes in the order of their names, each once: one may have come in by two."""
    seen: set[tuple[int, int]] = set()
    files = []
    for each in sorted(found, key=_name):
        if not any(finding.fixes for finding in by_name.get(each.name, ())):
            continue
        identity = None if _is_given(each) else _identity(each.path)
        if identity not in seen:
            files.append(each)
        seen |= {identity} if identity else set()
    return files


def _name(assignment: Assignment) -> str:
    return assignment.name


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell a file from all others by what its names share. Hard links will be refused, each by its name."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_nlink == 1 else None


def _story(desk: Desk, found: Assignment, findings: Sequence[Finding], *, unsafe: bool) -> Mended:
    try:
        given = found.content if _is_given(found) else None
        content = content_of(found.path, desk.options.most_bytes) if given is None else given
    except RefusalError as reason:
        raise _unfixed(found.name, str(reason)) from None
    except OSError as cause:
        raise _unfixed(found.name, str(cause.strerror)) from None
    assignment = msgspec.structs.replace(found, content=content)
    source = desk.source(assignment)
    if desk.writing(assignment) == Writing.NONE:
        return _read_only(desk, assignment, source, findings, unsafe=unsafe)
    manuscript = Manuscript(desk, assignment)
    text = manuscript.text
    # In a file that was saved after it was linted, the places of findings mean nothing.
    if any(text[each.start.offset : each.end.offset] != each.text for each in findings):
        raise _unfixed(found.name, "it changed after it was linted")
    if manuscript.content(Version(text)) != content:
        raise _unfixed(found.name, f"its bytes are not those that {source.encoding().upper()} writes")
    version = mended(manuscript, findings, unsafe=unsafe)
    at = datetime.now(UTC) if desk.options.tracked else None
    return Mended(assignment, source, text, version.text, manuscript.content(version, at=at))


def _read_only(
    desk: Desk, assignment: Assignment, source: Source, findings: Sequence[Finding], *, unsafe: bool
) -> Mended:
    """Leave a file as it is; raise where fixes would change it, as they cannot be written back."""
    for document in desk.documents(assignment):
        if isinstance(document, SourceError):
            raise document
        if applied(document.source, findings, unsafe=unsafe) != document.source:
            raise _unfixed(source.path, f"{document.format} files are only read; its fixes are in the report")
    return Mended(assignment, source, "", "", source.content)


def _unfixed(path: str, reason: str) -> SourceError:
    return SourceError(path, f"not fixed: {reason}.")
