"""Which rules run, and how a desk configures them."""

from __future__ import annotations

import json

from conftest import HOUSE_RULE, house_rules

MIXED = 'It was “late,” he said.\n\n"We waited," she said. "We left."\n'


def rules(ran):
    return [finding["rule"] for finding in ran.findings]


def test_config_ignores_a_rule_and_the_command_line_brings_it_back(run, desk):
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")
    (desk / "newslint.toml").write_text('ignore = ["quotes"]\n', encoding="utf-8")

    assert "quotes.mixed-marks" not in rules(run("a.txt", "--format", "json"))
    assert rules(run("a.txt", "--format", "json", "--select", "quotes")) == ["quotes.mixed-marks"]
    assert "quotes.mixed-marks" in rules(run("a.txt", "--format", "json", "--isolated"))


def test_id_wins_over_its_family(run, desk):
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")
    (desk / "newslint.toml").write_text(
        'select = ["quotes.mixed-marks"]\nignore = ["quotes"]\n', encoding="utf-8"
    )

    assert rules(run("a.txt", "--format", "json")) == ["quotes.mixed-marks"]


def test_desk_adds_a_rule_that_its_style_leaves_out(run, desk):
    (desk / "a.txt").write_text("The mayor claimed that the bridge was safe.\n", encoding="utf-8")
    config = 'extend-select = ["attribution.loaded-verb"]\n'
    (desk / "newslint.toml").write_text(config, encoding="utf-8")

    assert "attribution.loaded-verb" in rules(run("a.txt", "--format", "json"))
    assert "attribution.loaded-verb" not in rules(run("a.txt", "--format", "json", "--isolated"))


def test_desk_extends_a_list_and_a_table_of_a_rule(run, desk):
    (desk / "a.txt").write_text("A plough passed, then a plow; the ploughing was done.\n", encoding="utf-8")
    config = '[rules.words.mixed-spelling]\nextend-either = {plow = "plough"}\nextend-endings = ["ing"]\n'
    (desk / "newslint.toml").write_text(config, encoding="utf-8")

    ran = run("a.txt", "--format", "json", "--select", "words.mixed-spelling")

    assert [finding["text"] for finding in ran.findings] == ["plow"]


def test_select_of_a_desk_replaces_what_its_style_adds(run, desk):
    (desk / "a.txt").write_text("The mayor claimed that the bridge was safe.\n", encoding="utf-8")
    (desk / "newslint.toml").write_text('style = "reuters"\nselect = ["quotes"]\n', encoding="utf-8")

    assert rules(run("a.txt", "--format", "json")) == []


def test_severity_and_message_are_the_desks_to_set(run, desk):
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")
    config = '[rules.quotes.mixed-marks]\nseverity = "error"\nmessage = "Pick one."\n'
    (desk / "newslint.toml").write_text(config, encoding="utf-8")

    ran = run("a.txt", "--format", "json", "--select", "quotes")

    assert ran.code == 1
    assert (ran.findings[0]["severity"], ran.findings[0]["message"]) == ("error", "Pick one.")


def test_settings_for_some_files_only(run, desk):
    (desk / "sports").mkdir()
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")
    (desk / "sports" / "b.txt").write_text(MIXED, encoding="utf-8")
    (desk / "newslint.toml").write_text('[files."sports/**"]\nignore = ["quotes"]\n', encoding="utf-8")

    ran = run(".", "--format", "json")

    assert {finding["path"] for finding in ran.findings if finding["rule"] == "quotes.mixed-marks"} == {
        "a.txt"
    }


def test_nearest_config_speaks(run, desk):
    (desk / "features").mkdir()
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")
    (desk / "features" / "b.txt").write_text(MIXED, encoding="utf-8")
    (desk / "features" / "newslint.toml").write_text('ignore = ["quotes"]\n', encoding="utf-8")

    ran = run(".", "--format", "json")

    assert {finding["path"] for finding in ran.findings if finding["rule"] == "quotes.mixed-marks"} == {
        "a.txt"
    }


