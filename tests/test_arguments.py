"""Arguments that no one means: each is a line and exit code 2, and no story is lost by it."""

from __future__ import annotations

import json

import pytest

WRONG = "The road is 80 kilometers (60 miles) long.\n"


@pytest.fixture
def story(desk):
    """Return a story with a fault in it."""
    path = desk / "a.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize("words", [["."], ["a.txt"], ["a.txt", "--fix"], ["a.txt", "--across"]])
def test_report_never_takes_the_place_of_a_story(run, story, words):
    ran = run(*words, "--output", "./a.txt")

    assert ran.code == 2
    assert ran.err == ("newslint: --output: ./a.txt is one of the stories; name a file that is not linted.\n")
    assert story.read_text(encoding="utf-8") == WRONG


def test_report_never_takes_the_place_of_a_story_by_a_link(run, desk, story):
    (desk / "report").symlink_to("a.txt")

    assert run("a.txt", "--output", "report").code == 2
    assert story.read_text(encoding="utf-8") == WRONG


def test_empty_path_is_no_working_directory(run, story):
    ran = run("check", "", "--fix")

    assert (ran.code, ran.err) == (2, "newslint: ``: no such file or folder.\n")


@pytest.mark.parametrize("option", ["--max-file-size", "--max-rules", "--jobs", "--time-limit"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_as_much_as_can_be_asked_for_is_no_limit(run, desk, story, option, jobs):
    (desk / "b.txt").write_text(WRONG, encoding="utf-8")

    ran = run(".", "--jobs", jobs, option, "1000000000000", "--format", "json")

    assert (ran.code, ran.err) == (1, "")
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a.txt", "b.txt"]


def test_larger_limit_than_anything_is_said(run, story):
    ran = run("a.txt", "--jobs", "99999999999999999999")

    assert ran.code == 2
    assert "found `99999999999999999999`, expected a whole number from 1 to 1,000,000,000,000" in ran.err


@pytest.mark.parametrize("value", ["", ",", " , "])
def test_selection_of_nothing_is_said(run, story, value):
    ran = run("a.txt", "--select", value)

    assert ran.code == 2
    assert f"argument --select: found `{value}`, expected rules or families" in ran.err


@pytest.mark.parametrize(
    ("name", "near"), [("huose", " (did you mean `house`?)"), ("nowhere/at/all", ""), ("a.txt", "")]
)
def test_folder_that_is_not_there_cannot_be_allowed(run, desk, story, name, near):
    (desk / "house").mkdir()

    ran = run("a.txt", "--allow-outside", name)

    assert (ran.code, ran.out) == (2, "")
    assert f"argument --allow-outside: found `{name}`, expected a folder{near}\n" in ran.err


def test_shortened_option_is_refused_with_the_whole_one(run, desk):
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt", "--form", "json")

    assert ran.code == 2
    assert "unknown arguments: --form (did you mean `--format`?)" in ran.err
