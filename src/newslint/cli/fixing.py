"""Fixing: what `--fix` and `--diff` do, and what is said of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import msgspec

from newslint.cli.novelty import novel
from newslint.cli.options import write
from newslint.cli.streams import complain, is_coloured, put, terminal_width
from newslint.core.errors import ConfigError, NewslintError
from newslint.core.paths import shown
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.discovery import STANDARD_INPUT, Assignment
from newslint.run.deadline import Deadline
from newslint.run.run import check, completed, relinted


def add_fixing(made: argparse.ArgumentParser) -> None:
    """Add the options that say what is mended."""
    made.add_argument("--fix", action="store_true", help="apply safe fixes, and report what is left")
    made.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: also fixes of fact, the first offered",
    )
    made.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    made.add_argument(
        "--no-track-changes",
        action="store_true",
        help="write fixes into Word files plainly, not as tracked changes",
    )
    made.add_argument("--fix-only", action="store_true", help="as --fix, and neither report nor fail")
    made.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit with 1 if a file was fixed")


def expect_room(arguments: argparse.Namespace) -> None:
    """Raise ConfigError where two things are asked for that would go to one place."""
    if arguments.diff and arguments.format != "terminal":
        form = arguments.format
        raise ConfigError(f"--diff: found --format {form}, expected --report {form}:FILE beside it.")
    if _fixes(arguments) and STANDARD_INPUT in arguments.paths and len(arguments.paths) > 1:
        raise ConfigError("--fix: found - beside other paths, expected it alone, as its copy is written out.")


def without_effect(arguments: argparse.Namespace) -> list[str]:
    """Tell which options wait for another that is not given, and so do nothing."""
    unmet = (
        (arguments.unsafe_fixes and not is_mending(arguments), "--unsafe-fixes", "--fix or --diff"),
        (arguments.no_track_changes and not is_mending(arguments), "--no-track-changes", "--fix or --diff"),
        (arguments.exit_non_zero_on_fix and not _fixes(arguments), "--exit-non-zero-on-fix", "--fix"),
        (arguments.whole_files and arguments.changed_since is None, "--whole-files", "--changed-since"),
    )
    return [f"{option} does nothing without {partner}." for idle, option, partner in unmet if idle]


def is_copy_wanted(arguments: argparse.Namespace) -> bool:
    """Tell whether standard output is for mended copy, or a diff, and the report goes elsewhere."""
    return arguments.diff or (_fixes(arguments) and STANDARD_INPUT in arguments.paths)


def is_mending(arguments: argparse.Namespace) -> bool:
    """Tell whether fixes are made or shown."""
    return arguments.diff or _fixes(arguments)


def mended(
    desk: Desk, arguments: argparse.Namespace, report: Report, deadline: Deadline | None
) -> tuple[Report, bool]:
    """Do or show what fixes would, as far as it is asked; return what is left, and if anything changed."""
    if arguments.diff:
        return _diffed(desk, arguments, report, deadline), False
    if not _fixes(arguments):
        return report, False
    if STANDARD_INPUT in arguments.paths:
        return _copied(desk, arguments, report, deadline)
    return _fixed(desk, arguments, report, deadline)


def sweep_up(desk: Desk, paths: Sequence[str]) -> None:
    """Remove what killed runs left where this one is to write."""
    from newslint.run.leftovers import sweep
    from newslint.run.writing import named

    stories = [each.path for each in desk.assignments(paths) if isinstance(each, Assignment)]
    found = sweep(stories, named(paths))
    if found:
        complain([f"removed what an interrupted run left: {', '.join(map(shown, found))}."])


def _fixes(arguments: argparse.Namespace) -> bool:
    return bool(arguments.fix or arguments.fix_only)


def _fixed(
    desk: Desk, arguments: argparse.Namespace, report: Report, deadline: Deadline | None
) -> tuple[Report, bool]:
    """Fix what can be fixed, and say so file by file."""
    from newslint.run.fixer import fix

    sweep_up(desk, arguments.paths)
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
        complain([_told(report, left, len(changed))])
    complain(each for each in left.complaints if each not in report.complaints)
    return msgspec.structs.replace(left, complaints=left.complaints + failures), bool(changed)


def _copied(
    desk: Desk, arguments: argparse.Namespace, report: Report, deadline: Deadline | None
) -> tuple[Report, bool]:
    """Write out what came by standard input, mended; nothing of it is lost where that fails."""
    from newslint.run.fixer import copied

    failures: tuple[str, ...] = ()
    changed = False
    left = report
    for each in copied(desk, report, arguments.paths, unsafe=arguments.unsafe_fixes, deadline=deadline):
        if isinstance(each, NewslintError):
            failures += (str(each),)
            continue
        put(each.content or b"")
        if each not in desk.assignments(arguments.paths):
            changed = True
            left = novel(desk, arguments, relinted(desk, each))
            complain([_told(report, left, 1)])
    complain(failures)
    return msgspec.structs.replace(left, complaints=left.complaints + failures), changed


def _told(report: Report, left: Report, files: int) -> str:
    """Tell what fixing came to: "fixed 7 findings in 3 files, 36 left, 12 have unsafe fixes."."""
    fixed = len(report.findings) - len(left.findings)
    unsafe = sum(any(fix.safety == "unsafe" for fix in each.fixes[:1]) for each in left.findings)
    return (
        f"fixed {fixed:,} {'finding' if fixed == 1 else 'findings'} in "
        f"{files:,} {'file' if files == 1 else 'files'}, {len(left.findings):,} left, "
        f"{unsafe:,} {'has an unsafe fix' if unsafe == 1 else 'have unsafe fixes'}."
    )


def _diffed(desk: Desk, arguments: argparse.Namespace, report: Report, deadline: Deadline | None) -> Report:
    """Write what `--fix` would change, and change nothing."""
    from newslint.cli.worded import worded
    from newslint.run.fixer import diff, patch

    # A person reads words; a program that is given the diff applies it.
    is_read = not arguments.output and (terminal_width() is not None or arguments.color == "always")
    shown = worded(coloured=is_coloured(arguments.color)) if is_read else patch
    unsafe = arguments.unsafe_fixes
    made = list(diff(desk, report, arguments.paths, shown=shown, unsafe=unsafe, deadline=deadline))
    write("".join(each for each in made if isinstance(each, str)), arguments.output)
    failures = tuple(str(each) for each in made if not isinstance(each, str))
    complain(failures)
    return msgspec.structs.replace(report, complaints=report.complaints + failures)
