"""`newslint archive`: lints and compares any number of stories, and goes on where the last run was."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from newslint.cli.options import opened, options, parser, positive, story_date, write
from newslint.cli.parsing import Parser
from newslint.cli.progress import progress
from newslint.cli.reading import add_reading
from newslint.cli.streams import complain, put
from newslint.core.errors import ConfigError
from newslint.desk.desk import Desk
from newslint.rulebook.faults import nearest
from newslint.run.archive.engines import LOCAL, Engine, LocalEngine
from newslint.run.archive.packed import Columns
from newslint.run.archive.register import LEAST, register
from newslint.run.archive.run import Asked, Done, archived
from newslint.run.archive.tables import parquet


def main(words: Sequence[str]) -> int:
    """Bring an archive up to date, or tell what it teaches; return the exit code."""
    if words[:1] == ["register"]:
        return _register(words[1:])
    if words[:1] == ["report"]:
        return _report(words[1:])
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


def _register(words: Sequence[str]) -> int:
    """Write the register that an archive teaches."""
    made = Parser("newslint archive register", "Draft the house register from an archive's names.")
    made.add_argument("folder", metavar="DIR", help="the --out of `newslint archive`")
    made.add_argument("--output", metavar="FILE", help="write it to a file")
    made.add_argument(
        "--least", type=positive, metavar="N", default=LEAST, help="leave out names written less often"
    )
    arguments = made.parse_args(words)
    write("".join(register(Path(arguments.folder), least=arguments.least)), arguments.output)
    return 0


def _report(words: Sequence[str]) -> int:
    """Write the report on an archive, one page."""
    made = Parser("newslint archive report", "Write what an archive comes to, as one page of HTML.")
    made.add_argument("folder", metavar="DIR", help="the --out of `newslint archive`")
    made.add_argument("--output", metavar="FILE", help="write it to a file")
    arguments = made.parse_args(words)
    from newslint.cli.archive_page import page
    from newslint.run.archive.figures import figures

    told = figures(Path(arguments.folder))
    write("".join(page(told, Path(arguments.folder).resolve().name)), arguments.output)
    return 0


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
