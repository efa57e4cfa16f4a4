"""An engine for `newslint archive`: Dask has the stories linted, in its processes or on its cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from newslint.hookimpl import hookimpl

# Stories that one query has, and that one task lints.
WINDOW, TASK = 10_000, 125


@hookimpl
def newslint_engines() -> Mapping[str, str]:
    """Return the engine."""
    return {"dask": "newslint_dask:DaskEngine"}


class DaskEngine:
    """Lints by Dask: with processes here, or on the cluster whose scheduler is at the address."""

    def linted(
        self, lint: Callable[[Any], bytes], items: Iterable[Any], *, jobs: int, address: str
    ) -> Iterator[tuple[Any, bytes]]:
        """Yield every item with what became of it."""
        import dask.bag

        how: dict[str, Any] = {"scheduler": "processes", "num_workers": jobs}
        if address:
            from dask.distributed import Client

            how = {"scheduler": Client(address)}
        stream = iter(items)
        while window := list(islice(stream, WINDOW)):
            parts = dask.bag.from_sequence(window, partition_size=TASK)
            yield from zip(window, parts.map(lint).compute(**how), strict=True)
