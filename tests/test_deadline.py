"""The deadline of a run: it stops what is going on, and what is done is reported."""

from __future__ import annotations

import itertools
import json
import time

import pytest

from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.run.deadline import OutOfTimeError, moment, until
from newslint.run.run import check

WRONG = "The road is 80 kilometers (130 miles) long.\n"


def test_work_that_goes_on_without_end_is_stopped():
    with pytest.raises(OutOfTimeError), until(moment(0.05)):
        for _ in itertools.count():
            pass


def test_nothing_begins_after_the_deadline():
    begun = []

    with pytest.raises(OutOfTimeError), until(moment(-1)):
        begun.append(True)

    assert begun == []


def test_work_within_the_deadline_is_done_and_no_timer_is_left():
    with until(moment(0.05)):
        done = 1 + 1
    time.sleep(0.1)

    assert done == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_stories_that_are_left_are_said(desk, jobs):
    for name in ("a.txt", "b.txt", "c.txt"):
        (desk / name).write_text(WRONG, encoding="utf-8")

    report = check(Desk(Options(seconds=0.000001, jobs=jobs)), ["."])

    expected = "stopped at the --time-limit of 1e-06 seconds: 3 of 3 stories are not linted."
    assert report.complaints == (expected,)
    assert report.findings == ()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_run_within_its_limit_is_whole(run, desk, jobs):
    for name in ("a.txt", "b.txt"):
        (desk / name).write_text(WRONG, encoding="utf-8")

    ran = run(".", "--time-limit", "600", "--jobs", jobs, "--format", "json")

    assert ran.code == 1
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a.txt", "b.txt"]
