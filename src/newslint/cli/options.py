"""Options that several commands share, and how output is written."""

from __future__ import annotations

import argparse
import datetime
import os
from pathlib import Path

import msgspec

from newslint.cli.parsing import Parser
from newslint.cli.streams import complain, put
from newslint.core.errors import ConfigError
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.rulebook.faults import cited, nearest

LARGEST = 1_000_000_000_000


def parser(command: str, description: str) -> Parser:
    """Return a parser with the options of every command that reads rules."""
    made = Parser(f"newslint {command}", description)
    made.add_argument(
        "--style", metavar="NAME|FILE", help="the house style (default: the config's, else newslint)"
    )
    made.add_argument("--isolated", action="store_true", help="ignore every config file")
    made.add_argument("--no-cache", action="store_true", help="read everything afresh, and keep nothing")
    made.add_argument(
        "--without-plugin",
        metavar="NAME",
        action="append",
        default=[],
        help="go on without a plugin (repeatable)",
    )
    made.add_argument(
        "--allow-outside",
        metavar="DIR",
        type=folder,
        action="append",
        default=[],
        help="let the repository's files name files in this folder too (repeatable)",
    )
    made.add_argument(
        "--max-file-size",
        metavar="BYTES",
        type=positive,
        default=Options().most_bytes,
        help="leave out larger files, with a line (default: %(default)s)",
    )
    made.add_argument(
        "--max-rules",
        metavar="N",
        type=positive,
        default=Options().most_rules,
        help="how many rule files rules-dirs may hold (default: %(default)s)",
    )
    return made


def add_time_limit(made: argparse.ArgumentParser) -> None:
    """Add the option that bounds how long a command may take with stories."""
    made.add_argument(
        "--time-limit",
        type=positive,
        metavar="SECONDS",
        help="stop then, and report what is done (default: none)",
    )


def options(arguments: argparse.Namespace) -> Options:
    """Return what the shared options ask for."""
    return Options(
        style=arguments.style,
        isolated=arguments.isolated,
        cache=not arguments.no_cache,
        without=tuple(arguments.without_plugin),
        allowed=tuple(arguments.allow_outside),
        most_bytes=arguments.max_file_size,
        most_rules=arguments.max_rules,
        reader=getattr(arguments, "reader", None),
        encoding=getattr(arguments, "encoding", None) or "",
    )


def opened(wanted: Options, *, restored: bool = True) -> Desk:
    """Return the desk for some options, and say what is odd but stops nothing.

    Patterns are *restored* at once, unless the desk may have nothing to do. Raises ConfigError for a reader
    that is none.
    """
    desk = Desk(wanted)
    if restored:
        desk.restore()
    complain(desk.notices)
    readers = desk.registry.readers
    if wanted.reader is not None and wanted.reader not in readers:
        near = nearest(wanted.reader, readers)
        raise ConfigError(
            f"--reader: unknown reader `{cited(wanted.reader)}`{near}; known: {', '.join(readers)}."
        )
    return desk


def names(value: str) -> tuple[str, ...]:
    """Split a list of rules or families at its commas."""
    return tuple(name.strip() for name in value.split(",") if name.strip())


def some_names(value: str) -> tuple[str, ...]:
    """Split a list of rules or families that must not be empty: without any rule nothing is found."""
    found = names(value)
    if not found:
        raise argparse.ArgumentTypeError(f"found `{value}`, expected rules or families")
    return found


def story_date(value: str) -> datetime.date:
    """Read a date given as YYYY-MM-DD, or as `today`."""
    if value == "today":
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"found `{value}`, expected a date as YYYY-MM-DD, or today"
        ) from None


def reason(value: str) -> str:
    """Take a reason that comments of every format can hold."""
    try:
        return taken_reason(value)
    except ConfigError as cause:
        raise argparse.ArgumentTypeError(str(cause).removesuffix(".")) from None


def taken_reason(value: str) -> str:
    """Return a reason as it is written. Raises ConfigError for one that not every comment can hold."""
    said = value.strip()
    if not said or "--" in said or not said.isprintable():
        raise ConfigError(f"found `{value}`, expected a reason on one line, without `--`.")
    return said


def folder(value: str) -> str:
    """Take a folder that is there: a misspelt one would allow nothing, and say nothing."""
    if os.path.isdir(value):
        return value
    above, name = os.path.split(os.path.abspath(value))
    entries = os.scandir(above) if os.path.isdir(above) else ()
    beside = [entry.name for entry in entries if entry.is_dir()]
    raise argparse.ArgumentTypeError(f"found `{value}`, expected a folder{nearest(name, beside)}")


def positive(value: str) -> int:
    """Read a whole number from 1, of a size that clocks and files can count with."""
    if not value.isdecimal() or not 1 <= int(value[:20]) <= LARGEST:
        raise argparse.ArgumentTypeError(f"found `{value}`, expected a whole number from 1 to {LARGEST:,}")
    return int(value)


def as_json(report: object) -> str:
    """Return a report as the JSON of every command: indented, with a line end."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"


def write(text: str, path: str | None = None, *, option: str = "--output") -> None:
    """Write UTF-8 to standard output, or to the file of *option*. Raises ConfigError where that fails."""
    if path is None:
        put(text)
        return
    try:
        Path(path).write_bytes(text.encode("utf-8", "replace"))
    except OSError as cause:
        raise ConfigError(f"{option}: {path}: {cause.strerror}.") from None
