"""Ignoring: what `--add-ignore` does, and what is said of it."""

from __future__ import annotations

import argparse

import msgspec

from newslint.cli.fixing import sweep_up
from newslint.cli.novelty import novel
from newslint.cli.options import reason
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError
from newslint.core.report import Report
from newslint.core.severity import Severity
from newslint.desk.desk import Desk
from newslint.desk.discovery import STANDARD_INPUT
from newslint.run.deadline import Deadline
from newslint.run.run import check, completed

# What also decides what becomes of findings.
OTHERS = ("fix", "fix_only", "diff", "write_baseline")


def add_ignoring(made: argparse.ArgumentParser) -> None:
    """Add the option that writes ignores."""
    made.add_argument(
        "--add-ignore",
        metavar="REASON",
        type=reason,
        help="write an ignore with this reason for each finding that would be listed",
    )


def expect_files(arguments: argparse.Namespace) -> None:
    """Raise ConfigError where ignores have no file to go to, or something else is to become of findings."""
    if arguments.add_ignore is None:
        return
    if STANDARD_INPUT in arguments.paths:
        raise ConfigError("--add-ignore: found -, expected files, as it writes into them.")
    for name in OTHERS:
        if getattr(arguments, name):
            option = f"--{name.replace('_', '-')}"
            raise ConfigError(f"--add-ignore: found {option} beside it, expected one of them.")


def ignored(
    desk: Desk, arguments: argparse.Namespace, report: Report, *, least: Severity, deadline: Deadline | None
) -> Report:
    """Write ignores for the findings from a severity on, which are those listed; return what is left."""
    from newslint.run.ignorer import Ignored, ignore

    sweep_up(desk, arguments.paths)
    failures: tuple[str, ...] = ()
    changed: dict[str, int] = {}
    for each in ignore(
        desk, report.showing(least), arguments.paths, reason=arguments.add_ignore, deadline=deadline
    ):
        if isinstance(each, Ignored):
            changed[each.path] = each.count
        else:
            failures += (str(each),)
            complain([str(each)])
    left = report
    if changed:
        left = completed(
            novel(desk, arguments, check(desk, arguments.paths, deadline=deadline)), report, changed
        )
        count, files = sum(changed.values()), len(changed)
        complain(
            [f"ignored {_plural(count, 'finding')} in {_plural(files, 'file')}, {len(left.findings):,} left."]
        )
    complain(each for each in left.complaints if each not in report.complaints)
    return msgspec.structs.replace(left, complaints=left.complaints + failures)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
