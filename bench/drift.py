"""Plant names that change their spelling in a made-up archive, and count how many are found, with the month.

    python bench/drift.py [--stories 20000] [--drifting 200] [--seed 1] [--jobs 2]

Found is a name whose two spellings are told as one's, with the month in which the new one was first written.
Wrong is every other name that is said to have changed. Exit code 1 below 95 per cent found, or above 2 per
cent wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from made_archive import write

from newslint.run.archive.variations import variations

LEAST_FOUND, MOST_WRONG = 0.95, 0.02


def main() -> int:
    """Plant, look, and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--drifting", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stories, out = Path(folder, "stories"), Path(folder, "out")
        write(stories, stories=arguments.stories, seed=arguments.seed, drifting=arguments.drifting)
        words = ["archive", str(stories), "--out", str(out), "--isolated", "--jobs", str(arguments.jobs)]
        subprocess.run([sys.executable, "-m", "newslint", *words], check=True)
        planted = json.loads((stories / "drift.json").read_text(encoding="utf-8"))
        return judged(planted, out)


def judged(planted: dict[str, tuple[str, str]], out: Path) -> int:
    """Print how many planted changes an archive's names tell, and how many others."""
    told = {(each.other.name, each.usual.name): each.month for each in variations(out) if each.month}
    found = 0
    for name, (spelling, month) in planted.items():
        said = told.pop((name, f"{name.split()[0]} {spelling}"), "")
        found += said == month
        if said != month:
            print(f"{name} → {spelling} in {month}: told {said or 'nothing'}")
    wrong = len(told) / len(planted)
    share = found / len(planted)
    counts = f"{found} found with the month, {len(told)} others told"
    print(f"{len(planted)} planted: {counts}.")
    return 0 if share >= LEAST_FOUND and wrong <= MOST_WRONG else 1


if __name__ == "__main__":
    sys.exit(main())
