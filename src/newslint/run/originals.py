"""Originals: the files that findings were made in, as they are read again to be written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from newslint.core.edited import Version
from newslint.core.errors import SourceError
from newslint.core.finding import Finding
from newslint.core.report import Report
from newslint.desk.contents import is_opened
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.run.manuscript import Manuscript
from newslint.run.writing import NOT_FIXED, RefusalError, content_of


def by_file(report: Report) -> Mapping[str, Sequence[Finding]]:
    """Return the findings of a report by the name of their file."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(report.container(finding.path), []).append(finding)
    return found


def stories(desk: Desk, paths: Sequence[str]) -> Iterator[Assignment]:
    """Yield the stories that *paths* name and that are there."""
    return (each for each in desk.assignments(paths) if isinstance(each, Assignment))


def is_given(assignment: Assignment) -> bool:
    """Tell what came by standard input from a file, be it one that the shell has opened."""
    return assignment.content is not None and not is_opened(assignment.path)


def apart(found: Iterable[Assignment]) -> list[Assignment]:
    """Return files in the order of their names, each once: one may have come in by two."""
    seen: set[tuple[int, int]] = set()
    files = []
    for each in sorted(found, key=_name):
        identity = None if is_given(each) else _identity(each.path)
        if identity not in seen:
            files.append(each)
        seen |= {identity} if identity else set()
    return files


def reread(desk: Desk, found: Assignment, *, left: str = NOT_FIXED) -> Assignment:
    """Return an assignment with its bytes. Raises SourceError, which says how it is *left*, without them."""
    try:
        given = found.content if is_given(found) else None
        content = content_of(found.path, desk.options.most_bytes) if given is None else given
    except RefusalError as reason:
        raise unwritten(found.name, str(reason), left=left) from None
    except OSError as cause:
        raise unwritten(found.name, str(cause.strerror), left=left) from None
    return msgspec.structs.replace(found, content=content)


def opened(
    desk: Desk, assignment: Assignment, findings: Iterable[Finding], *, left: str = NOT_FIXED
) -> Manuscript:
    """Return a file as it may be written. Raises SourceError where its findings are not of what it holds."""
    manuscript = Manuscript(desk, assignment)
    text = manuscript.text
    # In a file that was saved after it was linted, the places of findings mean nothing.
    if any(text[each.start.offset : each.end.offset] != each.text for each in findings):
        raise unwritten(assignment.name, "it changed after it was linted", left=left)
    if manuscript.content(Version(text)) != assignment.content:
        encoding = manuscript.source.encoding().upper()
        raise unwritten(assignment.name, f"its bytes are not those that {encoding} writes", left=left)
    return manuscript


def unwritten(path: str, reason: str, *, left: str = NOT_FIXED) -> SourceError:
    """Return the error that says why a file stays as it is."""
    return SourceError(path, f"{left}: {reason}.")


def _name(assignment: Assignment) -> str:
    return assignment.name


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell a file from all others by what its names share. Hard links will be refused, each by its name."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_nlink == 1 else None
