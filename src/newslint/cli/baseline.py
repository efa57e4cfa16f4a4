"""`newslint baseline prune`: drops from a baseline what is gone."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.cli.options import opened, options, parser, write
from newslint.cli.streams import complain
from newslint.run import baseline
from newslint.run.run import check


def main(words: Sequence[str]) -> int:
    """Lint what a baseline knows, and keep of it what is still found; return the exit code."""
    made = parser("baseline", "Drop from a baseline what is no longer found.")
    made.add_argument("action", choices=["prune"], help="what is done")
    made.add_argument("file", metavar="FILE", help="the baseline")
    made.add_argument("paths", metavar="PATH", nargs="*", default=["."], help="what to lint (default: .)")
    made.add_argument("--across", action="store_true", help="also compare the stories with each other")
    arguments = made.parse_args(words)
    desk = opened(msgspec.structs.replace(options(arguments), across=arguments.across))
    known = baseline.read(arguments.file, desk.here().aliases)
    report = check(desk, arguments.paths)
    complain(report.complaints)
    # What could not be linted must not pass for mended.
    if report.complaints:
        return 2
    left = baseline.pruned(report, known)
    before, after = baseline.total(known), baseline.total(left)
    write(baseline.encoded(left), arguments.file, option="baseline prune")
    complain([f"{before - after:,} gone, {after:,} known."])
    return 0
