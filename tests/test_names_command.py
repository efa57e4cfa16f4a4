"""`newslint names`: the table, the JSON, the register and what is new to it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from conftest import Run
from newslint.cli.name_table import table
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import Name, Place

STORY = "Nishank Motwani spoke. Motwani left for Peoria.\n\nThe roads are closed, Motwany added.\n"


def test_misspelt_mentions_are_their_bearers(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    names = json.loads(run("names", "--format", "json", "a.txt").out)["names"]

    (person,) = (name for name in names if name["kind"] == "person")
    assert person["name"] == "Nishank Motwani"
    assert person["spellings"] == {"Motwani": 2, "Motwany": 1}
    assert [STORY[each["start"] : each["end"]] for each in person["mentions"]] == [
        "Nishank Motwani",
        "Motwani",
        "Motwany",
    ]


def test_only_variants_are_listed(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    out = run("names", "--variants", "a.txt").out

    assert "Motwani 2, Motwany 1" in out
    assert "Peoria" not in out


def test_a_register_is_drafted_and_known_names_left_out(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    drafted = run("names", "--format", "toml", "a.txt").out
    (desk / "names.toml").write_text(drafted, encoding="utf-8")
    left = json.loads(run("names", "--format", "json", "--against", "names.toml", "a.txt").out)["names"]

    assert {"name": "Nishank Motwani", "kind": "person", "variants": ["Motwany"]} in tomllib.loads(drafted)[
        "names"
    ]
    assert all(name["kind"] == "unknown" for name in left)


def test_the_register_of_the_config_is_used(desk: Path, run: Run) -> None:
    (desk / "newslint.toml").write_text('names = "names.toml"\n', encoding="utf-8")
    (desk / "names.toml").write_text('[[names]]\nname = "Brunek"\nvariants = ["Bruneck"]\n', encoding="utf-8")
    (desk / "a.txt").write_text("The trains to Bruneck ran again on Sunday.\n", encoding="utf-8")

    findings = run("check", "--format", "json", "a.txt").findings

    assert [(each["rule"], each["text"]) for each in findings] == [("names.house-spelling", "Bruneck")]


def test_stories_are_compared_whatever_the_number_of_workers(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text("Mitch McConnell met Lena Ohlsson in Peoria.\n", encoding="utf-8")
    (desk / "b.txt").write_text("Mitch McConnell spoke. Lena Ohlsson listened.\n", encoding="utf-8")
    (desk / "c.txt").write_text("Mitch MacConnell met Lena Ohlsson.\n", encoding="utf-8")

    one = run("check", "--across", "--jobs", "1", "--format", "json", ".")
    two = run("check", "--across", "--jobs", "2", "--format", "json", ".")

    assert one.out == two.out
    assert [each["path"] for each in one.findings if each["rule"] == "names.inconsistent-across-stories"] == [
        "c.txt"
    ]


def test_a_terminal_gets_a_drawn_table() -> None:
    place = Place("a.txt", 0, 12, "Lena Ohlsson")

    drawn = table([Name("Lena Ohlsson", Kind.PERSON, (place,), {"Ohlsson": 1})], {"a.txt": (0,)}, 80)

    assert "People (1)" in drawn
    assert "Lena Ohlsson" in drawn


def test_a_spelling_of_another_story_is_a_variant(desk: Path, run: Run) -> None:
    story = "The mayor of Halden, Nishank {}, spoke in Halden. {} left for Brekka on the ferry Astrid.\n"
    (desk / "a.txt").write_text(story.replace("{}", "Motwani"), encoding="utf-8")
    (desk / "b.txt").write_text(story.replace("{}", "Motwani"), encoding="utf-8")
    (desk / "c.txt").write_text(story.replace("{}", "Motwany"), encoding="utf-8")

    names = json.loads(run("names", "--variants", "--format", "json", "a.txt", "b.txt", "c.txt").out)["names"]

    assert [name["spellings"] for name in names] == [{"Motwani": 4, "Motwany": 2}]


def test_a_surname_of_one_story_is_gathered_with_its_only_bearer(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text("Anna Lindqvist spoke on Monday.\n", encoding="utf-8")
    (desk / "b.txt").write_text("“No,” said Mrs. Lindqvist.\n", encoding="utf-8")

    names = json.loads(run("names", "--format", "json", "a.txt", "b.txt").out)["names"]

    assert [(name["name"], name["spellings"]) for name in names] == [("Anna Lindqvist", {"Lindqvist": 2})]


def test_a_given_name_alone_is_no_variant(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text("Anna Lindqvist spoke. Lindqvist left. Anna slept.\n", encoding="utf-8")

    assert run("names", "--variants", "a.txt").out == ""


def test_the_table_tells_the_line_and_the_other_stories(desk: Path, run: Run) -> None:
    for name in ("a", "b", "c", "d", "e"):
        (desk / f"{name}.txt").write_text("Rain.\n\nAnna Lindqvist spoke.\n", encoding="utf-8")

    lines = run("names", "a.txt", "b.txt", "c.txt", "d.txt", "e.txt").out.splitlines()

    assert lines == ["People (1)", "  Anna Lindqvist  5  Lindqvist 5  a.txt:3  b.txt, c.txt, 2 more"]


def test_a_long_path_is_shortened_in_front() -> None:
    path = "archive/2024/harbour/fire-on-the-quay.txt"
    place = Place(path, 0, 12, "Lena Ohlsson")

    drawn = table([Name("Lena Ohlsson", Kind.PERSON, (place,), {"Ohlsson": 1})], {path: (0,)}, 80)

    assert "…on-the-quay.txt:1" in drawn


def test_a_nickname_of_another_story_is_the_same_person(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text("Joe Tilden won on Monday.\n", encoding="utf-8")
    (desk / "b.txt").write_text("It was Joseph R. Tilden who won.\n", encoding="utf-8")
    (desk / "c.txt").write_text("“No,” said Mr. Tilden on Monday.\n", encoding="utf-8")

    names = json.loads(run("names", "--format", "json", "a.txt", "b.txt", "c.txt").out)["names"]

    assert [(name["name"], name["spellings"]) for name in names] == [("Joseph R. Tilden", {"Tilden": 3})]


def test_an_initial_that_could_be_two_peoples_is_neithers(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text("It was J. Amberson who won.\n", encoding="utf-8")
    (desk / "b.txt").write_text("It was Jane Amberson who won.\n", encoding="utf-8")
    (desk / "c.txt").write_text("It was Jack Amberson who won.\n", encoding="utf-8")

    names = json.loads(run("names", "--format", "json", "a.txt", "b.txt", "c.txt").out)["names"]

    assert [name["name"] for name in names] == ["J. Amberson", "Jack Amberson", "Jane Amberson"]


def test_an_acronym_of_another_story_is_its_bodys_and_no_variant(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text("The Harbour Defence Front (HDF) won.\n", encoding="utf-8")
    (desk / "b.txt").write_text("The leader of the HDF, Anna Lind, fled.\n", encoding="utf-8")

    (_, body) = json.loads(run("names", "--format", "json", "a.txt", "b.txt").out)["names"][::-1]

    assert body["spellings"] == {"HDF": 2, "Harbour Defence Front": 1}
    assert run("names", "--variants", "a.txt", "b.txt").out == ""
    assert "variants" not in run("names", "--format", "toml", "a.txt", "b.txt").out


def test_plain_words_with_a_capital_are_not_listed(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text("It was so. Related: Scientists met Anna Lind.\n", encoding="utf-8")

    names = json.loads(run("names", "--format", "json", "a.txt").out)["names"]

    assert [name["name"] for name in names] == ["Anna Lind"]
