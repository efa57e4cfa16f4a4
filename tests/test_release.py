"""What a release promises: rules keep their ids and severities, and the JSON report its shape."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.desk.schemas import type_schema
from newslint.reporters.json import JsonReport
from newslint.rulebook.released import KEPT, last_release


@pytest.fixture(scope="module")
def book():
    return Desk(Options(isolated=True)).here().book


def test_rules_of_the_last_release_are_known_by_their_ids(book):
    assert [name for name in last_release().rules if name not in {*book.rules, *book.aliases}] == []


def test_rules_of_the_last_release_keep_their_severities(book):
    now = {name: book.rules[book.aliases.get(name, name)].file.severity for name in last_release().rules}

    assert now == last_release().rules


def test_report_holds_what_it_held_in_the_last_release():
    now = type_schema(JsonReport, title="A report of newslint")

    assert changed(last_release().report, now) == []


@pytest.mark.parametrize(
    ("now", "where"),
    [
        ({"type": "object", "properties": {"a": {"type": "string"}, "b": {}}}, []),
        ({"type": "object", "properties": {"b": {}}}, ["/properties/a"]),
        ({"type": "object", "properties": {"a": {"type": "integer"}}}, ["/properties/a/type"]),
    ],
)
def test_report_may_gain_and_not_lose(now, where):
    assert changed({"type": "object", "properties": {"a": {"type": "string"}}}, now) == where


def changed(before, now, at=""):
    """Return where a schema of now no longer says what one from before says."""
    if isinstance(before, dict) and isinstance(now, dict):
        return [
            place
            for key, each in before.items()
            if key not in ("description", "title")
            for place in (changed(each, now[key], f"{at}/{key}") if key in now else [f"{at}/{key}"])
        ]
    if isinstance(before, list) and isinstance(now, list) and at.endswith("/required"):
        return [] if set(before) <= set(now) else [at]
    return [] if before == now else [at]


def test_rules_that_the_last_release_lacks_are_new(run, desk, monkeypatch, tmp_path_factory):
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    del kept["rules"]["units.wrong-conversion"]
    older = tmp_path_factory.mktemp("kept") / "released.json"
    older.write_text(json.dumps(kept), encoding="utf-8")
    monkeypatch.setattr("newslint.rulebook.released.KEPT", older)

    assert "units.wrong-conversion" in run("rules", "--new").out
    found = json.loads(run("rules", "--new", "--format", "json").out)["rules"]
    assert "units.wrong-conversion" in {row["rule"] for row in found}
    assert "dates.noon" not in {row["rule"] for row in found}


def test_where_no_rule_is_new_that_is_said(run, desk, monkeypatch, tmp_path_factory, book):
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    kept["rules"] = {name: rule.file.severity for name, rule in book.rules.items()}
    same = tmp_path_factory.mktemp("kept") / "released.json"
    same.write_text(json.dumps(kept), encoding="utf-8")
    monkeypatch.setattr("newslint.rulebook.released.KEPT", same)

    assert run("rules", "--new").out == "No rule is new since newslint 0.1.0.\n"


def test_what_is_kept_is_made_by_one_command(tmp_path):
    project = Path(__file__).parents[1]
    copytree(project / "src", tmp_path / "src")
    copytree(project / "rules", tmp_path / "rules")
    copytree(project / "bench", tmp_path / "bench")
    kept = tmp_path / "src" / "newslint" / "rulebook" / "released.json"
    kept.unlink()

    subprocess.run(
        [sys.executable, "bench/release.py"],
        cwd=tmp_path,
        check=True,
        env={"PYTHONPATH": str(tmp_path / "src")},
    )

    assert json.loads(kept.read_text(encoding="utf-8"))["version"] == last_release().version
