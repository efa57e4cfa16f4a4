"""Run newslint side by side with its peers, and with earlier builds of its own, on made-up copy.

    python bench/beside.py DIR [--build 6c9f674] [--only proselint --only Vale] [--skip "10 MB"]

Makes the copy and installs what is missing into DIR, then writes `beside.json`, `beside.md` (the table), and
`beside.png` and `beside.svg` (the plot, if matplotlib is there) into it. Each round runs everybody once, one
after the other, on copy that nobody has seen; a ratio is the median of the rounds' own: 15 for a story, 3 for
a folder and for 1 MB, 2 for 10 MB, and one for who is slow. CPU seconds are those of the process and its
children, memory is the peak of the largest of them. Instructions are counted where there is valgrind. It
reports; nothing here is a test.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from growth_copy import each, varied
from peers import PEERS, environment, installed
from plotted import plot

PARAGRAPHS = 16
OWN = ("--isolated", "--jobs", "1", "--fail-on", "never", "--format", "json")
# Whoever takes no more megabytes than this is slow, and measured once.
SLOW = 5.0


class Copy(NamedTuple):
    """A kind of copy: so many files of so many paragraphs, measured in so many rounds."""

    name: str
    files: int
    paragraphs: int
    rounds: int


COPIES = (
    Copy("a story of 1,000 words", 1, 27, 15),
    Copy("600 stories", 600, PARAGRAPHS, 3),
    Copy("1 MB", 1, 4_000, 3),
    Copy("10 MB", 1, 40_000, 2),
)


class Runner(NamedTuple):
    """Somebody who is measured: the command before the paths, where it runs, and what it is given at most."""

    name: str
    command: Sequence[str]
    home: Path
    most: float = 100.0
    folders: bool = True
    remembers: bool = False


class Cost(NamedTuple):
    """What a run took: seconds of CPU time, and MiB at the peak."""

    seconds: float
    memory: float


def main() -> None:
    """Measure, and write the table and the plot."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--build", action="append", default=[], help="a commit of newslint's own")
    parser.add_argument("--only", action="append", default=[], help="a peer; the others are left out")
    parser.add_argument("--skip", action="append", default=[], help="a kind of copy to leave out")
    arguments = parser.parse_args()
    folder = arguments.folder.absolute()
    runners = [
        *(_own(folder, commit) for commit in ["HEAD", *arguments.build]),
        *(_peer(folder, peer) for peer in PEERS if not arguments.only or peer.name in arguments.only),
    ]
    warm(folder, runners)
    copies = [copy for copy in COPIES if copy.name not in arguments.skip]
    rows = [row for copy in copies for row in measured(folder, copy, runners)]
    rows += instructions(folder, [runner for runner in runners if "python" in runner.command[0]])
    kept = {"date": date.today().isoformat(), "machine": machine(), "rows": rows}
    (folder / "beside.json").write_text(json.dumps(kept, indent=1), "utf-8")
    (folder / "beside.md").write_text(table(kept), "utf-8")
    print(table(kept))
    plot(kept, folder / "beside")


def _own(folder: Path, commit: str) -> Runner:
    """Build a commit and install it in an environment of its own, with a cache of its own."""
    root = Path(__file__).parent.parent
    asked = subprocess.run(
        ["git", "rev-parse", "--short", commit], cwd=root, check=True, capture_output=True, text=True
    )
    name = f"newslint-{asked.stdout.strip()}"
    home = folder / name
    if not home.exists():
        source = folder / f"{name}-source"
        source.mkdir(parents=True)
        archive = subprocess.run(["git", "archive", commit], cwd=root, check=True, capture_output=True)
        subprocess.run(["tar", "x"], cwd=source, input=archive.stdout, check=True)
        environment(home, str(source))
    shown = "newslint" if commit == "HEAD" else f"newslint {commit}"
    command = [str(home / "bin" / "python"), str(home / "bin" / "newslint"), "check", *OWN]
    return Runner(shown, command, home, remembers=True)


def _peer(folder: Path, peer: Any) -> Runner:
    command = installed(peer, folder)
    return Runner(f"{peer.name} {peer.version}", command, folder / peer.name, peer.most, peer.folders)


