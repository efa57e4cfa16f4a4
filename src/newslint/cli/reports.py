"""Reports: which are written, in which format and where to."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Protocol

import msgspec

from newslint.cli.options import write
from newslint.cli.streams import colourless, put_aside, terminal_width
from newslint.core.errors import ConfigError, PluginError
from newslint.core.failures import failure
from newslint.core.paths import meant
from newslint.core.report import Report
from newslint.core.rule import Severity
from newslint.plugins.registry import Registry
from newslint.rulebook.faults import nearest

PLAIN_WIDTH = 100
FAILING = "failing"


class Reporter(Protocol):
    """What puts a report into words."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the words; *width* is that of the terminal, if they go to one."""


class Written(msgspec.Struct, frozen=True):
    """One report to write: the name of its format, what makes it, and the file it goes to, if it does."""

    option: str
    format: str
    reporter: Reporter
    file: str | None


def add_reports(made: argparse.ArgumentParser) -> None:
    """Add the options that say what is written."""
    form = made.add_mutually_exclusive_group()
    form.add_argument("--format", default="terminal", help="the reporter (default: terminal); see the README")
    form.add_argument(
        "--statistics",
        dest="format",
        action="store_const",
        const="statistics",
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


def write_reports(
    wanted: Sequence[Written],
    arguments: argparse.Namespace,
    report: Report,
    *,
    fails: Severity,
    aside: bool = False,
) -> None:
    """Write every report. Raises PluginError where a stranger's reporter fails, ConfigError for a file.

    *fails* is the mildest severity that fails the run. *aside*: standard output holds
    something else, so the report goes to standard error, or to --report alone.
    """
    shown = report.showing(fails if arguments.show == FAILING else Severity(arguments.show))
    for each in wanted[aside and len(wanted) > 1 :]:
        if aside and each.option == "--format":
            put_aside(_told(each, shown, None))
        else:
            write(_rendered(each, shown, arguments.color), each.file, option=_option(each))


def expect_no_story(wanted: Sequence[Written], report: Report) -> None:
    """Raise ConfigError where a report would take the place of a story."""
    for each in wanted:
        if each.file and any(is_same(each.file, report.container(one.path)) for one in report.files):
            raise ConfigError(
                f"{_option(each)}: {each.file} is one of the stories; name a file that is not linted."
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


def _option(each: Written) -> str:
    return "--output" if each.option == "--format" else each.option


def _reporter(registry: Registry, option: str, name: str) -> Reporter:
    if name not in registry.reporters:
        known = ", ".join(registry.reporters)
        raise ConfigError(
            f"{option}: unknown reporter `{name}`{nearest(name, registry.reporters)}; known: {known}."
        )
    made: Reporter = registry.reporters[name].made(offering="render")
    return made


def _rendered(each: Written, report: Report, color: str) -> str:
    coloured = _is_coloured(each, color)
    width = None if each.file else terminal_width()
    text = _told(each, report, width or (PLAIN_WIDTH if coloured else None))
    return text if coloured or not width else colourless(text)


def _told(each: Written, report: Report, width: int | None) -> str:
    try:
        text = each.reporter.render(report, width=width)
    except BaseException as cause:
        raise PluginError(f"the reporter `{each.format}` failed: {failure(cause)}.") from cause
    if not isinstance(text, str):
        kind = type(text).__name__
        raise PluginError(f"the reporter `{each.format}` gave a {kind}, expected the text of a report.")
    return text


def _is_coloured(each: Written, color: str) -> bool:
    """Tell whether a report is in colour: https://no-color.org, https://force-color.org."""
    if each.file or color == "never":
        return False
    if color == "always" or os.environ.get("FORCE_COLOR"):
        return True
    return terminal_width() is not None and not os.environ.get("NO_COLOR")
