"""The baseline on the command line: `--baseline`, `--write-baseline`."""

from __future__ import annotations

import argparse

from newslint.cli.options import write
from newslint.cli.reports import is_same
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError
from newslint.core.report import Report
from newslint.desk.desk import Desk


def add_baseline(made: argparse.ArgumentParser) -> None:
    """Add the options that say which findings are known."""
    known = made.add_mutually_exclusive_group()
    known.add_argument("--baseline", metavar="FILE", help="report only findings that this file does not know")
    known.add_argument("--write-baseline", metavar="FILE", help="keep all findings in a file, as known")


def sifted(desk: Desk, arguments: argparse.Namespace, report: Report) -> Report:
    """Return a report without what the baseline knows, if there is one. Raises ConfigError for a bad one."""
    path = None if arguments.write_baseline else arguments.baseline or _configured(desk)
    if path is None:
        return report
    from newslint.run import baseline

    return baseline.sifted(report, baseline.read(path))


def write_baseline(path: str, report: Report) -> None:
    """Keep all findings of a report as known. Raises ConfigError where the file cannot be written."""
    from newslint.run import baseline

    if any(is_same(path, file.path) for file in report.files):
        raise ConfigError(f"--write-baseline: {path} is one of the stories; name a file that is not linted.")
    write(baseline.encoded(baseline.taken(report, path)), path, option="--write-baseline")
    complain([f"{len(report.findings):,} findings are known from now on, by {path}."])


def _configured(desk: Desk) -> str | None:
    config = desk.here().config
    return str(config.path("baseline", config.style.baseline)) if config.style.baseline else None
