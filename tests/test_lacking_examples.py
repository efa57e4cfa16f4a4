"""Examples of a desk's rule: `check` advises them, `test` wants them, of all rules or of some."""

from __future__ import annotations

import pytest

from conftest import HOUSE_RULE, house_rules

ORIGIN = "house-rules/house/journalese.toml"
LACKING = "found 0 [[invalid]] and 0 [[valid]] examples, expected at least one and two"


def test_rule_without_examples_runs_and_is_told_of(run, desk):
    house_rules(desk, journalese=HOUSE_RULE.partition("[[invalid]]")[0])
    (desk / "a.txt").write_text("He left amid calls to stay.\n", encoding="utf-8")

    ran = run("a.txt", "--format", "json")

    assert [each["rule"] for each in ran.findings] == ["house.journalese"]
    assert (ran.code, ran.err) == (0, f"newslint: {ORIGIN}: {LACKING}; `newslint test` wants them.\n")


def test_test_fails_for_a_rule_without_examples(run, desk):
    house_rules(desk, journalese=HOUSE_RULE.partition("[[invalid]]")[0])

    ran = run("test", "house-rules")

    assert ran.code == 1
    assert ran.out == f"house.journalese: {ORIGIN}\n    {LACKING}.\n1 rule, 0 of 0 examples hold.\n"


@pytest.mark.parametrize("name", ["house.journalese", "house-rules/house/journalese.toml"])
def test_one_rule_may_be_tested(run, desk, name):
    house_rules(desk, journalese=HOUSE_RULE, other=HOUSE_RULE.replace("[[amid calls]]", "amid calls"))

    assert run("test", name).out == "1 rule, 3 of 3 examples hold.\n"


def test_family_may_be_tested(run, desk):
    house_rules(desk, journalese=HOUSE_RULE, other=HOUSE_RULE.replace("[[amid calls]]", "amid calls"))

    ran = run("test", "words")

    assert ran.code == 0
    assert "rules, " in ran.out
    assert "house" not in ran.out


def test_example_that_marks_nothing_says_how(run, desk):
    house_rules(desk, other=HOUSE_RULE.replace("[[amid calls]]", "amid calls"))

    ran = run("test", "house.other")

    assert ran.code == 1
    assert "an [[invalid]] example marks nothing; `[[…]]` stands round what is found.\n" in ran.out


def test_faults_of_all_rules_are_told_at_once(run, desk):
    rules = {name: HOUSE_RULE.replace("tokens", f"token{name}") for name in ("a", "b")}
    house_rules(desk, **rules)

    ran = run("test", "house-rules")

    assert ran.code == 2
    assert [line.split(":")[1] for line in ran.err.splitlines()] == [
        " house-rules/house/a.toml", " house-rules/house/b.toml",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["house.jornalese", "nowhere.toml", "nowhere"])
def test_what_is_no_rule_to_be_tested_is_told(run, desk, name):
    house_rules(desk, journalese=HOUSE_RULE)

    ran = run("test", name)

    assert ran.code == 2
    assert name in ran.err
