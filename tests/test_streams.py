"""Streams: closed, full, broken or slow, they give a line and an exit code, and no noise."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys

import pytest

from newslint.cli.streams import put, settled, terminal_width
from newslint.core.errors import NewslintError
from processes import COMMAND, bound_by_modes, ran

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs the streams of POSIX")

WRONG = "The road is 80 kilometers (60 miles) long.\n"
full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")


@pytest.fixture
def long_desk(desk):
    """Return a desk whose report is longer than a pipe holds."""
    for number in range(300):
        (desk / f"a{number:03}.txt").write_text(WRONG * 5, encoding="utf-8")
    return desk


def by_shell(redirection):
    """Return what to put before a command to have the shell redirect its streams."""
    return ["sh", "-c", f'exec "$@" {redirection}', "sh"]


def test_closed_standard_input_is_said(desk):
    done = ran("-", cwd=desk, by=by_shell("<&-"))

    assert done.returncode == 2
    assert done.stderr == b"newslint: -: standard input is closed.\n"


def test_closed_standard_input_is_no_matter_where_it_is_not_read(desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    done = ran("a.txt", "--format", "json", cwd=desk, by=by_shell("<&-"))

    assert (done.returncode, done.stderr) == (1, b"")


def test_standard_input_that_does_not_wait_is_waited_for(desk):
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    command = [*COMMAND, "-", "--format", "json"]
    with subprocess.Popen(command, cwd=desk, stdin=reading, stdout=subprocess.PIPE) as process:
        os.close(reading)
        for piece in (WRONG[:20], WRONG[20:]):
            os.write(writing, piece.encode())
        os.close(writing)
        out, _ = process.communicate(timeout=60)

    assert [finding["text"] for finding in json.loads(out)["findings"]] == ["60 miles"]


@pytest.mark.parametrize(
    ("redirection", "expected"),
    [
        (">&-", b"newslint: standard output is closed.\n"),
        pytest.param(
            ">/dev/full",
            b"newslint: standard output cannot be written: No space left on device.\n",
            marks=full,
        ),
    ],
)
@pytest.mark.parametrize("words", [["check", "a.txt"], ["names", "a.txt"], ["rules"], ["--version"]])
def test_standard_output_that_takes_nothing_is_said(desk, redirection, expected, words):
    (desk / "a.txt").write_text("“It rained,” Maria Lund said.\n", encoding="utf-8")

    done = ran(*words, cwd=desk, by=by_shell(redirection))

    assert (done.returncode, done.stderr) == (2, expected)


@full
def test_help_that_cannot_be_written_is_said(desk):
    done = ran("check", "--help", cwd=desk, by=by_shell(">/dev/full"))

    line = b"newslint: standard output cannot be written: No space left on device.\n"
    assert (done.returncode, done.stderr) == (2, line)


def test_reader_of_the_report_who_has_read_enough_ends_it_quietly(long_desk):
    command = [*COMMAND, ".", "--fail-on", "never", "--format", "concise"]
    with subprocess.Popen(command, cwd=long_desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        first = process.stdout.readline()
        process.stdout.close()

        assert process.wait(timeout=60) == 2
        assert process.stderr.read() == b""
    assert first.startswith(b"a000.txt:1:")


@pytest.mark.parametrize("redirection", ["2>&-", pytest.param("2>/dev/full", marks=full)])
@pytest.mark.parametrize(("words", "code"), [(["gone.txt", "a.txt"], 2), (["--no-such-option"], 2)])
def test_complaints_that_cannot_be_written_leave_the_report_and_the_exit_code(desk, redirection, words, code):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    done = ran(*words, "--format", "json", cwd=desk, by=by_shell(redirection))

    assert done.returncode == code
    assert "a.txt" not in words or len(json.loads(done.stdout)["findings"]) == 1


def test_all_streams_closed_leave_the_exit_code(desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    assert ran("a.txt", cwd=desk, by=by_shell("<&- >&- 2>&-")).returncode == 2
    assert ran("a.txt", "--output", "report", cwd=desk, by=by_shell("<&- >&- 2>&-")).returncode == 1


def test_standard_output_that_does_not_wait_gets_the_whole_report(long_desk):
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    command = [*COMMAND, ".", "--format", "json"]
    with subprocess.Popen(command, cwd=long_desk, stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            out = pipe.read()
        assert process.wait(timeout=60) == 1
        assert process.stderr.read() == b""

    assert len(json.loads(out)["findings"]) == 1500


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("folder", b"newslint: --output: folder: Is a directory.\n"),
        ("gone/report", b"newslint: --output: gone/report: No such file or directory.\n"),
        ("closed/report", b"newslint: --output: closed/report: Permission denied.\n"),
        pytest.param("/dev/full", b"newslint: --output: /dev/full: No space left on device.\n", marks=full),
    ],
)
def test_report_that_cannot_be_written_to_its_file_is_said(desk, output, expected):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "folder").mkdir()
    (desk / "closed").mkdir(mode=0o500)

    done = ran("a.txt", "--output", output, cwd=desk, by=bound_by_modes())

    assert (done.returncode, done.stderr) == (2, expected)


@pytest.mark.parametrize("size", [b"", b"\0\0\0\0\0\0\0\0"])
def test_terminal_without_a_width_gets_a_report(desk, size):
    import fcntl
    import termios

    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    ours, theirs = pty.openpty()
    if size:
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)

    done = ran("a.txt", cwd=desk, stdout=theirs)

    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"60 miles" in shown


def test_interrupted_run_says_nothing(desk):
    command = [*COMMAND, "-"]
    with subprocess.Popen(
        command, cwd=desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        # It reads once it is at work.
        process.stdin.write(b" " * 1_000_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=60) == 130
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")


def test_fault_of_our_own_is_one_line_and_its_traceback_is_shown_when_asked_for(desk):
    broken = "import newslint.cli.check\nnewslint.cli.check.main = None"

    done = ran("a.txt", cwd=desk, before=broken)
    shown = ran("a.txt", cwd=desk, before=broken, under={"NEWSLINT_TRACEBACK": "1"})

    line = (
        b"newslint: stopped by a fault of its own: TypeError: 'NoneType' object is not callable; "
        b"NEWSLINT_TRACEBACK=1 shows where.\n"
    )
    assert (done.returncode, done.stderr) == (2, line)
    assert shown.stderr.startswith(b"Traceback (most recent call last):")
    assert shown.stderr.endswith(line)


def test_standard_output_that_a_plugin_closed_is_said(desk, monkeypatch):
    closed = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)

    with pytest.raises(NewslintError, match=r"standard output is closed\."):
        put("a report")

    assert terminal_width() is None
    assert settled(1) == 1
