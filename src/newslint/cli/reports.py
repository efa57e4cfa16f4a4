"""Reports: which are written, in which format and where to."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.paths import meant
from newslint.core.report import Report
from newslint.core.severity import Severity
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.plugins.registry import Registry
from newslint.rulebook.faults import nearest
from newslint.run.told import Asking, Flowing, Whole

FAILING = "failing"
STATISTICS = "statistics"


class Written(msgspec.Struct, frozen=True):
    """One report to write: the name of its format, what makes it, and the file it goes to, if it does."""

    option: str
    format: str
    reporter: Whole | Flowing | Asking
    file: str | None

    @property
    def target(self) -> str:
        """Return the option that names the file."""
        return "--output" if self.option == "--format" else self.option


def add_reports(made: argparse.ArgumentParser) -> None:
    """Add the options that say what is written."""
    form = made.add_mutually_exclusive_group()
    form.add_argument("--format", default="terminal", help="the reporter (default: terminal); see the README")
    form.add_argument(
        "--statistics",
        dest="format",
        action="store_const",
        const=STATISTICS,
        help="count the findings by rule",
    )
    made.add_argument("--output", metavar="FILE", help="write the report to a file")
    made.add_argument(
        "--report",
        metavar="FORMAT:FILE",
        type=_report,
        action="append",
        default=[],
        help="write a report in another format, too (repeatable)",
    )
    made.add_argument(
        "--show",
        metavar="LEVEL",
        choices=[*(each.value for each in Severity), FAILING],
        default=Severity.SUGGESTION.value,
        help="list findings from this severity on, or those that fail the run (failing); count the others",
    )
    made.add_argument("--color", choices=["auto", "always", "never"], default="auto", help="colours")


def reports(registry: Registry, arguments: argparse.Namespace) -> tuple[Written, ...]:
    """Return the reports that are asked for. Raises ConfigError and PluginError before anything is linted."""
    wanted = [("--format", arguments.format, arguments.output)]
    wanted += [("--report", name, file) for name, file in arguments.report]
    return tuple(
        Written(option, name, _reporter(registry, option, name), file) for option, name, file in wanted
    )


def with_decisions(desk: Desk, wanted: Sequence[Written], report: Report) -> Report:
    """Give a report what people decided in reviews, if the statistics are to tell of it."""
    if all(each.format != STATISTICS for each in wanted):
        return report
    from newslint.run.decisions import place, tallied

    return msgspec.structs.replace(report, decided=tallied(place(desk.config_here)))


def expect_no_story(wanted: Sequence[Written], desk: Desk, paths: Sequence[str]) -> None:
    """Raise ConfigError where a report would take the place of a story."""
    for each in wanted:
        if each.file and os.path.exists(each.file):
            stories = (one.name for one in desk.assignments(paths) if isinstance(one, Assignment))
            if any(is_same(each.file, story) for story in stories):
                raise ConfigError(
                    f"{each.target}: {each.file} is one of the stories; name a file that is not linted."
                )


def is_same(one: str, other: str) -> bool:
    """Tell whether a path and one that is shown as *other* lead to one file, which is there."""
    try:
        return os.path.samefile(one, meant(other))
    except OSError:
        return False


def _report(value: str) -> tuple[str, str]:
    name, colon, file = value.partition(":")
    if not (name and colon and file):
        raise argparse.ArgumentTypeError(f"found `{value}`, expected a format and a file, as sarif:out.sarif")
    return name, file


def _reporter(registry: Registry, option: str, name: str) -> Whole | Flowing | Asking:
    if name not in registry.reporters:
        known = ", ".join(registry.reporters)
        raise ConfigError(
            f"{option}: unknown reporter `{name}`{nearest(name, registry.reporters)}; known: {known}."
        )
    made: Whole | Flowing | Asking = registry.reporters[name].reporter()
    return made
