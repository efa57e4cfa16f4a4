"""Workers: one that dies costs the story it died of, and none outlives the run."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from processes import COMMAND, installed, ran

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")

WRONG = "The road is 80 kilometers (60 miles) long.\n"
RULE = """\
title = "Weather"
severity = "warning"
message = "Rain."
explanation = "It rains."
[check]
kind = "storm"
[[invalid]]
text = "[[a]]"
[[valid]]
text = "b"
[[valid]]
text = "c"
"""
CHECK = """
import os, signal, time
from multiprocessing import parent_process
from pathlib import Path
from newslint.hookimpl import hookimpl
from newslint.plugin import AcrossCheck, Check

class Storm(Check, frozen=True):
    def problems(self, document):
        BODY
        return iter(())

class Compare(AcrossCheck, frozen=True):
    def facts(self, document):
        BODY

    def reconcile(self, facts):
        return iter(())

@hookimpl
def newslint_checks():
    return {"storm": "weather_desk:KIND"}
"""
DIE = "os.kill(os.getpid(), signal.SIGKILL)"
WAIT = "Path(document.path + '.pid').write_text(str(os.getpid())); time.sleep(600)"


@pytest.fixture
def weather(desk, tmp_path_factory):
    """Return a function that installs a check for stories with the word *storm*, and its rule."""

    def made(body, *, kind="Storm"):
        rules = tmp_path_factory.mktemp("rules")
        (rules / "weather").mkdir()
        (rules / "weather" / "storm.toml").write_text(RULE, encoding="utf-8")
        outside = tmp_path_factory.getbasetemp()
        (desk / "newslint.toml").write_text(f'rules-dirs = ["{rules}"]\n', encoding="utf-8")
        (desk / ".git").mkdir(exist_ok=True)
        code = CHECK.replace("BODY", body).replace("KIND", kind)
        return ["--allow-outside", str(outside)], installed(tmp_path_factory.mktemp("site"), code)

    return made


def stories(desk, *, calm, stormy):
    for number in range(calm):
        (desk / f"calm{number:02}.txt").write_text(WRONG, encoding="utf-8")
    for number in range(stormy):
        # Longer than the others, as the run lints a story of average length itself.
        (desk / f"storm{number:02}.txt").write_text("The storm came.\n" * 8, encoding="utf-8")


def if_stormy(body):
    return f"if 'storm' in document.text: {body}"


def test_worker_that_dies_costs_the_story_it_died_of(desk, weather):
    stories(desk, calm=40, stormy=2)
    words, under = weather(if_stormy(DIE))

    done = ran(".", "--jobs", "2", "--format", "json", *words, cwd=desk, under=under)

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"newslint: storm0{n}.txt: not linted: the process that linted it was ended by SIGKILL."
        for n in range(2)
    ]
    assert len(json.loads(done.stdout)["findings"]) == 40


def test_run_in_which_every_worker_dies_ends(desk, weather):
    stories(desk, calm=1, stormy=200)
    words, under = weather(if_stormy("parent_process() and os._exit(3)"))

    done = ran(".", "--jobs", "2", "--format", "json", *words, cwd=desk, under=under)

    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    # Which story a dying worker had in hand depends on which was first.
    assert lines[0].endswith(".txt: not linted: the process that linted it ended with exit code 3.")
    assert len(lines) in (199, 200)


def test_what_fails_in_workers_is_told(desk, weather):
    stories(desk, calm=4, stormy=1)
    words, under = weather(if_stormy("raise SystemExit(0)"))

    done = ran(".", "--jobs", "2", "--format", "json", *words, cwd=desk, under=under)

    assert done.returncode == 2
    assert done.stderr == b"newslint: storm00.txt: weather.storm failed: SystemExit: 0.\n"
    assert len(json.loads(done.stdout)["findings"]) == 4


def test_facts_that_cannot_be_passed_on_cost_their_story(desk, weather):
    stories(desk, calm=4, stormy=1)
    words, under = weather("return (lambda: 0) if 'storm' in document.text else 0", kind="Compare")

    done = ran(".", "--across", "--jobs", "2", "--format", "json", *words, cwd=desk, under=under)

    assert done.returncode == 2
    assert done.stderr.startswith(b"newslint: storm00.txt: what was found cannot be passed on: ")
    assert len(json.loads(done.stdout)["findings"]) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="reads the state of processes in /proc")
@pytest.mark.parametrize(
    ("number", "whole_group", "code", "said"),
    [
        (signal.SIGKILL, False, -9, ""),
        (signal.SIGTERM, False, -15, ""),
        (signal.SIGINT, True, 130, r"newslint: stopped by Ctrl-C: \d of 6 stories are not linted\.\n"),
    ],
)
def test_workers_end_with_their_run(desk, weather, number, whole_group, code, said):
    stories(desk, calm=4, stormy=2)
    words, under = weather(if_stormy(WAIT))
    command = [*COMMAND, ".", "--jobs", "2", *words]
    with subprocess.Popen(
        command, cwd=desk, env={**os.environ, **under}, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        workers = [_pid(desk / f"storm0{n}.txt.pid") for n in range(2)]

        (os.killpg if whole_group else os.kill)(process.pid, number)

        assert process.wait(timeout=30) == code
        assert _within_seconds(lambda: not any(map(_runs, workers)))
        assert re.fullmatch(said, process.stderr.read().decode())


def _pid(path):
    assert _within_seconds(lambda: path.exists() and path.read_text())
    return int(path.read_text())


def _within_seconds(question, seconds=30):
    end = time.monotonic() + seconds
    while not question():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _runs(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.parametrize("sizes", [(0, 40, 40), (0, 0, 0), (40, 0, 40)])
def test_empty_stories_are_linted_in_workers_too(run, desk, sizes):
    for number, size in enumerate(sizes):
        (desk / f"{number}.txt").write_text("It rained. " * size, encoding="utf-8")

    ran = run(".", "--jobs", "2", "--format", "json")

    assert (ran.code, ran.err) == (0, "")
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["0.txt", "1.txt", "2.txt"]
