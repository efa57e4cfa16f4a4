"""Bad input: each kind gives one clear line, no traceback, and nothing else is lost."""

from __future__ import annotations

import json
import os

import pytest

from conftest import HOUSE_RULE, house_rules

GOOD = "It rained for two days, the office said.\n"


def complaint(ran):
    assert ran.code == 2
    assert "Traceback" not in ran.err + ran.out
    lines = ran.err.splitlines()
    assert len(lines) == 1, ran.err
    return lines[0]


def test_missing_path_is_named_and_the_others_are_linted(run, desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    ran = run("gone.txt", "a.txt", "--format", "json")

    assert complaint(ran) == "newslint: gone.txt: no such file or folder."
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a.txt"]


def test_binary_file_is_refused(run, desk):
    (desk / "a.txt").write_bytes(b"\x7fELF\x00\x01")

    assert complaint(run("a.txt")) == "newslint: a.txt: binary file: NUL byte at offset 4; expected text."


def test_invalid_utf8_names_the_byte_and_the_others_are_linted(run, desk):
    (desk / "a.txt").write_bytes(b"In Krak\xf3w\nit rained.\n")
    (desk / "b.txt").write_text(GOOD, encoding="utf-8")

    ran = run(".", "--format", "json")

    expected = "newslint: a.txt: line 1: byte 0xf3 at offset 7 is not valid UTF-8; save the file as UTF-8."
    assert complaint(ran) == expected
    files = json.loads(ran.out)["files"]
    assert [(file["path"], bool(file["error"])) for file in files] == [("a.txt", True), ("b.txt", False)]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_named(run, desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    (desk / "a.txt").chmod(0)

    assert complaint(run("a.txt")) == "newslint: a.txt: cannot be read: Permission denied."


def test_file_that_cannot_be_opened_is_named(run, desk):
    (desk / "a.txt").symlink_to("a.txt")

    assert complaint(run("a.txt")).startswith("newslint: a.txt: ")


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ('stylee = "ap"', "newslint.toml:1: stylee: unknown key (did you mean `style`?)."),
        ('style = "app"', "newslint.toml:1: unknown style `app` (did you mean `ap`?)."),
        ("style = 3", "newslint.toml:1: style: expected `str | null`, got `int`."),
        ('\nignore = ["unit"]', "newslint.toml:2: unknown rule `unit` (did you mean `units`?)."),
        (
            '[rules.units.wrong-conversions]\nseverity = "error"',
            "newslint.toml:1: unknown rule `units.wrong-conversions` "
            "(did you mean `units.wrong-conversion`?).",
        ),
        (
            '[rules.quotes.mixed-marks]\nseverity = "fatal"',
            "newslint.toml:2: rules.quotes.mixed-marks.severity: found `fatal`, "
            "expected error, warning, suggestion.",
        ),
        ("style = ", "newslint.toml:1: broken TOML: invalid value."),
        ('[lists.monthz]\nadd = ["x"]', "newslint.toml:1: unknown list `monthz` (did you mean `months`?)."),
        ('names = "names.toml"', "newslint.toml:1: names: names.toml: No such file or directory."),
        ('rules-dirs = ["gone"]', "gone: no such folder of rules."),
        ('style = "gone.toml"', "gone.toml: cannot be read: No such file or directory."),
    ],
)
def test_faulty_config_names_file_line_and_nearest_name(run, desk, config, expected):
    (desk / "newslint.toml").write_text(config + "\n", encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")) == f"newslint: {expected}"


def test_unknown_option_of_a_rule_names_the_nearest(run, desk):
    (desk / "newslint.toml").write_text('[rules.typography.dash-style]\nstile = "em"\n', encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    line = complaint(run("a.txt", "--select", "typography.dash-style"))

    assert line.startswith("newslint: newslint.toml:2: rules.typography.dash-style.stile: unknown key")


def test_config_in_pyproject_is_read(run, desk):
    (desk / "pyproject.toml").write_text('[tool.newslint]\nstyle = "nope"\n', encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")).startswith("newslint: pyproject.toml:2: unknown style `nope`")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            '[[invalid]]\ntext = "He left [[amid calls]] to stay."\n',
            "",
            "found 0 [[invalid]] and 2 [[valid]]",
        ),
        (
            'kind = "existence"',
            'kind = "existance"',
            ":6: check.kind: unknown kind `existance` (did you mean `existence`?).",
        ),
        ("“{words}”", "“{word}”", ":3: message: the check `existence` gives no `{word}`; it gives "),
        ('tokens = ["amid calls"]', 'pattern = "amid ("', "check.pattern"),
        (
            'tokens = ["amid calls"]',
            'token = ["amid calls"]',
            ":7: check.token: unknown key (did you mean `tokens`?).",
        ),
        ('severity = "warning"', 'severity = "fatal"', ":2: severity: "),
        ('title = "Journalese"', "title = ", ":1: broken TOML: "),
    ],
)
def test_faulty_rule_names_file_and_fault(run, desk, old, new, expected):
    assert old in HOUSE_RULE
    house_rules(desk, journalese=HOUSE_RULE.replace(old, new))
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    line = complaint(run("a.txt"))

    assert line.startswith("newslint: house-rules/house/journalese.toml:"), line
    assert expected in line


def test_rule_with_an_id_that_exists_is_refused(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    folder = desk / "house-rules" / "quotes"
    folder.mkdir()
    (folder / "mixed-marks.toml").write_text(HOUSE_RULE, encoding="utf-8")

    assert "rule quotes.mixed-marks is already defined in " in complaint(run("a.txt"))


def test_unknown_style_rule_reporter_and_date_on_the_command_line_are_refused(run, desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt", "--style", "app")).endswith("unknown style `app` (did you mean `ap`?).")
    assert complaint(run("a.txt", "--select", "unit")).endswith(
        "unknown rule `unit` (did you mean `units`?)."
    )
    assert "unknown reporter `jsn` (did you mean `json`?)" in complaint(run("a.txt", "--format", "jsn"))
    assert complaint(run("explain", "units.wrong")).startswith("newslint: unknown rule `units.wrong`")
    wrong_date = run("a.txt", "--date", "3 May")
    assert wrong_date.code == 2
    assert "found `3 May`, expected a date as YYYY-MM-DD" in wrong_date.err


def test_report_that_cannot_be_written_is_said(run, desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    line = complaint(run("a.txt", "--output", "gone/report.json"))

    assert line == "newslint: --output: gone/report.json: No such file or directory."
