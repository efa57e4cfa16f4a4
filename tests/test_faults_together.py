"""Faults of a desk's files told together, and what is odd in a config and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import newslint
from conftest import HOUSE_RULE, house_rules

GOOD = "It rained for two days, the office said.\n"


@pytest.fixture
def faulty(run, desk):
    """Return a function that runs newslint by a config; it returns the exit code and the complaints."""

    def ran(config, *words):
        (desk / "newslint.toml").write_text(config, encoding="utf-8")
        (desk / "a.txt").write_text(GOOD, encoding="utf-8")
        done = run("a.txt", *words)
        assert "Traceback" not in done.err
        return done.code, [line.removeprefix("newslint: ") for line in done.err.splitlines()]

    return ran


def test_all_faults_of_a_config_are_told_at_once(faulty):
    code, lines = faulty("""\
style = "app"
ignore = ["unit", "dates.non"]
excludes = ["archive/"]
fail-on = "eror"
[rules.units.wrong-conversion]
severity = "fatal"
quotes = "sometimes"
verdict = "false"
[rules.numbers.percents]
mark = "%"
[lists.weekdays]
add = [""]
[lists.week]
add = ["Mo"]
[files."sports/**"]
ignore = ["typographie"]
reader = "text-plain"
""")

    assert code == 2
    assert [line.split(": ", 1)[0] for line in lines] == [
        f"newslint.toml:{number}" for number in (1, 2, 2, 3, 4, 6, 7, 8, 9, 12, 13, 16, 17)
    ]
    assert lines[1] == "newslint.toml:2: unknown rule `unit` (did you mean `units`?)."
    assert lines[3] == "newslint.toml:3: excludes: unknown key (did you mean `exclude`?)."
    assert lines[4] == "newslint.toml:4: fail-on: found `eror`, expected error, never, suggestion, warning."


def test_all_options_of_a_rule_that_are_wrong_are_told(faulty):
    code, lines = faulty("""\
[rules.dates.date-format]
order = "month-last"
months = "long"
stile = "ap"
""")

    assert code == 2
    assert [line.partition(": found")[0].partition(": unknown")[0] for line in lines] == [
        f"newslint.toml:{number}: rules.dates.date-format.{key}"
        for number, key in ((2, "order"), (3, "months"), (4, "stile"))
    ]


def test_all_broken_rules_of_a_desk_are_told(run, desk):
    house_rules(
        desk,
        first=HOUSE_RULE.replace("existence", "existense"),
        second=HOUSE_RULE.replace('severity = "warning"', 'severity = "grave"'),
        third=HOUSE_RULE,
    )
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err == (
        "newslint: house-rules/house/first.toml:6: check.kind: unknown kind `existense` "
        "(did you mean `existence`?).\n"
        "newslint: house-rules/house/second.toml:2: severity: found `grave`, "
        "expected error, warning, suggestion.\n"
    )


def test_all_rules_that_are_no_toml_are_told(run, desk):
    house_rules(desk, first="title = [", second="title =")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    lines = run("a.txt").err.splitlines()

    assert [line.split(":")[1] for line in lines] == [
        " house-rules/house/first.toml", " house-rules/house/second.toml",
    ]  # fmt: skip


def test_faults_of_all_configs_are_told(run, desk):
    for folder in ("news", "sports"):
        (desk / folder).mkdir()
        (desk / folder / "newslint.toml").write_text('ignore = ["unit"]\n', encoding="utf-8")
        (desk / folder / "a.txt").write_text(GOOD, encoding="utf-8")

    lines = run(".").err.splitlines()

    assert [line.partition(": unknown")[0] for line in lines] == [
        "newslint: news/newslint.toml:1", "newslint: sports/newslint.toml:1",
    ]  # fmt: skip


def test_more_faults_than_anybody_mends_are_counted_short(faulty):
    code, lines = faulty(f"ignore = {[f'units.x{number}' for number in range(500)]}\n")

    assert (code, len(lines)) == (2, 21)
    assert lines[-1] == "there are more faults; these are the first 20."


def test_program_is_told_of_every_fault(desk):
    (desk / "house.toml").write_text('ignore = ["unit"]\nselect = ["date"]\n', encoding="utf-8")

    with pytest.raises(newslint.ConfigError) as caught:
        newslint.lint(GOOD, config="house.toml")

    assert len(caught.value.told) == 2
    assert str(caught.value).count("\n") == 1


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        (">=0.2", "required-version: found newslint 0.1.0, expected `>=0.2`; install that."),
        ("zero", "required-version: found `zero`, expected versions such as `>=0.1,<1`."),
    ],
)
def test_config_of_another_newslint_says_so_and_nothing_else(faulty, wanted, line):
    code, lines = faulty(f'key-of-tomorrow = 1\nrequired-version = "{wanted}"\n')

    assert (code, lines) == (2, [f"newslint.toml:2: {line}"])


def test_version_that_is_no_text_is_named(faulty):
    assert faulty("required-version = 1\n") == (
        2,
        ["newslint.toml:1: required-version: found `1`, expected versions such as `>=0.1,<1`."],
    )


def test_config_of_this_newslint_is_read(faulty):
    assert faulty('required-version = ">=0.1,<0.2"\n') == (0, [])


def test_setting_of_a_rule_that_is_off_is_said_once(faulty):
    config = 'ignore = ["dates"]\n[rules.dates.noon]\nwording = "words"\n'
    said = "newslint.toml:2: rules.dates.noon: dates.noon is off, so this has no effect."

    assert faulty(config) == (0, [said])
    assert faulty(config, "--format", "json") == (0, [said])


@pytest.mark.parametrize(
    "config",
    [
        '[rules.dates.noon]\nseverity = "off"\n',
        'extend-select = ["dates.noon"]\n[rules.dates.noon]\nwording = "words"\n',
        '[rules.dates.noon]\nwording = "words"\n[files."sports/**"]\nextend-select = ["dates.noon"]\n',
        '[files."sports/**"]\nextend-select = ["dates.noon"]\nrules.dates.noon.wording = "words"\n',
    ],
)
def test_setting_that_some_story_may_meet_is_not_said(faulty, config):
    assert faulty(config) == (0, [])


def test_config_of_the_documentation_is_read(run, desk):
    page = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text(encoding="utf-8")
    (desk / "newslint.toml").write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    (desk / "house-rules").mkdir()
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert (run("a.txt").code, run("a.txt").err) == (0, "")
