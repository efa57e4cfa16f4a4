"""Stories: assignments → what linting each of them gave, in one process or in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.run.deadline import Deadline
from newslint.run.story import Story, timely

# A worker costs some 30 ms to start and to hear out; with less copy than this it does not win them back.
BYTES_A_WORKER = 500_000

# Told how many stories are done, and of how many.
Progress = Callable[[int, int], None]


def stories(
    desk: Desk, assignments: Sequence[Assignment], *, progress: Progress, deadline: Deadline | None = None
) -> Iterator[tuple[Story, ...]]:
    """Yield the stories of every assignment, in their order; after the *deadline* the rest is left out."""
    sizes = [_size(each) for each in assignments]
    jobs = _jobs(desk.options.jobs, sizes)
    if jobs > 1:
        from newslint.run.workers import in_workers

        yield from in_workers(desk, assignments, sizes, jobs=jobs, progress=progress, deadline=deadline)
        return
    for done, linted in enumerate(timely(desk, assignments, deadline), start=1):
        yield linted
        progress(done, len(assignments))


def _size(assignment: Assignment) -> int:
    """Return the bytes of a story, 0 where they cannot be told."""
    if assignment.content is not None:
        return len(assignment.content)
    try:
        return os.stat(assignment.path).st_size
    except (OSError, ValueError):
        return 0


def _jobs(wanted: int | None, sizes: Sequence[int]) -> int:
    """Return how many processes to lint with: as many as are wanted, else as many as win by it."""
    if wanted is None:
        wanted = min(_cores(), sum(sizes) // BYTES_A_WORKER)
    return max(1, min(wanted, len(sizes)))


def _cores() -> int:
    """Return the cores that this process may run on, which may be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
