"""Bends a desk's files by the thousand, and counts what is not answered with one clear line.

    python bench/faulty_desks.py --count 5000 --seed 1

A sound desk (config, style file, rule, list, register, rates) is bent in one file, now and then in two: by
its bytes, by its lines, or by a value of TOML that is odd in one of many ways. Setting up the desk must work
or raise NewslintError, in one line without control characters. What does not is printed with its seed.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

import msgspec

from newslint.core.errors import NewslintError
from newslint.desk.config import Configs
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.desk.snapshot import Snapshot

SOUND = {
    "newslint.toml": """\
style = "house.toml"
rules-dirs = ["house-rules"]
ignore = ["units.false-precision"]
exclude = ["archive/", "*.bak"]
names = "names.toml"
rates = "rates.csv"
language = "en-GB"
[lists.weekdays]
add = ["Mittwoch"]
remove = ["Monday"]
[lists.currencies]
add = [{code = "XTS", high = "3", low = "1", symbols = ["¤"], words = ["tester"]}]
[rules.units.wrong-conversion]
severity = "warning"
quotes = "skip"
message = "“{converted}” is not “{original}”."
[rules.house.journalese]
extend-tokens = ["amid doubts"]
[files."sports/**"]
ignore = ["units"]
[files."sports/**".rules.units.wrong-conversion]
severity = "error"
""",
    "house.toml": 'title = "House"\nstyle = "newslint"\nextend-select = ["units.missing-conversion"]\n',
    "names.toml": '[[names]]\nname = "Kyiv"\nvariants = ["Kiev"]\n[[names]]\nname = "Ana Lind"\n',
    "rates.csv": "date,from,to,rate\n2024-05-31,EUR,USD,1.0852\n2024-06-03,EUR,GBP,0.85\n",
    "house-rules/lists/villages.toml": 'title = "Villages"\nwords = ["Saarijoki", "Hemsund"]\ncue = true\n',
    "house-rules/house/journalese.toml": """\
