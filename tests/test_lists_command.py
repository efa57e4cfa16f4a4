"""`newslint lists`: what rules read, as the desk has it."""

from __future__ import annotations

import json


def test_every_list_is_told_with_its_size(run, desk):
    lines = run("lists").out.splitlines()

    assert any(line.startswith("mishaps ") and line.endswith("What a cause brings about") for line in lines)
    assert lines == sorted(lines, key=lambda line: line.split()[0])


def test_list_shows_what_a_desk_changed(run, desk):
    (desk / "newslint.toml").write_text(
        '[lists.mishaps]\nadd = ["sinkhole"]\nremove = ["war"]\n', encoding="utf-8"
    )

    page = run("lists", "mishaps").out

    assert page.startswith("mishaps: What a cause brings about\nSource: written for newslint\n\naccident, ")
    assert page.endswith("violence, sinkhole\n")


def test_table_shows_its_records(run, desk):
    report = json.loads(run("lists", "--format", "json").out)
    table = next(each["name"] for each in report["lists"] if "records" in filled(run, each["name"]))

    lines = run("lists", table).out.splitlines()

    assert " = " in lines[-1]


def filled(run, name):
    found = json.loads(run("lists", name, "--format", "json").out)["list"]
    return {key for key, value in found.items() if value}


def test_unknown_list_is_told_with_the_nearest(run, desk):
    ran = run("lists", "mishap")

    assert ran.code == 2
    assert ran.err == (
        "newslint: unknown list `mishap` (did you mean `mishaps`?); `newslint lists` has all.\n"
    )
