"""The crew: processes that work jobs out, so many at once and for so long."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from newslint.desk.options import Options
from newslint.server.faults import RequestError
from newslint.server.jobs import Answer, Job, answered, quietly
from newslint.server.languagetool import Checking

# A job waits for others, and for its process to start. No timer stops compiled code: its process is stopped.
PATIENCE, START = 3, 30
# A process may have died before the job came to it, or of another job.
TRIES = 2


class Crew:
    """Answers jobs. It takes *most* at once, half of them from one client, and gives each some *seconds*."""

    def __init__(self, options: Options, *, size: int, most: int, seconds: float) -> None:
        self.options, self.size, self.most, self.seconds = options, size, most, seconds
        self.busy: Counter[str] = Counter()
        self.pool = self._hired()

    async def answer(self, job: Job | Checking, client: str) -> Answer:
        """Work out a job. Raises RequestError where there are too many, or the processes of it died."""
        if self.busy.total() >= self.most:
            raise RequestError(503, "Too many stories are being checked; try again in a moment")
        if self.busy[client] >= (self.most + 1) // 2:
            raise RequestError(429, "Too many of your stories are being checked; try again in a moment")
        self.busy[client] += 1
        try:
            return await self._worked(job)
        finally:
            self.busy[client] -= 1
            self.busy += Counter()

    def dismiss(self) -> None:
        """End the processes, whatever they are at."""
        _ended(self.pool)

    async def _worked(self, job: Job | Checking) -> Answer:
        for _ in range(TRIES):
            pool = self.pool
            try:
                with _undisturbed():
                    waiting = asyncio.get_running_loop().run_in_executor(pool, answered, job, self.seconds)
                return await asyncio.wait_for(waiting, self.seconds * PATIENCE + START)
            except BrokenProcessPool:
                self._replace(pool)
            except TimeoutError:
                self._replace(pool)
                break
        raise RequestError(503, "The process that checked the story was lost; try again")

    def _hired(self) -> ProcessPoolExecutor:
        # Not forked: this process has threads, and sockets that no other one is to hold.
        return ProcessPoolExecutor(
            self.size, mp_context=get_context("spawn"), initializer=quietly, initargs=(self.options,)
        )

    def _replace(self, pool: ProcessPoolExecutor) -> None:
        """Stop a crew that was lost or got stuck, once, and hire another."""
        if pool is self.pool:
            _ended(pool)
            self.pool = self._hired()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C, which reaches the whole group, from processes that start now: the server answers it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ended(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)
