"""`newslint check`: lint files and folders, the main job."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

import msgspec

from newslint.cli.novelty import add_novelty, novel, write_baseline
from newslint.cli.options import (
    add_time_limit,
    names,
    opened,
    options,
    parser,
    positive,
    some_names,
    story_date,
    write,
)
from newslint.cli.reading import add_reading
from newslint.cli.reports import add_reports, expect_no_story, reports, write_reports
from newslint.cli.streams import complain, terminal_width
from newslint.core.paths import shown
from newslint.core.report import Report
from newslint.core.rule import Severity
from newslint.core.visible import visible_lines
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.options import Options
from newslint.run.deadline import Deadline
from newslint.run.run import check, completed

# A bar for fewer files than this would be gone before it is read.
WORTH_A_BAR = 500


def main(words: Sequence[str]) -> int:
    """Lint, report, and return the exit code."""
    arguments = _parser().parse_args(words)
    deadline = Deadline.after(arguments.time_limit)
    desk = opened(_options(arguments))
    wanted = reports(desk.registry, arguments)
    with _progress() as progress:
        report = check(desk, arguments.paths, progress=progress, deadline=deadline)
        report = novel(desk, arguments, report)
    expect_no_story(wanted, report)
    complain((*report.complaints, *report.notices))
    if not report.files and not report.complaints:
        complain([f"nothing to lint in {', '.join(arguments.paths)}: no files that a reader knows."])
    if arguments.write_baseline:
        write_baseline(arguments.write_baseline, report)
        return 2 if report.complaints else 0
    if arguments.diff:
        report = _diffed(desk, arguments, report, deadline)
    else:
        report = _fixed(desk, arguments, report, deadline) if arguments.fix else report
        write_reports(wanted, arguments, report)
    desk.close()
    return _exit_code(report, arguments.fail_on or desk.here().config.style.fail_on or "error")


def _parser() -> argparse.ArgumentParser:
    made = parser(
        "check", "Lint files and folders. Exit code: 0 fine, 1 findings, 2 the work could not be done."
    )
    made.add_argument(
        "paths", metavar="PATH", nargs="*", default=["."], help="files and folders; - is standard input"
    )
    add_reports(made)
    made.add_argument(
        "--select", metavar="RULES", type=some_names, action="extend", help="run only these rules or families"
    )
    made.add_argument(
        "--ignore", metavar="RULES", type=names, action="extend", default=[], help="do not run these"
    )
    made.add_argument("--date", type=story_date, help="the date of the story, YYYY-MM-DD")
    made.add_argument("--across", action="store_true", help="also compare the stories with each other")
    made.add_argument(
        "--fail-on",
        choices=["error", "warning", "suggestion", "never"],
        help="what makes the exit code 1 (default: the config's `fail-on`, else error)",
    )
    add_novelty(made)
    _add_fixing(made)
    made.add_argument("--stdin-filename", metavar="NAME", help="the path that standard input stands for")
    add_reading(made)
    made.add_argument("--force-exclude", action="store_true", help="exclude also files that are named")
    made.add_argument(
        "--jobs", type=positive, metavar="N", help="processes (default: one a core, when it pays)"
    )
    add_time_limit(made)
    return made


def _add_fixing(made: argparse.ArgumentParser) -> None:
    made.add_argument("--fix", action="store_true", help="apply safe fixes, and report what is left")
    made.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: also fixes of fact, the first offered",
    )
    made.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")


def _options(arguments: argparse.Namespace) -> Options:
    return msgspec.structs.replace(
        options(arguments),
        select=tuple(arguments.select) if arguments.select is not None else None,
        ignore=tuple(arguments.ignore),
        date=arguments.date,
        across=arguments.across,
        force_exclude=arguments.force_exclude,
        jobs=arguments.jobs,
        stdin_filename=arguments.stdin_filename,
    )


def _fixed(desk: Desk, arguments: argparse.Namespace, report: Report, deadline: Deadline | None) -> Report:
    """Fix what can be fixed, and say so file by file; return what is left."""
    from newslint.run.fixer import fix

    _sweep(desk, arguments)
    failures: tuple[str, ...] = ()
    changed = set[str]()
    for each in fix(desk, report, arguments.paths, unsafe=arguments.unsafe_fixes, deadline=deadline):
        changed |= {each} if isinstance(each, str) else set()
        failures += () if isinstance(each, str) else (str(each),)
        complain([f"fixed {each}." if isinstance(each, str) else str(each)])
    left = report
    if changed:
        again = check(desk, arguments.paths, deadline=deadline)
        left = completed(novel(desk, arguments, again), report, changed)
    complain(each for each in left.complaints if each not in report.complaints)
    return msgspec.structs.replace(left, complaints=left.complaints + failures)


def _sweep(desk: Desk, arguments: argparse.Namespace) -> None:
    """Remove what killed runs left where this one is to write."""
    from newslint.run.leftovers import sweep
    from newslint.run.writing import named

    stories = [each.path for each in desk.assignments(arguments.paths) if isinstance(each, Assignment)]
    found = sweep(stories, named(arguments.paths))
    if found:
        complain([f"removed what an interrupted run left: {', '.join(map(shown, found))}."])


def _diffed(desk: Desk, arguments: argparse.Namespace, report: Report, deadline: Deadline | None) -> Report:
    """Write what `--fix` would change, and change nothing."""
    from newslint.run.fixer import diff

    made = list(diff(desk, report, arguments.paths, unsafe=arguments.unsafe_fixes, deadline=deadline))
    lines = "".join(each for each in made if isinstance(each, str))
    write(visible_lines(lines) if terminal_width() and not arguments.output else lines, arguments.output)
    failures = tuple(str(each) for each in made if not isinstance(each, str))
    complain(failures)
    return msgspec.structs.replace(report, complaints=report.complaints + failures)


class _Silent:
    """No progress to be seen."""

    def __enter__(self) -> Callable[[int, int], None]:
        return lambda done, total: None

    def __exit__(self, *_: object) -> None:
        return None


class _Bar:
    """A bar on standard error, shown once a run proves long."""

    def __init__(self) -> None:
        self.bar: object = None

    def __enter__(self) -> Callable[[int, int], None]:
        return self.advance

    def advance(self, done: int, total: int) -> None:
        """Show that *done* of *total* files are linted."""
        if total < WORTH_A_BAR:
            return
        from rich.console import Console
        from rich.progress import Progress

        if self.bar is None:
            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.bar.start()
            self.bar.add_task("Linting", total=total)
        if isinstance(self.bar, Progress):
            self.bar.update(self.bar.task_ids[0], completed=done)

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()  # type: ignore[attr-defined]


def _progress() -> _Silent | _Bar:
    return _Bar() if sys.stderr is not None and sys.stderr.isatty() else _Silent()


def _exit_code(report: Report, fail_on: str) -> int:
    if report.complaints:
        return 2
    if fail_on == "never":
        return 0
    least = Severity(fail_on).rank
    return int(any(Severity(finding.severity).rank >= least for finding in report.findings))
