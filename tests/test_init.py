"""`newslint init`: what a desk begins with; nothing that is there is touched."""

from __future__ import annotations

import json
import os

import pytest
import tomli
from jsonschema import Draft202012Validator

WRITTEN = [
    ".newslint/config.schema.json", ".newslint/rule.schema.json", ".newslint/style.schema.json",
    ".pre-commit-config.yaml", "accept.txt", "house-rules/desk/plain-words.toml", "names.toml",
    "newslint.toml", "reject.txt",
]  # fmt: skip
DAY_FIRST = "On {day} March 2026 the council met. It meets again at 19:30 on 12 April 2026, the mayor said.\n"


def files(desk):
    return sorted(path.relative_to(desk).as_posix() for path in desk.rglob("*") if path.is_file())


def test_empty_folder_gets_every_file(run, desk):
    ran = run("init")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No stories are here yet.\nwrote newslint.toml\n")
    assert files(desk) == WRITTEN


def test_what_it_writes_is_sound(run, desk):
    run("init")
    (desk / "a.txt").write_text("It rained for two days, the office said.\n", encoding="utf-8")

    checked, tested = run("check", "."), run("test", "house-rules")

    assert (checked.code, checked.err) == (0, "")
    assert tested.out == "1 rule, 4 of 4 examples hold.\n"


def test_every_line_of_the_config_may_be_uncommented(run, desk):
    run("init")
    text = (desk / "newslint.toml").read_text(encoding="utf-8")
    values = [
        line.removeprefix("# ")
        for line in text.splitlines()
        if (" = " in line and "`" not in line and not line.startswith("# rules-packages"))
        or line.startswith(("# [", "["))
    ]
    config = "\n".join(values)
    schema = json.loads((desk / ".newslint" / "config.schema.json").read_text(encoding="utf-8"))

    assert len(values) > 12
    assert list(Draft202012Validator(schema).iter_errors(tomli.loads(config))) == []
    (desk / "newslint.toml").write_text(config, encoding="utf-8")
    (desk / "a.txt").write_text("It rained for two days, the office said.\n", encoding="utf-8")
    assert run("a.txt").code == 0


def test_formats_are_counted_and_the_style_is_guessed(run, desk):
    for day in range(1, 13):
        suffix = "md" if day < 9 else "txt"
        (desk / f"{day}.{suffix}").write_text(DAY_FIRST.format(day=day), encoding="utf-8")

    ran = run("init")

    assert ran.out.startswith("Stories: 8 .md, 4 .txt; 12 read.\nHouse style: bbc. Of ")
    config = (desk / "newslint.toml").read_text(encoding="utf-8")
    assert '\nstyle = "bbc"\n' in config
    assert "# It was guessed. Of " in config


def test_few_forms_are_no_guess(run, desk):
    (desk / "a.txt").write_text(DAY_FIRST.format(day=3), encoding="utf-8")

    ran = run("init")

    assert "House style: newslint. " in ran.out
    assert "no house leads by enough." in ran.out


def test_style_may_be_chosen(run, desk):
    (desk / "a.txt").write_text(DAY_FIRST.format(day=3), encoding="utf-8")

    run("init", "--style", "ap")

    assert 'style = "ap"' in (desk / "newslint.toml").read_text(encoding="utf-8")


def test_nothing_is_overwritten(run, desk):
    (desk / "house-rules" / "desk").mkdir(parents=True)
    own = [name for name in WRITTEN if not name.startswith(".newslint")]
    for name in own:
        (desk / name).write_text("# ours\n", encoding="utf-8")
    (desk / "house-rules" / "desk" / "plain-words.toml").unlink()

    ran = run("init")

    kept = [name for name in own if (desk / name).read_text(encoding="utf-8") == "# ours\n"]
    assert kept == [name for name in own if name != "house-rules/desk/plain-words.toml"]
    assert "left, as it is there: names.toml\n" in ran.out
    assert ran.err == (
        'newslint: newslint.toml: `rules-dirs = ["house-rules"]` would have the rules in house-rules read.\n'
    )


def test_second_init_changes_nothing(run, desk):
    run("init")
    before = {name: (desk / name).read_bytes() for name in files(desk)}

    ran = run("init")

    assert (ran.code, ran.err) == (0, "")
    assert {name: (desk / name).read_bytes() for name in files(desk)} == before
    assert ran.out.startswith("No stories are here yet.\nleft, as it is there: newslint.toml\n")


def test_config_in_pyproject_is_not_hidden(run, desk):
    (desk / "pyproject.toml").write_text('[tool.newslint]\nrules-dirs = ["house-rules"]\n', encoding="utf-8")

    ran = run("init")

    assert "pyproject.toml holds a config, so newslint.toml is not written.\n" in ran.out
    assert not (desk / "newslint.toml").exists()


def test_link_is_not_written_through(run, desk, tmp_path_factory):
    outside = tmp_path_factory.mktemp("own") / "names.toml"
    (desk / "names.toml").symlink_to(outside)

    ran = run("init")

    assert "left, as it is there: names.toml\n" in ran.out
    assert not outside.exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom modes bind")
def test_folder_that_takes_no_file_is_told(run, desk):
    (desk / "shut").mkdir(mode=0o555)

    ran = run("init", "shut")

    assert (ran.code, ran.err) == (2, "newslint: shut/newslint.toml: cannot be written: Permission denied.\n")


def test_file_where_a_folder_belongs_is_told(run, desk):
    (desk / "house-rules").write_text("", encoding="utf-8")

    ran = run("init")

    assert ran.code == 2
    assert "newslint: house-rules/desk/plain-words.toml: cannot be written: " in ran.err


@pytest.mark.parametrize("words", [("nowhere",), ("--archive", "nowhere")])
def test_folder_that_is_not_there_is_told(run, desk, words):
    ran = run("init", *words)

    assert ran.code == 2
    assert "nowhere" in ran.err
    assert files(desk) == []
