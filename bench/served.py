"""A `newslint serve` of its own for the measurements beside this, and what its processes take (Linux)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Server:
    """A server that listens on a port of this machine."""

    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid = port, pid

    def memory(self) -> float:
        """Return the megabytes that its processes hold (RSS)."""
        return sum(map(_resident, _family(self.pid))) / 1024

    def worked(self) -> float:
        """Return the seconds of CPU time that its processes have taken."""
        return sum(map(_worked, _family(self.pid)))


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[Server]:
    """Start a server in a folder, on a port that is free, and stop it."""
    command = [sys.executable, "-m", "newslint", "serve", "--isolated", "--port", "0", *words]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = process.stderr.readline().partition(";")[0]
        try:
            yield Server(int(address.rpartition(":")[2]), process.pid)
        finally:
            process.terminate()


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def _worked(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
