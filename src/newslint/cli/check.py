"""`newslint check`: lint files and folders, the main job."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from newslint.cli.fixing import add_fixing, expect_room, is_copy_wanted, is_mending, mended, without_effect
from newslint.cli.ignoring import add_ignoring, expect_files, ignored
from newslint.cli.novelty import add_novelty, expect_all, novel, sifting, write_baseline
from newslint.cli.options import (
    add_time_limit,
    names,
    opened,
    options,
    parser,
    positive,
    some_names,
    story_date,
)
from newslint.cli.parsing import Parser
from newslint.cli.progress import progress
from newslint.cli.reading import add_reading
from newslint.cli.reports import add_reports, expect_no_story, reports, with_decisions
from newslint.cli.streams import complain, put_aside
from newslint.cli.telling import Telling
from newslint.core.report import Report
from newslint.core.severity import Severity
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.run.deadline import Deadline
from newslint.run.run import check

# It is loaded where something may be kept.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.run.recall.recall import Recall


def main(words: Sequence[str]) -> int:
    """Lint, report, and return the exit code."""
    arguments = check_parser().parse_args(words)
    deadline = Deadline.after(arguments.time_limit)
    expect_room(arguments)
    expect_all(arguments)
    expect_files(arguments)
    complain(without_effect(arguments))
    desk = opened(_options(arguments), restored=False)
    wanted = reports(desk.registry, arguments)
    expect_no_story(wanted, desk, arguments.paths)
    known = _known(desk)
    fails = _fails(desk, arguments)
    telling = Telling(wanted, arguments, fails=fails or Severity.ERROR, aside=is_copy_wanted(arguments))
    heard = _heard(desk, arguments, telling)
    with _keeping(desk, known), progress() as seen:
        report = check(
            desk, arguments.paths, heard=heard, progress=seen, deadline=deadline, known=known, attended=True
        )
    report = report if heard else novel(desk, arguments, report)
    complain((*report.complaints, *report.notices))
    if not report.file_count and not report.complaints:
        complain([f"nothing to lint in {', '.join(arguments.paths)}: no files that a reader knows."])
    if report.interrupted:
        _tell(telling, report, heard=heard is not None)
        return 130
    if arguments.write_baseline:
        write_baseline(arguments.write_baseline, report)
        desk.close()
        return 2 if report.complaints else 0
    if arguments.add_ignore is not None:
        report = ignored(desk, arguments, report, least=telling.least, deadline=deadline)
    report, changed = mended(desk, arguments, report, deadline)
    report = with_decisions(desk, wanted, report)
    if heard or not arguments.fix_only:
        _tell(telling, report, heard=heard is not None)
    desk.close()
    put_aside("".join(f"{line}\n" for line in desk.profile.lines()) if desk.profile else "")
    return _exit_code(arguments, report, fails=fails, changed=changed)


def _heard(desk: Desk, arguments: argparse.Namespace, telling: Telling) -> Callable[[Report], Report] | None:
    """Return what tells each story once it is linted, or None where all of them are wanted first."""
    if (
        not telling.flows
        or arguments.across
        or arguments.across_only
        or is_mending(arguments)
        or arguments.add_ignore
    ):
        return None
    sift = sifting(desk, arguments)
    return (lambda report: telling.hear(sift(report))) if sift else None


def check_parser() -> Parser:
    """Return the parser of the command, whose options may stand before it."""
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
    made.add_argument("--date", type=story_date, help="the date of the story, YYYY-MM-DD or today")
    made.add_argument("--across", action="store_true", help="also compare the stories with each other")
    made.add_argument("--across-only", action="store_true", help="compare the stories, and do nothing else")
    made.add_argument(
        "--fail-on",
        choices=["error", "warning", "suggestion", "never"],
        help="what makes the exit code 1 (default: the config's `fail-on`, else error)",
    )
    add_novelty(made)
    add_fixing(made)
    add_ignoring(made)
    made.add_argument("--stdin-filename", metavar="NAME", help="the path that standard input stands for")
    add_reading(made)
    made.add_argument("--force-exclude", action="store_true", help="exclude also files that are named")
    made.add_argument(
        "--jobs", type=positive, metavar="N", help="processes (default: one a core, when it pays)"
    )
    made.add_argument(
        "--profile",
        action="store_true",
        help="tell on standard error what time rules and views took, in one process and with nothing kept",
    )
    add_time_limit(made)
    return made


def _options(arguments: argparse.Namespace) -> Options:
    return msgspec.structs.replace(
        options(arguments),
        select=tuple(arguments.select) if arguments.select is not None else None,
        ignore=tuple(arguments.ignore),
        date=arguments.date,
        across=arguments.across or arguments.across_only,
        across_only=arguments.across_only,
        force_exclude=arguments.force_exclude,
        jobs=1 if arguments.profile else arguments.jobs,
        profile=arguments.profile,
        cache=not (arguments.no_cache or arguments.profile),
        stdin_filename=arguments.stdin_filename,
        tracked=not arguments.no_track_changes,
        formats=(arguments.format, *(name for name, _ in arguments.report)),
    )


def _tell(telling: Telling, report: Report, *, heard: bool) -> None:
    """Tell a report, or what stands at its end where the stories were *heard* one by one."""
    if heard:
        telling.close(report)
    else:
        telling.tell(report)


def _known(desk: Desk) -> Recall | None:
    """Return what is known of stories from runs before, where that may be.

    Raises ConfigError and RuleError for a fault in the config nearest the working directory.
    """
    known = None
    if desk.cache:
        from newslint.run.recall.recall import recall

        known = recall(desk)
    if known is None or not known.is_sound(desk.config_here):
        desk.here()
    return known


@contextmanager
def _keeping(desk: Desk, known: Recall | None) -> Iterator[None]:
    """Keep what a run finds, be it stopped by Ctrl-C, and say what was wrong with what was kept."""
    told = len(desk.notices)
    try:
        yield
    finally:
        if known:
            known.close()
            complain(known.store.notices)
        complain(desk.notices[told:])


def _fails(desk: Desk, arguments: argparse.Namespace) -> Severity | None:
    """Return the mildest severity that fails the run, or None where no finding does."""
    name = arguments.fail_on or desk.config_here.style.fail_on or "error"
    return None if name == "never" or arguments.fix_only else Severity(name)


def _exit_code(
    arguments: argparse.Namespace, report: Report, *, fails: Severity | None, changed: bool
) -> int:
    if report.complaints:
        return 2
    if changed and arguments.exit_non_zero_on_fix:
        return 1
    severities = [each for each in Severity if fails is not None and each.rank >= fails.rank]
    return int(any(map(report.count, severities)))