title = "Journalese"
severity = "warning"
message = "“{words}” is journalese."
explanation = "Nobody says it."
aliases = ["house.old"]
[check]
kind = "existence"
tokens = ["amid calls"]
exceptions = ["amid calls of birds"]
[[invalid]]
text = "He left [[amid calls]] to stay."
[[valid]]
text = "He left when asked."
[[valid]]
text = "Amid the calls, he left."
""",
}
KINDS = ("existence", "substitution", "occurrence", "repetition", "consistency", "capitalization", "pattern")
VALUES = (
    '""',
    '" "',
    '"\\u0000"',
    '"\\u001b[2J"',
    '"a\\nb"',
    "3",
    "-1",
    "1e400",
    "nan",
    "inf",
    "true",
    "[]",
    "{}",
    "[[]]",
    '[""]',
    "[3]",
    "[{}]",
    '{"" = 1}',
    '{"[...]" = 3}',
    '{"a.b" = [1]}',
    "1979-05-27",
    "07:32:00",
    "07:32",
    "0x" + "f" * 4000,
    "9" * 5000,
    "[" * 60 + "]" * 60,
    "[" * 1500 + "]" * 1500,
    "{a=" * 40 + "1" + "}" * 40,
    '"' + "x" * 5000 + '"',
    '"../../etc/passwd"',
    '"/"',
    '"."',
    '"newslint.toml"',
    '"{nope}"',
    '"{"',
    '"!"',
    '"**"',
    '"[z-a"',
    '"(ab){10001}"',
    '"(?P<x>a"',
    '"ap"',
    '"newslint"',
    "'''\n'''",
    '"\\e"',
    "{a = 1,}",
    '"\\\\"',
    "[1, [2, [3]]]",
    '["units", "units"]',
)


def main() -> int:
    """Bend desks; return 1 when any was not answered with a line."""
    made = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    made.add_argument("--count", type=int, default=5000)
    made.add_argument("--seed", type=int, default=1)
    arguments = made.parse_args()
    told: Counter[str] = Counter()
    folder = Path(tempfile.mkdtemp())
    os.chdir(folder)
    desk = Desk(Options())
    desk.kept = _few(desk.kept)
    slowest = 0.0
    for number in range(arguments.count):
        chance = random.Random(f"{arguments.seed}-{number}")
        files = _bent(chance)
        _write(folder, files)
        start = time.process_time()
        answer = _answer(desk)
        slowest = max(slowest, time.process_time() - start)
        told[answer.partition(":")[0]] += 1
        if answer.startswith("UNANSWERED"):
            sys.stdout.write(f"{arguments.seed}-{number}: {answer}\n")
    shutil.rmtree(folder)
    counts = ", ".join(f"{name} {count}" for name, count in told.most_common())
    sys.stdout.write(
        f"{arguments.count} desks: {counts}; the slowest took {slowest:.2f} s of processor time\n"
    )
    return int(told["UNANSWERED"] > 0)


def _few(kept: Snapshot) -> Snapshot:
    """Leave out most shipped rules, which cost time and change nothing."""
    wanted = re.compile(r"(units|lists|styles)/")
    trees = {
        home: {name: t for name, t in files.items() if wanted.match(name)}
        for home, files in kept.trees.items()
    }
    for files in trees.values():
        for name, table in files.items():
            if name.startswith("styles/"):
                files[name] = {key: value for key, value in table.items() if key in ("title", "style")}
    return msgspec.structs.replace(kept, trees=trees)


def _bent(chance: random.Random) -> dict[str, bytes]:
    files = {name: text.encode() for name, text in SOUND.items()}
    for _ in range(chance.choice((1, 1, 1, 2))):
        name = chance.choice(tuple(files))
        bend = chance.choice((_value, _value, _value, _key, _line, _bytes, _kind))
        files[name] = bend(files[name], chance)
    return files


def _value(content: bytes, chance: random.Random) -> bytes:
    lines = content.decode("utf-8", "replace").split("\n")
    places = [n for n, line in enumerate(lines) if "=" in line] or [0]
    place = chance.choice(places)
    lines[place] = f"{lines[place].partition('=')[0]}= {chance.choice(VALUES)}"
    return "\n".join(lines).encode()


def _key(content: bytes, chance: random.Random) -> bytes:
    lines = content.decode("utf-8", "replace").split("\n")
    odd = (
        '""',
        '"[...]"',
        '"a.b"',
        '"`x`"',
        '"\\u0000"',
        "x" * 300,
        ".".join("a" * 60),
        ".".join("a" * 1500),
        "select",
        "rules",
    )
    place, key = chance.randrange(len(lines)), chance.choice(odd)
    lines[place] = chance.choice(
        (f"[{key}]", f"[rules.{key}]", f"[[{key}]]", f"{key} = {chance.choice(VALUES)}", f"[files.{key}]")
    )
    return "\n".join(lines).encode()


def _line(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    place = chance.randrange(len(lines))
    chance.choice(
        (
            lambda: lines.pop(place),
            lambda: lines.insert(place, chance.choice(lines)),
            lambda: chance.shuffle(lines),
        )
    )()
    return b"\n".join(lines)


def _bytes(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    odd = (
        b"",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\r",
        b'"',
        b"[",
        b"\xef\xbb\xbf",
        b"\x1b",
        b"=",
        b",",
        b"#" * 140_000,
    )
    return content[:place] + chance.choice(odd) + content[place + chance.choice((0, 1, 9, 999)) :]


def _kind(content: bytes, chance: random.Random) -> bytes:
    return content.replace(b'"existence"', f'"{chance.choice(KINDS)}"'.encode())


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _answer(desk: Desk) -> str:
    """Lint two stories; return `sound`, the kind of error, or what was not answered."""
    desk.configs, desk.settings, desk.linters = Configs(desk.options), {}, {}
    copy = b"It rained for 10 miles (12 km) amid calls to stay in Kiev on Monday.\n"
    try:
        for name in ("a.txt", "sports/b.txt"):
            assignment = desk.assigned(name, copy)
            desk.linter(assignment).lint(desk.document(assignment))
    except NewslintError as error:
        if "\n" in str(error) or not str(error).isprintable() or len(str(error)) > 2000:
            return f"UNANSWERED: {str(error)[:300]!r}"
        return type(error).__name__
    except Exception:
        return f"UNANSWERED: {traceback.format_exc(limit=-3)}"
    return "sound"


if __name__ == "__main__":
    sys.exit(main())
