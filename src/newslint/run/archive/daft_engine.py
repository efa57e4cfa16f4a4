"""Daft: items linted by Daft, in processes of this machine or on a Ray cluster.

Rows are items, packed, in windows, so that no query holds an archive; what fails comes back as a row, and
order is of no account to whoever asks. Daft's telemetry is off.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from newslint.core.errors import NewslintError
from newslint.run.archive.engines import Lint
from newslint.run.archive.items import Item

# Items of one query, and of one batch that a process takes.
WINDOW, BATCH = 10_000, 125
EXTRA = "pip install 'newslint[daft]'"


class DaftEngine:
    """Lints by Daft. On a cluster newslint must be installed on every node."""

    def linted(
        self, lint: Lint, items: Iterable[Item], *, jobs: int, address: str
    ) -> Iterator[tuple[Item, bytes]]:
        """Yield every item with what became of it. Raises NewslintError where Daft or Ray is missing."""
        daft = _daft(address)
        linter = _linter(daft, lint, jobs)
        stream = iter(items)
        while window := list(islice(stream, WINDOW)):
            packed = [msgspec.msgpack.encode(each) for each in window]
            rows = daft.from_pydict({"at": list(range(len(window))), "item": packed}).into_batches(BATCH)
            found = rows.with_column("found", linter(daft.col("item"))).select("at", "found").to_pydict()
            for at, result in zip(found["at"], found["found"], strict=True):
                yield window[at].bare, result


def _daft(address: str) -> Any:
    os.environ.setdefault("DO_NOT_TRACK", "1")
    try:
        import daft
    except ModuleNotFoundError:
        raise NewslintError(f"--engine daft: Daft is not installed: {EXTRA}.") from None
    if address:
        try:
            daft.set_runner_ray(address=None if address == "local" else address)
        except ModuleNotFoundError:
            raise NewslintError(f"--ray: Ray is not installed: {EXTRA}.") from None
    return daft


def _linter(daft: Any, lint: Lint, jobs: int) -> Any:
    """Return what lints a column of items, in so many processes that each make one desk."""

    @daft.cls(max_concurrency=jobs, use_process=True)
    class Linter:
        def __init__(self) -> None:
            self.decoder = msgspec.msgpack.Decoder(Item)

        @daft.method(return_dtype=daft.DataType.binary())  # type: ignore[untyped-decorator]
        def run(self, packed: bytes) -> bytes:
            return lint(self.decoder.decode(packed))

    return Linter().run
