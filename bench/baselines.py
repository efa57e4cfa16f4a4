"""Measure how well a baseline knows its findings again when stories move on.

    python bench/baselines.py [--stories 5000] [--seed 1]

Stories are generated with some findings each, and their baseline is written. Then paragraphs are shuffled,
new ones put between them, a tenth of the files renamed, and 50 faults planted: ten of them repeat a known
one, five in its own file and five in a renamed one. It prints how many known findings are still known, and
how many of the planted ones are reported as new; nothing here is a test.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

PLANTED, REPEATS = 50, 10
RENAMED = 0.1
PLACES = (
    "Brenna",
    "Sandvik",
    "Ravnsund",
    "Port Alder",
    "Kestrel Bay",
    "Halden",
    "Osby",
    "Marrow",
    "Tiel",
    "Varn",
)
THINGS = ("road", "pipe", "wall", "trail", "fence", "canal", "cable", "track", "bridge", "tunnel")


def main() -> None:
    """Make the stories, change them, and print what the baseline makes of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with TemporaryDirectory() as folder:
        stories = {f"{n % 40}/{n}.txt": _story(chance) for n in range(arguments.stories)}
        _write(Path(folder), stories)
        known = len(_linted(folder, "--write-baseline", "known.json", "--report", "json:all.json"))
        planted = _changed(Path(folder), stories, chance)
        new = _linted(folder, "--baseline", "known.json", "--report", "json:new.json", report="new.json")
    found = sum(any(each in finding for finding in new) for each in planted)
    lost = len(new) - found
    share = 100 - 100 * lost / known
    print(f"{known:,} known findings in {arguments.stories:,} stories: {share:.2f} % still known")
    print(f"{found} of {len(planted)} planted faults reported as new")


def _story(chance: random.Random) -> list[str]:
    return [_paragraph(chance, wrong=chance.random() < 0.28) for _ in range(5)]


def _paragraph(chance: random.Random, *, wrong: bool) -> str:
    kilometers = chance.randrange(20, 400)
    miles = round(kilometers * (0.9 if wrong else 0.6214))
    return (
        f"The {chance.choice(THINGS)} to {chance.choice(PLACES)} is {kilometers} kilometers ({miles} miles) "
        f"long, the council of {chance.choice(PLACES)} said, and {chance.randrange(2, 90)} people work on it."
    )


def _changed(folder: Path, stories: dict[str, list[str]], chance: random.Random) -> list[str]:
    """Shuffle, insert, rename and plant; return the words of what was planted, with its new path."""
    names = list(stories)
    renamed = {name: f"{name.removesuffix('.txt')}-moved.txt" for name in names if chance.random() < RENAMED}
    planted = []
    faulty = [name for name in names if any(map(_is_wrong, stories[name]))]
    moved = [name for name in faulty if name in renamed]
    stayed = [name for name in faulty if name not in renamed]
    repeated = [*chance.sample(stayed, REPEATS // 2), *chance.sample(moved, REPEATS // 2)]
    for number in range(PLANTED):
        name = repeated[number] if number < REPEATS else chance.choice(names)
        fault = next(filter(_is_wrong, stories[name])) if number < REPEATS else _paragraph(chance, wrong=True)
        stories[name].append(fault)
        planted.append(renamed.get(name, name))
    for name, paragraphs in stories.items():
        chance.shuffle(paragraphs)
        paragraphs.insert(chance.randrange(len(paragraphs)), "A new paragraph says nothing of length.")
        (folder / name).unlink()
        stories[name] = paragraphs
    _write(folder, {renamed.get(name, name): paragraphs for name, paragraphs in stories.items()})
    return planted


def _is_wrong(paragraph: str) -> bool:
    words = paragraph.split()
    kilometers, miles = (
        int(words[words.index("kilometers") - 1]),
        int(words[words.index("kilometers") + 1][1:]),
    )
    return miles > kilometers * 0.8


def _write(folder: Path, stories: dict[str, list[str]]) -> None:
    for name, paragraphs in stories.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _linted(folder: str, *words: str, report: str = "") -> Sequence[str]:
    """Lint the folder; return the paths of what is reported, or of all that the baseline knows."""
    command = [sys.executable, "-m", "newslint", ".", "--isolated", "--select", "units", "--fail-on", "never"]
    subprocess.run([*command, *words], cwd=folder, check=True, capture_output=True)
    if report:
        return [each["path"] for each in json.loads(Path(folder, report).read_bytes())["findings"]]
    files = json.loads(Path(folder, "known.json").read_bytes())["files"]
    return [path for path, entries in files.items() for each in entries for _ in range(each["count"])]


if __name__ == "__main__":
    main()
