"""A spool: lines that a reporter writes at the end, kept in memory, or in a file where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

MOST_BYTES = 1_000_000


class Spool:
    """Lines in the order they came in. It grows; its file has no name, and is gone with the process."""

    def __init__(self) -> None:
        self.gathered = bytearray()
        self.file: IO[bytes] | None = None

    def add(self, lines: bytes) -> None:
        """Keep lines for the end. Raises OSError where there is no room for them."""
        self.gathered += lines
        if len(self.gathered) > MOST_BYTES:
            if self.file is None:
                from tempfile import TemporaryFile

                self.file = TemporaryFile()  # noqa: SIM115
            self.file.write(self.gathered)
            self.gathered.clear()

    def lines(self) -> Iterator[str]:
        """Yield what was kept, and let the file go."""
        if self.file is not None:
            with self.file:
                self.file.seek(0)
                yield from (line.decode() for line in self.file)
        yield self.gathered.decode()