def test_rule_in_one_file_of_the_desk_works_is_explained_and_is_tested(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "a.txt").write_text("She resigned amid calls for a vote.\n", encoding="utf-8")

    linted = run("a.txt", "--format", "json")
    explained = run("explain", "house.journalese")
    tested = run("test", "house-rules")

    assert [(each["rule"], each["text"]) for each in linted.findings] == [("house.journalese", "amid calls")]
    assert "Nobody says it." in explained.out
    assert tested.out == "1 rule, 3 of 3 examples hold.\n"


def test_rule_that_searches_on_its_own_is_told_as_costly(run, desk):
    costly = HOUSE_RULE.replace("existence", "pattern").replace(
        'tokens = ["amid calls"]', "pattern = 'amid calls'"
    )
    house_rules(desk, journalese=costly.replace("Amid the calls", "Among the calls"))

    ran = run("test", "house-rules")

    assert ran.out.splitlines() == [
        "house.journalese: costly, as the kind `pattern` searches every story on its own.",
        "1 rule, 3 of 3 examples hold.",
    ]


def test_example_that_does_not_hold_is_told(run, desk):
    faulty = HOUSE_RULE.replace("He left when asked.", "He left amid calls to stay.")
    house_rules(desk, journalese=faulty)

    ran = run("test", "house-rules")

    assert ran.code == 1
    assert "found “amid calls” at 8, expected nothing." in ran.out


def test_style_file_extends_a_shipped_style(run, desk):
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")
    (desk / "desk.toml").write_text('style = "ap"\nselect = ["quotes"]\n', encoding="utf-8")

    ran = run("a.txt", "--style", "desk.toml", "--format", "json")

    assert rules(ran) == ["quotes.mixed-marks"]


def test_style_that_extends_itself_is_refused(run, desk):
    (desk / "desk.toml").write_text('style = "desk.toml"\n', encoding="utf-8")

    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    ran = run("a.txt", "--style", "desk.toml")

    assert ran.code == 2
    said = "a style cannot extend itself, or a file without a style."
    assert ran.err == f"newslint: desk.toml:1: style: desk.toml: {said}\n"


def test_inline_ignore_silences_its_line_and_an_idle_one_is_told(run, desk):
    copy = "[newslint: ignore[quotes] -- as on the poster]\n" + MIXED
    (desk / "a.txt").write_text(copy, encoding="utf-8")
    (desk / "b.txt").write_text(copy.replace("[quotes]", "[quotes.unbalanced]"), encoding="utf-8")

    ran = run(".", "--format", "json", "--select", "quotes", "--select", "newslint")

    assert [(each["path"], each["rule"]) for each in ran.findings] == [
        ("b.txt", "newslint.unused-ignore"),
        ("b.txt", "quotes.mixed-marks"),
    ]


def test_ignore_of_a_rule_that_did_not_run_is_not_idle(run, desk):
    copy = "[newslint: ignore[units, names.inconsistent-across-stories] -- as on the poster]\nIt rained.\n"
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    assert rules(run("a.txt", "--format", "json", "--select", "newslint")) == []
    assert rules(run("a.txt", "--format", "json")) == []


def test_list_is_added_to_by_a_desk(run, desk):
    (desk / "newslint.toml").write_text('[lists.abbreviations]\nadd = ["Foreign Min."]\n', encoding="utf-8")
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    assert json.loads(run("a.txt", "--format", "json").out)["summary"]["files"] == 1


def test_severity_off_turns_a_rule_off_until_a_later_layer_sets_another(run, desk):
    (desk / "a.txt").write_text("We see the the road of 80 kilometers (130 miles).\n", encoding="utf-8")
    (desk / "house.toml").write_text('[rules.words.doubled-word]\nseverity = "off"\n', encoding="utf-8")
    (desk / "newslint.toml").write_text(
        'style = "house.toml"\n[rules.units.wrong-conversion]\nseverity = "off"\n', encoding="utf-8"
    )

    off = run("a.txt", "--format", "json").findings
    asked = run("a.txt", "--select", "units", "--format", "json").findings
    with (desk / "newslint.toml").open("a", encoding="utf-8") as config:
        config.write('[rules.words.doubled-word]\nseverity = "warning"\n')
    later = run("a.txt", "--format", "json").findings

    assert off == []
    assert [(each["rule"], each["severity"]) for each in asked] == [("units.wrong-conversion", "error")]
    assert [(each["rule"], each["severity"]) for each in later] == [("words.doubled-word", "warning")]
