"""Rules that were renamed: their old ids are known wherever a desk wrote them, and said once."""

from __future__ import annotations

import json

import pytest

from conftest import HOUSE_RULE, house_rules

COPY = "He left amid calls to stay.\n"
OLD = "house.cliche"
NOW = "`house.cliche` is called `house.journalese` now"


@pytest.fixture
def renamed(desk):
    """Return a desk that has renamed a rule."""
    house_rules(desk, journalese=f'aliases = ["{OLD}"]\n{HOUSE_RULE}')
    (desk / "a.txt").write_text(COPY, encoding="utf-8")
    (desk / "b.txt").write_text(COPY, encoding="utf-8")
    return desk


def config(desk, words):
    (desk / "newslint.toml").write_text(f'rules-dirs = ["house-rules"]\n{words}', encoding="utf-8")


def rules(ran):
    return [finding["rule"] for finding in ran.findings]


def test_rule_is_reported_by_the_id_it_has_now(run, renamed):
    assert rules(run(".", "--select", "house", "--format", "json")) == ["house.journalese"] * 2


def test_old_id_is_selected_by_the_command_line_and_said_once(run, renamed):
    ran = run(".", "--select", OLD, "--format", "json")

    assert rules(ran) == ["house.journalese"] * 2
    assert ran.err == f"newslint: the command line: {NOW}.\n"


@pytest.mark.parametrize(
    ("words", "line", "found"),
    [
        (f'select = ["{OLD}"]', 2, [("house.journalese", "warning")] * 2),
        (f'ignore = ["{OLD}"]', 2, []),
        ('[rules.house.cliche]\nseverity = "error"', 2, [("house.journalese", "error")] * 2),
        (f'[files."b.txt"]\nignore = ["{OLD}"]', 3, [("house.journalese", "warning")]),
    ],
)
def test_old_id_in_a_config_means_the_rule_and_is_said(run, renamed, words, line, found):
    config(renamed, words)

    ran = run(".", "--format", "json")

    own = [each for each in ran.findings if each["rule"].startswith("house")]
    assert [(each["rule"], each["severity"]) for each in own] == found
    assert ran.err == f"newslint: newslint.toml:{line}: {NOW}.\n"


def test_setting_by_the_id_of_now_wins_over_the_old_one(run, renamed):
    config(renamed, '[rules.house]\njournalese.severity = "error"\ncliche.severity = "suggestion"\n')

    ran = run("a.txt", "--select", "house", "--format", "json")

    assert [each["severity"] for each in ran.findings] == ["error"]


def test_inline_ignore_by_the_old_id_silences_and_is_said_once(run, renamed):
    for name in ("a.txt", "b.txt"):
        (renamed / name).write_text(f"[newslint: ignore[{OLD}]]\n{COPY}", encoding="utf-8")

    ran = run(".", "--select", "house,newslint", "--format", "json")

    assert rules(ran) == []
    assert ran.err == f"newslint: {NOW}; ignores in stories name it.\n"


def test_baseline_with_the_old_id_knows_its_findings(run, renamed):
    run(".", "--select", "house", "--write-baseline", "known.json")
    known = (renamed / "known.json").read_text(encoding="utf-8")
    (renamed / "known.json").write_text(known.replace("house.journalese", OLD), encoding="utf-8")

    ran = run(".", "--select", "house", "--baseline", "known.json", "--format", "json")

    assert rules(ran) == []
    assert ran.err == f"newslint: known.json: {NOW}; `newslint baseline prune` writes it so.\n"
    assert run("baseline", "prune", "known.json").code == 0
    kept = json.loads((renamed / "known.json").read_text(encoding="utf-8"))
    assert {entry["rule"] for entries in kept["files"].values() for entry in entries} == {"house.journalese"}


def test_old_id_is_explained(run, renamed):
    assert "Journalese" in run("explain", OLD).out


def test_alias_that_is_a_rule_is_refused(run, renamed):
    house_rules(renamed, journalese=f'aliases = ["units.wrong-conversion"]\n{HOUSE_RULE}')

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err == (
        "newslint: house-rules/house/journalese.toml:1: aliases: found `units.wrong-conversion`, "
        "which stands for units.wrong-conversion.\n"
    )
