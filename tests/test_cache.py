"""The cache: whatever is wrong with it costs time, and at most one line."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time

import pytest

from newslint.desk.cache import Cache
from processes import COMMAND, bound_by_modes, installed, ran

GOOD = "It rained for two days.\n"


@pytest.fixture
def cache(desk, monkeypatch):
    """Return the folder of a cache that a run has filled."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(desk / "cache"))
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    ran("a.txt", cwd=desk)
    return desk / "cache"


def ran_anew(desk, copy=GOOD * 2):
    """Run on a story that was not linted before, as for one that was little is asked of the cache."""
    (desk / "a.txt").write_text(copy, encoding="utf-8")
    return ran("a.txt", cwd=desk)


def changed_byte(content):
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize(
    "damage",
    [
        changed_byte,
        lambda content: content[: len(content) // 2],
        lambda content: b"",
        lambda content: b"\x93damaged",
        lambda content: b"SQLite format 3\0" * 100,
    ],
)
def test_damaged_file_is_said_once_and_made_afresh(desk, cache, damage):
    for file in cache.glob("*.kept"):
        file.write_bytes(damage(file.read_bytes()))

    first, second = (ran_anew(desk, copy) for copy in (GOOD * 2, GOOD * 3))

    assert (first.returncode, second.returncode) == (0, 0)
    assert sorted(line.partition("-")[0] for line in first.stderr.decode().splitlines()) == [
        "newslint: cache/patterns",
        "newslint: cache/registry",
        "newslint: cache/setting",
        "newslint: cache/trees",
    ]
    assert first.stderr.decode().count("damaged; it is made afresh.") == 4
    assert second.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="needs the pipes of POSIX")
def test_pipe_in_the_cache_is_not_waited_for(desk, cache):
    names = sorted(file.name for file in cache.iterdir())
    for name in names:
        (cache / name).unlink()
        os.mkfifo(cache / name)

    done = ran("a.txt", cwd=desk)

    assert (done.returncode, done.stderr) == (0, b"")
    assert all((cache / name).is_file() for name in names)


def test_sound_file_of_another_newslint_is_made_afresh_without_a_word(desk, cache):
    other = Cache()
    for file in list(cache.glob("*.kept")):
        other.write(file.name, {"format": 99})
    kept = {file.name: file.read_bytes() for file in cache.glob("*.kept")}

    done = ran_anew(desk)

    assert (done.returncode, done.stderr) == (0, b"")
    assert all((cache / name).read_bytes() != content for name, content in kept.items())


def test_what_is_kept_is_nobody_elses_and_nothing_else_lies_there(cache):
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700 or os.name != "posix"
    assert sorted(file.name.partition("-")[0] for file in cache.iterdir()) == [
        "findings.sqlite", "patterns", "registry", "setting", "trees",
    ]  # fmt: skip


def test_of_settings_that_change_the_newest_forty_are_kept(cache):
    kept, hour = Cache(), time.time() - 3600
    for number in range(50):
        kept.write(f"setting-{number:02}.kept", number)
        os.utime(cache / f"setting-{number:02}.kept", (hour + number, hour + number))

    kept.write("setting-last.kept", "last")

    left = sorted(file.name for file in cache.glob("setting-*"))
    assert len(left) == 40
    assert "setting-49.kept" in left
    assert "setting-09.kept" not in left


def test_module_run_in_another_folder_takes_up_what_is_kept(desk, cache):
    for name in ("north", "south"):
        (desk / name).mkdir()
        (desk / name / "a.txt").write_text(GOOD, encoding="utf-8")
        command = [sys.executable, "-m", "newslint", "a.txt"]
        subprocess.run(command, cwd=desk / name, check=True)

    kinds = ["registry", "setting", "trees"]
    assert [len(list(cache.glob(f"{kind}-*"))) for kind in kinds] == [1, 1, 1]


@pytest.mark.parametrize("command", ["names", "quotes", "document"])
def test_a_command_that_only_reads_keeps_what_it_compiled(desk, cache, command):
    for file in cache.iterdir():
        file.unlink()

    subprocess.run([sys.executable, "-m", "newslint", command, "a.txt"], cwd=desk, check=True)

    kept = {file.name.partition("-")[0] for file in cache.iterdir()}
    assert kept >= {"patterns", "registry", "setting", "trees"}


def test_runs_at_once_do_not_disturb_each_other(desk, cache):
    for file in cache.iterdir():
        file.unlink()
    runs = [
        subprocess.Popen([*COMMAND, "a.txt"], cwd=desk, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(4)
    ]

    ends = [(run.wait(timeout=60), run.communicate()[1]) for run in runs]

    assert ends == [(0, b"")] * 4
    assert ran("a.txt", cwd=desk).stderr == b""
    assert len(list(cache.iterdir())) == 5


def test_folder_that_is_a_file_costs_no_run(desk):
    (desk / "file").write_text("no folder", encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    for folder in ("file", "file/cache"):
        done = ran("a.txt", cwd=desk, under={"NEWSLINT_CACHE_DIR": folder})

        assert (done.returncode, done.stderr) == (0, b"")


def test_folder_that_may_not_be_read_or_written_costs_no_run(desk, cache):
    for mode in (0o500, 0):
        cache.chmod(mode)
        done = ran("a.txt", "--style", "ap", cwd=desk, by=bound_by_modes())
        cache.chmod(0o700)

        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the cache elsewhere")
def test_user_without_a_home_gets_no_folder_called_tilde(desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    homeless = """
import os, pwd
for name in ("HOME", "XDG_CACHE_HOME", "NEWSLINT_CACHE_DIR"):
    os.environ.pop(name, None)
def unknown(user):
    raise KeyError(user)
pwd.getpwuid = unknown
"""

    done = ran("a.txt", cwd=desk, before=homeless)

    assert (done.returncode, done.stderr) == (0, b"")
    assert [each.name for each in desk.iterdir()] == ["a.txt"]


def test_home_that_may_not_be_written_costs_no_run(desk):
    (desk / "home").mkdir(mode=0o500)
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    under = {"HOME": str(desk / "home"), "XDG_CACHE_HOME": "", "NEWSLINT_CACHE_DIR": ""}

    done = ran("a.txt", cwd=desk, by=bound_by_modes(), under=under)

    assert (done.returncode, done.stderr) == (0, b"")
    assert list((desk / "home").iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems take no such names")
@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_plugin_in_a_folder_whose_name_is_no_utf8_is_found(desk, locale):
    site = desk / os.fsdecode(b"caf\xe9")
    code = "from newslint.hookimpl import hookimpl\n\n@hookimpl\ndef newslint_packs():\n    return []\n"
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    under = {**installed(site, code), **locale, "NEWSLINT_CACHE_DIR": os.fsdecode(b"cach\xe9")}
    ends = [ran("a.txt", cwd=desk, under=under) for _ in range(2)]

    assert [(end.returncode, end.stderr) for end in ends] == [(0, b""), (0, b"")]
