"""Measure what a megabyte of copy costs in one file, and in a folder of stories: CPU time and peak memory.

    python bench/megabyte.py              # of generated copy, in which no name comes twice: the worst of news
    python bench/megabyte.py FOLDER       # of the stories below a folder, in the order of their paths

Each is linted in processes of their own, as the command line does it with `--jobs 1`; the least CPU time and
the least peak count. What linting next to nothing takes is shown apart. It reports; nothing here is a test.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

from growth_copy import each, varied

MEGABYTE = 1_000_000
STORIES, PARAGRAPHS = 300, 16
ROUNDS = 3
RUN = "import sys; from newslint.cli import main; sys.exit(main())"
OPTIONS = ("--jobs", "1", "--isolated", "--fail-on", "never", "--format", "json")


def main() -> None:
    """Print the costs of nothing, of the file and of the folder."""
    stories = list(_megabyte(_read(Path(sys.argv[1])) if sys.argv[1:] else _generated()))
    with TemporaryDirectory() as place:
        for name, contents in (
            ("nothing", ["It rained.\n"]),
            ("one file", ["\n\n".join(stories)]),
            ("a folder", stories),
        ):
            seconds, memory = _cost(_written(Path(place, name), contents))
            print(f"{name:10} {len(contents):5} files {seconds:6.2f} s CPU {memory:6.1f} MiB at the peak")


def _generated() -> Iterator[str]:
    paragraphs = each(varied)(STORIES * PARAGRAPHS).split("\n\n")
    for start in range(0, len(paragraphs), PARAGRAPHS):
        yield "\n\n".join(paragraphs[start : start + PARAGRAPHS])


def _read(folder: Path) -> Iterator[str]:
    yield from (path.read_text("utf-8") for path in sorted(folder.rglob("*.txt")))


def _megabyte(stories: Iterator[str]) -> Iterator[str]:
    """Yield stories until they come to a megabyte."""
    left = MEGABYTE
    for story in stories:
        if left <= 0:
            return
        yield story
        left -= len(story.encode())


def _written(folder: Path, contents: Sequence[str]) -> Path:
    folder.mkdir()
    for number, content in enumerate(contents):
        (folder / f"story-{number:04}.txt").write_text(content, "utf-8")
    return folder


def _cost(folder: Path) -> tuple[float, float]:
    """Return the least CPU time and the least peak of a few processes."""
    costs = [_once(_changed(folder)) for _ in range(ROUNDS)]
    return min(seconds for seconds, _ in costs), min(memory for _, memory in costs)


def _changed(folder: Path) -> Path:
    """Change every story a little: what is unchanged is known, and not linted again."""
    for path in folder.iterdir():
        path.write_text(f"{path.read_text('utf-8')}\n\nIt rained again.\n", "utf-8")
    return folder


def _once(folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-I", "-c", RUN, "check", *OPTIONS, "."]
    with Popen(command, cwd=folder, stdout=DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"newslint came to {process.returncode}.")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
