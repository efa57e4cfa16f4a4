"""Measure how the cost of linting grows with what is linted, kind by kind of copy.

    python bench/growth.py                      # the table, for all kinds: some ten minutes
    python bench/growth.py --kind said quotes   # only those kinds whose name holds one of the words
    python bench/growth.py --quick              # smaller sizes, fewer rounds: a first look

For each kind (`growth_kinds.py`) copy is generated at doubling sizes until a lint takes long enough. A size
is linted in a process of its own, several times, each time as a fresh document; the least CPU time counts.
The slope is that of the logarithms over the last three doublings: 1 is linear, 2 is quadratic. So are the
slopes of the memory at its peak, above that of a process that has linted next to nothing, and of the bytes
of the JSON report. It reports; nothing here is a test.
"""

from __future__ import annotations

import argparse
import gc
import math
import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from growth_copy import Kind
from growth_kinds import KINDS

from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.reporters.json import JsonReporter
from newslint.run.run import check
from newslint.run.told import Teller, in_full

DOUBLINGS = 3
LIMIT = 1.15
# Below so much memory a slope says nothing.
TELLING = 4.0
SLOW = 5.0


class Effort(NamedTuple):
    """How long to go on: a lint of so many seconds or a text of so many bytes ends the doubling."""

    seconds: float
    size: int
    rounds: int
    longest: float


FULL = Effort(seconds=1.0, size=10_000_000, rounds=5, longest=60.0)
QUICK = Effort(seconds=0.3, size=2_000_000, rounds=2, longest=15.0)


class Cost(NamedTuple):
    """What linting one size of a kind took."""

    size: int
    seconds: float
    memory: float
    report: int
    findings: int


def main() -> None:
    """Print the table; the exit code is 1 where something grows too fast."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kind", nargs="+", default=[""], help="only kinds whose name holds one of these")
    parser.add_argument("--rule", nargs="+", default=None, help="run only these rules or families")
    parser.add_argument("--quick", action="store_true", help="smaller sizes, fewer rounds")
    arguments = parser.parse_args()
    effort = QUICK if arguments.quick else FULL
    desk = _desk(arguments.rule)
    _cost(desk, Kind("start", lambda count: "It rained.\n"), 1, rounds=1)
    print(f"{'kind':26} {'bytes':>10} {'CPU s':>7} {'slope':>6} {'MiB':>7} {'slope':>6}", end=" ")
    print(f"{'report':>10} {'slope':>6}")
    grown = [
        _printed(kind, _costs(desk, kind, effort))
        for kind in KINDS
        if any(word in kind.name for word in arguments.kind)
    ]
    sys.exit(1 if any(grown) else 0)


def _desk(rules: Sequence[str] | None) -> Desk:
    return Desk(Options(isolated=True, jobs=1, select=tuple(rules) if rules else None))


def _costs(desk: Desk, kind: Kind, effort: Effort) -> list[Cost]:
    """Double the size until it is large or slow enough, or so slow that the next would take minutes."""
    start = _measured(desk, Kind("start", lambda count: "It rained.\n"), 1, effort)
    base = start or Cost(0, 0.0, 0.0, 0, 0)
    costs: list[Cost] = []
    count = kind.first
    while not costs or (costs[-1].seconds < effort.seconds and costs[-1].size < effort.size):
        found = _measured(desk, kind, count, effort)
        if found is None:
            break
        costs.append(_above(found, base))
        count *= 2
    # One that is slow from the start is measured downwards.
    count = kind.first // 2
    while count and len(costs) <= DOUBLINGS:
        found = _measured(desk, kind, count, effort)
        if found:
            costs.insert(0, _above(found, base))
        count //= 2
    return costs


def _above(found: Cost, base: Cost) -> Cost:
    return found._replace(seconds=found.seconds - base.seconds, memory=found.memory - base.memory)


def _measured(desk: Desk, kind: Kind, count: int, effort: Effort) -> Cost | None:
    """Measure one size in a process of its own; None where it takes too long."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    worker = fork.Process(target=_tell, args=(there, desk, kind, count, effort.rounds))
    worker.start()
    there.close()
    found = None
    if here.poll(effort.longest):
        try:
            found = here.recv()
        except EOFError:
            print(f"{kind.name}: × {count} failed", file=sys.stderr)
    else:
        worker.terminate()
        print(f"{kind.name}: × {count} takes over {effort.longest:g} s", file=sys.stderr)
    worker.join()
    return found


def _tell(answer: Connection, desk: Desk, kind: Kind, count: int, rounds: int) -> None:
    answer.send(_cost(desk, kind, count, rounds=rounds))


def _cost(desk: Desk, kind: Kind, count: int, *, rounds: int) -> Cost:
    # As the command line does.
    gc.set_threshold(50_000, 20, 20)
    with TemporaryDirectory() as folder:
        story = Path(folder, kind.path)
        story.write_text(kind.copy(count), encoding="utf-8")
        least, report = math.inf, Report((), (), {})
        for _ in range(rounds):
            started = time.process_time()
            found = check(desk, [str(story)])
            least = min(least, time.process_time() - started)
            if found.complaints:
                sys.exit("; ".join(found.complaints))
            report = found
            # A slow one need not be asked five times to tell how it grows.
            if least > SLOW:
                break
        written = in_full(Teller("json", JsonReporter()), report)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Cost(story.stat().st_size, least, peak, len(written), len(report.findings))


def _printed(kind: Kind, costs: Sequence[Cost]) -> bool:
    """Print the line of a kind, and tell whether it grows too fast."""
    last = costs[-DOUBLINGS - 1 :]
    if len(last) < 2:
        print(f"{kind.name:26} too slow to tell", flush=True)
        return True
    cpu = _slope([(cost.size, cost.seconds) for cost in last])
    memory = _slope([(cost.size, cost.memory) for cost in last]) if last[0].memory > TELLING else math.nan
    report = _slope([(cost.size, cost.report) for cost in last]) if last[-1].findings > 9 else math.nan
    bad = any(slope > LIMIT for slope in (cpu, memory, report))
    print(
        f"{kind.name:26} {last[-1].size:>10,} {last[-1].seconds:7.2f} {cpu:6.2f} {last[-1].memory:7.1f} "
        f"{memory:6.2f} {last[-1].report:>10,} {report:6.2f}{'  <-' if bad else ''}",
        flush=True,
    )
    return bad


def _slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the line of least squares through the logarithms."""
    logs = [(math.log(size), math.log(max(cost, 1e-6))) for size, cost in points]
    middle, level = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    rise = sum((x - middle) * (y - level) for x, y in logs)
    return rise / sum((x - middle) ** 2 for x, _ in logs)


if __name__ == "__main__":
    main()
