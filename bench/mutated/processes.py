"""Processes: folders of ten stories, each linted four times: by one job and by two, cold and warm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mutated.cases import DAMAGED, FORMATS, STYLES, Case, case
from mutated.faults import Fault
from newslint.core.errors import SourceError
from newslint.core.source import Source

STORIES_A_FOLDER = 10
# No case of this process has so high a number.
FIRST = 10_000_000
COMMANDS = (
    ("check", "--format", "json"),
    ("check", "--format", "json", "--across"),
    ("check", "--format", "terminal"),
    ("check", "--fix"),
    ("check", "--fix", "--unsafe-fixes"),
    ("check", "--diff", "--unsafe-fixes"),
    ("names", "--format", "json"),
    ("names",),
    ("quotes", "--format", "json"),
    ("quotes",),
)
# Neither a traceback nor a line on a failed check, reader or story.
UNCAUGHT = ("Traceback", " failed: ")


class Ran(NamedTuple):
    """What a process left: its exit code, its words, and the files."""

    code: int
    out: bytes
    err: bytes
    files: tuple[bytes, ...]


def probed_processes(seed: int, count: int) -> Iterator[tuple[str, Sequence[tuple[Case, Fault]]]]:
    """Run *count* inputs as whole processes; yield one line on them, with their faults."""
    faults: list[tuple[Case, Fault]] = []
    commands: Counter[str] = Counter()
    processes = 0
    for folder in range(-(-count // STORIES_A_FOLDER)):
        numbers = range(FIRST + folder * STORIES_A_FOLDER, FIRST + (folder + 1) * STORIES_A_FOLDER)
        cases = [case(seed, number) for number in numbers]
        command = (*COMMANDS[folder % len(COMMANDS)], "--isolated", "--style", STYLES[folder % len(STYLES)])
        with TemporaryDirectory() as place:
            ran = _four(Path(place), cases, command)
            processes += len(ran)
            told = list(_told(ran, cases))
            if "--fix" in command:
                told += _stops(Path(place), command, ran[0])
        commands[" ".join(command[:-3])] += len(cases)
        faults += [(cases[0], Fault(fault.kind, f"{' '.join(command)}: {fault.detail}")) for fault in told]
    listed = ", ".join(f"{name} {number:,}" for name, number in commands.items())
    yield f"{count:,} inputs in {processes:,} processes\n  command: {listed}", faults


def _four(place: Path, cases: Sequence[Case], command: Sequence[str]) -> list[Ran]:
    """Run a command by one job and by two, each with an empty cache and then with what that left."""
    ran = []
    for jobs in ("1", "2"):
        words = [*command, "--jobs", jobs] if command[0] == "check" else command
        cache = place / f"cache-{jobs}"
        ran += [_run(place, cases, words, cache) for _ in ("cold", "warm")]
    return ran


def _run(place: Path, cases: Sequence[Case], words: Sequence[str], cache: Path) -> Ran:
    folder = place / "stories"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    paths = [folder / f"{index}{Path(FORMATS[each.format]).suffix}" for index, each in enumerate(cases)]
    for path, each in zip(paths, cases, strict=True):
        path.write_bytes(each.bytes())
    done = _newslint(place, words, cache)
    return Ran(done.returncode, done.stdout, done.stderr, tuple(path.read_bytes() for path in paths))


def _newslint(place: Path, words: Sequence[str], cache: Path) -> subprocess.CompletedProcess[bytes]:
    program = "import sys; from newslint.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, *words, "stories"],
        cwd=place,
        env={**os.environ, "NEWSLINT_CACHE_DIR": str(cache)},
        capture_output=True,
        check=False,
    )


def _told(ran: Sequence[Ran], cases: Sequence[Case]) -> Iterator[Fault]:
    first, damaged = ran[0], any(map(_is_unreadable, cases))
    for each in ran:
        words = each.err.decode()
        if any(sign in words for sign in UNCAUGHT) or (each.code == 2) is not damaged or each.code > 2:
            yield Fault("uncaught", f"exit code {each.code}, {words.strip()[-200:]}")
    for name, each in zip(("one job, warm", "two jobs, cold", "two jobs, warm"), ran[1:], strict=True):
        if each != first:
            unlike = [field for field in Ran._fields if getattr(each, field) != getattr(first, field)]
            yield Fault("bytes", f"{name}: {', '.join(unlike)} unlike one job, cold")


def _is_unreadable(one: Case) -> bool:
    """Tell whether damage has left bytes that are of no encoding: some are those of a Windows-1252 text."""
    if one.encoding != DAMAGED:
        return False
    try:
        Source("story", one.bytes()).decoded()
    except SourceError:
        return True
    return False


def _stops(place: Path, command: Sequence[str], once: Ran) -> Iterator[Fault]:
    """Fix what was fixed once more."""
    folder = place / "stories"
    _newslint(place, command, place / "cache-1")
    twice = tuple(path.read_bytes() for path in sorted(folder.iterdir()))
    if twice != once.files:
        yield Fault("unstable", "fixing twice is not fixing once")
