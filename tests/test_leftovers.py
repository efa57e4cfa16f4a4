"""Leftovers: what the next run sweeps up after a kill, and what it never touches."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from newslint.run.leftovers import sweep
from newslint.run.writing import hidden

LATE = '“Late,” he said.\n\n"We waited," she said. "We left."\n'


def leftover(folder, name="a.txt"):
    path = hidden(folder / name)
    path.write_bytes(b"half a st")
    return path


def swept(folder, *files):
    return sweep([folder / file for file in files], {folder})


def test_leftover_is_removed_and_the_story_stays(desk):
    (desk / "a.txt").write_bytes(b"old")
    left = leftover(desk)

    assert swept(desk, "a.txt") == [left]
    assert os.listdir(desk) == ["a.txt"]
    assert (desk / "a.txt").read_bytes() == b"old"


def test_leftover_of_a_story_that_is_gone_is_removed(desk):
    left = leftover(desk, "moved.txt")

    assert swept(desk) == [left]


def test_leftover_with_a_long_name_is_removed(desk):
    name = "s" * 251 + ".txt"
    (desk / name).write_bytes(b"old")

    assert sweep([Path(name)], {desk / name}) == []
    left = leftover(desk, name)
    assert sweep([Path(name)], {desk / name}) == [left]


def test_leftover_of_a_story_that_is_not_named_stays(desk):
    (desk / "a.txt").write_bytes(b"old")
    other = leftover(desk, "b.txt")

    assert sweep([Path("a.txt")], {desk / "a.txt"}) == []
    assert other.exists()


def test_leftover_outside_the_named_folder_stays(desk):
    (desk / "inside").mkdir()
    (desk / "a.txt").write_bytes(b"old")
    (desk / "inside" / "link.txt").symlink_to("../a.txt")
    left = leftover(desk)

    assert sweep([Path("inside/link.txt")], {desk / "inside"}) == []
    assert left.exists()


def test_hidden_file_of_a_run_at_work_stays(desk):
    left = leftover(desk)

    with left.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert swept(desk) == []
    assert swept(desk) == [left]


@pytest.mark.parametrize(
    "name", [".newslint-new", "a.newslint-new", ".a.txt.newslint", ".a.txt.newslint-new~"]
)
def test_other_names_are_never_touched(desk, name):
    (desk / name).write_bytes(b"")

    assert swept(desk) == []
    assert os.listdir(desk) == [name]


def test_links_folders_and_pipes_of_the_name_are_never_touched(desk):
    (desk / "kept").write_bytes(b"kept")
    (desk / ".a.newslint-new").symlink_to("kept")
    (desk / ".b.newslint-new").mkdir()
    os.mkfifo(desk / ".c.newslint-new")

    assert swept(desk) == []
    assert sorted(os.listdir(desk)) == [".a.newslint-new", ".b.newslint-new", ".c.newslint-new", "kept"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else")
def test_file_of_somebody_else_stays():
    # The folders of pytest are closed to others.
    with tempfile.TemporaryDirectory() as path:
        folder = Path(path)
        folder.chmod(0o777)
        left = leftover(folder)

        os.seteuid(65534)
        try:
            found = swept(folder)
        finally:
            os.seteuid(0)

        assert found == []
        assert left.exists()
        assert swept(folder) == [left]


def test_fix_says_what_it_removed_even_where_nothing_is_to_be_fixed(run, desk):
    (desk / "a.txt").write_text("It rained for two days, the office said.\n", encoding="utf-8")
    leftover(desk)

    looked = run(".", "--select", "quotes.mixed-marks")
    fixed = run(".", "--fix", "--select", "quotes.mixed-marks")

    assert looked.err == ""
    assert fixed.err == "newslint: removed what an interrupted run left: .a.txt.newslint-new.\n"
    assert fixed.code == 0
    assert os.listdir(desk) == ["a.txt"]


def test_runs_that_are_killed_lose_nothing():
    bench = Path(__file__).parent.parent / "bench" / "kills.py"
    if not bench.exists():
        pytest.skip("the benches are not here")

    ran = subprocess.run(
        [sys.executable, str(bench), "--files", "30", "--kills", "4"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ran.stdout.endswith("faults: 0\n")
    assert ran.returncode == 0
