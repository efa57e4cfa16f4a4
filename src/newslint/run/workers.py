"""Workers: processes that lint the stories of one run, and never outlive it.

Each sets up one desk, or takes over the one it is forked from. A worker that dies costs its chunk: the
stories in it are linted once more, one by one, so that only the one it died of is lost.
"""

from __future__ import annotations

import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import msgspec

from newslint.core.failures import failure
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.run.deadline import Deadline
from newslint.run.orphans import end_with_parent
from newslint.run.story import Story, timely, unlinted

# Few enough to cost little, enough that no worker is left alone with the rest.
CHUNKS_A_WORKER = 8
# What one answer may bring at a time, and how many stories may be done before one that is told first.
MOST_BYTES, MOST_STORIES, MOST_KEPT = 2_000_000, 500, 5_000
# A machine on which one worker after the other dies, and none ever answers, is not asked for ever.
MOST_DEATHS = 8
# How long workers have, once the time is up, to say what they have done until then.
HEARING = 0.5
# Systems take no waiting time of many days.
LONGEST_WAIT = 3600.0


class Chunk(msgspec.Struct, frozen=True):
    """Stories that one worker lints at a time, by their numbers.

    *again*: they have cost a worker; *early*: there is so much in them that they go before others. Neither
    waits for what is told before.
    """

    numbers: tuple[int, ...]
    again: bool = False
    early: bool = False

    def is_near(self, told: int) -> bool:
        """Tell whether so few stories stand between it and the last one *told* that they can be kept."""
        return self.again or self.early or self.numbers[0] - told < MOST_KEPT


class Worker(msgspec.Struct):
    """A process, the way to talk to it, and the chunk it is at, which changes."""

    process: BaseProcess
    connection: Connection
    chunk: Chunk


def in_workers(
    desk: Desk,
    assignments: Sequence[Assignment],
    sizes: Sequence[int],
    *,
    jobs: int,
    progress: Callable[[int, int], None],
    deadline: Deadline | None,
) -> Iterator[tuple[Story, ...]]:
    """Lint every assignment in *jobs* processes; yield what each gave in the order given.

    After the *deadline* the rest is left out.
    """
    first = _usual(sizes)
    # What one story compiles and looks up, the workers are forked with, and the next run is spared.
    done = dict(zip([first], timely(desk, [assignments[first]], deadline), strict=False))
    waiting = deque(_chunks(sizes, jobs=jobs, without=first))
    crew = _Crew(desk, assignments, jobs, deadline)
    told = 0
    try:
        while (waiting or crew.workers) and crew.in_time:
            while waiting and waiting[0].is_near(told) and crew.takes(waiting[0]):
                waiting.popleft()
            for chunk, answer in crew.answers():
                if isinstance(answer, list):
                    done.update(zip(chunk.numbers, answer, strict=False))
                    continue
                lost = _lost(chunk, waiting, hopeless=crew.gave_up)
                done |= {number: (unlinted(assignments[number], answer),) for number in lost}
            while told in done:
                yield done.pop(told)
                told += 1
            progress(told + len(done), len(assignments))
    finally:
        crew.end()
    # What is missing was not done in time.
    yield from (done[number] for number in sorted(done))


def _lost(chunk: Chunk, waiting: deque[Chunk], *, hopeless: bool) -> list[int]:
    """Return the stories to give up after a worker died; the others are put before those that wait."""
    lost = list(chunk.numbers) if chunk.again else []
    if not chunk.again:
        waiting.extendleft(Chunk((number,), again=True) for number in reversed(chunk.numbers))
    if hopeless:
        lost += [number for each in waiting for number in each.numbers]
        waiting.clear()
    return lost


def _usual(sizes: Sequence[int]) -> int:
    """Return the number of a story of average size."""
    average = sum(sizes) / len(sizes)
    return min(range(len(sizes)), key=lambda number: abs(sizes[number] - average))


def _chunks(sizes: Sequence[int], *, jobs: int, without: int) -> list[Chunk]:
    """Put stories together to chunks, in their order, so that what is done can be told and let go.

    Stories that would be a chunk alone go first, the largest before the others: none is waited for alone.
    """
    share = sum(sizes) / (jobs * CHUNKS_A_WORKER)
    large = [number for number, size in enumerate(sizes) if size > share and number != without]
    large.sort(key=lambda number: -sizes[number])
    enough = min(share, MOST_BYTES)
    chunks: list[list[int]] = []
    size = 0
    for number, each in enumerate(sizes):
        if number == without or each > share:
            continue
        if not chunks or size + each > enough or len(chunks[-1]) == MOST_STORIES:
            chunks.append([])
            size = 0
        chunks[-1].append(number)
        size += each
    return [Chunk((number,), early=True) for number in large] + [Chunk(tuple(each)) for each in chunks]


