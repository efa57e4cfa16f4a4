"""Stories: assignments → what linting each of them gave, in one process or in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.digest import content_digest
from newslint.core.document import Document
from newslint.core.errors import SourceError
from newslint.core.finding import FileReport, Finding
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.options import Options
from newslint.engine.comparison import Facts

# A process pool costs some 50 ms to start; below a megabyte of copy it does not pay.
WORTH_A_POOL = 1_000_000
CHUNKS_A_WORKER = 4

# Told how many stories are done, and of how many.
Progress = Callable[[int, int], None]
# Where a finding starts: path and line.
Place = tuple[str, int]


class Story(msgspec.Struct, frozen=True):
    """What linting one story gave, and what a comparison with others needs of it.

    *digest* is that of the bytes that were linted, where they are to be compared.
    """

    file: FileReport
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()
    facts: Facts = {}
    lines: Mapping[Place, str] = {}
    digest: str = ""


def stories(
    desk: Desk, assignments: Sequence[Assignment], *, progress: Progress, deadline: float | None = None
) -> Iterator[Story]:
    """Lint every assignment, in the order given; after the *deadline* the rest is left out."""
    jobs = _jobs(desk.options, assignments)
    if jobs == 1:
        for done, linted in enumerate(_timely(desk, assignments, deadline), start=1):
            yield linted
            progress(done, len(assignments))
        return
    yield from _in_a_pool(desk.options, assignments, jobs=jobs, progress=progress, deadline=deadline)


def story(desk: Desk, assignment: Assignment) -> Story:
    """Lint one assignment; a story that cannot be read says so in its file report."""
    try:
        content = assignment.source(desk.options.most_bytes).content
        document = desk.document(msgspec.structs.replace(assignment, content=content))
    except SourceError as cause:
        return Story(FileReport(assignment.name, None, 0, cause.reason))
    result = desk.linter(assignment).lint(document)
    facts, failures = desk.comparison.facts(document) if desk.options.across else ({}, ())
    return Story(
        file=FileReport(assignment.name, document.format, len(document.text.split()), None),
        findings=result.findings,
        failures=(*result.failures, *failures),
        facts=facts,
        lines=lines(document, result.findings),
        digest=content_digest(content) if desk.options.across else "",
    )


def lines(document: Document, findings: Iterable[Finding]) -> dict[Place, str]:
    """Return the source lines that findings start in, for reports that show them."""
    found = {}
    for finding in findings:
        place = (finding.path, finding.start.line)
        if place not in found:
            start = finding.start.offset - finding.start.column + 1
            line = document.source[start : document.source.find("\n", start) + 1] or document.source[start:]
            found[place] = line.partition("\n")[0].partition("\r")[0]
    return found


def _timely(desk: Desk, assignments: Iterable[Assignment], deadline: float | None) -> Iterator[Story]:
    """Lint story after story, until the deadline if there is one."""
    if deadline is None:
        yield from (story(desk, assignment) for assignment in assignments)
        return
    from newslint.run.deadline import OutOfTimeError, until

    for assignment in assignments:
        try:
            with until(deadline):
                linted = story(desk, assignment)
        except OutOfTimeError:
            return
        yield linted


def _in_a_pool(
    options: Options,
    assignments: Sequence[Assignment],
    *,
    jobs: int,
    progress: Progress,
    deadline: float | None,
) -> Iterator[Story]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    size = -(-len(assignments) // (jobs * CHUNKS_A_WORKER))
    chunks = [assignments[start : start + size] for start in range(0, len(assignments), size)]
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(jobs, multiprocessing.get_context(method)) as pool:
        for done, chunk in enumerate(
            pool.map(_chunk, [options] * len(chunks), chunks, [deadline] * len(chunks)), start=1
        ):
            yield from chunk
            progress(min(done * size, len(assignments)), len(assignments))


def _chunk(options: Options, assignments: Sequence[Assignment], deadline: float | None) -> list[Story]:
    """Lint some stories in a worker, which sets up a desk of its own."""
    return list(_timely(Desk(options), assignments, deadline))


def _size(assignment: Assignment) -> int:
    """Return the bytes of a story's file, 0 where it cannot be told."""
    try:
        return os.stat(assignment.path).st_size
    except (OSError, ValueError):
        return 0


def _jobs(options: Options, assignments: Sequence[Assignment]) -> int:
    if len(assignments) < 2:
        return 1
    if options.jobs is not None:
        return min(options.jobs, len(assignments))
    size = sum(map(_size, assignments))
    return min(os.cpu_count() or 1, len(assignments)) if size > WORTH_A_POOL else 1
