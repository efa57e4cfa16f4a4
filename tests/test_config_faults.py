"""Faults of a desk's files: each gives one clear line that names file, line and key, and exit code 2."""

from __future__ import annotations

import pytest

from conftest import HOUSE_RULE, house_rules
from newslint.core.errors import ConfigError
from newslint.rulebook.dialect import later_than_one
from newslint.rulebook.toml import parsed
from newslint.rulebook.trees import read_trees, shipped_rules

GOOD = "It rained for two days, the office said.\n"
NESTED = "lists, tables or the parts of a key are nested more than 20 deep."
ROW = "expected a row such as 2024-05-31,EUR,USD,1.0852."


def complaint(ran):
    assert ran.code == 2
    assert "Traceback" not in ran.err + ran.out
    lines = ran.err.splitlines()
    assert len(lines) == 1, ran.err
    return lines[0]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (f"ignore = {'[' * 400}{']' * 400}", f":1: ignore: {NESTED}"),
        (f"ignore = {'[' * 4000}{']' * 4000}", f":1: broken TOML: {NESTED}"),
        (f"[lists.months]\nadd = {'[' * 300}{']' * 300}", f":2: lists.months.add: {NESTED}"),
        (f"style = 'ap'\nrules{'.a' * 500} = 1", f":2: rules.a.a.a.a: {NESTED}"),
        (f"style = 'ap'\nrules{'.a' * 2000} = 1", f":2: broken TOML: {NESTED}"),
        (f"\nstyle = {'9' * 5000}", ":2: broken TOML: found a number of thousands of digits."),
        ('[lists.weekdays]\nadd = [""]', ":2: lists.weekdays.add: found a blank, expected words."),
        ('[lists.weekdays]\nadd = [" \\t"]', ":2: lists.weekdays.add: found a blank, expected words."),
        ("[lists.weekdays]\nremove = [1]", ":2: lists.weekdays.remove: found `1`, expected words."),
        (
            '[lists.weekdays]\nadd = ["Mo"]\nremove = ["Mon", {code = "x"}]',
            ":3: lists.weekdays.remove: found `{'code': 'x'}`, expected words.",
        ),
        (
            '[lists.currencies]\nremove = ["USD"]',
            ":2: lists.currencies.remove: found `USD`, expected tables.",
        ),
        (
            '[lists.currencies]\nadd = [{code = "XTS", symbols = [""]}]',
            ":2: lists.currencies.add: symbols: found a blank, expected words.",
        ),
        (
            '[rules.words.mixed-spelling]\nextend-endings = [""]',
            ":2: rules.words.mixed-spelling.extend-endings: found a blank, expected words.",
        ),
        (
            '[rules.units.wrong-conversion]\nextend-verdict = ["loose"]',
            ":2: rules.units.wrong-conversion.extend-verdict: `verdict` is no list that can be added to.",
        ),
        ('names = "\\u001b[2J"', ":1: names: \\x1b[2J: No such file or directory."),
        (
            '[rules.units.wrong-conversion]\nverdict = "false"',
            ":2: rules.units.wrong-conversion.verdict: found `false`, "
            "expected wrong, rounded, loose, precise, mirrored, mismatched.",
        ),
        (
            '[rules.units.wrong-conversion]\nmessage = "{miles}"',
            ":2: rules.units.wrong-conversion.message: the check `conversion` gives no `{miles}`; "
            "it gives `{converted}`, `{expected}`, `{meant}`, `{original}`, `{slip}`, `{sum}`.",
        ),
        (
            '[rules.units.wrong-conversion]\nseverity = "\\u001b[2J\\n"',
            ":2: rules.units.wrong-conversion.severity: found `\\x1b[2J\\n`, "
            "expected error, warning, suggestion, off.",
        ),
        (
            'style = "ap"\nstylé = 1',
            ":2: broken TOML: ",
        ),
    ],
)
def test_faulty_config_names_line_key_and_what_is_expected(run, desk, config, expected):
    (desk / "newslint.toml").write_text(config + "\n", encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")).startswith(f"newslint: newslint.toml{expected}")


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (
            'ignore = ["typography"]\n[rules.typography.dash-style]\nstile = "em"',
            ":3: rules.typography.dash-style.stile: unknown key.",
        ),
        (
            '[rules.dates.noon]\nseverity = "fatal"',
            ":2: rules.dates.noon.severity: found `fatal`, expected error, warning, suggestion, off.",
        ),
        (
            '[files."sports/**".rules.dates.noon]\nextend-words = 3',
            ":2: files.sports/**.rules.dates.noon.extend-words: expected a list, found a whole number.",
        ),
        (
            '[files."sports/**"]\nignore = ["unit"]',
            ":2: unknown rule `unit` (did you mean `units`?).",
        ),
    ],
)
def test_faulty_setting_of_a_rule_that_does_not_run_is_reported(run, desk, config, expected):
    (desk / "newslint.toml").write_text(config + "\n", encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")) == f"newslint: newslint.toml{expected}"
    assert complaint(run("a.txt", "--select", "units")) == f"newslint: newslint.toml{expected}"


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("tool = 3 # newslint", ":1: tool: expected a table, found a whole number."),
        ("[tool]\nnewslint = 3", ":2: tool.newslint: expected a table, found a whole number."),
    ],
)
def test_pyproject_without_a_table_for_tools_is_named(run, desk, config, expected):
    (desk / "pyproject.toml").write_text(config + "\n", encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")) == f"newslint: pyproject.toml{expected}"


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("inf", f":2: found 2024-05-31,EUR,USD,inf, {ROW}"),
        ("nan", f":2: found 2024-05-31,EUR,USD,nan, {ROW}"),
        ("1" * 140_000, f":2: field larger than field limit (131072), {ROW}"),
        ("1\x1b[2J", f":2: found 2024-05-31,EUR,USD,1\\x1b[2J, {ROW}"),
    ],
)
def test_rate_that_is_no_number_is_named(run, desk, rate, expected):
    (desk / "newslint.toml").write_text('rates = "rates.csv"\n', encoding="utf-8")
    (desk / "rates.csv").write_text(f"date,from,to,rate\n2024-05-31,EUR,USD,{rate}\n", encoding="utf-8")
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")) == f"newslint: rates.csv{expected}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'tokens = ["amid calls"]\n',
            "",
            ":5: check: found no `tokens`, expected a list (Words and phrases to report).",
        ),
        (
            'kind = "existence"\ntokens = ["amid calls"]',
            'kind = "occurrence"',
            ":5: check.max: expected a limit, `max` or `min`.",
        ),
        (
            'kind = "existence"',
            f"kind = {'0x' + 'f' * 4000}",
            ":6: check.kind: expected text, found a whole number.",
        ),
        (
            'severity = "warning"\n',
            "",
            ": found no `severity`, expected error, warning, suggestion "
            "(How sure it is that the copy must change).",
        ),
        ('tokens = ["amid calls"]', "tokens = []", ":7: check.tokens: found nothing, expected a list."),
    ],
)
def test_rule_without_a_key_names_it_and_what_is_expected(run, desk, old, new, expected):
    assert old in HOUSE_RULE
    house_rules(desk, journalese=HOUSE_RULE.replace(old, new))
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    assert complaint(run("a.txt")) == f"newslint: house-rules/house/journalese.toml{expected}"


