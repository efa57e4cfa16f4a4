"""`newslint new rule`: a rule of the desk's own, whose examples hold at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
import tomli

from newslint.founding.new_rules import starters


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """Return a folder in which `newslint init` has run, once for all."""
    folder = tmp_path_factory.mktemp("founded")
    under = {**os.environ, "NEWSLINT_CACHE_DIR": str(tmp_path_factory.getbasetemp() / "cache")}
    command = [sys.executable, "-m", "newslint", "init"]
    subprocess.run(command, cwd=folder, env=under, check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture
def started(founded, desk):
    shutil.copytree(founded, desk, dirs_exist_ok=True)
    return desk


def rule(desk, name):
    family, _, fault = name.partition(".")
    return tomli.loads((desk / "house-rules" / family / f"{fault}.toml").read_text(encoding="utf-8"))


def test_words_with_a_better_one_make_a_rule(run, started):
    ran = run("new", "rule", "--from", "utilise=>use", "--from", "prior to=>before|ahead of")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "wrote house-rules/desk/utilise.toml; 4 of 4 examples hold.\n"
    made = rule(started, "desk.utilise")
    assert made["check"] == {
        "kind": "substitution",
        "swap": {"utilise": "use", "prior to": "before|ahead of"},
    }
    (started / "a.txt").write_text("They utilise it prior to the vote.\n", encoding="utf-8")
    found = run("a.txt", "--format", "json", "--select", "desk.utilise").findings
    assert [(each["text"], each["fixes"][0]["title"]) for each in found] == [
        ("utilise", "Write “use”"), ("prior to", "Write “before”"),
    ]  # fmt: skip


def test_words_that_are_better_left_out_make_a_rule(run, started):
    ran = run("new", "rule", "desk.noise", "--from", "amid calls=>", "--from", 'the "so-called" story=>')

    assert ran.out == "wrote house-rules/desk/noise.toml; 4 of 4 examples hold.\n"
    assert rule(started, "desk.noise")["check"]["tokens"] == ["amid calls", 'the "so-called" story']


@pytest.mark.parametrize("kind", starters())
def test_kind_that_needs_no_python_has_a_starter(run, started, kind):
    ran = run("new", "rule", f"desk.{kind}", "--kind", kind)

    assert (ran.code, ran.err) == (0, "")
    (count,) = {word for word in ran.out.split() if word.isdigit()}
    assert ran.out == f"wrote house-rules/desk/{kind}.toml; {count} of {count} examples hold.\n"
    assert rule(started, f"desk.{kind}")["check"]["kind"] == kind


@pytest.mark.parametrize("kind", ["date-format", "number-words", "rejected"])
def test_other_kind_begins_with_a_rule_of_it(run, started, kind):
    assert run("new", "rule", f"desk.{kind}", "--kind", kind).code == 0
    made = rule(started, f"desk.{kind}")
    assert made["check"]["kind"] == kind
    assert not {"since", "aliases"} & made.keys()


def test_rule_may_begin_like_another(run, started):
    assert run("new", "rule", "desk.confused", "--like", "words.confused-phrase").code == 0
    assert rule(started, "desk.confused")["check"]["swap"]["baited breath"] == "bated breath"


def test_rule_is_known_to_the_schema_at_once(run, started):
    run("new", "rule", "--from", "utilise=>use")

    assert '"utilise":' in (started / ".newslint" / "config.schema.json").read_text(encoding="utf-8")
    text = (started / "house-rules" / "desk" / "utilise.toml").read_text(encoding="utf-8")
    assert text.startswith("#:schema ../../.newslint/rule.schema.json\n")
    assert (started / "house-rules" / "desk" / "../../.newslint/rule.schema.json").is_file()


def test_config_that_leaves_the_rule_out_is_told(run, started):
    (started / "newslint.toml").write_text(
        'rules-dirs = ["house-rules"]\nselect = ["dates"]\n', encoding="utf-8"
    )

    ran = run("new", "rule", "--from", "utilise=>use")

    assert ran.code == 0
    assert ran.err == "newslint: newslint.toml:2: select: leaves desk.utilise out; `extend-select` adds it.\n"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "found no id, expected `newslint new rule family.fault`, or --from."),
        (("Slammed it",), "found `Slammed it`, expected `family.fault` in lower case, as desk.slammed-it."),
        (("../x.y",), "found `../x.y`, expected `family.fault` in lower case, as desk.x-y."),
        (
            ("desk.plain-words",),
            "desk.plain-words is already defined in house-rules/desk/plain-words.toml.",
        ),
        (
            ("a.b", "--kind", "substitutions"),
            "--kind: unknown kind `substitutions` (did you mean `substitution`?); "
            "for rules of your own: capitalization, conditional, ",
        ),
        (("a.b", "--like", "units.wrong"), "--like: unknown rule `units.wrong`"),
        (("a.b", "--kind", "pattern", "--like", "x"), "--from, --kind and --like: expected one of them."),
        (("--from", "utilise"), "--from: found `utilise`, expected words and better ones: utilise=>use."),
        (("--from", "=>use"), "--from: found `=>use`, expected words and better ones: utilise=>use."),
        (
            ("--from", "comprise=>comprise of"),
            "--from: `comprise of` holds `comprise`, so it would be found again.",
        ),
        (
            ("--from", "amid=>", "--from", "utilise=>use"),
            "--from: some words have better ones and some have none; make two rules of them.",
        ),
    ],
)
def test_what_makes_no_rule_is_told(run, started, words, reason):
    ran = run("new", "rule", *words)

    assert ran.code == 2
    assert ran.err.startswith(f"newslint: {reason}")


def test_file_that_is_there_stays(run, started):
    (started / "house-rules" / "desk" / "plain-words.toml").unlink()
    other = started / "more" / "desk"
    other.mkdir(parents=True)
    (other / "utilise.toml").write_text("# ours\n", encoding="utf-8")
    (started / "newslint.toml").write_text('rules-dirs = ["house-rules"]\n', encoding="utf-8")
    (started / "house-rules" / "desk").rmdir()
    (started / "house-rules" / "desk").symlink_to(other)

    ran = run("new", "rule", "--from", "utilise=>use")

    assert ran.code == 2
    assert (other / "utilise.toml").read_text(encoding="utf-8") == "# ours\n"


def test_desk_without_a_folder_for_rules_is_told(run, desk):
    assert run("new", "rule", "--from", "utilise=>use").err == (
        "newslint: there is no config yet; `newslint init` writes one, with a folder for rules.\n"
    )
    (desk / "newslint.toml").write_text('style = "ap"\n', encoding="utf-8")
    assert run("new", "rule", "--from", "utilise=>use").err == (
        'newslint: newslint.toml: found no `rules-dirs`; `rules-dirs = ["house-rules"]` names a folder.\n'
    )
