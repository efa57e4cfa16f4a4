"""The run: paths → a report, or the documents that stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.errors import SourceError
from newslint.core.failures import failure
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.options import Options
from newslint.run.compared import compared
from newslint.run.stories import Progress, stories
from newslint.run.story import Story


def unseen(done: int, total: int) -> None:
    """Show nobody how far a run is."""


def check(desk: Desk, paths: Sequence[str], *, progress: Progress = unseen) -> Report:
    """Lint files and folders. Raises ConfigError, RuleError and PluginError before any file is read."""
    deadline = _deadline(desk.options)
    found = list(desk.assignments(paths))
    assignments = [each for each in found if isinstance(each, Assignment)]
    for each in assignments:
        desk.linter(each)
    across = desk.comparison if desk.options.across and assignments else None
    done = list(stories(desk, assignments, progress=progress, deadline=deadline))
    linted = [story for each in done for story in each]
    complaints = [str(each) for each in found if isinstance(each, SourceError)]
    if left := len(assignments) - len(done):
        limit = f"--time-limit of {desk.options.seconds:g} seconds"
        complaints.append(f"stopped at the {limit}: {left} of {len(assignments)} stories are not linted.")
    if across:
        linted, failures = compared(desk, linted, assignments)
        complaints += failures
    return msgspec.structs.replace(report(linted, complaints), rules=desk.rules)


def documents(desk: Desk, paths: Sequence[str]) -> Iterator[Document | SourceError]:
    """Read files and folders without linting them, in the order of their paths."""
    for found in sorted(desk.assignments(paths), key=_path):
        if isinstance(found, SourceError):
            yield found
            continue
        yield from desk.documents(found)


def asked(
    read: Iterable[Document | SourceError], question: Callable[[Document], object]
) -> Iterator[Document | SourceError]:
    """Ask every document something that it remembers; one that fails at it is an error of its own."""
    for each in read:
        if isinstance(each, Document):
            try:
                question(each)
            # Views are ours, but what they look at may be a stranger's.
            except BaseException as cause:
                yield SourceError(each.path, f"reading it failed: {failure(cause)}.")
                continue
        yield each


def report(linted: Sequence[Story], complaints: Sequence[str] = ()) -> Report:
    """Put stories together to a report, with the *complaints* of the run and their own."""
    linted = sorted(linted, key=lambda story: story.file.path)
    unread = [f"{story.file.path}: {story.file.error}" for story in linted if story.file.error]
    failed = [failure for story in linted for failure in story.failures]
    return Report(
        findings=tuple(finding for story in linted for finding in story.findings),
        files=tuple(story.file for story in linted),
        lines={place: line for story in linted for place, line in story.lines.items()},
        complaints=tuple(dict.fromkeys([*complaints, *unread, *failed])),
        notices=tuple(_notices(linted)),
        containers={story.file.path: story.container for story in linted if story.container},
    )


def _notices(linted: Sequence[Story]) -> Iterator[str]:
    for name in sorted({story.guessed for story in linted} - {""}):
        files = sorted({story.container or story.file.path for story in linted if story.guessed == name})
        told = files[0] if len(files) == 1 else f"{len(files)} files"
        yield f"{told}: not UTF-8, read as {name}; `--encoding` names another."
    foreign = sum(story.foreign for story in linted)
    if foreign:
        yield f"{foreign} {'story' if foreign == 1 else 'stories'} not in English: not linted."


def _deadline(options: Options) -> float | None:
    if options.seconds is None:
        return None
    from newslint.run.deadline import moment

    return moment(options.seconds)


def _path(found: Assignment | SourceError) -> str:
    return found.name if isinstance(found, Assignment) else found.path