def warm(folder: Path, runners: Sequence[Runner]) -> None:
    """Fill the caches that a start may have, so that nobody pays for an installation.

    What an earlier measurement left in them is dropped: its copy is made again, and would be remembered.
    """
    place = folder / "copy" / "warm"
    written(place, ["It rained."], 0)
    for runner in runners:
        shutil.rmtree(runner.home / "cache", ignore_errors=True)
        for _ in range(2):
            once(runner, place)


def measured(folder: Path, copy: Copy, runners: Sequence[Runner]) -> Iterator[dict[str, Any]]:
    """Yield a row for everybody who takes this copy, and another for those who remember it."""
    place = folder / "copy" / copy.name
    contents = list(made(copy))
    size = sum(len(content.encode()) for content in contents) / 1e6
    able = [runner for runner in runners if size <= runner.most and (runner.folders or copy.files == 1)]
    costs: dict[tuple[str, str], list[Cost]] = {}
    for number in range(copy.rounds):
        written(place, contents, number)
        for runner in able:
            if number and runner.most < SLOW:
                continue
            for kind in ("fresh", "unchanged") if runner.remembers else ("fresh",):
                costs.setdefault((runner.name, kind), []).append(once(runner, place))
    for (name, kind), mine in costs.items():
        yield {
            "copy": copy.name, "megabytes": round(size, 3), "who": name, "kind": kind,
            "seconds": statistics.median(cost.seconds for cost in mine),
            "memory": statistics.median(cost.memory for cost in mine),
            "ratio": _ratio(mine, costs["newslint", "fresh"]),
        }  # fmt: skip


def _ratio(mine: Sequence[Cost], ours: Sequence[Cost]) -> float:
    return statistics.median(one.seconds / two.seconds for one, two in zip(mine, ours, strict=False))


def made(copy: Copy) -> Iterator[str]:
    """Make the files of a kind."""
    paragraphs = each(varied)(copy.files * copy.paragraphs).split("\n\n")
    for start in range(0, len(paragraphs), copy.paragraphs):
        yield "\n\n".join(paragraphs[start : start + copy.paragraphs]) + "\n"


def written(place: Path, contents: Sequence[str], number: int) -> None:
    """Write the files, each a little other than in the round before."""
    place.mkdir(parents=True, exist_ok=True)
    for index, content in enumerate(contents):
        (place / f"story-{index:04}.txt").write_text(f"{content}\nIt rained on day {number}.\n", "utf-8")


def once(runner: Runner, place: Path) -> Cost:
    """Run once."""
    paths = sorted(str(path) for path in place.iterdir())
    with subprocess.Popen(
        [*runner.command, *paths],
        cwd=runner.home, env=_settings(runner), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _settings(runner: Runner) -> dict[str, str]:
    cache = str(runner.home / "cache")
    return {**os.environ, "NEWSLINT_CACHE_DIR": cache, "XDG_CACHE_HOME": cache}


def instructions(folder: Path, runners: Sequence[Runner]) -> Iterator[dict[str, Any]]:
    """Yield what a changed story costs those that run in Python, in millions of instructions."""
    if not shutil.which("valgrind"):
        return
    place = folder / "copy" / "counted"
    contents = list(made(COPIES[0]))
    counts: dict[str, float] = {}
    for number, runner in enumerate(runners):
        written(place, contents, number)
        counting = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *runner.command]
        paths = sorted(str(path) for path in place.iterdir())
        told = subprocess.run(
            [*counting, *paths],
            cwd=runner.home,
            env=_settings(runner),
            capture_output=True,
            text=True,
            check=False,
        )
        line = next(line for line in told.stderr.splitlines() if "Collected" in line)
        counts[runner.name] = int(line.split()[-1]) / 1e6
    for name, count in counts.items():
        yield {
            "copy": "a changed story, millions of instructions", "who": name, "kind": "fresh",
            "seconds": count, "memory": 0.0, "ratio": count / counts["newslint"],
        }  # fmt: skip


def machine() -> str:
    """Name the machine by its size."""
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


def table(kept: dict[str, Any]) -> str:
    """Return the rows as a table of Markdown."""
    lines = [
        f"Measured on {kept['date']} ({kept['machine']}).", "",
        "| copy | who | CPU seconds | of newslint's | MiB at the peak |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for row in kept["rows"]:
        again = ", unchanged" if row["kind"] == "unchanged" else ""
        memory = f"{row['memory']:.0f}" if row["memory"] else "–"
        lines.append(
            f"| {row['copy']}{again} | {row['who']} | {row['seconds']:.3g} | {row['ratio']:.2f} | {memory} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
