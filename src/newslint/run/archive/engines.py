"""Engines: what has items linted, in processes of this machine or on others. They come in through a hook."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Protocol

import msgspec

from newslint.core.finding import FileReport
from newslint.run.archive.items import Item
from newslint.run.orphans import end_with_parent
from newslint.run.story import Story

# Lints an item; it may be passed to another process, and never raises.
Lint = Callable[[Item], bytes]
CHUNK = 32
# Chunks that are on their way to a process, so that none waits and little is in memory.
AHEAD = 3
LOCAL = "local"


class Engine(Protocol):
    """What has items linted. It is made without arguments."""

    def linted(
        self, lint: Lint, items: Iterable[Item], *, jobs: int, address: str
    ) -> Iterator[tuple[Item, bytes]]:
        """Yield every item with what *lint* made of it, in any order, each once.

        *items* may be ten million, and are to be taken as they are wanted. *address* is that of a cluster.
        """


class LocalEngine:
    """Processes of this machine. One that dies costs the item it died of."""

    def linted(
        self, lint: Lint, items: Iterable[Item], *, jobs: int, address: str
    ) -> Iterator[tuple[Item, bytes]]:
        """Yield every item with what became of it, in order."""
        if jobs == 1:
            yield from ((each.bare, lint(each)) for each in items)
            return
        pool = _pool(jobs)
        running: deque[tuple[list[Item], Future[list[bytes]]]] = deque()
        stream = iter(items)
        chunks = iter(lambda: list(islice(stream, CHUNK)), [])
        try:
            while True:
                while len(running) < jobs * AHEAD and (chunk := next(chunks, None)):
                    running.append((chunk, pool.submit(_all, lint, chunk)))
                if not running:
                    return
                chunk, future = running.popleft()
                try:
                    yield from zip((each.bare for each in chunk), future.result(), strict=True)
                except BrokenProcessPool:
                    pool.shutdown(wait=False, cancel_futures=True)
                    lost = [chunk, *(each for each, _ in running)]
                    running.clear()
                    pool = _pool(jobs)
                    yield from self._parted(lint, lost[0])
                    running.extend((each, pool.submit(_all, lint, each)) for each in lost[1:])
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _parted(self, lint: Lint, items: Sequence[Item]) -> Iterator[tuple[Item, bytes]]:
        """Lint items, and if a process dies of them each half, so that only the one that kills it is lost."""
        with _pool(1) as pool:
            try:
                found = pool.submit(_all, lint, items).result()
            except BrokenProcessPool:
                found = None
        if found is not None:
            yield from zip((each.bare for each in items), found, strict=True)
        elif len(items) == 1:
            yield items[0].bare, lost(items[0], "the process that linted it ended.")
        else:
            middle = len(items) // 2
            yield from self._parted(lint, items[:middle])
            yield from self._parted(lint, items[middle:])


def lost(item: Item, reason: str) -> bytes:
    """Return what stands for an item that could not be linted."""
    return msgspec.msgpack.encode((Story(FileReport(item.name, None, 0, reason), desk=item.folder),))


def _pool(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    # Ctrl-C reaches the whole group; the parent answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


def _all(lint: Lint, items: Sequence[Item]) -> list[bytes]:
    return [lint(each) for each in items]
