"""Measure newslint on stories of yours: against proselint, over a folder, and family by family.

    python bench/speed.py story FILE         # whole processes, paired and alternating: newslint / proselint
    python bench/speed.py throughput FOLDER  # one process, no pool: megabytes a second of CPU time
    python bench/speed.py families FOLDER    # (all - all without the family) / all, CPU time, paired

It reports; nothing here is a test. proselint must be installed for `story`.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from newslint import lint_files

FAMILIES = ("units", "numbers", "dates", "names", "attribution", "quotes", "typography", "acronyms", "words")


def main() -> None:
    """Run one of the measurements."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["story", "throughput", "families"])
    parser.add_argument("path")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    {"story": story, "throughput": throughput, "families": families}[arguments.what](
        arguments.path, arguments.rounds
    )


def story(path: str, rounds: int) -> None:
    """Time whole processes on one story, newslint and proselint in turn: changed each time, and unchanged."""
    with TemporaryDirectory() as place:
        copy = Path(place, Path(path).name)
        ours = [_program("newslint"), "check", "--isolated", "--format", "json", str(copy)]
        theirs = [_program("proselint"), "check", str(copy)]
        for kind, more in (("changed", "\n\nIt rained again.\n"), ("unchanged", "")):
            text = Path(path).read_text(encoding="utf-8")
            pairs = []
            for number in range(rounds + 1):
                copy.write_text(text + more * number, encoding="utf-8")
                pairs.append((_process(ours), _process(theirs)))
            print(f"{kind}:")
            _print_ratios(pairs[1:])


def _print_ratios(pairs: Sequence[tuple[tuple[float, float], tuple[float, float]]]) -> None:
    for name, index in (("wall", 0), ("cpu", 1)):
        ratios = sorted(one[index] / two[index] for one, two in pairs)
        mine = statistics.median(one[index] for one, _ in pairs)
        other = statistics.median(two[index] for _, two in pairs)
        print(
            f"  {name}: newslint {mine * 1000:.0f} ms, proselint {other * 1000:.0f} ms, "
            f"ratio {ratios[0]:.2f} - {statistics.median(ratios):.2f} - {ratios[-1]:.2f}"
        )


def throughput(path: str, rounds: int) -> None:
    """Lint a folder in one process; print megabytes a second of CPU time."""
    size = sum(file.stat().st_size for file in Path(path).rglob("*") if file.is_file())
    seconds = [_linted(path, ()) for _ in range(rounds)]
    print(
        f"{size / 1e6:.2f} MB: median {size / 1e6 / statistics.median(seconds):.2f} MB/s, "
        f"best {size / 1e6 / min(seconds):.2f} MB/s, start-up included"
    )


def families(path: str, rounds: int) -> None:
    """Print what each family costs: runs with and without it, in turn."""
    for family in FAMILIES:
        shares = []
        for _ in range(rounds):
            whole, without = _linted(path, ()), _linted(path, (family,))
            shares.append((whole - without) / whole)
        shares.sort()
        print(f"{family:12} {shares[0]:6.1%} - {statistics.median(shares):6.1%} - {shares[-1]:6.1%}")


def _linted(path: str, ignore: Sequence[str]) -> float:
    started = time.process_time()
    lint_files([path], isolated=True, ignore=ignore, jobs=1)
    return time.process_time() - started


def _process(command: Sequence[str]) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _program(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed.")
    return found


if __name__ == "__main__":
    main()
