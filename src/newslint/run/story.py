"""A story: an assignment → what linting it, or each of several, gave. What fails costs that one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from newslint.core.errors import NewslintError, SourceError
from newslint.core.failures import failure
from newslint.core.finding import FileReport, Finding
from newslint.core.pattern import lazy_pattern
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.run.deadline import Deadline, OutOfTimeError, until

if TYPE_CHECKING:
    from newslint.core.document import Document

REST_OF_LINE = lazy_pattern(r"[^\r\n]*")
# Where a finding starts: path and line.
Place = tuple[str, int]


class Story(msgspec.Struct, frozen=True):
    """What linting one story gave, and what a comparison with others needs of it.

    *facts* are told to rules across stories, *shown* to the reporters that ask, by format. *desk* is the one
    it is of, where that is known; *section* is what the story itself says of it. *digest* is that of the
    bytes that were linted, where they are to be compared or kept. A *foreign* story is not in English, and so
    was only read. *container* is the file, where other stories are in it too, and *guessed* the encoding it
    was taken for. *renamed* are old ids by which its ignores call rules.
    """

    file: FileReport
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()
    facts: Mapping[str, object] = {}
    shown: Mapping[str, object] = {}
    desk: str = ""
    section: str = ""
    lines: Mapping[Place, str] = {}
    digest: str = ""
    foreign: bool = False
    container: str = ""
    guessed: str = ""
    renamed: Mapping[str, str] = {}


def linted(desk: Desk, assignment: Assignment) -> tuple[Story, ...]:
    """Lint one assignment; a story that cannot be read or linted says so in its file report."""
    try:
        return tuple(_stories(desk, assignment))
    except SourceError as cause:
        return (unlinted(assignment, cause.reason),)
    # A fault of the settings is none of the story; a run has met it before.
    except NewslintError:
        raise
    # Rules and readers are isolated; this is for what is our own fault, or a machine's without memory.
    except BaseException as cause:
        return (unlinted(assignment, f"linting it failed: {failure(cause)}."),)


def timely(
    desk: Desk, assignments: Iterable[Assignment], deadline: Deadline | None
) -> Iterator[tuple[Story, ...]]:
    """Lint assignment after assignment, until the deadline if there is one."""
    for assignment in assignments:
        try:
            with until(deadline):
                stories = linted(desk, assignment)
        except OutOfTimeError:
            return
        yield stories


def unlinted(assignment: Assignment, reason: str) -> Story:
    """Return what stands for a story that could not be linted."""
    return Story(FileReport(assignment.name, None, 0, reason), desk=assignment.folder)


def _stories(desk: Desk, assignment: Assignment) -> Iterator[Story]:
    """Read a file once, as it may change, and lint what is in it."""
    excerpts: dict[int, str] = {}
    for each in desk.documents(assignment):
        container = assignment.name if each.path != assignment.name else ""
        if isinstance(each, SourceError):
            unread = FileReport(each.path, None, 0, each.reason)
            yield Story(unread, container=container, desk=assignment.folder)
        else:
            found = _linted(desk, assignment, each, excerpts)
            guessed = desk.guesses.get(assignment.name, "")
            digest = desk.digests.get(assignment.name, "")
            yield msgspec.structs.replace(found, digest=digest, container=container, guessed=guessed)
    # The stories say it; a long run has many files.
    desk.guesses.pop(assignment.name, None)
    desk.digests.pop(assignment.name, None)


def _linted(desk: Desk, assignment: Assignment, document: Document, excerpts: dict[int, str]) -> Story:
    # Of stories that were linted before nobody asks so much.
    from newslint.engine.ignores import renamed
    from newslint.text.languages import is_english

    # What facts and answers are made of, the linter gives up once no rule of its own wants it.
    facts, failures = desk.comparison.facts(document) if desk.options.across else ({}, ())
    shown, unshown = _shown(desk, document)
    result = desk.linter(assignment).lint(document)
    return Story(
        file=FileReport(
            document.path, document.format, _words(document.text), None, unchecked=result.unchecked
        ),
        findings=result.findings,
        failures=(*result.failures, *failures, *unshown),
        facts=facts,
        shown=shown,
        desk=document.meta.section or assignment.folder,
        section=document.meta.section or "",
        lines=lines(document, result.findings, excerpts),
        foreign=not document.view(is_english),
        renamed=dict(renamed(document.directives, desk.linter(assignment).names)),
    )


def _shown(desk: Desk, document: Document) -> tuple[dict[str, object], list[str]]:
    """Return what reporters want to show of a story, and which of them failed at it."""
    shown: dict[str, object] = {}
    failures: list[str] = []
    for name, question in desk.questions.items():
        try:
            shown[name] = question(document)
        # A reporter may be a stranger's.
        except BaseException as cause:
            failures.append(f"{document.path}: the reporter `{name}` failed: {failure(cause)}.")
    return shown, failures


def _words(text: str) -> int:
    from newslint.text.flat import pieces

    # Piece by piece, as the words of all would take ten times the memory of the text.
    return sum(len(piece.split()) for piece in pieces(text))


def lines(document: Document, findings: Iterable[Finding], known: dict[int, str]) -> dict[Place, str]:
    """Return the source lines that findings start in, for reports that show them.

    Those of the file that are *known* are not copied again: a file of JSON may be one line.
    """
    found = {}
    for finding in findings:
        start = finding.start.offset - finding.start.column + 1
        if start not in known:
            line = REST_OF_LINE.match(document.source, start)
            known[start] = line.group() if line else ""
        found[finding.path, finding.start.line] = known[start]
    return found
