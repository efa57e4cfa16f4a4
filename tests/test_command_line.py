"""The words of a command line: in any order that can be understood, else with the nearest known name."""

from __future__ import annotations

import shutil
import subprocess

import pytest

WRONG = "The road is 80 kilometers (60 miles) long.\n"


@pytest.fixture
def story(desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    return desk


@pytest.mark.parametrize(
    "words",
    [
        ["--style", "ap", "check", "a.txt"],
        ["--isolated", "check", "a.txt"],
        ["--format=concise", "check", "a.txt"],
        ["--select", "names", "--select", "units", "check", "a.txt", "--style", "ap"],
    ],
)
def test_options_may_stand_before_the_command(run, story, words):
    ran = run(*words)

    assert (ran.code, ran.err) == (1, "")
    assert "units.wrong-conversion" in ran.out


def test_option_before_another_command_is_that_commands(run, story):
    ran = run("--format", "json", "rules")

    assert (ran.code, ran.out[:1]) == (0, "{")


def test_value_of_an_option_is_no_command(run, story):
    ran = run("--select", "names", "a.txt")

    assert (ran.code, ran.out) == (0, "No findings in 1 file, 8 words.\n")


def test_path_after_options_is_no_command_though_one_follows(run, story):
    (story / "names").write_text(WRONG, encoding="utf-8")

    ran = run("--format", "concise", "a.txt", "names")

    assert [line.partition(":")[0] for line in ran.out.splitlines()] == ["a.txt", "names"]


def test_standard_input_is_no_option(run, story, monkeypatch):
    assert run("-", "names").code == 2


def test_misspelt_command_is_told_with_the_nearest(run, story):
    ran = run("chekc", "a.txt", "--format", "concise")

    assert ran.code == 2
    assert ran.err == (
        "newslint: `chekc` is neither a command nor a path; did you mean `check`?\n"
        "newslint: chekc: no such file or folder.\n"
    )
    assert ran.out.startswith("a.txt:1:")


def test_word_like_no_command_is_only_a_path_that_is_not_there(run, story):
    assert run("harbour").err == "newslint: harbour: no such file or folder.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a.txt", "--selct", "units"], "unknown arguments: --selct (did you mean `--select`?)"),
        (["a.txt", "--jbos=2"], "unknown arguments: --jbos=2 (did you mean `--jobs`?)"),
        (["a.txt", "--zzz"], "unknown arguments: --zzz"),
        (
            ["a.txt", "--fail-on", "eror"],
            "argument --fail-on: found `eror`, expected error, warning, suggestion, never "
            "(did you mean `error`?)",
        ),
        (["schema", "confg"], "found `confg`, expected config, rule, style, report (did you mean `config`?)"),
        (["a.txt", "--format", "jsn"], "--format: unknown reporter `jsn` (did you mean `json`?); known: "),
        (
            ["a.txt", "--style", "guardien"],
            "unknown style `guardien` (did you mean `guardian`?); known: afp, ap, ",
        ),
        (["a.txt", "--reader", "markdwn"], "unknown reader `markdwn` (did you mean `markdown`?); known: "),
        (["explain", "units.wrong-conversoin"], "(did you mean `units.wrong-conversion`?)"),
        (["lists", "mishap"], "(did you mean `mishaps`?)"),
    ],
)
def test_misspelt_word_is_told_with_the_nearest(run, story, words, said):
    ran = run(*words)

    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_for_each_shell_is_read_by_it(run, desk, shell):
    script = desk / f"newslint.{shell}"
    script.write_text(run("completion", shell).out, encoding="utf-8")
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")

    done = subprocess.run([shell, "-n", str(script)], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


COMPLETE = """\
source newslint.bash
COMP_WORDS=(%s)
COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
$(complete -p newslint | sed 's/.*-F \\([^ ]*\\) .*/\\1/') newslint
printf '%%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("newslint expl", ["explain"]),
        ("newslint check --sel", ["--select"]),
        ("newslint check --style gua", ["guardian"]),
        ("newslint check --select units.wrong-c", ["units.wrong-conversion"]),
        ("newslint check --format checks", ["checkstyle"]),
        ("newslint check --fail-on war", ["warning"]),
        ("newslint explain names.title-r", ["names.title-repeated"]),
        ("newslint schema re", ["report"]),
        ("newslint check a.t", ["a.txt"]),
    ],
)
def test_bash_completes_commands_options_names_and_paths(run, story, words, expected):
    (story / "newslint.bash").write_text(run("completion", "bash").out, encoding="utf-8")

    done = subprocess.run(
        ["bash", "-c", COMPLETE % words], cwd=story, capture_output=True, text=True, check=False
    )

    assert done.stdout.split() == expected


def test_completion_without_its_library_says_what_to_install(run, desk, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "shtab", None)

    ran = run("completion", "bash")

    assert ran.code == 2
    assert ran.err == (
        "newslint: `newslint completion` wants shtab, which is not installed: "
        "pip install 'newslint[completion]'.\n"
    )
