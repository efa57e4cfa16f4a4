"""Reports that need nothing but the story at hand: they are told as stories are done, and nothing is kept."""

from __future__ import annotations

import gc
import json
import os

import pytest

from conftest import told_whole
from newslint.core.finding import FileReport
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.plugin import Document
from newslint.reporters import spool
from newslint.reporters.jsonl import JsonLinesReporter
from newslint.run.run import check
from newslint.run.story import Story
from processes import ran

WRONG = "The road is 80 kilometers (60 miles) long.\n"
RULE = "units.wrong-conversion"


@pytest.fixture
def stories(desk):
    """Return a desk with stories whose paths are in another order than folders are walked in."""
    for name in ("b.txt", "a/z.txt", "a.txt", "c/d/e.txt", "c/f.txt"):
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text(WRONG, encoding="utf-8")
    return desk


ORDER = ["a.txt", "a/z.txt", "b.txt", "c/d/e.txt", "c/f.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_stories_are_heard_in_the_order_of_their_paths_and_not_kept(stories, jobs):
    heard = []

    def hear(report):
        heard.append(report.files[0].path)
        # What is going on and what a worker brought may be there; what was told may not.
        left = [each.file.path for each in gc.get_objects() if isinstance(each, Story)]
        assert not set(heard[:-1]) & set(left)
        return report

    report = check(Desk(Options(jobs=jobs)), ["."], heard=hear)

    assert heard == ORDER
    assert (report.findings, report.files, report.lines) == ((), (), {})
    assert (report.count("error"), report.file_count, report.words) == (5, 5, 40)


@pytest.mark.parametrize(
    "form", ["concise", "jsonl", "github", "statistics", "terminal", "json", "checkstyle"]
)
def test_reports_are_the_same_whatever_the_processes_and_whether_they_wait(run, stories, form):
    one = run(".", "--select", RULE, "--jobs", "1", "--format", form)
    two = run(".", "--select", RULE, "--jobs", "2", "--format", form)
    # A report that needs all stories has the others wait for it.
    waited = run(".", "--select", RULE, "--format", form, "--report", "junit:junit.xml")

    assert one.code == 1
    assert one.out == two.out == waited.out


def test_report_in_a_file_is_written_as_stories_are_done(run, stories):
    ran = run(".", "--select", RULE, "--format", "concise", "--output", "found.out")

    assert (ran.code, ran.out) == (1, "")
    lines = (stories / "found.out").read_text(encoding="utf-8").splitlines()
    assert [line.partition(":")[0] for line in lines] == ORDER


def test_report_without_a_word_is_an_empty_file(run, desk):
    (desk / "a.txt").write_text("It rained for two days.\n", encoding="utf-8")
    (desk / "found.out").write_text("old\n", encoding="utf-8")

    assert run("a.txt", "--format", "concise", "--output", "found.out").code == 0
    assert (desk / "found.out").read_bytes() == b""


def test_what_fails_the_run_is_counted_as_stories_are_told(run, stories):
    assert run(".", "--format", "concise", "--fail-on", "never").code == 0
    assert run(".", "--format", "concise", "--select", "dates").code == 0
    assert run(".", "--format", "concise", "--show", "failing").code == 1


def test_file_that_cannot_be_read_is_told_beside_the_others(run, stories):
    (stories / "b.txt").write_bytes(b"\xff\xfe\xfd")

    ran = run(".", "gone.txt", "--format", "jsonl", "--select", RULE)

    assert ran.code == 2
    assert ran.err.splitlines()[0] == "newslint: gone.txt: no such file or folder."
    assert ran.err.splitlines()[1].startswith("newslint: b.txt: ")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert sum("rule" in line for line in lines) == 4
    assert [line["file"]["path"] for line in lines if "file" in line] == ORDER


def test_lines_that_wait_beside_memory_come_in_their_order(monkeypatch):
    monkeypatch.setattr(spool, "MOST_BYTES", 100)
    files = tuple(FileReport(f"{number}.txt", "text", 5, None) for number in range(9))

    told = told_whole(JsonLinesReporter(), Report((), files, {}), width=None)

    lines = [json.loads(line) for line in told.splitlines()]
    assert [line["file"]["path"] for line in lines[:-1]] == [file.path for file in files]
    assert lines[-1]["summary"]["files"] == 9


def test_documents_are_not_kept(stories):
    check(Desk(Options(jobs=1)), ["."], heard=lambda report: report)

    gc.collect()
    assert not [each for each in gc.get_objects() if isinstance(each, Document)]


SLOW = """
import os, signal
from newslint.run import story as stories
whole = stories.linted
def linted(desk, assignment):
    if assignment.name == "c.txt":
        os.kill(os.getpid(), signal.SIGINT)
    return whole(desk, assignment)
stories.linted = linted
"""


@pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")
@pytest.mark.parametrize("form", ["concise", "json"])
def test_ctrl_c_has_what_is_done_written(desk, form):
    for name in "abcd":
        (desk / f"{name}.txt").write_text(WRONG, encoding="utf-8")

    words = (".", "--format", form, "--jobs", "1", "--fix", "--unsafe-fixes", "--no-cache")
    done = ran(*words, cwd=desk, before=SLOW)
    whole = ran("a.txt", "b.txt", "--format", form, cwd=desk)

    assert done.returncode == 130
    assert done.stderr == b"newslint: stopped by Ctrl-C: 2 of 4 stories are not linted.\n"
    assert done.stdout == whole.stdout
    # Nothing is mended after that.
    assert (desk / "a.txt").read_text(encoding="utf-8") == WRONG