class _Crew:
    """The workers of a run that are at work or about to be. It changes as they come, answer and die."""

    def __init__(
        self, desk: Desk, assignments: Sequence[Assignment], jobs: int, deadline: Deadline | None
    ) -> None:
        # Forking is cheap, as the desk is there already; only Linux bears it well.
        self.context: Any = get_context("fork" if sys.platform == "linux" else "spawn")
        self.desk, self.assignments, self.jobs = desk, assignments, jobs
        self.deadline = deadline
        self.workers: list[Worker] = []
        self.idle: list[Worker] = []
        self.deaths = 0

    @property
    def in_time(self) -> bool:
        """Tell whether there is time left, a moment counted in to hear what workers have done."""
        return self.deadline is None or time.monotonic() < self.deadline.moment + HEARING

    @property
    def gave_up(self) -> bool:
        """Tell whether workers only die."""
        return self.deaths >= MOST_DEATHS

    def takes(self, chunk: Chunk) -> bool:
        """Give a chunk to a worker, and tell whether one has taken it."""
        if len(self.workers) >= self.jobs:
            return False
        worker = self.idle.pop() if self.idle else self._hired(chunk)
        worker.chunk = chunk
        self.workers.append(worker)
        # One that has died since shows it when its answer is read.
        with suppress(OSError):
            worker.connection.send(chunk.numbers)
        return True

    def answers(self) -> Iterator[tuple[Chunk, list[tuple[Story, ...]] | str]]:
        """Wait for workers to answer or die; yield chunks with their stories, or why there are none."""
        by_connection = {worker.connection: worker for worker in self.workers}
        left = self._time_left()
        for ready in connection.wait(list(by_connection), left):
            worker = by_connection[ready]  # type: ignore[index]
            self.workers.remove(worker)
            try:
                answer: list[tuple[Story, ...]] = worker.connection.recv()
            except (EOFError, OSError):
                self.deaths += 1
                yield worker.chunk, f"not linted: {_end(worker)}."
            # What a stranger's class makes of being passed on.
            except BaseException as cause:
                yield worker.chunk, f"linting it failed: {failure(cause)}."
                _dismissed(worker)
            else:
                self.deaths = 0
                self.idle.append(worker)
                yield worker.chunk, answer

    def end(self) -> None:
        """End all workers at once, whatever they are at."""
        for worker in (*self.workers, *self.idle):
            _dismissed(worker)

    def _time_left(self) -> float | None:
        if self.deadline is None:
            return None
        return min(max(0.0, self.deadline.moment + HEARING - time.monotonic()), LONGEST_WAIT)

    def _hired(self, chunk: Chunk) -> Worker:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(
            target=_work, args=(theirs, self.desk, self.assignments, self.deadline), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, ours, chunk)


def _end(worker: Worker) -> str:
    _dismissed(worker)
    code = worker.process.exitcode or 0
    how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
    return f"the process that linted it {how}"


def _dismissed(worker: Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.connection.close()


def _work(work: Connection, desk: Desk, assignments: Sequence[Assignment], deadline: Deadline | None) -> None:
    """Lint chunk after chunk, in a process of its own."""
    # Ctrl-C reaches the whole group; the parent answers it, and ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    while True:
        numbers = work.recv()
        linted = timely(desk, [assignments[number] for number in numbers], deadline)
        work.send_bytes(_packed(list(linted)))


def _packed(answer: Sequence[tuple[Story, ...]]) -> bytes:
    """Pack an answer; a story whose facts cannot be passed on is told instead."""
    try:
        return pickle.dumps(answer)
    # Facts are a stranger's.
    except BaseException:
        return pickle.dumps([tuple(map(_passable, stories)) for stories in answer])


def _passable(story: Story) -> Story:
    try:
        pickle.dumps(story)
    except BaseException as cause:
        reason = f"what was found cannot be passed on: {failure(cause)}."
        return Story(msgspec.structs.replace(story.file, error=reason))
    return story
