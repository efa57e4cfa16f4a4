"""The baseline: what is known stays known where it moves, and nothing new hides behind it."""

from __future__ import annotations

import json
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import FileReport, Finding, Position
from newslint.core.report import Report
from newslint.core.rule import ConfiguredRule
from newslint.run import baseline

WRONG = "The road to Brenna is 80 kilometers (60 miles) long and closed.\n"
OTHER = "The pipe under Sund is 10 kilometers (60 miles) long and open.\n"
RULE = "units.wrong-conversion"


@pytest.fixture
def known(run, desk):
    (desk / "a.txt").write_text(f"{WRONG}\n{OTHER}", encoding="utf-8")
    (desk / "b.txt").write_text(WRONG, encoding="utf-8")

    written = run(".", "--select", RULE, "--write-baseline", "known.json")

    assert (written.code, written.out) == (0, "")
    assert written.err == "newslint: 3 findings are known from now on, by known.json.\n"

    def again(*words: str):
        return run(".", "--select", RULE, "--baseline", "known.json", *words)

    return again


def test_known_findings_fail_no_run(known):
    ran = known()

    assert (ran.code, ran.out) == (0, "0 new, 3 known, 0 gone in 2 files, 36 words.\n")


def test_baseline_is_not_written_of_changed_lines_alone(run, desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    ran = run(".", "--write-baseline", "known.json", "--changed-since", "HEAD")

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "newslint: --write-baseline: found --changed-since beside it, expected it without: "
        "a baseline knows all findings, not those on changed lines.\n",
    )
    assert not (desk / "known.json").exists()


def test_file_of_a_baseline_has_an_entry_a_line(known, desk):
    lines = (desk / "known.json").read_text(encoding="utf-8").splitlines()

    assert lines[3] == '  "a.txt": ['
    assert json.loads(lines[4].rstrip(",")) == {
        "rule": RULE,
        "text": "60 miles",
        "beside": "to brenna is 80 kilometers | long and closed",
        "count": 1,
    }


def test_known_finding_may_move(known, desk):
    (desk / "a.txt").write_text(f"A new lead.\n\n{OTHER}\nMore.\n\n{WRONG}", encoding="utf-8")

    assert known().out.startswith("0 new, 3 known, 0 gone in ")


def test_repeat_of_a_known_finding_is_new(known, desk):
    (desk / "a.txt").write_text(f"{WRONG}\n{OTHER}\n{WRONG}", encoding="utf-8")

    ran = known("--format", "json")

    assert ran.code == 1
    assert [each["start"]["line"] for each in ran.findings] == [5]


def test_mended_finding_is_gone(known, desk):
    (desk / "a.txt").write_text(OTHER, encoding="utf-8")

    assert known().out.startswith("0 new, 2 known, 1 gone in ")


def test_path_that_is_gone_goes_by_the_new_one(known, desk):
    (desk / "a.txt").rename(desk / "c.txt")

    assert known().out.startswith("0 new, 3 known, 0 gone in ")


def test_renamed_story_hides_no_repeat(known, desk):
    (desk / "a.txt").rename(desk / "c.txt")
    (desk / "c.txt").write_text(f"{WRONG}\n{OTHER}\n{WRONG}", encoding="utf-8")

    assert known().out.splitlines()[-1].startswith("1 new (1 error), 3 known, 0 gone in ")


def test_copy_of_a_story_is_new_while_the_story_is_there(known, desk):
    (desk / "c.txt").write_text(WRONG, encoding="utf-8")

    assert known().out.splitlines()[-1].startswith("1 new (1 error), 3 known, 0 gone in ")


def test_what_was_not_looked_for_is_not_gone(run, known):
    assert run(".", "--select", "words", "--baseline", "known.json").out.startswith("0 new, 0 known, 0 gone")
    assert run("b.txt", "--select", RULE, "--baseline", "known.json").out.startswith("0 new, 1 known, 0 gone")


def test_baseline_and_fail_level_of_the_config_are_used_from_any_folder(run, known, desk, monkeypatch):
    (desk / "newslint.toml").write_text('baseline = "known.json"\nfail-on = "never"\n', encoding="utf-8")
    (desk / "in").mkdir()
    (desk / "in" / "c.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(desk / "in")

    ran = run("..", "--select", RULE)

    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("1 new (1 error), 3 known, 0 gone in 3 files")


def test_pruning_drops_what_is_gone(run, known, desk):
    (desk / "a.txt").write_text(OTHER, encoding="utf-8")

    pruned = run("baseline", "prune", "known.json")

    assert (pruned.code, pruned.err) == (0, "newslint: 1 gone, 2 known.\n")
    assert known().out.startswith("0 new, 2 known, 0 gone in ")


def test_pruning_keeps_all_where_a_story_could_not_be_linted(run, known, desk):
    before = (desk / "known.json").read_bytes()
    (desk / "a.txt").write_bytes(b"\xff\xfe\xfd")

    assert run("baseline", "prune", "known.json").code == 2
    assert (desk / "known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, "known.json: the baseline cannot be read: No such file or directory."),
        (b"\xff", "known.json: found no baseline: "),
        (
            b"{}",
            "known.json: found no baseline: Object missing required field `schema`; --write",
        ),
        (b'{"schema": 2, "files": {}}', "known.json: schema: found 2, expected 1."),
        (
            b'{"schema": 1, "files": {"a": [{}]}}',
            "known.json: found no baseline: Object missing required field",
        ),
    ],
)
def test_faulty_baseline_is_said(run, desk, content, line):
    if content is not None:
        (desk / "known.json").write_bytes(content)

    ran = run(".", "--baseline", "known.json")

    assert (ran.code, line in ran.err) == (2, True)


def test_baseline_is_never_written_over_a_story(run, desk):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    ran = run(".", "--write-baseline", "a.txt")

    assert ran.code == 2
    assert (
        ran.err
        == "newslint: --write-baseline: a.txt is one of the stories; name a file that is not linted.\n"
    )
    assert (desk / "a.txt").read_text(encoding="utf-8") == WRONG


LINES = ("the tall ship", "a tall ship", "the tall oak")
PLACES = st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(LINES)), max_size=12)


def found(places: list[tuple[str, str]]) -> Report:
    findings, lines = [], {}
    for number, (path, line) in enumerate(places, 1):
        lines[path, number] = line
        column = line.index("tall") + 1
        start, end = Position(0, number, column), Position(4, number, column + 4)
        findings.append(Finding(RULE, "error", path, "", start, end, "tall", (), (), ""))
    files = tuple(FileReport(path, "text", 1, None) for path in "abc")
    return Report(tuple(findings), files, lines, rules={RULE: cast("ConfiguredRule", None)})


@given(PLACES, PLACES)
def test_count_never_covers_more_than_it_had(before, after):
    report = found(after)

    sifted = baseline.sifted(report, baseline.taken(found(before), "known.json")).sifted

    assert sifted is not None
    assert sifted.known == sum(min(before.count(each), after.count(each)) for each in {*before})
