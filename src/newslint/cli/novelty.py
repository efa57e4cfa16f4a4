"""Which findings are new: what a baseline does not know, what touches changed lines."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from newslint.cli.options import write
from newslint.cli.reports import is_same
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError
from newslint.core.report import Report
from newslint.desk.desk import Desk


def add_novelty(made: argparse.ArgumentParser) -> None:
    """Add the options that say which findings are news, and which are to be none from now on."""
    add_known(made)
    made.add_argument("--write-baseline", metavar="FILE", help="keep all findings in a file, as known")


def add_known(made: argparse.ArgumentParser) -> None:
    """Add the options that say which findings are news."""
    made.add_argument("--baseline", metavar="FILE", help="report only findings that this file does not know")
    made.add_argument(
        "--changed-since", metavar="REV", help="report only findings on lines that changed since, by git"
    )
    made.add_argument(
        "--whole-files", action="store_true", help="with --changed-since: on any line of a changed file"
    )


def expect_all(arguments: argparse.Namespace) -> None:
    """Raise ConfigError where a baseline would be written of a part of what is found."""
    if arguments.write_baseline and arguments.baseline:
        raise ConfigError("--write-baseline: found --baseline beside it, expected one of them.")
    if arguments.write_baseline and arguments.changed_since is not None:
        raise ConfigError(
            "--write-baseline: found --changed-since beside it, expected it without: "
            "a baseline knows all findings, not those on changed lines."
        )


def novel(desk: Desk, arguments: argparse.Namespace, report: Report) -> Report:
    """Return a report with what is new in it, as far as that is asked.

    Raises ConfigError for a baseline that cannot be read, and where git cannot tell what changed.
    """
    path = None if arguments.write_baseline else arguments.baseline or _configured(desk)
    if path is not None:
        from newslint.run import baseline

        known = baseline.read(path, desk.here().aliases)
        complain(baseline.told(known, path))
        report = baseline.sifted(report, known)
    # Only then, as what was found on lines that have not changed is not gone from the baseline.
    return _changing(arguments)(report)


def sifting(desk: Desk, arguments: argparse.Namespace) -> Callable[[Report], Report] | None:
    """Return what takes the news out of the report of one story; None where all stories are to be known.

    Raises ConfigError as `novel` does.
    """
    if arguments.write_baseline or arguments.baseline or _configured(desk):
        return None
    return _changing(arguments)


def _changing(arguments: argparse.Namespace) -> Callable[[Report], Report]:
    """Return what takes out of a report the findings on changed lines, if they are asked for."""
    if arguments.changed_since is None:
        return lambda report: report
    from newslint.run.changed import Changes

    changes = Changes.since(arguments.changed_since)
    return lambda report: changes.of(report, whole=arguments.whole_files)


def write_baseline(path: str, report: Report) -> None:
    """Keep all findings of a report as known. Raises ConfigError where the file cannot be written."""
    from newslint.run import baseline

    if any(is_same(path, report.container(file.path)) for file in report.files):
        raise ConfigError(f"--write-baseline: {path} is one of the stories; name a file that is not linted.")
    write(baseline.encoded(baseline.taken(report, path)), path, option="--write-baseline")
    count = len(report.findings)
    complain([f"{count:,} {'finding is' if count == 1 else 'findings are'} known from now on, by {path}."])


def _configured(desk: Desk) -> str | None:
    config = desk.config_here
    return str(config.path("baseline", config.style.baseline)) if config.style.baseline else None
