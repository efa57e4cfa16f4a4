"""Reporters that ask something of every story where it is linted, and get it with the report."""

from __future__ import annotations

import pytest

from newslint import lint_files

PLUGIN = """\
from newslint.hookimpl import hookimpl

class Lengths:
    def facts(self, document):
        FACTS

    def story(self, report, *, width, facts):
        yield f"{report.files[0].path} {facts}\\n"

    def closing(self, report, *, width):
        yield ""

@hookimpl
def newslint_reporters():
    return {"lengths": "weather_lengths:Lengths"}
"""

WIRE = """\
{"uri": "urn:a", "type": "text", "versioncreated": "2026-03-10T08:00:00Z", "headline": "Rain",
 "section": [{"name": "Weather"}], "body_text": "It rained."}
"""


@pytest.fixture
def lengths(installed):
    """Return a function that installs a reporter which asks how long stories are."""

    def install(facts="return len(document.text)"):
        code = PLUGIN.replace("FACTS", facts)
        installed("weather-desk", name="weather", module="weather_lengths", code=code)

    return install


@pytest.fixture
def stories(desk):
    for name in ("a", "b", "c"):
        (desk / f"{name}.txt").write_text("It rained.\n" * (ord(name) - 96), encoding="utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_reporter_is_given_what_every_story_told_it(run, stories, lengths, jobs):
    lengths()

    assert run(".", "--format", "lengths", "--jobs", jobs).out == "a.txt 11\nb.txt 22\nc.txt 33\n"


def test_reporter_that_asks_is_written_beside_others(run, desk, stories, lengths):
    lengths()

    ran = run("a.txt", "--report", "lengths:lengths.txt", "--isolated")

    assert ran.out == "No findings in 1 file, 2 words.\n"
    assert (desk / "lengths.txt").read_text(encoding="utf-8") == "a.txt 11\n"


def test_reporter_is_asked_again_of_copy_that_was_fixed(run, desk, lengths):
    lengths()
    (desk / "a.txt").write_text("It rained on the the coast.\n", encoding="utf-8")

    assert run("a.txt", "--fix", "--unsafe-fixes", "--format", "lengths").out == "a.txt 24\n"


def test_reporter_that_fails_at_a_story_costs_its_facts_and_is_named(run, stories, lengths):
    lengths("return 1 / (len(document.text) - 22)")

    ran = run(".", "--format", "lengths")

    assert ran.code == 2
    assert ran.err == "newslint: b.txt: the reporter `lengths` failed: ZeroDivisionError: division by zero.\n"
    assert ran.out == "a.txt -0.09090909090909091\nb.txt None\nc.txt 0.09090909090909091\n"


def test_facts_that_cannot_be_passed_on_cost_their_story_alone(run, stories, lengths):
    lengths("return (lambda: 0) if len(document.text) == 33 else 7")

    ran = run(".", "--format", "lengths", "--jobs", "2")

    assert ran.code == 2
    assert "c.txt: what was found cannot be passed on: " in ran.err
    assert ran.out == "a.txt 7\nb.txt 7\nc.txt None\n"


def test_desk_of_a_story_is_its_section_or_the_first_folder_below_the_path_that_was_named(desk):
    below = desk / "stories" / "sports" / "2026"
    below.mkdir(parents=True)
    (below / "a.txt").write_text("It rained.\n", encoding="utf-8")
    (below / "b.json").write_text(WIRE, encoding="utf-8")
    (desk / "stories" / "c.txt").write_text("It rained.\n", encoding="utf-8")

    assert lint_files("stories").desks == {
        "stories/sports/2026/a.txt": "sports",
        "stories/sports/2026/b.json": "Weather",
    }
    assert lint_files(["stories/sports/2026/a.txt"]).desks == {}
