"""A hostile checkout: what a stranger's repository says is done inside the repository, and within bounds.

SECURITY.md has the threat model that these tests hold.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from conftest import HOUSE_RULE
from newslint.desk.bounds import repository
from processes import bound_by_modes
from processes import ran as whole

GOOD = "It rained for two days, the office said.\n"
SECRET = "four seven one"
OUTSIDE = "is outside the repository; name its folder with --allow-outside to have it read."


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Path) -> Path:
    """Return a repository that is the working directory, beside the secrets of its owner."""
    own = tmp_path / "own"
    (own / "house").mkdir(parents=True)
    (own / "secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    (own / "names.toml").write_text(f'[[names]]\nname = "{SECRET}"\n', encoding="utf-8")
    (own / "rates.csv").write_text("date,from,to,rate\n2024-05-31,EUR,USD,1.08\n", encoding="utf-8")
    (own / "style.toml").write_text('style = "ap"\n', encoding="utf-8")
    (own / "house" / "journalese.toml").write_text(HOUSE_RULE, encoding="utf-8")
    checkout = tmp_path / "checkout"
    (checkout / ".git").mkdir(parents=True)
    (checkout / "a.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(checkout)
    return checkout


def refusal(ran):
    assert ran.code == 2
    assert SECRET not in ran.out + ran.err
    assert "Traceback" not in ran.err
    (line,) = ran.err.splitlines()
    return line.removeprefix("newslint: ")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rates", "../own/secret.txt"),
        ("names", "../own/secret.txt"),
        ("style", "../own/style.toml"),
        ("names", "/etc/hostname"),
        ("names", "/dev/zero"),
    ],
)
def test_config_names_no_file_outside_the_repository(run, checkout, key, value):
    (checkout / "newslint.toml").write_text(f'{key} = "{value}"\n', encoding="utf-8")

    assert refusal(run("a.txt")) == f"newslint.toml:1: {key}: `{value}` {OUTSIDE}"


@pytest.mark.parametrize("value", ["/", "..", "../own", "inside/../../own"])
def test_rules_are_read_in_no_folder_outside_the_repository(run, checkout, value):
    (checkout / "newslint.toml").write_text(f'rules-dirs = ["{value}"]\n', encoding="utf-8")

    assert refusal(run("a.txt")) == f"newslint.toml:1: rules-dirs: `{value}` {OUTSIDE}"


@pytest.mark.parametrize(
    ("config", "link", "target", "expected"),
    [
        ('names = "names.toml"', "names.toml", "../own/names.toml", f"1: names: `names.toml` {OUTSIDE}"),
        ('rates = "rates.csv"', "rates.csv", "../own/secret.txt", f"1: rates: `rates.csv` {OUTSIDE}"),
        ('style = "s.toml"', "s.toml", "../own/style.toml", f"1: style: `s.toml` {OUTSIDE}"),
        ('rules-dirs = ["rules"]', "rules", "../own", f"1: rules-dirs: `rules` {OUTSIDE}"),
    ],
)
def test_link_out_of_the_repository_is_outside(run, checkout, config, link, target, expected):
    (checkout / link).symlink_to(target)
    (checkout / "newslint.toml").write_text(config + "\n", encoding="utf-8")

    assert refusal(run("a.txt")) == f"newslint.toml:{expected}"


def test_rule_that_is_a_link_out_of_the_repository_is_refused(run, checkout):
    (checkout / "rules" / "house").mkdir(parents=True)
    (checkout / "rules" / "house" / "journalese.toml").symlink_to("../../../own/secret.txt")
    (checkout / "newslint.toml").write_text('rules-dirs = ["rules"]\n', encoding="utf-8")

    assert refusal(run("a.txt")) == (
        "newslint.toml:1: rules-dirs: rules/house/journalese.toml: leads outside the repository; "
        "name its folder with --allow-outside to have it read."
    )


@pytest.mark.skipif(os.name != "posix", reason="needs the pipes of POSIX")
@pytest.mark.parametrize(
    ("config", "pipe", "expected"),
    [
        ('names = "names.toml"', "names.toml", "names: names.toml: found"),
        ('rates = "rates.csv"', "rates.csv", "rates: rates.csv: found"),
        ('style = "s.toml"', "s.toml", "style: s.toml: cannot be read: found"),
        ('rules-dirs = ["rules"]', "rules/x.toml", "rules-dirs: rules/x.toml: cannot be read: found"),
    ],
)
def test_pipe_that_a_config_names_is_not_waited_for(run, checkout, config, pipe, expected):
    (checkout / "rules").mkdir()
    os.mkfifo(checkout / pipe)
    (checkout / "newslint.toml").write_text(config + "\n", encoding="utf-8")

    assert refusal(run("a.txt")) == f"newslint.toml:1: {expected} a pipe or a device, expected a file."


@pytest.mark.parametrize("name", ["newslint.toml", "pyproject.toml"])
def test_config_that_is_a_link_out_of_the_repository_is_refused(run, checkout, name):
    (checkout / name).symlink_to("../own/secret.txt")

    assert refusal(run("a.txt")).startswith(f"{name}: leads outside the repository; ")


def test_story_that_is_a_link_out_of_the_repository_is_refused_and_the_others_are_linted(run, checkout):
    (checkout / "b.txt").symlink_to("../own/secret.txt")
    (checkout / "c.txt").symlink_to("a.txt")

    ran = run(".", "--format", "json")

    assert refusal(ran).startswith("b.txt: leads outside the repository; ")
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a.txt"]


def test_story_that_is_named_is_the_users_choice(run, checkout):
    (checkout / "b.txt").symlink_to("../own/secret.txt")

    assert run("b.txt").code == 0
    assert run("../own/secret.txt").code == 0


def test_gitignore_that_is_a_link_out_of_the_repository_is_not_read(run, checkout):
    (checkout.parent / "own" / "patterns").write_text("*.txt\n", encoding="utf-8")
    (checkout / ".gitignore").symlink_to("../own/patterns")

    ran = run(".", "--format", "json")

    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a.txt"]


def test_allowed_folder_is_read(run, checkout):
    config = 'names = "../own/names.toml"\nrates = "../own/rates.csv"\nstyle = "../own/style.toml"\n'
    (checkout / "newslint.toml").write_text(config, encoding="utf-8")
    (checkout / "b.txt").symlink_to("../own/secret.txt")

    assert run(".", "--allow-outside", "../own").code == 0
    assert run("names", ".", "--allow-outside", "../own").code == 0
    assert run(".", "--allow-outside", "../own/house").code == 2


def test_style_file_of_the_command_line_is_the_users_choice(run, checkout):
    assert run("a.txt", "--style", "../own/style.toml").code == 0


def test_without_git_a_config_reads_in_its_own_folder(run, checkout):
    (checkout / ".git").rmdir()
    if repository(checkout) != str(checkout):
        pytest.skip("the folder for tests is in a repository itself")
    (checkout / "desk").mkdir()
    (checkout / "desk" / "a.txt").write_text(GOOD, encoding="utf-8")
    (checkout / "desk" / "newslint.toml").write_text('style = "../style.toml"\n', encoding="utf-8")
    (checkout / "style.toml").write_text('style = "ap"\n', encoding="utf-8")

    assert refusal(run("desk")) == f"desk/newslint.toml:1: style: `../style.toml` {OUTSIDE}"

    (checkout / ".git").mkdir()

    assert run("desk").code == 0


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ('names = "a\\u0000b"', "1: names: found `a\\x00b`, expected a path."),
        ('style = "a\\u0000b.toml"', "1: style: found `a\\x00b.toml`, expected a path."),
        ('rules-dirs = ["a\\u0000b"]', "1: rules-dirs: found `a\\x00b`, expected a path."),
        (f'rates = "{"x" * 5000}"', f"1: rates: `{'x' * 60}…`: File name too long."),
        (f'rules-dirs = ["{"x" * 300}"]', f"1: rules-dirs: `{'x' * 60}…`: File name too long."),
        ('exclude = ["a\\u0000b"]', "1: exclude: found `a\\x00b`, expected a glob such as `sports/**`."),
        ('exclude = ["!"]', "1: exclude: found `!`, expected a glob such as `sports/**`."),
        ('exclude = ["[z-a]"]', "1: exclude: found `[z-a]`, expected a glob such as `sports/**`."),
        (
            '[files."!"]\nignore = ["units"]',
            "1: files: found `!`, expected a glob such as `sports/**`.",
        ),
        (
            'exclude = ["a*a*a*a*a*a*b"]',
            "1: exclude: found `a*a*a*a*a*a*b`, expected a glob with 4 stars at most between slashes.",
        ),
        (
            f'exclude = ["{"**/" * 9}b"]',
            "1: exclude: found `**/**/**/**/**/**/**/**/**/b`, expected a glob with `**` 3 times at most.",
        ),
    ],
)
def test_path_or_glob_that_is_none_is_named(run, checkout, config, expected):
    (checkout / "newslint.toml").write_text(config + "\n", encoding="utf-8")

    assert refusal(run(".")) == f"newslint.toml:{expected}"


def test_lines_of_gitignore_that_are_no_globs_are_passed_over(run, checkout):
    (checkout / ".gitignore").write_bytes(b"!\n\xff[z-a\n[z-a]\na\0b\n# notes\nb.txt\n")
    (checkout / "b.txt").write_text(GOOD, encoding="utf-8")

    ran = run(".", "--format", "json")

    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a.txt"]


def test_gitignore_that_cannot_be_read_is_named(checkout):
    (checkout / ".gitignore").write_text("b.txt\n", encoding="utf-8")
    (checkout / ".gitignore").chmod(0)

    told = whole(".", cwd=checkout, by=bound_by_modes())

    assert told.returncode == 2
    assert told.stderr == b"newslint: .gitignore: cannot be read: Permission denied.\n"


def test_file_above_the_limit_is_left_out_and_the_others_are_linted(run, checkout):
    (checkout / "b.txt").write_text(GOOD * 10, encoding="utf-8")

    ran = run(".", "--max-file-size", "200", "--format", "json")

    assert refusal(ran) == "b.txt: more than 200 bytes; --max-file-size sets how many are read."
    assert [(file["path"], bool(file["error"])) for file in json.loads(ran.out)["files"]] == [
        ("a.txt", False),
        ("b.txt", True),
    ]


def test_more_rules_than_the_limit_are_refused(run, checkout):
    (checkout / "rules" / "house").mkdir(parents=True)
    for name in ("one", "two", "three"):
        (checkout / "rules" / "house" / f"{name}.toml").write_text(HOUSE_RULE, encoding="utf-8")
    (checkout / "newslint.toml").write_text('rules-dirs = ["rules"]\n', encoding="utf-8")

    expected = "rules: found more than 2 rules; --max-rules sets how many there may be."
    assert refusal(run("a.txt", "--max-rules", "2")) == f"newslint.toml:1: rules-dirs: {expected}"
    assert run("a.txt", "--max-rules", "3").code == 0


def test_more_bytes_of_rules_than_fit_the_memory_are_refused(run, checkout):
    for folder in ("one", "two"):
        (checkout / folder / "lists").mkdir(parents=True)
        for n in range(3):
            content = f'title = "Villages {n}"\n'.encode() + b"#" * 4_000_000
            (checkout / folder / "lists" / f"villages-{n}.toml").write_bytes(content)
    (checkout / "newslint.toml").write_text('rules-dirs = ["one", "two"]\n', encoding="utf-8")

    assert refusal(run("a.txt")) == "newslint.toml:1: rules-dirs: found more than 20,000,000 bytes of rules."


def test_config_too_long_to_read_is_named(run, checkout):
    (checkout / "newslint.toml").write_bytes(b"# \n" * 1_700_000)

    assert refusal(run("a.txt")) == "newslint.toml: found more than 5,000,000 bytes."


def test_styles_that_extend_each_other_without_end_are_refused(run, checkout):
    (checkout / "newslint.toml").write_text('style = "0.toml"\n', encoding="utf-8")
    for n in range(30):
        (checkout / f"{n}.toml").write_text(f'style = "{n + 1}.toml"\n', encoding="utf-8")

    assert refusal(run("a.txt")).startswith("19.toml:1: style: 20.toml: a style cannot extend itself")


def test_nothing_that_a_repository_brings_is_run_as_code(run, checkout):
    for name in ("newslint.py", "conftest.py", "sitecustomize.py", "setup.py", "msgspec.py"):
        (checkout / name).write_text("raise SystemExit('run')\n", encoding="utf-8")
    (checkout / "pyproject.toml").write_text(
        '[project.entry-points.newslint]\nx = "setup"\n[tool.newslint]\nstyle = "ap"\n',
        encoding="utf-8",
    )

    assert run("a.txt", "--no-cache").code == 0
