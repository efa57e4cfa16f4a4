"""Stories of some folders in a style of their own: `[files."uk/**"] style = "bbc"`."""

from __future__ import annotations

import json

import pytest

CONFIG = 'style = "ap"\n[files."uk/**"]\nstyle = "bbc"\n'
# AP wants the month before the day, the BBC the day before the month.
COPY = "The council meets on {date}, the mayor said, and votes on the road to Bergen.\n"


@pytest.fixture
def stories(desk):
    for folder in ("uk", "us"):
        (desk / folder).mkdir()
        (desk / folder / "first.txt").write_text(COPY.format(date="March 3, 2026"), encoding="utf-8")
        (desk / folder / "last.txt").write_text(COPY.format(date="3 March 2026"), encoding="utf-8")
    (desk / "newslint.toml").write_text(CONFIG, encoding="utf-8")
    return desk


def found(ran):
    return [(each["path"], each["text"]) for each in ran.findings if each["rule"] == "dates.date-format"]


def test_each_folder_has_its_style(run, stories):
    ran = run(".", "--format", "json")

    assert found(ran) == [("uk/first.txt", "March 3, 2026"), ("us/last.txt", "3 March 2026")]


def test_style_of_the_command_line_is_that_of_all(run, stories):
    ran = run(".", "--style", "bbc", "--format", "json")

    assert found(ran) == [("uk/first.txt", "March 3, 2026"), ("us/first.txt", "March 3, 2026")]


def test_the_last_glob_that_matches_gives_the_style(run, stories):
    (stories / "newslint.toml").write_text(
        CONFIG + '[files."uk/first.txt"]\nstyle = "ap"\n', encoding="utf-8"
    )

    assert found(run("uk", "--format", "json")) == []


def test_settings_of_the_desk_hold_in_every_style(run, stories):
    (stories / "newslint.toml").write_text(
        CONFIG + '[rules.dates.date-format]\nseverity = "error"\n', encoding="utf-8"
    )

    severities = {each["severity"] for each in run("uk", "--select", "dates", "--format", "json").findings}

    assert severities == {"error"}


def test_file_of_a_style_may_be_given(run, stories):
    (stories / "house.toml").write_text(
        'style = "bbc"\n[rules.dates.date-format]\norder = "month-first"\n', encoding="utf-8"
    )
    (stories / "newslint.toml").write_text(CONFIG.replace("bbc", "house.toml"), encoding="utf-8")

    assert ("uk/last.txt", "3 March 2026") in found(run(".", "--format", "json"))


def test_style_that_is_none_is_told_with_its_line(run, stories):
    (stories / "newslint.toml").write_text(CONFIG.replace("bbc", "bcb"), encoding="utf-8")

    ran = run("us")

    assert ran.code == 2
    assert ran.err.startswith("newslint: newslint.toml:3: unknown style `bcb` (did you mean `bbc`?)")


def test_what_is_in_force_says_where_the_style_is_from(run, stories):
    values = json.loads(run("config", "show", "uk/first.txt", "--format", "json").out)["values"]

    assert values[0] == {"key": "style", "value": "bbc", "origin": "newslint.toml:3"}


def test_glob_that_is_none_is_told_though_it_gives_a_style(run, stories):
    (stories / "newslint.toml").write_text('[files."!"]\nstyle = "bbc"\n', encoding="utf-8")

    ran = run(".")

    assert ran.code == 2
    assert ran.err == "newslint: newslint.toml:1: files: found `!`, expected a glob such as `sports/**`.\n"
