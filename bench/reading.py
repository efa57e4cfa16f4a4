"""Measure how fast each reader makes documents of a source: megabytes a second of CPU time.

    python bench/reading.py                         # all formats, some two megabytes each
    python bench/reading.py wxr docx --rounds 9
    python bench/reading.py wxr --against DIR       # in turn with the newslint in another folder's src

Files are as agencies and sites send them: stories of some 400 words with the metadata that stands around
them. Of an office file the size is that of its XML. The least of the rounds counts. It reports; nothing
here is a test.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import source_kinds

SIZE = 2_000_000


def main() -> None:
    """Print a line a format, or in a child process the seconds of one format."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("formats", nargs="*", default=list(source_kinds.KINDS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.once:
        print(json.dumps(_read(arguments.formats[0], arguments.size)))
        return
    for name in arguments.formats:
        places = [None, *([arguments.against] if arguments.against else [])]
        found = [[_child(name, arguments.size, place) for place in places] for _ in range(arguments.rounds)]
        size = found[0][0][0]
        speeds = [size / 1e6 / min(each[index][1] for each in found) for index in range(len(places))]
        shown = " · ".join(f"{speed:6.1f} MB/s" for speed in speeds)
        print(f"{name:10} {size / 1e6:5.2f} MB {found[0][0][2]:5} documents {shown}", flush=True)


def _child(name: str, size: int, place: Path | None) -> tuple[int, float, int]:
    command = [sys.executable, __file__, name, "--size", str(size), "--once"]
    path = {"PYTHONPATH": str(place / "src")} if place else {}
    done = subprocess.run(command, env=os.environ | path, capture_output=True, text=True, check=True)
    size, seconds, documents = json.loads(done.stdout)
    return int(size), float(seconds), int(documents)


def _read(name: str, size: int) -> tuple[int, float, int]:
    """Read the file of a kind twice, the first time unmeasured, as what is compiled is kept."""
    from newslint.plugin import Lexicon, Source
    from newslint.plugins.registry import gather
    from newslint.rulebook.packs import rule_book
    from newslint.rulebook.trees import read_trees, shipped_rules

    trees = read_trees([shipped_rules()])
    lists = {
        folder: {path: table for path, table in files.items() if path.startswith("lists/")}
        for folder, files in trees.items()
    }
    lexicon = Lexicon(rule_book(lists, {}).lists)
    format_name, content = source_kinds.source(name, size)
    reader = gather().readers[format_name].loaded()()
    seconds, documents = 0.0, 0
    for _ in range(2):
        gc.collect()
        # As the command line does.
        gc.set_threshold(50_000, 20, 20)
        source = Source(f"a.{format_name}", content)
        started = time.process_time()
        stories = reader.stories if hasattr(reader, "stories") else reader.read
        found = stories(source, lexicon)
        documents = len(list(found)) if hasattr(found, "__next__") else 1
        seconds = time.process_time() - started
    return source_kinds.weight(content), seconds, documents


if __name__ == "__main__":
    main()
