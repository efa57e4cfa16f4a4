"""Kill newslint while it fixes a folder of stories, many times, and look at what is left.

    python bench/kills.py [--files 1000] [--kills 200] [--seed 1]

Each round writes the stories, starts `newslint check --fix` and ends it in its writing, at a file drawn
by lot: by SIGKILL in seven rounds of ten, else by SIGTERM or Ctrl-C; half the time just when the file is
being written, else at any instant after. Every story must then be wholly old or wholly new, with at most
one hidden file after SIGKILL and none after the others; the next run must leave all stories fixed and
nothing else. Exit code 1 when any of that does not hold. TMPDIR says on which disk.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from newslint.run.writing import hidden

OLD = "Ferry {n} sails again\n\n“Late,” the master of ferry {n} said.\n\n{wait}\n"
WAIT = '"We waited," she said. "We left." '
ENDS = {signal.SIGKILL: -9, signal.SIGTERM: -15, signal.SIGINT: 130}
FOLDERS = 10


def main() -> int:
    """Run the rounds and print what they left, signal by signal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    # A shell that starts this in the background has it ignore Ctrl-C, and so would the runs.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        rounds = Rounds(Path(folder), arguments.files, random.Random(arguments.seed))
        for number in range(arguments.kills):
            rounds.once(_signal(number), aimed=number // 10 % 2 == 0)
            print(".", end="" if number % 10 < 9 else "\n", file=sys.stderr, flush=True)
    rounds.report()
    return 1 if rounds.faults else 0


def _signal(number: int) -> signal.Signals:
    gentle = signal.SIGTERM, signal.SIGINT
    return {1: gentle[0], 2: gentle[1], 3: gentle[number // 20 % 2]}.get(number % 10, signal.SIGKILL)


class Rounds:
    """A folder of stories, and what each kill left of it. It grows by one entry a round."""

    def __init__(self, folder: Path, count: int, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.old = {folder / f"{n % FOLDERS}" / f"{n}.txt": _story(n) for n in range(count)}
        self.new = {path: copy.replace("“", '"').replace("”", '"') for path, copy in self.old.items()}
        self.faults: list[str] = []
        self.changed: defaultdict[str, list[int]] = defaultdict(list)
        self.hidden: defaultdict[str, int] = defaultdict(int)
        self.late: defaultdict[str, int] = defaultdict(int)
        self._write()
        self.cycle = self._cycle()

    def once(self, how: signal.Signals, *, aimed: bool) -> None:
        """Write the stories, kill a run over them, look, run again, look."""
        self._write()
        code, said = self._killed(how, aimed=aimed)
        changed = self._changed(how.name)
        # The signal may come when all is done, and even when nobody is left to mind it.
        if code != ENDS[how] and (code, changed) != (0, len(self.old)):
            self.faults.append(f"{how.name}: exit {code}, expected {ENDS[how]}")
        self.late[how.name] += code == 0
        self.changed[how.name].append(changed)
        # The last file may be in place, and its line not yet out.
        if not said <= changed <= said + 1:
            self.faults.append(f"{how.name}: said that {said} are fixed, found {changed}")
        hidden = self._others()
        self.hidden[how.name] += len(hidden)
        if len(hidden) > (how == signal.SIGKILL):
            self.faults.append(f"{how.name}: left {hidden}")
        self._finish(how.name)

    def report(self) -> None:
        """Print a line a signal, and every fault."""
        for name, changed in sorted(self.changed.items()):
            print(
                f"{name}: {len(changed)} kills with {min(changed)} - {statistics.median(changed):.0f} - "
                f"{max(changed)} of {len(self.old)} files fixed; hidden files left: {self.hidden[name]}; "
                f"too late: {self.late[name]}"
            )
        print(f"faults: {len(self.faults)}", *self.faults, sep="\n  ")

    def _write(self) -> None:
        for path, copy in self.old.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(copy, encoding="utf-8")

    def _cycle(self) -> float:
        """Return what one story takes in the first run, from file to file."""
        self._finish("the first run")
        times = [path.stat().st_mtime for path in self.old]
        return (max(times) - min(times)) / len(times)

    def _killed(self, how: signal.Signals, *, aimed: bool) -> tuple[int, int]:
        """Return the exit code of a run that is killed at some file, and how many files it said are fixed."""
        path = self.chance.choice(list(self.old))
        before = path.stat().st_ino
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            run = subprocess.Popen(self._command(), stdout=subprocess.DEVNULL, stderr=said)
            while not hidden(path).exists() and path.stat().st_ino == before and run.poll() is None:
                time.sleep(0 if aimed else 0.0005)
            time.sleep(self.chance.uniform(0, self.cycle / 2 if aimed else self.cycle * 2))
            run.send_signal(how)
            code = run.wait()
            said.seek(0)
            return code, sum(line.startswith("newslint: fixed ") for line in said)

    def _finish(self, after: str) -> None:
        run = subprocess.run(self._command(), capture_output=True, encoding="utf-8", check=False)
        if run.returncode != 0 or self._changed(after) != len(self.new) or self._others():
            self.faults.append(
                f"the run after {after}: exit {run.returncode}, {self._others()} {run.stderr[-300:]}"
            )

    def _command(self) -> list[str]:
        program = shutil.which("newslint", path=str(Path(sys.executable).parent)) or "newslint"
        words = ["check", str(self.folder), "--fix", "--isolated", "--jobs", "1", "--fail-on", "never"]
        return [program, *words, "--select", "quotes.mixed-marks"]

    def _changed(self, after: str) -> int:
        """Count the stories that are new; a story that is neither old nor new is a fault."""
        changed = 0
        for path, old in self.old.items():
            now = path.read_text(encoding="utf-8") if path.exists() else "nothing"
            changed += now == self.new[path]
            if now not in (old, self.new[path]):
                self.faults.append(f"{after}: {path.name} holds {now[:80]!r}")
        return changed

    def _others(self) -> list[str]:
        return sorted(path.name for path in self.folder.rglob("*") if path.is_file() and path not in self.old)


def _story(number: int) -> str:
    return OLD.format(n=number, wait=WAIT * (1 + number % 6))


if __name__ == "__main__":
    sys.exit(main())
