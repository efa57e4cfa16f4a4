"""Which findings are new: what a baseline does not know, what touches changed lines."""

from __future__ import annotations

import argparse

from newslint.cli.options import write
from newslint.cli.reports import is_same
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError
from newslint.core.report import Report
from newslint.desk.desk import Desk


def add_novelty(made: argparse.ArgumentParser) -> None:
    """Add the options that say which findings are news."""
    known = made.add_mutually_exclusive_group()
    known.add_argument("--baseline", metavar="FILE", help="report only findings that this file does not know")
    known.add_argument("--write-baseline", metavar="FILE", help="keep all findings in a file, as known")
    made.add_argument(
        "--changed-since", metavar="REV", help="report only findings on lines that changed since, by git"
    )
    made.add_argument(
        "--whole-files", action="store_true", help="with --changed-since: on any line of a changed file"
    )


def novel(desk: Desk, arguments: argparse.Namespace, report: Report) -> Report:
    """Return a report with what is new in it, as far as that is asked.

    Raises ConfigError for a baseline that cannot be read, and where git cannot tell what changed.
    """
    path = None if arguments.write_baseline else arguments.baseline or _configured(desk)
    if path is not None:
        from newslint.run import baseline

        report = baseline.sifted(report, baseline.read(path))
    # Only then, as what was found on lines that have not changed is not gone from the baseline.
    if arguments.changed_since is not None:
        from newslint.run.changed import changed_since

        report = changed_since(report, arguments.changed_since, whole=arguments.whole_files)
    return report


def write_baseline(path: str, report: Report) -> None:
    """Keep all findings of a report as known. Raises ConfigError where the file cannot be written."""
    from newslint.run import baseline

    if any(is_same(path, report.container(file.path)) for file in report.files):
        raise ConfigError(f"--write-baseline: {path} is one of the stories; name a file that is not linted.")
    write(baseline.encoded(baseline.taken(report, path)), path, option="--write-baseline")
    complain([f"{len(report.findings):,} findings are known from now on, by {path}."])


def _configured(desk: Desk) -> str | None:
    config = desk.here().config
    return str(config.path("baseline", config.style.baseline)) if config.style.baseline else None
