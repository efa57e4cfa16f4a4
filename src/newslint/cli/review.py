"""`newslint review`: goes through findings with a person, one key a decision."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import msgspec

from newslint.cli.fixing import sweep_up
from newslint.cli.keys import is_terminal
from newslint.cli.novelty import add_known, novel
from newslint.cli.options import names, opened, options, parser, some_names, story_date
from newslint.cli.reading import add_reading
from newslint.cli.session import Session, wanted
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.core.severity import Severity
from newslint.desk.discovery import STANDARD_INPUT
from newslint.desk.options import Options
from newslint.run.decisions import Decisions, place
from newslint.run.run import check


def main(words: Sequence[str]) -> int:
    """Ask about one finding after the other, and do what is decided; return the exit code."""
    arguments = _parser().parse_args(words)
    if STANDARD_INPUT in arguments.paths:
        raise ConfigError("review: found -, expected files, as it writes into them.")
    if not is_terminal():
        raise ConfigError("review: found no terminal, expected one, as it asks; `newslint check` reports.")
    desk = opened(_options(arguments))
    decisions = Decisions(place(desk.here().config))
    report = novel(desk, arguments, check(desk, arguments.paths))
    complain((*report.complaints, *report.notices))
    asked = wanted(report.showing(Severity(arguments.show)), decisions, again=arguments.again)
    sweep_up(desk, arguments.paths)
    session = Session(desk, arguments.paths, decisions)
    # Also after Ctrl-C, which loses nothing: every decision is done and kept before the next question.
    try:
        session.go_through(asked)
    finally:
        complain([session.told()])
        if session.counts:
            complain([f"decisions are kept in {shown(decisions.path)}."])
        desk.close()
    return 2 if report.complaints or session.failed else 0


def _parser() -> argparse.ArgumentParser:
    made = parser(
        "review",
        "Go through findings at a terminal, one key a decision: accept a fix, take another reading, skip, "
        "ignore with a reason, or edit by hand in $EDITOR. Every decision is written at once.",
    )
    made.add_argument("paths", metavar="PATH", nargs="*", default=["."], help="files and folders")
    made.add_argument(
        "--select", metavar="RULES", type=some_names, action="extend", help="ask about these rules only"
    )
    made.add_argument(
        "--ignore", metavar="RULES", type=names, action="extend", default=[], help="do not ask about these"
    )
    made.add_argument("--date", type=story_date, help="the date of the stories, YYYY-MM-DD or today")
    made.add_argument(
        "--show",
        metavar="LEVEL",
        choices=[each.value for each in Severity],
        default=Severity.SUGGESTION.value,
        help="ask about findings from this severity on",
    )
    made.add_argument("--again", action="store_true", help="ask also about what was skipped before")
    made.add_argument(
        "--no-track-changes",
        action="store_true",
        help="write fixes into Word files plainly, not as tracked changes",
    )
    add_known(made)
    add_reading(made)
    made.set_defaults(write_baseline=None)
    return made


def _options(arguments: argparse.Namespace) -> Options:
    return msgspec.structs.replace(
        options(arguments),
        select=tuple(arguments.select) if arguments.select is not None else None,
        ignore=tuple(arguments.ignore),
        date=arguments.date,
        tracked=not arguments.no_track_changes,
    )
