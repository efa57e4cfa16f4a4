"""Bad input: each kind gives one clear line, no traceback, and nothing else is lost."""

from __future__ import annotations

import json

import pytest

from conftest import HOUSE_RULE, house_rules
from processes import bound_by_modes
from processes import ran as whole

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
    (desk / "a.txt").write_bytes(b"In Krak\xf3w\nit \xe2\x80\x9crained\xe2\x80\x9d.\n")
    (desk / "b.txt").write_text(GOOD, encoding="utf-8")

    ran = run(".", "--format", "json")

    expected = "a.txt: line 1: byte 0xf3 at offset 7 is not valid UTF-8; `--encoding` names another."
    assert complaint(ran) == f"newslint: {expected}"
    files = json.loads(ran.out)["files"]
    assert [(file["path"], bool(file["error"])) for file in files] == [("a.txt", True), ("b.txt", False)]


def test_unreadable_file_is_named(desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    (desk / "a.txt").chmod(0)

    told = whole("a.txt", cwd=desk, by=bound_by_modes())

    assert told.returncode == 2
    assert told.stderr == b"newslint: a.txt: cannot be read: Permission denied.\n"


def test_file_that_cannot_be_opened_is_named(run, desk):
    (desk / "a.txt").symlink_to("a.txt")

    assert complaint(run("a.txt")).startswith("newslint: a.txt: ")


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ('stylee = "ap"', "newslint.toml:1: stylee: unknown key (did you mean `style`?)."),
        (
            'style = "app"',
            "newslint.toml:1: unknown style `app` (did you mean `ap`?); "
            "known: afp, ap, bbc, economist, guardian, newslint, nyt, reuters, uk, us.",
        ),
        ("style = 3", "newslint.toml:1: style: expected text, found a whole number."),
        (
            "[rules.units]\nwrong-conversion = 3",
            "newslint.toml:2: rules.units.wrong-conversion: expected a table, found a whole number.",
        ),
        (
            "[rules.units.wrong-conversion]\nmessage = 3",
            "newslint.toml:2: rules.units.wrong-conversion.message: expected text, found a whole number.",
        ),
        (
            '[rules.words.mixed-spelling]\nextend-endings = "s"',
            "newslint.toml:2: rules.words.mixed-spelling.extend-endings: expected a list, found text.",
        ),
        (
            "[rules.words.mixed-spelling]\nextend-either = []",
            "newslint.toml:2: rules.words.mixed-spelling.extend-either: expected a table, found a list.",
        ),
        (
            '[lists.months]\nadd = ["Thermidor"]\n[lists.roles]\nadd = 3',
            "newslint.toml:4: lists.roles.add: expected a list, found a whole number.",
        ),
        ("[lists.roles]\nadd = [3]", "newslint.toml:2: lists.roles.add: found `3`, expected words."),
        (
            '[lists.currencies]\nadd = ["x"]',
            "newslint.toml:2: lists.currencies.add: found `x`, expected tables with "
            "`code`, `high`, `low`, `symbols`, `words`.",
        ),
        (
            '[lists.currencies]\nadd = [{cod = "XTS"}]',
            "newslint.toml:2: lists.currencies.add: unknown key `cod` (did you mean `code`?).",
        ),
        (
            "[lists.currencies]\nadd = [{code = 3}]",
            "newslint.toml:2: lists.currencies.add: code: found `3`, expected something like `USD`.",
        ),
        (
            "[lists.currencies]\nadd = [{}]",
            "newslint.toml:2: lists.currencies.add: found no "
            "`code`, `high`, `low`, `symbols`, `words` in a table.",
        ),
        ('\nignore = ["unit"]', "newslint.toml:2: unknown rule `unit` (did you mean `units`?)."),
        (
            '[rules.units.wrong-conversions]\nseverity = "error"',
            "newslint.toml:1: unknown rule `units.wrong-conversions` "
            "(did you mean `units.wrong-conversion`?).",
        ),
        (
            '[rules.quotes.mixed-marks]\nseverity = "fatal"',
            "newslint.toml:2: rules.quotes.mixed-marks.severity: found `fatal`, "
            "expected error, warning, suggestion, off.",
        ),
        ("style = ", "newslint.toml:1: broken TOML: invalid value."),
        ('[lists.monthz]\nadd = ["x"]', "newslint.toml:1: unknown list `monthz` (did you mean `months`?)."),
        ('names = "names.toml"', "newslint.toml:1: names: names.toml: No such file or directory."),
        ('rules-dirs = ["gone"]', "newslint.toml:1: rules-dirs: gone: no such folder of rules."),
        (
            'style = "gone.toml"',
            "newslint.toml:1: style: gone.toml: cannot be read: No such file or directory.",
        ),
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


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        ('[[name]]\nname = "Kyiv"', "names.toml:1: name: unknown key (did you mean `names`?)."),
        (
            '[[names]]\nname = "Kyiv"\n[[names]]\nname = 3',
            "names.toml:4: names.1.name: expected text, found a whole number.",
        ),
        (
            '[[names]]\nname = "Kyiv"\nvariant = ["Kiev"]',
            "names.toml:3: names.0.variant: unknown key (did you mean `variants`?).",
        ),
        (
            '[[names]]\nname = "Kyiv"\nkind = "town"',
            "names.toml:3: names.0.kind: found `town`, expected person, place, organisation, unknown.",
        ),
    ],
)
def test_faulty_register_names_file_line_and_key(run, desk, register, expected):
    (desk / "newslint.toml").write_text('names = "names.toml"\n', encoding="utf-8")
    (desk / "names.toml").write_text(register + "\n", encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")) == f"newslint: {expected}"
    assert (
        complaint(run("names", "a.txt", "--isolated", "--against", "names.toml")) == f"newslint: {expected}"
    )


def test_register_to_compare_with_that_is_not_there_is_named(run, desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    line = complaint(run("names", "a.txt", "--against", "gone.toml"))

    assert line == "newslint: --against: gone.toml: No such file or directory."


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ("", "rates.csv:1: found columns nothing, expected date, from, to, rate."),
        ("date,rate", "rates.csv:1: found columns date, rate, expected date, from, to, rate."),
        (
            "date,from,to,rate\n2024-05-31,EUR,USD,1.08\n2024-06-31,EUR,USD,1.08",
            "rates.csv:3: found 2024-06-31,EUR,USD,1.08, expected a row such as 2024-05-31,EUR,USD,1.0852.",
        ),
        (
            "date,from,to,rate\n2024-05-31,EUR,USD,dear",
            "rates.csv:2: found 2024-05-31,EUR,USD,dear, expected a row such as 2024-05-31,EUR,USD,1.0852.",
        ),
        (
            "date,from,to,rate\n2024-05-31,EUR,USD,1,08",
            "rates.csv:2: found 2024-05-31,EUR,USD,1,08, expected a row such as 2024-05-31,EUR,USD,1.0852.",
        ),
        ("caf\xe9", "rates.csv: offset 3 is not UTF-8."),
    ],
)
def test_faulty_rates_name_file_line_and_row(run, desk, rates, expected):
    (desk / "newslint.toml").write_text('rates = "rates.csv"\n', encoding="utf-8")
    (desk / "rates.csv").write_text(rates + "\n", encoding="latin-1")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")) == f"newslint: {expected}"


def test_config_in_pyproject_is_read(run, desk):
    (desk / "pyproject.toml").write_text('[tool.newslint]\nstyle = "nope"\n', encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")).startswith("newslint: pyproject.toml:2: unknown style `nope`")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
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

    assert complaint(run("a.txt", "--style", "chicago")).endswith(
        "unknown style `chicago`; known: afp, ap, bbc, economist, guardian, newslint, nyt, reuters, uk, us."
    )
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


def test_line_of_a_fault_counts_line_feeds_alone(run, desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    (desk / "newslint.toml").write_text("# one\u2028two\x85three\n\nstylee = 'ap'\n", encoding="utf-8")

    assert complaint(run(".")) == "newslint: newslint.toml:3: stylee: unknown key (did you mean `style`?)."


def test_line_of_a_rate_counts_line_ends_alone(run, desk):
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")
    (desk / "newslint.toml").write_text('rates = "rates.csv"\n', encoding="utf-8")
    rows = "date,from,to,rate\r\n2024-05-31,EUR,U\u2028SD,1.08\r\n"
    (desk / "rates.csv").write_text(rows, encoding="utf-8", newline="")

    assert "rates.csv:2: found 2024-05-31,EUR,U\\u2028SD,1.08" in complaint(run("."))
