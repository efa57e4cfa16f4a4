"""Examples of a desk's rule: `check` advises them, `test` wants them."""

from __future__ import annotations

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
