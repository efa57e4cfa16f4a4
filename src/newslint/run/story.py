"""A story: an assignment → what linting it gave. Whatever goes wrong with one costs that one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from newslint.core.digest import content_digest
from newslint.core.document import Document
from newslint.core.errors import NewslintError, SourceError
from newslint.core.failures import failure
from newslint.core.finding import FileReport, Finding
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.comparison import Facts
from newslint.run.deadline import Deadline, OutOfTimeError, until
from newslint.text.languages import is_english

REST_OF_LINE = re.compile(r"[^\r\n]*")
# Where a finding starts: path and line.
Place = tuple[str, int]


class Story(msgspec.Struct, frozen=True):
    """What linting one story gave, and what a comparison with others needs of it.

    *digest* is that of the bytes that were linted, where they are to be compared. A *foreign* story is not
    in English, and so was only read.
    """

    file: FileReport
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()
    facts: Facts = {}
    lines: Mapping[Place, str] = {}
    digest: str = ""
    foreign: bool = False


def story(desk: Desk, assignment: Assignment) -> Story:
    """Lint one assignment; a story that cannot be read or linted says so in its file report."""
    try:
        return _linted(desk, assignment)
    except SourceError as cause:
        return unlinted(assignment, cause.reason)
    # A fault of the settings is none of the story; a run has met it before.
    except NewslintError:
        raise
    # Rules and readers are isolated; this is for what is our own fault, or a machine's without memory.
    except BaseException as cause:
        return unlinted(assignment, f"linting it failed: {failure(cause)}.")


def timely(desk: Desk, assignments: Iterable[Assignment], deadline: Deadline | None) -> Iterator[Story]:
    """Lint story after story, until the deadline if there is one."""
    for assignment in assignments:
        try:
            with until(deadline):
                linted = story(desk, assignment)
        except OutOfTimeError:
            return
        yield linted


def unlinted(assignment: Assignment, reason: str) -> Story:
    """Return what stands for a story that could not be linted."""
    return Story(FileReport(assignment.name, None, 0, reason))


def _linted(desk: Desk, assignment: Assignment) -> Story:
    document, digest = _read(desk, assignment)
    result = desk.linter(assignment).lint(document)
    facts, failures = desk.comparison.facts(document) if desk.options.across else ({}, ())
    return Story(
        file=FileReport(assignment.name, document.format, _words(document.text), None),
        findings=result.findings,
        failures=(*result.failures, *failures),
        facts=facts,
        lines=lines(document, result.findings),
        digest=digest,
        foreign=not document.view(is_english),
    )


def _read(desk: Desk, assignment: Assignment) -> tuple[Document, str]:
    """Read a story, with the digest of the bytes it was read from, which are not kept."""
    content = assignment.source(desk.options.most_bytes).content
    document = desk.document(msgspec.structs.replace(assignment, content=content))
    return document, content_digest(content) if desk.options.across else ""


def _words(text: str) -> int:
    # Line by line, as the words of all lines would take ten times the memory of the text.
    return sum(len(line.split()) for line in text.split("\n"))


def lines(document: Document, findings: Iterable[Finding]) -> dict[Place, str]:
    """Return the source lines that findings start in, for reports that show them."""
    found = {}
    for finding in findings:
        place = (finding.path, finding.start.line)
        if place not in found:
            start = finding.start.offset - finding.start.column + 1
            line = REST_OF_LINE.match(document.source, start)
            found[place] = line.group() if line else ""
    return found
