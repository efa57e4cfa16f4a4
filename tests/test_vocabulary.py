"""`accept.txt` and `reject.txt`: what a desk says of words, one a line, without a rule."""

from __future__ import annotations

import json

import pytest

from conftest import HOUSE_RULE, house_rules

NAMES = """\
Nishank Motwani, a researcher, spoke on Monday in Kabul about the talks.

Motwani said the talks would go on. Motwany left after an hour.
"""
CLEAN = "It rained for two days, the office said.\n"


@pytest.fixture
def desk_with(desk):
    """Return a function that writes the files of a desk."""

    def made(config="", **files):
        (desk / "newslint.toml").write_text(config, encoding="utf-8")
        for name, text in files.items():
            (desk / f"{name}.txt").write_text(text, encoding="utf-8")
        return desk

    return made


def rules(ran):
    return [(each["rule"], each["text"]) for each in ran.findings]


def test_name_that_is_accepted_is_not_called_misspelt(run, desk_with):
    desk_with(a=NAMES)
    assert ("names.inconsistent-spelling", "Motwany") in rules(run("a.txt", "--format", "json"))

    desk_with(accept="# Two families.\nMotwany  # the brother\n")

    assert rules(run("a.txt", "--format", "json")) == []


def test_accepted_word_is_not_reported_by_a_rule_of_the_desk(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "a.txt").write_text("He left amid calls. Amid calls he stayed. AMID CALLS.\n", encoding="utf-8")
    assert len(run("a.txt", "--format", "json").findings) == 3

    (desk / "accept.txt").write_text("amid calls\n", encoding="utf-8")

    assert run("a.txt", "--format", "json").findings == []


def test_word_accepted_with_a_capital_is_accepted_with_it_only(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "a.txt").write_text("He left amid calls. Amid calls he stayed.\n", encoding="utf-8")
    (desk / "accept.txt").write_text("Amid calls\n", encoding="utf-8")

    assert rules(run("a.txt", "--format", "json")) == [("house.journalese", "amid calls")]


def test_word_is_accepted_within_a_phrase(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "a.txt").write_text("The ballad Amid Calls of Geese. He left amid calls.\n", encoding="utf-8")
    (desk / "accept.txt").write_text("Amid Calls of Geese\n", encoding="utf-8")

    assert rules(run("a.txt", "--format", "json")) == [("house.journalese", "amid calls")]


def test_rejected_word_is_reported(run, desk_with):
    desk_with(
        reject="slammed\nFleet Street\n\n# no more\n", a="He slammed it. Slammed again, by Fleet Street.\n"
    )

    found = run("a.txt", "--format", "json").findings

    assert [each["text"] for each in found] == ["slammed", "Slammed", "Fleet Street"]
    assert {each["message"] for each in found if each["text"] == "slammed"} == {
        "The desk does not use “slammed”."
    }


def test_rejected_word_of_a_speaker_is_left(run, desk_with):
    desk_with(reject="slammed\n", a="“They slammed it,” said Anna Halvorsen, the mayor.\n")

    assert run("a.txt", "--format", "json").findings == []


def test_files_of_other_names_may_be_given(run, desk_with):
    desk_with('accept = "words/ours.txt"\nreject = "theirs.txt"\n', a="He slammed it.\n", theirs="slammed\n")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err == ("newslint: newslint.toml:1: accept: words/ours.txt: No such file or directory.\n")


def test_words_are_lists_of_the_desk(run, desk_with):
    desk_with('[lists.rejected-words]\nadd = ["blasted"]\n', accept="Motwany\n", reject="slammed\n", a=CLEAN)

    assert run("lists", "rejected-words").out == (
        "rejected-words: Words that the desk rejects\nSource: reject.txt\n\nslammed, blasted\n"
    )
    rows = {row["name"]: row for row in json.loads(run("lists", "--format", "json").out)["lists"]}
    assert rows["accepted-words"]["entries"] == 1


def test_files_of_words_are_no_stories(run, desk_with):
    desk_with('reject = "the[ir]s.txt"\n', accept="Motwany\n", a=CLEAN, **{"the[ir]s": "slammed\n"})

    report = json.loads(run(".", "--format", "json").out)

    assert [each["path"] for each in report["files"]] == ["a.txt"]


def test_words_outside_the_repository_are_not_read(run, desk_with, tmp_path_factory):
    secret = tmp_path_factory.mktemp("own") / "secret.txt"
    secret.write_text("four seven one\n", encoding="utf-8")
    desk_with(a=CLEAN).joinpath("accept.txt").symlink_to(secret)

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err.startswith("newslint: newslint.toml: accept: `accept.txt` is outside the repository;")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"fine\nca\xff\n", "accept.txt:2: byte 0xff is not UTF-8."),
        (
            b"x" * 201,
            f"accept.txt:1: found `{'x' * 60}…`, expected a word or a phrase of at most 200 letters.",
        ),
        (b"a\n" * 2_500_001, "accept.txt: found more than 5,000,000 bytes."),
    ],
)
def test_file_that_holds_no_words_is_told(run, desk_with, content, reason):
    (desk_with(a=CLEAN) / "accept.txt").write_bytes(content)

    ran = run("a.txt")

    assert (ran.code, ran.err) == (2, f"newslint: {reason}\n")


def test_file_that_is_read_without_being_named_is_in_force(run, desk_with):
    desk_with(accept="Motwany\n", a=CLEAN)

    values = json.loads(run("config", "show", "a.txt", "--format", "json").out)["values"]

    found = {
        each["key"]: (each["value"], each["origin"]) for each in values if each["key"] in ("accept", "reject")
    }
    assert found == {"accept": ("accept.txt", "default"), "reject": (None, "default")}


def test_accepted_name_is_not_called_misspelt_across_stories(run, desk_with):
    desk = desk_with()
    for name, surname in (("one", "Halvorsen"), ("two", "Halvorsen"), ("three", "Halverson")):
        copy = f"Anna {surname}, the mayor of Alesund, met the union. {surname} was pleased.\n"
        (desk / f"{name}.txt").write_text(copy, encoding="utf-8")
    before = run(".", "--across", "--format", "json").findings
    assert [each["rule"] for each in before] == ["names.inconsistent-across-stories"]

    (desk / "accept.txt").write_text("Halverson\n", encoding="utf-8")

    assert before[0]["text"] == "Halverson"
    assert run(".", "--across", "--format", "json").findings == []
