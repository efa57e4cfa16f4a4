"""Archives that are cut short: by a kill, a full disk, a story that ends the process it is linted in."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from archives import archive, everything, fill, table
from processes import COMMAND, installed, ran


@pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")
def test_run_that_is_killed_at_random_points_loses_nothing_and_doubles_nothing(run, desk):
    fill(desk / "stories", STORIES)
    archive(run, "stories")
    whole = everything(desk / "out")
    (desk / "out").rename(desk / "whole")
    words = ["archive", "stories", "--out", "out", "--isolated", "--jobs", "2"]
    lots = random.Random(5)
    # Three while stories are linted, one amid the tables, one when some of them have changed places.
    points = [_grown(desk / "out", lots.uniform(0.05, 0.6)) for _ in range(3)]
    points += [(desk / "out" / ".fresh").exists, (desk / "out" / "dates.parquet").exists]
    kept = []
    for is_reached in points:
        _kill([*COMMAND[:3], f"{OFTEN}{COMMAND[3]}", *words], desk, is_reached)
        kept.append(_items(desk / "out" / "ledger.sqlite"))

        done = ran(*words, cwd=desk, seconds=600)

        assert (done.returncode, done.stderr) == (0, b"")
        assert everything(desk / "out") == whole
        shutil.rmtree(desk / "out")
    assert all(0 < count < STORIES for count in kept[:3])
    assert kept[3:] == [STORIES, STORIES]


# Results are kept twenty at a time.
STORIES = 120
OFTEN = "import newslint.run.archive.run as run; run.BATCH = 20; "


def _grown(out, share):
    """Return what tells whether a ledger has grown to some share of what the stories take."""
    least = share * STORIES * 3_000

    def is_reached():
        try:
            return sum(each.stat().st_size for each in out.glob("ledger.sqlite*")) >= least
        # Its journal comes and goes.
        except FileNotFoundError:
            return False

    return is_reached


def _kill(command, folder, is_reached):
    """Start a run, and kill it with all of its processes once a point is reached."""
    killed = subprocess.Popen(command, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL)
    while killed.poll() is None and not is_reached():
        time.sleep(0.001)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()


def _items(ledger):
    opened = sqlite3.connect(ledger)
    try:
        found = opened.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'items'").fetchone()[0]
        return opened.execute("SELECT count(*) FROM items").fetchone()[0] if found else 0
    finally:
        opened.close()


@pytest.mark.skipif(os.name != "posix", reason="needs the limits of POSIX")
def test_full_disk_is_told_and_what_was_done_is_kept(run, desk):
    fill(desk / "stories", 40)
    archive(run, "stories")
    whole = everything(desk / "out")
    (desk / "out").rename(desk / "whole")
    full = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    full += "resource.setrlimit(resource.RLIMIT_FSIZE, (150000, 150000))"
    words = ["archive", "stories", "--out", "out", "--isolated", "--jobs", "1"]

    done = ran(*words, cwd=desk, before=full)
    again = ran(*words, cwd=desk)

    assert done.returncode == 2
    assert done.stderr.startswith(b"newslint: out")
    assert again.returncode == 0
    assert everything(desk / "out") == whole


DEADLY = """
import os, signal
from newslint.hookimpl import hookimpl
from newslint.plugin import Check

class Deadly(Check, frozen=True, kw_only=True):
    supplies = {}
    def problems(self, document):
        if "deadly" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())

@hookimpl
def newslint_checks():
    return {"deadly": "weather_desk:Deadly"}
"""
RULE = """
title = "Deadly"
severity = "warning"
message = "Deadly."
explanation = "It kills."
[check]
kind = "deadly"
[[invalid]]
text = "[[It]] kills."
[[valid]]
text = "It rains."
[[valid]]
text = "It snows."
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs workers that are forked")
def test_killed_worker_costs_the_story_it_died_of(desk, tmp_path_factory):
    fill(desk / "stories", 70)
    (desk / "stories" / "city" / "zz.txt").write_text("It was deadly.\n", encoding="utf-8")
    (desk / "house-rules" / "house").mkdir(parents=True)
    (desk / "house-rules" / "house" / "deadly.toml").write_text(RULE, encoding="utf-8")
    (desk / "newslint.toml").write_text('rules-dirs = ["house-rules"]\n', encoding="utf-8")
    under = installed(tmp_path_factory.mktemp("site"), DEADLY)

    done = ran("archive", "stories", "--out", "out", "--jobs", "2", cwd=desk, under=under, seconds=600)

    assert done.returncode == 2, done.stderr
    assert [(row["path"], row["reason"]) for row in table(desk / "out", "errors")] == [
        ("stories/city/zz.txt", "the process that linted it ended.")
    ]
    assert len(table(desk / "out", "stories")) == 70
