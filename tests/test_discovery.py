"""Discovery: what lies in folders besides stories brings no run down, and is never waited for."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from processes import bound_by_modes, ran

WRONG = "The road is 80 kilometers (60 miles) long.\n"
FOUND = [("a.txt", "units.wrong-conversion")]
posix = pytest.mark.skipif(os.name != "posix", reason="needs the special files of POSIX")


def found(out):
    return [(finding["path"], finding["rule"]) for finding in json.loads(out)["findings"]]


@posix
def test_looping_links_end(run, desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "again").symlink_to(desk)
    (desk / "deep").mkdir()
    (desk / "deep" / "up").symlink_to("..")

    ran = run(".", "--format", "json")

    assert ran.code == 1
    assert found(ran.out) == FOUND


@posix
def test_link_that_leads_nowhere_is_told_unless_it_is_the_lock_of_an_editor(run, desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "loop.txt").symlink_to("loop.txt")
    (desk / ".#a.txt").symlink_to("editor@host.1234")

    ran = run(".", "--format", "json")

    assert ran.code == 2
    assert ran.err == "newslint: loop.txt: cannot be read: Too many levels of symbolic links.\n"
    assert found(ran.out) == FOUND


@posix
def test_pipes_sockets_and_devices_in_a_folder_are_not_opened(desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    os.mkfifo(desk / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
        (desk / "zero.txt").symlink_to("/dev/zero")

        done = ran(".", "--format", "json", cwd=desk)

    assert (done.returncode, done.stderr) == (1, b"")
    assert found(done.stdout) == FOUND


@posix
def test_pipe_socket_and_device_that_are_named_are_refused(desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    os.mkfifo(desk / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
        (desk / "zero.txt").symlink_to("/dev/zero")

        done = ran("pipe.txt", "socket.txt", "zero.txt", "a.txt", "--format", "json", cwd=desk)

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "newslint: pipe.txt: found a pipe, expected a file.",
        "newslint: socket.txt: found a socket, expected a file.",
        "newslint: zero.txt: found a device, expected a file.",
    ]
    assert found(done.stdout) == FOUND


@posix
def test_file_that_becomes_a_pipe_is_not_waited_for(run, desk, monkeypatch):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "b.txt").write_text(WRONG, encoding="utf-8")
    swapped = """
import os
from newslint.desk import desk
walked = desk.assignments
def then_swapped(*words, **more):
    yield from walked(*words, **more)
    os.unlink("b.txt")
    os.mkfifo("b.txt")
desk.assignments = then_swapped
"""

    done = ran(".", "--format", "json", cwd=desk, before=swapped)

    assert done.returncode == 2
    assert done.stderr == b"newslint: b.txt: found a pipe, expected a file.\n"
    assert found(done.stdout) == FOUND


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="needs /dev/fd")
@pytest.mark.parametrize("name", ["/dev/fd/{}", "/proc/self/fd/{}"])
def test_what_the_shell_has_opened_is_read(desk, name):
    reading, writing = os.pipe()
    os.write(writing, WRONG.encode())
    os.close(writing)

    done = ran(name.format(reading), "--format", "json", cwd=desk, pass_fds=[reading])

    os.close(reading)
    assert done.returncode == 1
    assert [finding["text"] for finding in json.loads(done.stdout)["findings"]] == ["60 miles"]


def test_folder_and_file_that_may_not_be_read_are_named(desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "b.txt").write_text(WRONG, encoding="utf-8")
    (desk / "b.txt").chmod(0)
    for name, mode in [("closed", 0o000), ("listed", 0o400)]:
        (desk / name).mkdir()
        (desk / name / "c.txt").write_text(WRONG, encoding="utf-8")
        (desk / name).chmod(mode)

    done = ran(".", "closed", "closed/c.txt", "--format", "json", cwd=desk, by=bound_by_modes())

    for name in ("closed", "listed"):
        (desk / name).chmod(0o700)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "newslint: closed: cannot be read: Permission denied.",
        "newslint: closed/c.txt: cannot be read: Permission denied.",
        "newslint: b.txt: cannot be read: Permission denied.",
        "newslint: listed/c.txt: cannot be read: Permission denied.",
    ]
    assert found(done.stdout) == FOUND


@posix
def test_folder_that_goes_while_it_is_walked_is_named(desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "gone").mkdir()
    removed = """
import os
from newslint.desk import walk
ignored = walk.Ignored.__call__
def then_removed(self, path, **more):
    if path.name == "gone":
        os.rmdir("gone")
    return ignored(self, path, **more)
