"""Bend made-up stories in every way, do everything with them, and tell what does not hold.

    python bench/mutations.py --count 60000                 # in this process
    python bench/mutations.py --count 0 --processes 1000    # whole processes: jobs 1 and 2, cold and warm
    python bench/mutations.py --seed 7 --only 4711          # one case again
    python bench/mutations.py --copy FOLDER                 # bend the stories below a folder

Nothing may be uncaught, no place wrong, no edit in a quotation or a tag; fixing twice is fixing once; no
control character reaches a terminal; reports are the same bytes for any number of jobs, cold and warm.
Exit code 1 if not.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from mutated.cases import STYLES, Case, case
from mutated.faults import Fault
from mutated.probes import Bench
from mutated.shrinking import smallest

KINDS = ("uncaught", "place", "edit", "hand", "unstable", "reporter", "raw", "diff", "bytes")
# So many different faults of a kind are shown with their smallest input.
SHOWN = 12
Found = dict[tuple[str, str], list[tuple[Case, Fault]]]


def main() -> int:
    """Run what is asked for and print one summary."""
    arguments = _arguments()
    numbers = arguments.only or range(arguments.first, arguments.first + arguments.count)
    started, bench = time.perf_counter(), Bench(STYLES)
    copy = tuple(_copy(arguments.copy)) if arguments.copy else ()
    drawn, found = probed(bench, (case(arguments.seed, number, copy) for number in numbers))
    if numbers:
        taken = time.perf_counter() - started
        print(
            f"{len(numbers):,} inputs of seed {arguments.seed} in {taken:.0f} s, "
            f"{len(numbers) / taken:.0f} a second"
        )
        _print_drawn(drawn, bench.seen)
    if arguments.processes:
        from mutated.processes import probed_processes

        for row, faults in probed_processes(arguments.seed, arguments.processes):
            print(row)
            for one, fault in faults:
                found[fault.kind, _signature(fault)].append((one, fault))
    return _print_faults(bench, found, arguments)


def probed(bench: Bench, cases: Iterable[Case]) -> tuple[dict[str, Counter[str]], Found]:
    """Run cases; return what was drawn, and faults by kind and by what they say."""
    drawn: dict[str, Counter[str]] = defaultdict(Counter)
    found: Found = defaultdict(list)
    for each in cases:
        drawn["command"][each.command] += 1
        drawn["format"][each.format] += 1
        drawn["style"][each.style] += 1
        drawn["mutation"].update(each.mutations)
        for fault in bench.faults(each):
            found[fault.kind, _signature(fault)].append((each, fault))
    return drawn, found


def _copy(folder: Path) -> Iterable[str]:
    return (path.read_text("utf-8") for path in sorted(folder.rglob("*.txt")))


def _signature(fault: Fault) -> str:
    """Return what faults of one cause have in common: their words without figures and copy."""
    return re.sub(r"\d+", "0", re.sub(r"'.*'|\".*\"", "…", fault.detail))[:120]


def _print_drawn(drawn: dict[str, Counter[str]], seen: Counter[str]) -> None:
    for title, counts in drawn.items():
        print(f"  {title}: {', '.join(f'{name} {count:,}' for name, count in counts.most_common())}")
    print(f"  seen: {', '.join(f'{name} {count:,}' for name, count in sorted(seen.items()))}")


def _print_faults(bench: Bench, found: Found, arguments: argparse.Namespace) -> int:
    totals: Counter[str] = Counter()
    for (kind, _), faults in found.items():
        totals[kind] += len({each.number for each, _ in faults})
    print("  faults: " + ", ".join(f"{kind} {totals[kind]:,}" for kind in KINDS))
    for kind in KINDS:
        some = sorted(
            ((key, faults) for key, faults in found.items() if key[0] == kind), key=lambda row: -len(row[1])
        )
        for key, faults in some[:SHOWN]:
            _print_fault(bench, key[1], faults, shrink=arguments.shrink)
    return int(bool(found))


def _print_fault(bench: Bench, signature: str, faults: Sequence[tuple[Case, Fault]], *, shrink: bool) -> None:
    one, fault = min(faults, key=lambda row: len(row[0].story))
    print(
        f"\n{fault.kind}: {fault.detail}  "
        f"(× {len(faults)}, number {one.number}, {one.style}, {one.command}, {one.path})"
    )
    if not shrink or fault.kind == "bytes":
        return

    def shows(story: str) -> bool:
        return any(
            each.kind == fault.kind and _signature(each) == signature
            for each in bench.faults(one._replace(story=story))
        )

    print(f"    {smallest(one.story, shows)!r}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000, help="inputs in this process")
    parser.add_argument("--first", type=int, default=0, help="the number of the first of them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copy", type=Path, metavar="FOLDER", help="bend its stories, not made-up ones")
    parser.add_argument("--processes", type=int, default=0, help="inputs linted by whole processes")
    parser.add_argument("--only", type=int, nargs="*", help="run these numbers alone")
    parser.add_argument(
        "--no-shrink", dest="shrink", action="store_false", help="leave failing inputs as they are"
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
