"""Assignments: which reader a file gets, and which config speaks for it, also when stories are compared."""

from __future__ import annotations

import json

import pytest

ROAD = "The road is 80 kilometers (60 miles) long.\n"


@pytest.mark.parametrize("name", ["a.pages", "a.py", "a.doc", "notes.v2"])
def test_named_file_that_no_reader_claims_is_refused_and_the_others_are_done(run, desk, name):
    (desk / name).write_text(ROAD, encoding="utf-8")
    (desk / "b.txt").write_text(ROAD, encoding="utf-8")

    ran = run(name, "b.txt", "--format", "json")

    suffix = name[name.index(".") :]
    assert ran.code == 2
    assert ran.err == f"newslint: {name}: no reader for {suffix}; `--reader text` reads it as text.\n"
    assert [finding["path"] for finding in ran.findings] == ["b.txt"]


@pytest.mark.parametrize(
    ("name", "copy", "formats"),
    [
        ("package.json", '{"name": "desk", "version": "1.0.0"}', "ninjs"),
        ("feed.xml", "<feed><title>60 miles</title></feed>", "newsml-1, newsml-g2, nitf, wxr"),
        ("notes.xml", "No markup at all.", "newsml-1, newsml-g2, nitf, wxr"),
    ],
)
def test_json_and_xml_that_no_reader_claims_are_refused_when_named(run, desk, name, copy, formats):
    (desk / name).write_text(copy, encoding="utf-8")

    ran = run(name)

    suffix = name[name.index(".") :]
    assert ran.code == 2
    assert ran.err == f"newslint: {name}: no reader for this {suffix}: it is none of {formats}.\n"


def test_walk_passes_over_json_and_xml_that_no_reader_claims(run, desk):
    (desk / "package.json").write_text('{"name": "desk", "version": "1.0.0"}', encoding="utf-8")
    (desk / "feed.xml").write_text("<feed/>", encoding="utf-8")
    (desk / "gone.xml").symlink_to(desk / "nowhere.xml")
    (desk / "story.xml").write_text(
        f"<nitf><body><body.content><p>{ROAD}</p></body.content></body></nitf>", encoding="utf-8"
    )

    ran = run(".", "--format", "json")

    assert ran.err == ""
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["story.xml"]
    assert [finding["text"] for finding in ran.findings] == ["60 miles"]


def test_named_file_that_no_reader_claims_is_never_fixed(run, desk):
    copy = '“Late,” he said. “Very.”\n\n"We waited," she said.\n'
    (desk / "a.pages").write_text(copy, encoding="utf-8")

    ran = run("a.pages", "--fix", "--unsafe-fixes")

    assert ran.code == 2
    assert (desk / "a.pages").read_text(encoding="utf-8") == copy


@pytest.mark.parametrize("name", ["README", ".hidden", "A.TXT"])
def test_named_file_without_a_suffix_is_plain_text(run, desk, name):
    (desk / name).write_text(ROAD, encoding="utf-8")

    ran = run(name, "--format", "json")

    assert [file["format"] for file in json.loads(ran.out)["files"]] == ["text"]
    assert [finding["text"] for finding in ran.findings] == ["60 miles"]


def test_standard_input_of_a_foreign_name_is_refused(run, desk, monkeypatch):
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ROAD.encode())))

    ran = run("-", "--stdin-filename", "a.pages")

    assert ran.code == 2
    assert "a.pages: no reader for .pages" in ran.err


@pytest.fixture
def archive(desk):
    """Return a desk of two folders that spell one mayor in two ways, one with a config of its own."""
    for folder, surname in (("news", "Halvorsen"), ("sports", "Halverson")):
        (desk / folder).mkdir()
        copy = f"Mayor Anna {surname} opened the bridge in Lindesnes. {surname} left.\n\n{ROAD}"
        (desk / folder / "a.txt").write_text(copy, encoding="utf-8")
    (desk / "sports" / "newslint.toml").write_text('ignore = ["units", "names"]\n', encoding="utf-8")
    return desk


def test_compared_stories_keep_their_own_settings(run, archive):
    ran = run("--across", ".", "--format", "json", "--select", "names,units")

    # The command line wins over every config, so the nested one silences nothing here.
    units = [each["path"] for each in ran.findings if each["rule"] == "units.wrong-conversion"]
    assert units == ["news/a.txt", "sports/a.txt"]


def test_nested_config_silences_its_own_stories_under_across(run, archive):
    ran = run("--across", ".", "--format", "json")

    units = [each["path"] for each in ran.findings if each["rule"] == "units.wrong-conversion"]
    assert units == ["news/a.txt"]


def test_rules_across_stories_take_their_settings_from_the_working_directory(run, archive):
    loud = run("--across", ".", "--format", "json")
    (archive / "newslint.toml").write_text(
        '[rules.names.inconsistent-across-stories]\nseverity = "error"\n', encoding="utf-8"
    )
    louder = run("--across", ".", "--format", "json")
    (archive / "newslint.toml").write_text(
        'ignore = ["names.inconsistent-across-stories"]\n', encoding="utf-8"
    )
    silent = run("--across", ".", "--format", "json")

    def severities(ran):
        rule = "names.inconsistent-across-stories"
        return [each["severity"] for each in ran.findings if each["rule"] == rule]

    assert (severities(loud), severities(louder), severities(silent)) == (["warning"], ["error"], [])
