"""The deadline of a run: it stops what is going on, and what is done is kept and reported."""

from __future__ import annotations

import itertools
import json
import os
import signal
import time

import pytest

from conftest import house_rules
from newslint.core.failures import OutOfTimeError
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.options import Options
from newslint.run.deadline import Deadline, until
from newslint.run.fixer import diff, fix, patch
from newslint.run.run import check, documents, unseen
from newslint.run.workers import in_workers
from processes import installed, ran

MIXED = '“Late,” he said.\n\n"We waited," she said. "We left."\n'
NAMES = ("a.txt", "b.txt", "c.txt")
# One that is past, and one that only a clock of our own brings on.
# A day away: the tests of a slow machine take more than ten minutes.
PAST, LONG = Deadline(5, 0), Deadline(600, Deadline.after(86_400).moment)
LIMIT = "the --time-limit of 600 seconds"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")


class Stopping(Desk):
    """A desk that has the time run out when a story of some name is read for the *turn*-th time."""

    def __init__(self, name, *, turn=1, **options):
        super().__init__(Options(**options))
        self.name, self.left = name, turn

    def documents(self, assignment):
        self.left -= assignment.name == self.name
        if self.left == 0:
            signal.raise_signal(signal.SIGALRM)
        yield from super().documents(assignment)


@pytest.fixture
def stories(desk):
    for name in NAMES:
        (desk / name).write_text(MIXED, encoding="utf-8")
    return desk


def test_work_that_goes_on_without_end_is_stopped():
    with pytest.raises(OutOfTimeError) as caught, until(Deadline.after(0.05), "the sum is not made"):
        for _ in itertools.count():
            pass

    assert str(caught.value) == "stopped at the --time-limit of 0.05 seconds: the sum is not made."


def test_nothing_begins_after_the_deadline():
    begun = []

    with pytest.raises(OutOfTimeError), until(PAST):
        begun.append(True)

    assert begun == []


def test_work_within_the_deadline_is_done_and_no_timer_is_left():
    with until(Deadline.after(0.05)):
        done = 1 + 1
    time.sleep(0.1)

    assert done == 2


def test_without_a_limit_there_is_no_deadline():
    with until(Deadline.after(None)):
        done = 1 + 1

    assert done == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_folders_are_not_walked_after_the_deadline(stories, jobs):
    report = check(Desk(Options(jobs=jobs)), ["."], deadline=PAST)

    expected = "stopped at the --time-limit of 5 seconds: the stories are not all found, and none is linted."
    assert (report.complaints, report.files) == ((expected,), ())


def test_stories_that_are_left_are_said_beside_those_that_are_linted(stories):
    report = check(Stopping("b.txt", jobs=1), ["."], deadline=LONG)

    expected = "stopped at the --time-limit of 600 seconds: 2 of 3 stories are not linted."
    assert report.complaints == (expected,)
    assert [file.path for file in report.files] == ["a.txt"]
    assert [finding.rule for finding in report.findings] == ["quotes.mixed-marks"]


def test_workers_leave_off_at_the_deadline(stories):
    desk = Desk(Options())
    assignments = [each for each in desk.assignments(["."]) if isinstance(each, Assignment)]

    linted = in_workers(desk, assignments, [1, 1, 1], jobs=2, progress=unseen, deadline=PAST)

    assert list(linted) == []


def test_files_that_are_not_fixed_any_more_are_said_and_stay_as_they_are(stories):
    desk = Stopping("b.txt", turn=2, jobs=1)
    report = check(desk, ["."])

    told = list(map(str, fix(desk, report, ["."], unsafe=False, deadline=LONG)))

    assert told == ["a.txt", f"stopped at {LIMIT}: 2 of 3 files with fixes are not fixed."]
    assert [(stories / name).read_text(encoding="utf-8") == MIXED for name in NAMES] == [False, True, True]


def test_diff_shows_what_was_mended_in_time(stories):
    desk = Stopping("b.txt", turn=2, jobs=1)
    report = check(desk, ["."])

    *lines, last = diff(desk, report, ["."], shown=patch, unsafe=False, deadline=LONG)

    assert [line for line in lines if line.startswith("---")] == ["--- a/a.txt\n"]
    assert str(last) == f"stopped at {LIMIT}: 2 of 3 files with fixes are not fixed."


def test_documents_are_asked_until_the_deadline(stories):
    first, last = documents(Stopping("b.txt"), ["."], lambda story: None, deadline=LONG)

    assert (first.path, str(last)) == ("a.txt", f"stopped at {LIMIT}: 2 of 3 stories are not read.")


def test_no_folder_is_walked_for_documents_after_the_deadline(stories):
    [told] = documents(Desk(Options()), ["."], lambda story: None, deadline=PAST)

    assert str(told) == (
        "stopped at the --time-limit of 5 seconds: the stories are not all found, and none is read."
    )


@pytest.mark.parametrize("command", ["check", "names", "quotes", "document"])
def test_run_within_its_limit_is_whole(run, stories, command):
    limited = run(command, ".", "--time-limit", "600", "--format", "json")

    assert (limited.err, limited.out) == ("", run(command, ".", "--format", "json").out)


CLOCK = """
import signal
from pathlib import Path
from newslint.hookimpl import hookimpl
from newslint.plugin import AcrossCheck, Check

class Stop(Check, frozen=True):
    def problems(self, document):
        if "“" not in Path(document.path).read_text():
            signal.raise_signal(signal.SIGALRM)
        return iter(())

class Compare(AcrossCheck, frozen=True):
    def facts(self, document):
        return document.path

    def reconcile(self, facts):
        signal.raise_signal(signal.SIGALRM)
        return iter(())

@hookimpl
def newslint_checks():
    return {"stop": "weather_desk:KIND"}
"""
RULE = """\
title = "Clock"
severity = "warning"
message = "Late."
explanation = "It is late."
[check]
kind = "stop"
[[invalid]]
text = "[[a]]"
[[valid]]
text = "b"
[[valid]]
text = "c"
"""


@pytest.fixture
def clocked(stories, tmp_path_factory):
    """Return a function that runs newslint with a check that has the time run out."""
    site = tmp_path_factory.mktemp("site")

    def run(kind, *words):
        house_rules(stories, clock=RULE)
        under = installed(site, CLOCK.replace("KIND", kind))
        words = (".", "--time-limit", "600", "--jobs", "1", "--format", "json", *words)
        return ran(*words, cwd=stories, under=under)

    return run


def test_comparison_that_is_not_done_in_time_is_said(clocked):
    done = clocked("Compare", "--across")

    said = f"newslint: stopped at {LIMIT}: the stories are not compared with each other.\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)
    assert [finding["path"] for finding in json.loads(done.stdout)["findings"]] == list(NAMES)


def test_what_is_left_after_fixing_is_looked_for_within_the_same_limit(stories, clocked):
    (stories / "d.txt").write_text("It was “late”, at 80 kilometers (130 miles).\n", encoding="utf-8")

    done = clocked("Stop", "--fix")

    said = [f"fixed {name}." for name in NAMES]
    said.append("fixed 3 findings in 3 files, 1 left, 1 has an unsafe fix.")
    said.append(f"stopped at {LIMIT}: 4 of 4 stories are not linted.")
    assert done.stderr.decode().splitlines() == [f"newslint: {line}" for line in said]
    report = json.loads(done.stdout)
    assert done.returncode == 2
    assert [(each["path"], each["rule"]) for each in report["findings"]] == [
        ("d.txt", "units.wrong-conversion")
    ]
    assert [file["path"] for file in report["files"]] == ["d.txt"]