def test_blank_word_in_a_list_of_the_desk_is_refused(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "house-rules" / "lists").mkdir()
    (desk / "house-rules" / "lists" / "villages.toml").write_text(
        'title = "Villages"\nwords = ["Saarijoki", ""]\n', encoding="utf-8"
    )
    (desk / "a.txt").write_text(GOOD, encoding="utf-8")

    expected = "newslint: house-rules/lists/villages.toml:2: words: found a blank, expected words."
    assert complaint(run("a.txt")) == expected


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("x = {a = 1,}", 1, "found a comma at the end of an inline table"),
        ("x = {a = [1], # two\n b = 2}", 1, "found a line end inside an inline table"),
        ('a = 1\nx = "\\e[2J"', 2, "unknown escape `\\e`"),
        ('x = """\n\\x41"""', 2, "unknown escape `\\x`"),
        ("x = 07:32", 1, "found the time `07:32`, expected one with seconds"),
        ("x = 1979-05-27T07:32Z", 1, "found the time `1979-05-27T07:32Z`, expected one with seconds"),
        ("x = [1979-05-27 07:32]", 1, "found the time `07:32`, expected one with seconds"),
    ],
)
def test_toml_later_than_one_is_refused_whatever_parser_reads_it(text, line, fault):
    assert later_than_one(text) == (line, fault)
    with pytest.raises(ConfigError, match=r"^house\.toml:\d+: broken TOML: "):
        parsed("house.toml", text.encode(), error=ConfigError)


@pytest.mark.parametrize(
    "text",
    [
        "x = {a = [\n1,\n], b = 2}",
        'x = {a = """\n,}"""}',
        "x = '\\e 07:32 {a,}'",
        'x = "\\\\e"  # \\e {a,}\n',
        "x = 1979-05-27 07:32:10.5Z",
        "x = [{a = 1}, {b = 2},\n]",
        "x = '''it's {\n''''\ny = 1",
    ],
)
def test_toml_one_is_read(text):
    assert later_than_one(text) is None
    assert "x" in parsed("house.toml", text.encode(), error=ConfigError)


def test_shipped_rules_are_toml_one():
    for path in shipped_rules().rglob("*.toml"):
        assert later_than_one(path.read_text(encoding="utf-8")) is None, path


def test_list_too_long_to_read_is_named(tmp_path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "villages.toml").write_bytes(b'title = "Villages"\nwords = [' + b'"x",' * 1_300_000)

    with pytest.raises(Exception, match=r"villages\.toml: found more than 5,000,000 bytes\.$"):
        read_trees([tmp_path])
