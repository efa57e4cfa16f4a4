"""`newslint archive`: lints and compares any number of stories, and goes on where the last run was."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from newslint.cli.options import opened, options, parser, positive, story_date
from newslint.cli.parsing import Parser
from newslint.cli.progress import progress
from newslint.cli.reading import add_reading
from newslint.cli.streams import complain, put
from newslint.core.errors import ConfigError
from newslint.desk.desk import Desk
from newslint.rulebook.faults import nearest
from newslint.run.archive.engines import LOCAL, Engine, LocalEngine
from newslint.run.archive.inputs import Columns
from newslint.run.archive.run import Asked, Done, archived
from newslint.run.archive.tables import parquet


def main(words: Sequence[str]) -> int:
    """Bring an archive up to date; return the exit code."""
    arguments = _parser().parse_args(words)
    # Said before anything is read.
    parquet()
    wanted = msgspec.structs.replace(
        options(arguments), across=True, date=arguments.date, cache=not arguments.no_cache
    )
    desk = opened(wanted)
    asked = Asked(
        tuple(arguments.paths),
        Path(arguments.out),
        Columns(arguments.text, arguments.key),
        arguments.jobs or os.cpu_count() or 1,
        arguments.ray or "",
    )
    with progress() as seen:
        done = archived(wanted, _engine(desk, arguments), asked, progress=seen)
    complain(done.failures)
    put(_told(done, arguments.out))
    desk.close()
    return 2 if done.failures or _unread(asked.out) else 0


def _parser() -> Parser:
    made = parser("archive", "Lint and compare any number of stories; what is done is kept in --out.")
    made.add_argument(
        "paths", metavar="PATH", nargs="+", help="files, folders, tars, zips, JSON Lines, Parquet, s3:// URLs"
    )
    made.add_argument("--out", metavar="DIR", required=True, help="where ledger and tables are")
    made.add_argument(
        "--engine", metavar="NAME", default=LOCAL, help="what has stories linted (default: local)"
    )
    made.add_argument("--ray", metavar="ADDRESS", help="have the engine work on this Ray cluster")
    made.add_argument("--date", type=story_date, help="the date of every story, YYYY-MM-DD or today")
    made.add_argument("--jobs", type=positive, metavar="N", help="processes (default: one a core)")
    made.add_argument("--text", metavar="COLUMN", default="", help="the column of tables that holds the copy")
    made.add_argument("--key", metavar="COLUMN", default="", help="the column of tables that names a story")
    add_reading(made)
    return made


def _engine(desk: Desk, arguments: argparse.Namespace) -> Engine:
    """Return the engine that is asked for. Raises ConfigError and PluginError."""
    name = arguments.engine
    if arguments.ray and name == LOCAL:
        raise ConfigError("--ray: found the engine `local`, expected one for clusters, as `daft`.")
    if name == LOCAL:
        return LocalEngine()
    engines = desk.registry.engines
    if name not in engines:
        known = ", ".join((LOCAL, *engines))
        raise ConfigError(f"--engine: unknown engine `{name}`{nearest(name, engines)}; known: {known}.")
    made: Engine = engines[name].made(offering="linted")
    return made


def _told(done: Done, out: str) -> str:
    gone = f", {done.gone:,} gone" if done.gone else ""
    return f"{out}: {done.items:,} stories, {done.linted:,} linted now{gone}.\n"


def _unread(out: Path) -> bool:
    """Tell whether the table of errors has a row."""
    parts = (out / "errors.parquet").glob("part-*.parquet")
    return any(parquet().read_metadata(part).num_rows for part in parts)