walk.Ignored.__call__ = then_removed
"""

    done = ran(".", "--format", "json", cwd=desk, before=removed)

    assert done.returncode == 2
    assert done.stderr == b"newslint: gone: cannot be read: No such file or directory.\n"
    assert found(done.stdout) == FOUND


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not let go of a working directory")
def test_working_directory_that_is_gone_is_told(desk):
    gone = desk / "gone"
    gone.mkdir()

    done = ran(".", cwd=gone, before=f"import os; os.rmdir({str(gone)!r})")

    assert done.returncode == 2
    assert done.stderr == b"newslint: the working directory is gone: No such file or directory.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems take no such names")
@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_names_that_are_not_utf8_are_shown_by_their_bytes(desk, locale):
    for name in (b"Krak\xf3w.txt", b"Krak\xc3\xb3w.txt", b"caf\xe9.txt", b"caf\xe8.txt"):
        Path(os.fsdecode(os.path.join(os.fsencode(desk), name))).write_text(WRONG, encoding="utf-8")

    done = ran(".", "--format", "json", cwd=desk, under=locale)
    plain = ran(".", cwd=desk, under=locale)
    named = ran(b"caf\xe9.txt", b"none\xe9.txt", "--format", "json", cwd=desk, under=locale)
    names = ran("names", ".", "--format", "json", cwd=desk, under=locale)

    paths = [file["path"] for file in json.loads(done.stdout)["files"]]
    assert paths == ["Krak\\xf3w.txt", "Kraków.txt", "caf\\xe8.txt", "caf\\xe9.txt"]
    assert (done.returncode, done.stderr) == (1, b"")
    assert (plain.returncode, plain.stderr) == (1, b"")
    assert "Kraków.txt" in plain.stdout.decode()
    assert found(named.stdout) == [("caf\\xe9.txt", "units.wrong-conversion")]
    assert named.stderr == b"newslint: none\\xe9.txt: no such file or folder.\n"
    assert (names.returncode, names.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems take no such names")
@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
@pytest.mark.parametrize("name", ["Kraków".encode(), b"Krak\xf3w"])
def test_fault_below_a_folder_of_any_name_is_told_with_its_line(desk, locale, name):
    folder = Path(os.fsdecode(os.path.join(os.fsencode(desk), name)))
    (folder / "rules" / "house").mkdir(parents=True)
    (folder / "rules" / "house" / "a.toml").write_text("\ntitle = 3\n", encoding="utf-8")
    (folder / "newslint.toml").write_text('\nstyle = "nope"\n', encoding="utf-8")
    (folder / "a.txt").write_text(WRONG, encoding="utf-8")

    style = ran(".", cwd=desk, under=locale)
    rule = ran("test", name + b"/rules", cwd=desk, under=locale)
    (desk / "out.txt").touch()
    (folder / "newslint.toml").unlink()
    report = ran(".", "--output", "out.txt", "--isolated", "--fail-on", "never", cwd=folder, under=locale)

    assert b"w/newslint.toml:2: unknown style `nope`; " in style.stderr
    assert b"w/rules/house/a.toml:2: title: expected text, " in rule.stderr
    assert (report.returncode, report.stderr) == (0, b"")


@posix
def test_paths_that_are_too_long_are_named(run, desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    ran = run("a" * 300 + ".txt", "a/" * 3000 + "a.txt", "a.txt", "--format", "json")

    assert ran.code == 2
    assert [line[-41:] for line in ran.err.splitlines()] == [".txt: cannot be read: File name too long."] * 2
    assert found(ran.out) == FOUND


@posix
def test_folders_deeper_than_calls_may_go_are_walked(desk):
    top = os.open(desk, os.O_RDONLY)
    folder = top
    for _ in range(1200):
        os.mkdir("d", dir_fd=folder)
        inner = os.open("d", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    with os.fdopen(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=folder), "w") as file:
        file.write(WRONG)
    os.close(folder)

    done = ran(".", "--format", "json", cwd=desk)

    # What Python itself removes with is a call a folder.
    subprocess.run(["rm", "-rf", str(desk / "d")], check=True)
    assert (done.returncode, done.stderr) == (1, b"")
    assert found(done.stdout) == [("d/" * 1200 + "a.txt", "units.wrong-conversion")]


def test_line_of_a_gitignore_that_is_no_pattern_leaves_nothing_out(run, desk):
    (desk / ".gitignore").write_text("!\nb.txt\n", encoding="utf-8")
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "b.txt").write_text(WRONG, encoding="utf-8")

    ran = run(".", "--format", "json")

    assert found(ran.out) == FOUND
