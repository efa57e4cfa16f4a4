"""The JSON Schemas: they take what newslint takes and writes, and refuse what it refuses."""

from __future__ import annotations

import json
from functools import lru_cache

import msgspec
import pytest
import tomli
from jsonschema import Draft202012Validator

from conftest import HOUSE_RULE, house_rules
from newslint.rulebook.trees import shipped_rules

CONFIG = """\
style = "ap"
rules-dirs = ["house-rules"]
extend-select = ["units.missing-conversion"]
ignore = ["words", "dates.noon"]
exclude = ["archive/"]
fail-on = "warning"
required-version = ">=0.1"
[rules.units.wrong-conversion]
severity = "warning"
quotes = "skip"
[rules.dates.noon]
severity = "off"
[rules.words.mixed-spelling]
extend-endings = ["wise"]
[lists.months]
add = ["Juli"]
[files."sports/**"]
ignore = ["units.false-precision"]
reader = "markdown"
rules.numbers.percent-form.mark = "%"
"""


@pytest.fixture
def faults(run, desk):
    """Return a function that tells what the schema of a kind of file has against a value."""

    def told(subject, value):
        # Dates of TOML are text in JSON.
        found = validator(run("schema", subject).out).iter_errors(msgspec.to_builtins(value))
        return ["/".join(map(str, each.absolute_path)) or each.message for each in found]

    return told


@lru_cache
def validator(schema):
    # That of a config says each option of each rule, and is long in checking.
    Draft202012Validator.check_schema(json.loads(schema))
    return Draft202012Validator(json.loads(schema))


def shipped(pattern):
    return {
        path.relative_to(shipped_rules()).as_posix(): tomli.loads(path.read_text(encoding="utf-8"))
        for path in shipped_rules().glob(pattern)
    }


def test_every_shipped_rule_is_one_by_the_schema(run, desk):
    of_rules = validator(run("schema", "rule").out)
    rules = {
        name: rule for name, rule in shipped("*/*.toml").items() if not name.startswith(("styles", "lists"))
    }

    assert len(rules) > 100
    assert [name for name, rule in rules.items() if not of_rules.is_valid(msgspec.to_builtins(rule))] == []


def test_every_shipped_style_is_one_by_the_schema(run, desk):
    of_styles = validator(run("schema", "style").out)
    styles = shipped("styles/*.toml")

    assert "styles/ap.toml" in styles
    assert [name for name, style in styles.items() if not of_styles.is_valid(style)] == []


def test_config_that_newslint_takes_is_one_by_the_schema(run, desk, faults):
    (desk / "house-rules").mkdir()
    (desk / "newslint.toml").write_text(CONFIG, encoding="utf-8")
    (desk / "a.txt").write_text("It rained for two days.\n", encoding="utf-8")

    assert run("a.txt").code == 0
    assert faults("config", tomli.loads(CONFIG)) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('style = "ap"', "style = 3", "style"),
        ("rules-dirs", "rule-dirs", "Additional properties are not allowed ('rule-dirs' was unexpected)"),
        ('"dates.noon"]', '"dates.non"]', "ignore/1"),
        ('fail-on = "warning"', 'fail-on = "warnings"', "fail-on"),
        ('severity = "warning"', 'severity = "fatal"', "rules/units/wrong-conversion/severity"),
        ('quotes = "skip"', 'quote = "skip"', "rules/units/wrong-conversion"),
        ("[rules.dates.noon]", "[rules.dates.non]", "rules/dates"),
        ("[lists.months]", "[lists.month]", "lists"),
        ("mark = ", "sign = ", "files/sports/**/rules/numbers/percent-form"),
        ('mark = "%"', 'mark = "pct"', "files/sports/**/rules/numbers/percent-form/mark"),
    ],
)
def test_config_that_newslint_refuses_is_none_by_the_schema(run, desk, faults, old, new, where):
    faulty = CONFIG.replace(old, new)
    assert faulty != CONFIG
    (desk / "house-rules").mkdir()
    (desk / "a.txt").write_text("It rained for two days.\n", encoding="utf-8")

    assert faults("config", tomli.loads(faulty)) == [where]
    (desk / "newslint.toml").write_text(faulty, encoding="utf-8")
    assert run("a.txt").code == 2


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('title = "Journalese"\n', "", "'title' is a required property"),
        ('severity = "warning"', 'severity = "grave"', "severity"),
        ('kind = "existence"', 'kind = "existense"', "check"),
        ('tokens = ["amid calls"]', "tokens = 3", "check"),
        ('tokens = ["amid calls"]', 'tokens = ["amid calls"]\nmost = 3', "check"),
        ('text = "He left when asked."', 'copy = "He left when asked."', "valid/0"),
    ],
)
def test_rule_that_newslint_refuses_is_none_by_the_schema(run, desk, faults, old, new, where):
    assert faults("rule", tomli.loads(HOUSE_RULE)) == []
    faulty = HOUSE_RULE.replace(old, new)
    assert faulty != HOUSE_RULE

    assert where in faults("rule", tomli.loads(faulty))
    house_rules(desk, journalese=faulty)
    (desk / "a.txt").write_text("It rained for two days.\n", encoding="utf-8")
    assert run("a.txt").code == 2


def test_rules_of_the_desk_may_be_set_by_its_schema(run, desk, faults):
    house_rules(desk, journalese=HOUSE_RULE)
    config = tomli.loads('[rules.house.journalese]\nextend-tokens = ["amid fears"]\n')

    assert faults("config", config) == []
    assert faults("config", {"rules": {"house": {"journalise": {}}}}) == ["rules/house"]


def test_report_is_one_by_the_schema(run, desk, faults):
    (desk / "a.txt").write_text(
        "A road of 80 kilometers (60 miles), Marta Halvorsen said.\n\nHalvorsen left. Halverson came.\n",
        encoding="utf-8",
    )
    (desk / "b.txt").write_bytes(b"\xff\xfe\xfd")

    report = json.loads(run(".", "--across", "--format", "json").out)

    assert report["findings"]
    assert faults("report", report) == []
    report["findings"][0]["start"]["line"] = "three"
    del report["summary"]
    assert sorted(faults("report", report)) == ["'summary' is a required property", "findings/0/start/line"]


def test_schema_that_there_is_none_of_is_said(run, desk):
    ran = run("schema", "confg")

    assert ran.code == 2
    assert "confg" in ran.err


def test_schema_goes_into_a_file(run, desk):
    ran = run("schema", "report", "--output", "report.schema.json")

    assert (ran.code, ran.out) == (0, "")
    schema = json.loads((desk / "report.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
