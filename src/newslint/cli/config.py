"""`newslint config show`: what is in force for a path, and where each value is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from newslint.cli.options import as_json, names, opened, options, parser, some_names, write
from newslint.core.errors import ConfigError
from newslint.core.visible import cells, cut, visible
from newslint.desk.in_force import Value, in_force

# Where the origins stand, if the value leaves room; and how much of a value is shown.
COLUMN, LONGEST = 60, 100


class InForce(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    path: str
    values: tuple[Value, ...]


def main(words: Sequence[str]) -> int:
    """Show every value in force for a path, with the file and line, the style or the default it is from."""
    made = parser("config", "Show what is in force for a story or a folder, and where each value is from.")
    made.add_argument("action", choices=["show"], help="what is done")
    made.add_argument("path", metavar="PATH", nargs="?", default=".", help="a story or a folder (default: .)")
    made.add_argument(
        "--select", metavar="RULES", type=some_names, action="extend", help="run only these rules or families"
    )
    made.add_argument(
        "--ignore", metavar="RULES", type=names, action="extend", default=[], help="do not run these"
    )
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    arguments = made.parse_args(words)
    path = Path(arguments.path)
    if not path.exists():
        raise ConfigError(f"config show: {arguments.path}: no such file or folder.")
    wanted = msgspec.structs.replace(
        options(arguments),
        select=tuple(arguments.select) if arguments.select is not None else None,
        ignore=tuple(arguments.ignore),
    )
    values = tuple(in_force(opened(wanted), path))
    if arguments.format == "json":
        report = InForce(1, arguments.path, values)
        write(as_json(report))
    else:
        write("".join(f"{line}\n" for line in _lines(values)))
    return 0


def _lines(values: Sequence[Value]) -> Iterator[str]:
    """Yield a line a value, the settings of a rule below it; rules that are off come at the end."""
    off = [value for value in values if value.value == "off" and value.key.startswith("rules.")]
    for value in values:
        is_rule = value.key.startswith("rules.") and value.value == "on"
        if is_rule:
            yield ""
            yield _line(f"[{value.key}]", value.origin)
        elif value not in off:
            key = value.key.rpartition(".")[2] if value.key.startswith("rules.") else value.key
            yield _line(f"{key} = {_told(value.value)}", value.origin)
    if off:
        yield ""
    yield from (_line(f"{value.key.removeprefix('rules.')} is off", value.origin) for value in off)


def _line(text: str, origin: str) -> str:
    shown = cut(visible(text), LONGEST)
    return f"{shown}{' ' * max(2, COLUMN - cells(shown))}{visible(origin)}"


def _told(value: Any) -> str:
    return "not set" if value is None else msgspec.json.encode(value).decode()
