"""The fixer: findings' fixes → changed files, or a diff. What goes wrong with one file costs that file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from difflib import unified_diff
from io import StringIO

import msgspec

from newslint.core.errors import NewslintError, SourceError
from newslint.core.failures import failure
from newslint.core.finding import Finding
from newslint.core.report import Report
from newslint.core.source import Source
from newslint.desk.claims import Writing
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.edits import applied
from newslint.run.deadline import Deadline, OutOfTimeError, until
from newslint.run.mending import mended
from newslint.run.originals import apart, by_file, is_given, opened, reread, stories, unwritten
from newslint.run.writing import named, replace


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
    files = (each for each in stories(desk, paths) if not is_given(each))
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
    for given in filter(is_given, stories(desk, paths)):
        content = given.content
        for each in _mended(desk, report, [given], unsafe=unsafe, deadline=deadline):
            if isinstance(each, NewslintError):
                yield each
            else:
                content = each.content
        yield msgspec.structs.replace(given, content=content)


def diff(
    desk: Desk,
    report: Report,
    paths: Sequence[str],
    *,
    shown: Callable[[str, str, str], Iterator[str]],
    unsafe: bool,
    deadline: Deadline | None = None,
) -> Iterator[str | NewslintError]:
    """Yield what fixes would do, *shown* of path, copy before and copy after, and what cannot be fixed."""
    for each in _mended(desk, report, stories(desk, paths), unsafe=unsafe, deadline=deadline):
        if isinstance(each, NewslintError):
            yield each
        else:
            yield from shown(each.source.path, each.before, each.text)


def patch(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff. Those that read one know of no line end but LF."""
    for line in unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return list(StringIO(text, newline="\n"))


def _mended(
    desk: Desk, report: Report, found: Iterable[Assignment], *, unsafe: bool, deadline: Deadline | None
) -> Iterator[Mended | NewslintError]:
    by_name = by_file(report)
    fixable = [each for each in apart(found) if any(finding.fixes for finding in by_name.get(each.name, ()))]
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
            yield unwritten(each.name, failure(cause))
        else:
            if story.content != story.source.content:
                yield story


def _story(desk: Desk, found: Assignment, findings: Sequence[Finding], *, unsafe: bool) -> Mended:
    assignment = reread(desk, found)
    source = desk.source(assignment)
    if desk.writing(assignment) == Writing.NONE:
        return _read_only(desk, assignment, source, findings, unsafe=unsafe)
    manuscript = opened(desk, assignment, findings)
    version = mended(manuscript, findings, unsafe=unsafe)
    at = datetime.now(UTC) if desk.options.tracked else None
    return Mended(assignment, source, manuscript.text, version.text, manuscript.content(version, at=at))


def _read_only(
    desk: Desk, assignment: Assignment, source: Source, findings: Sequence[Finding], *, unsafe: bool
) -> Mended:
    """Leave a file as it is; raise where fixes would change it, as they cannot be written back."""
    for document in desk.documents(assignment):
        if isinstance(document, SourceError):
            raise document
        if applied(document.source, findings, unsafe=unsafe) != document.source:
            raise unwritten(
                source.path, f"{document.format} files are only read; its fixes are in the report"
            )
    return Mended(assignment, source, "", "", source.content)
