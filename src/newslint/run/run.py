"""The run: paths → a report, or the documents that stand there."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial

import msgspec

from newslint.core.errors import NewslintError, SourceError
from newslint.core.failures import failure
from newslint.core.faults import Faults
from newslint.core.finding import Finding
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.run.asked import Asked
from newslint.run.deadline import Deadline, OutOfTimeError, until
from newslint.run.gathered import Heard, Kept
from newslint.run.stories import Progress, stories
from newslint.run.story import Story, linted

# They are loaded by whoever has one: a store of what is known, a story that is read.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.document import Document
    from newslint.run.recall.recall import Recall


def unseen(done: int, total: int) -> None:
    """Show nobody how far a run is."""


def check(
    desk: Desk,
    paths: Sequence[str],
    *,
    heard: Callable[[Report], Report] | None = None,
    progress: Progress = unseen,
    deadline: Deadline | None = None,
    known: Recall | None = None,
    attended: bool = False,
) -> Report:
    """Lint files and folders. Raises ConfigError, RuleError and PluginError before any file is read.

    After the *deadline* the rest is left out, and said to be, and after Ctrl-C where a person has *attended*
    to the run. Where each story is *heard* once it is linted, nothing is kept of it: the report only counts
    what was heard. What is *known* is not linted again.
    """
    try:
        with until(deadline, "the stories are not all found, and none is linted"):
            found = _ready(desk, paths, known)
    except OutOfTimeError as cause:
        return report((), [str(cause)])
    assignments = [each for each in found if isinstance(each, Assignment)]
    complaints = [str(each) for each in found if isinstance(each, SourceError)]
    rules = desk.rules if known is None else Asked(desk, assignments)
    gathered = Heard(rules, heard) if heard else Kept(rules)
    linting = partial(stories, desk) if known is None else known.stories
    linted = linting(assignments, progress=progress, deadline=deadline)
    done, interrupted = _gathered(gathered, linted, attended=attended)
    if left := len(assignments) - done:
        undone = f"{left} of {len(assignments)} stories are not linted"
        if interrupted:
            complaints.append(f"stopped by Ctrl-C: {undone}.")
        elif deadline:
            complaints.append(deadline.stopped(undone))
    if desk.options.across and assignments and isinstance(gathered, Kept) and not interrupted:
        from newslint.run.compared import compared

        try:
            with until(deadline, "the stories are not compared with each other"):
                gathered.stories, failures = compared(desk, gathered.stories, assignments)
            complaints += failures
        except OutOfTimeError as cause:
            complaints.append(str(cause))
    made = gathered.report(complaints)
    notices = (*desk.remarks, *made.notices)
    return msgspec.structs.replace(made, notices=notices, interrupted=interrupted)


def _gathered(
    gathered: Heard | Kept, linted: Iterable[tuple[Story, ...]], *, attended: bool
) -> tuple[int, bool]:
    """Gather what is linted; return of how many files it is, and whether Ctrl-C stopped it."""
    done = 0
    try:
        for each in linted:
            done += 1
            gathered.add(each)
    except KeyboardInterrupt:
        if not attended:
            raise
        return done, True
    return done, False


def relinted(desk: Desk, assignment: Assignment) -> Report:
    """Lint one assignment again, as its content is now."""
    return msgspec.structs.replace(report(linted(desk, assignment)), rules=desk.rules)


def documents(
    desk: Desk,
    paths: Sequence[str],
    question: Callable[[Document], object],
    *,
    deadline: Deadline | None = None,
) -> Iterator[Document | NewslintError]:
    """Read files and folders without linting them, in the order of their paths.

    Every document is asked something that it remembers; one that fails at it is an error of its own.
    """
    try:
        with until(deadline, "the stories are not all found, and none is read"):
            found = sorted(desk.assignments(paths), key=_path)
    except OutOfTimeError as cause:
        yield NewslintError(str(cause))
        return
    for number, each in enumerate(found):
        try:
            with until(deadline, f"{len(found) - number} of {len(found)} stories are not read"):
                read = list(_asked(desk, each, question))
        except OutOfTimeError as cause:
            yield NewslintError(str(cause))
            return
        yield from read


def report(stories: Sequence[Story], complaints: Sequence[str] = ()) -> Report:
    """Put stories together to a report, with the *complaints* of the run and their own."""
    kept = Kept({})
    kept.add(stories)
    return kept.report(complaints)


def completed(left: Report, before: Report, changed: Container[str]) -> Report:
    """Add to a report that was cut short what was found *before* in stories that were not *changed*."""
    again = {file.path for file in left.files}
    paths = {file.path for file in before.files} - again
    kept = {path for path in paths if before.container(path) not in changed}
    if not kept:
        return left
    findings = (*left.findings, *(each for each in before.findings if each.path in kept))
    files = (*left.files, *(each for each in before.files if each.path in kept))
    return msgspec.structs.replace(
        left,
        findings=tuple(sorted(findings, key=Finding.order)),
        files=tuple(sorted(files, key=lambda file: file.path)),
        lines={**before.lines, **left.lines},
        containers={**before.containers, **left.containers},
        desks={**before.desks, **left.desks},
        facts={
            name: {**before.facts.get(name, {}), **left.facts.get(name, {})}
            for name in {**before.facts, **left.facts}
        },
    )


def _ready(desk: Desk, paths: Sequence[str], known: Recall | None) -> list[Assignment | SourceError]:
    """Find the stories, and make the linters that they want, if it is not *known* that this can be done."""
    found = sorted(desk.assignments(paths), key=_path)
    faults = Faults()
    faulty: set[str] = set()
    for each in found:
        if isinstance(each, Assignment) and each.config.origin not in faulty:
            # Taken for faulty until its linter is made.
            faulty.add(each.config.origin)
            with faults.noted():
                if known is None or not known.is_sound(each.config):
                    desk.linter(each)
                    if known:
                        known.note_sound(each.config)
                faulty.discard(each.config.origin)
    faults.settle()
    if desk.options.across and any(isinstance(each, Assignment) for each in found):
        desk.comparison  # noqa: B018
    return found


def _asked(
    desk: Desk, found: Assignment | SourceError, question: Callable[[Document], object]
) -> Iterator[Document | SourceError]:
    for each in [found] if isinstance(found, SourceError) else desk.documents(found):
        if not isinstance(each, SourceError):
            try:
                question(each)
            # Views are ours, but what they look at may be a stranger's.
            except BaseException as cause:
                yield SourceError(each.path, f"reading it failed: {failure(cause)}.")
                continue
        yield each


def _path(found: Assignment | SourceError) -> str:
    return found.name if isinstance(found, Assignment) else found.path
