"""`newslint try`: what a rule finds, word for word below each other."""

from __future__ import annotations

import json

import pytest

from conftest import HOUSE_RULE, house_rules

COPY = "The mayor of Bergen left amid calls for a new vote on the road.\n"


@pytest.fixture
def stories(desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "a.txt").write_text(COPY, encoding="utf-8")
    (desk / "b.txt").write_text(f"It rained.\n\n{COPY}\n“I left amid calls,” he said.\n", encoding="utf-8")
    return desk


def test_places_stand_below_each_other(run, stories):
    assert run("try", "house.journalese").out == (
        f"a.txt:1  {'The mayor of Bergen left':>48}  amid calls  for a new vote on the road.\n"
        f"b.txt:3  {'The mayor of Bergen left':>48}  amid calls  for a new vote on the road.\n"
        "house.journalese: 2 found in 2 stories of 36 words, 55.56 a thousand words.\n"
    )


def test_file_of_a_rule_may_be_tried_before_it_is_in_force(run, stories):
    (stories / "draft").mkdir()
    draft = HOUSE_RULE.partition("[[invalid]]")[0].replace("amid calls", "rained")
    (stories / "draft" / "rain.toml").write_text(draft, encoding="utf-8")

    ran = run("try", "draft/rain.toml", "a.txt", "b.txt", "--format", "json")

    report = json.loads(ran.out)
    assert (report["rule"], report["stories"], report["words"], report["found"]) == ("draft.rain", 2, 36, 1)
    assert report["lines"] == [
        {
            "path": "b.txt", "line": 1, "column": 4, "left": "It", "text": "rained", "right": ".",
            "message": "“rained” is journalese.", "fix": None,
        }
    ]  # fmt: skip


def test_most_are_shown_from_all_over(run, stories):
    for number in range(10):
        (stories / f"c{number}.txt").write_text(COPY, encoding="utf-8")

    lines = run("try", "house.journalese", "--max", "3").out.splitlines()

    assert [line.split(":")[0] for line in lines] == ["a.txt", "c2.txt", "c6.txt", "house.journalese"]
    assert lines[-1].endswith(" a thousand words; 3 shown.")


def test_rule_is_tried_as_the_desk_has_it(run, stories):
    with open(stories / "newslint.toml", "a", encoding="utf-8") as config:
        config.write('[rules.house.journalese]\nquotes = "include"\n')

    assert "house.journalese: 3 found" in run("try", "house.journalese").out


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (
            "house.journalise",
            "unknown rule `house.journalise` (did you mean `house.journalese`?); a file ends in .toml.",
        ),
        ("nowhere.toml", "nowhere.toml: cannot be read: No such file or directory."),
        ("newslint.toml", "newslint.toml:1: rules-dirs: unknown key"),
        (
            "names.inconsistent-across-stories",
            "names.inconsistent-across-stories compares stories; "
            "`newslint check --across --select names.inconsistent-across-stories` runs it.",
        ),
    ],
)
def test_what_is_no_rule_is_told(run, stories, rule, reason):
    ran = run("try", rule, "a.txt")

    assert ran.code == 2
    assert ran.err.startswith(f"newslint: {reason}"), ran.err


def test_story_that_cannot_be_read_is_told_and_the_others_are_tried(run, stories):
    ran = run("try", "house.journalese", "a.txt", "nowhere.txt")

    assert (ran.code, ran.err) == (2, "newslint: nowhere.txt: no such file or folder.\n")
    assert "1 found in 1 story of 14 words" in ran.out
