"""`newslint style`: what a house wants, and where two differ."""

import json


def test_style_shows_each_statement_with_its_source(run):
    ran = run("style", "show", "ap", "--isolated")

    assert ran.code == 0
    assert ran.out.startswith("ap: AP (unofficial)\n")
    assert "✓ Names of states in full, also behind a city.\n    house.state-abbreviated\n" in ran.out


def test_statement_that_nobody_saw_is_marked(run):
    ran = run("style", "show", "ap", "--isolated")

    assert "? Headlines in sentence case.\n    house.headline-in-title-case\n" in ran.out


def test_difference_of_two_houses_says_what_each_wants(run):
    ran = run("style", "diff", "ap", "guardian", "--isolated")

    assert ran.code == 0
    assert (
        "dates.clock-form  Time is not in house form\n"
        '  ap        Times: “9 a.m.”, “6:30 p.m.”; no “:00”. (clock = "agency")\n'
        '  guardian  Times with a dot and no space: “6.30pm”, “1am”. (clock = "dot")\n'
    ) in ran.out


def test_rules_that_two_houses_have_alike_are_not_told(run):
    ran = run("style", "diff", "ap", "us", "--isolated", "--format", "json")

    told = {each["rule"] for each in json.loads(ran.out)["differences"]}
    assert "house.british-spelling" not in told
    assert "house.points-missing" in told


def test_style_does_not_differ_from_itself(run):
    ran = run("style", "diff", "bbc", "bbc", "--isolated")

    assert ran.out == "\nbbc and bbc differ in 0 rules.\n"


def test_desks_own_file_is_compared_with_a_house(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.toml").write_text(
        'style = "ap"\n[rules.dates.clock-form]\nclock = "24-hour"\n', encoding="utf-8"
    )

    ran = run("style", "diff", "ap", "ours.toml")

    assert ran.out.endswith("\nap and ours.toml differ in 1 rule.\n")


def test_one_style_cannot_differ(run):
    ran = run("style", "diff", "ap")

    assert ran.code == 2
    assert ran.err == "newslint: style diff: found 1, expected two styles.\n"


def test_unknown_style_is_told_with_the_nearest(run):
    ran = run("style", "show", "app")

    assert ran.code == 2
    assert "unknown style `app` (did you mean `ap`?)" in ran.err
