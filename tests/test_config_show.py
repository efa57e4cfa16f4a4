"""`newslint config show`: what is in force for a story, and where each value is from."""

from __future__ import annotations

import json

import pytest

from conftest import HOUSE_RULE, house_rules

CONFIG = """\
style = "ap"
ignore = ["words", "dates.noon"]
fail-on = "warning"
[rules.units.wrong-conversion]
severity = "warning"
[lists.months]
add = ["Juli"]
[files."sports/**"]
ignore = ["numbers.ages"]
rules.numbers.percent-form.mark = " per cent"
reader = "markdown"
"""


@pytest.fixture
def values(run, desk):
    """Return a function that returns what is in force for a path: (value, origin) by key."""
    (desk / "newslint.toml").write_text(CONFIG, encoding="utf-8")
    for name in ("a.txt", "sports/b.txt"):
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text("It rained for two days.\n", encoding="utf-8")

    def shown(*words):
        ran = run("config", "show", *words, "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        report = json.loads(ran.out)
        assert report["schema"] == 1
        return {each["key"]: (each["value"], each["origin"]) for each in report["values"]}

    return shown


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("style", ("ap", "newslint.toml:1")),
        ("fail-on", ("warning", "newslint.toml:3")),
        ("exclude", ([], "default")),
        ("baseline", (None, "default")),
        ("lists.months.add", (["Juli"], "newslint.toml:7")),
        ("rules.units.wrong-conversion", ("on", "style newslint")),
        ("rules.units.wrong-conversion.severity", ("warning", "newslint.toml:5")),
        ("rules.units.wrong-conversion.verdict", ("wrong", "the rule")),
        ("rules.dates.date-format", ("on", "style ap")),
        ("rules.dates.date-format.order", ("month-first", "style ap")),
        ("rules.dates.noon", ("off", "newslint.toml:2")),
        ("rules.words.doubled-word", ("off", "newslint.toml:2")),
        ("rules.numbers.ages", ("on", "style ap")),
        ("rules.numbers.percent-form.mark", ("%", "style ap")),
    ],
)
def test_value_is_told_with_where_it_is_from(values, key, expected):
    assert values("a.txt")[key] == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("files", ("sports/**", "newslint.toml:8")),
        ("reader", ("markdown", "newslint.toml:11")),
        ("rules.numbers.ages", ("off", "newslint.toml:9")),
        ("rules.numbers.percent-form.mark", (" per cent", "newslint.toml:10")),
    ],
)
def test_part_for_some_files_is_told_where_a_path_is_one_of_them(values, key, expected):
    assert values("sports/b.txt")[key] == expected
    assert values("a.txt").get(key) != expected


def test_command_line_is_told(values):
    shown = values("a.txt", "--style", "bbc", "--ignore", "dates")

    assert shown["style"] == ("bbc", "the command line")
    assert shown["rules.dates.date-format"] == ("off", "the command line")


def test_without_a_config_defaults_are_told(values):
    shown = values("a.txt", "--isolated")

    assert shown["style"] == ("newslint", "default")
    assert shown["fail-on"] == ("error", "default")


def test_folder_has_the_config_in_it(values, desk):
    (desk / "sports" / "newslint.toml").write_text('style = "bbc"\n', encoding="utf-8")

    assert values("sports")["style"] == ("bbc", "sports/newslint.toml:1")
    assert values()["style"] == ("ap", "newslint.toml:1")


def test_rule_of_the_desk_is_on_as_it_was_added(values, desk, run):
    house_rules(desk, journalese=HOUSE_RULE)

    shown = values("a.txt")

    assert shown["rules.house.journalese"] == ("on", "house-rules/house/journalese.toml")
    assert shown["rules.house.journalese.ignore-case"] == (True, "default")
    assert shown["rules.house.journalese.tokens"] == (["amid calls"], "the rule")


def test_page_has_a_line_a_value(values, run):
    lines = run("config", "show", "a.txt").out.splitlines()

    assert lines[0].split() == ["style", "=", '"ap"', "newslint.toml:1"]
    place = next(n for n, line in enumerate(lines) if line.startswith("[rules.units.wrong-conversion]"))
    assert lines[place].endswith("style newslint")
    assert lines[place + 1].split() == ["severity", "=", '"warning"', "newslint.toml:5"]
    assert any(line.startswith("dates.noon is off ") for line in lines)


def test_path_that_is_not_there_is_said(run, desk):
    ran = run("config", "show", "gone.txt")

    assert (ran.code, ran.err) == (2, "newslint: config show: gone.txt: no such file or folder.\n")
