"""The commands, their options and their exit codes."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys

STORY = "The valley lies 80 kilometers (60 miles) north of the capital, the ministry said.\n"
MIXED = 'It was “late,” he said.\n\n"We waited," she said. "We left."\n'


def test_finding_is_reported_with_its_place_in_json(run, desk):
    (desk / "a.txt").write_text("Valley reopens\n\n" + STORY, encoding="utf-8")

    ran = run("check", "a.txt", "--format", "json", "--select", "units.wrong-conversion")

    assert ran.code == 1
    finding = ran.findings[0]
    assert finding["rule"] == "units.wrong-conversion"
    assert finding["path"] == "a.txt"
    assert finding["start"]["line"] == 3
    assert list(json.loads(ran.out)) == ["schema", "newslint", "findings", "files", "summary"]
    assert list(finding) == [
        *("rule", "severity", "path", "message", "start", "end", "text", "fixes", "related", "fingerprint"),
    ]


def test_path_alone_is_short_for_check(run, desk):
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    assert run("a.txt", "--format", "json").out == run("check", "a.txt", "--format", "json").out


def test_folder_named_like_a_command_is_linted_by_its_path(run, desk):
    (desk / "rules").mkdir()
    (desk / "rules" / "a.txt").write_text(STORY, encoding="utf-8")

    ran = run("./rules", "--format", "json")

    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["rules/a.txt"]


def test_exit_code_follows_fail_on(run, desk):
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")
    words = ("a.txt", "--select", "quotes.mixed-marks")

    assert run(*words).code == 0
    assert run(*words, "--fail-on", "warning").code == 0
    assert run(*words, "--fail-on", "suggestion").code == 1
    assert run(*words, "--fail-on", "never").code == 0


def test_two_runs_give_the_same_bytes_for_any_number_of_workers(run, desk):
    for n in range(12):
        (desk / f"{n}.txt").write_text(STORY * (n + 1) + MIXED, encoding="utf-8")

    one = run(".", "--format", "json", "--jobs", "1")
    two = run(".", "--format", "json", "--jobs", "2")
    cold = run(".", "--format", "json", "--no-cache")

    assert one.out == two.out == cold.out
    assert len(one.findings) > 12


def test_standard_input_takes_the_name_it_is_given(run, desk, monkeypatch):
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))

    ran = run("-", "--stdin-filename", "desk/late.txt", "--format", "json")

    assert ran.findings[0]["path"] == "desk/late.txt"


def test_report_is_written_to_a_file(run, desk):
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    ran = run("a.txt", "--format", "json", "--output", "report.json")

    assert ran.out == ""
    assert json.loads((desk / "report.json").read_text(encoding="utf-8"))["summary"]["files"] == 1


def test_piped_report_is_plain_and_underlines_the_words(run, desk):
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    ran = run("a.txt", "--select", "units.wrong-conversion")

    lines = ran.out.splitlines()
    assert "\x1b" not in ran.out
    assert lines[0] == "a.txt:1:32  error       units.wrong-conversion"
    assert lines[3].index("^") == lines[2].index("60")
    assert lines[-1] == "1 error in 1 file, 14 words."


def test_nothing_to_lint_is_said_and_is_no_failure(run, desk):
    (desk / "picture.png").write_bytes(b"\x89PNG")

    ran = run(".")

    assert ran.code == 0
    assert "nothing to lint" in ran.err


def test_empty_file_has_no_findings(run, desk):
    (desk / "a.txt").write_bytes(b"")

    ran = run("a.txt", "--format", "json")

    assert ran.code == 0
    assert json.loads(ran.out)["files"] == [
        {"path": "a.txt", "format": "text", "words": 0, "error": None, "unchecked": {}}
    ]


def test_gitignored_and_excluded_files_are_left_out_of_walks(run, desk):
    (desk / ".git").mkdir()
    (desk / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    (desk / "newslint.toml").write_text('exclude = ["archive/"]\n', encoding="utf-8")
    for name in ("a.txt", "drafts/b.txt", "archive/c.txt"):
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text(STORY, encoding="utf-8")

    walked = json.loads(run(".", "--format", "json").out)["files"]
    named = json.loads(run("archive/c.txt", "--format", "json").out)["files"]
    forced = json.loads(run("archive/c.txt", "--format", "json", "--force-exclude").out)["files"]

    assert [file["path"] for file in walked] == ["a.txt"]
    assert [file["path"] for file in named] == ["archive/c.txt"]
    assert forced == []


def test_explain_shows_examples_and_options(run):
    ran = run("explain", "units.wrong-conversion")

    assert ran.code == 0
    assert ran.out.startswith("# units.wrong-conversion\n")
    sections = [line for line in ran.out.splitlines() if line.startswith("## ")]
    assert sections == ["## Message", "## Options", "## Examples", "## Authority"]
    assert "> “{converted}” does not match “{original}”" in ran.out
    assert (
        '- `verdict`: wrong, rounded, loose, precise, mirrored or mismatched; default `"wrong"`.' in ran.out
    )


def test_explain_shows_three_examples_of_each_kind_and_all_when_asked(run):
    few, every = run("explain", "units.wrong-conversion"), run("explain", "units.wrong-conversion", "--all")

    assert few.out.count("\nFlagged") == few.out.count("\nNot flagged") == 3
    assert "more with `newslint explain units.wrong-conversion --all`." in few.out
    assert every.out.count("\nFlagged") > 20
    assert "--all`" not in every.out


def test_explain_shows_what_a_config_has_set(run, desk):
    (desk / "newslint.toml").write_text('[rules.units.wrong-conversion]\nseverity = "warning"\n', "utf-8")

    ran = run("explain", "units.wrong-conversion")

    assert "**Converted figure is wrong.** Severity: warning." in ran.out
    assert 'default `"error"`, here `"warning"`.' in ran.out


def test_explain_shows_what_a_style_sets(run):
    ran = run("explain", "ap")

    assert ran.out.startswith("# ap\n\n**AP (unofficial)**\n")
    assert "Extends `newslint`." in ran.out
    assert '- `typography.dash-style`: `dash = "em-spaced"`' in ran.out


def test_rule_book_is_listed_with_severities(run):
    ran = run("rules", "--format", "json")

    rows = {row["rule"]: row for row in json.loads(ran.out)["rules"]}
    assert rows["units.wrong-conversion"]["severity"] == "error"
    assert rows["units.wrong-conversion"]["selected"] is True


def test_shipped_examples_hold(run):
    ran = run("test")

    assert ran.code == 0, ran.out


def test_version_and_usage_are_told(run):
    assert run("--version").out.startswith("newslint 0.")
    assert run("--help").out.startswith("usage: newslint")


def test_report_on_a_terminal_is_coloured_and_keeps_to_its_width():
    from conftest import told_whole
    from newslint.core.finding import FileReport, Finding, Position
    from newslint.core.report import Report
    from newslint.reporters.terminal import TerminalReporter

    place = Position(16, 1, 17), Position(29, 1, 30)
    message = "“80 kilometers” is told of at some length, so that the line does not fit."
    finding = Finding("units.example", "error", "a.txt", message, *place, "80 kilometers", (), (), "")
    report = Report((finding,), (FileReport("a.txt", "text", 13, None),), {("a.txt", 1): STORY.rstrip()})

    coloured = told_whole(TerminalReporter(), report, width=60)

    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert coloured != plain
    assert max(map(len, plain.splitlines())) <= 60
    assert "units.example" in plain


def test_module_is_run_as_the_command_is(desk):
    (desk / "a.txt").write_text("The road is 80 kilometers (130 miles) long.\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "newslint", "a.txt", "--format", "concise"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("a.txt:1:28: error ")


def test_date_may_be_today(run, desk):
    day = datetime.date.today()
    wrong = "Monday" if day.weekday() != 0 else "Tuesday"
    date = f"{wrong}, {day:%B} {day.day}"
    (desk / "a.txt").write_text(f"She comes on {date}, the club said.\n", encoding="utf-8")

    ran = run("a.txt", "--date", "today", "--select", "dates.wrong-weekday", "--format", "json")

    assert [each["text"] for each in ran.findings] == [date]


def test_stories_may_be_compared_and_nothing_else(run, desk):
    say = "Interior Minister Halvard {} will visit the flooded towns, his office said. {} is to to stay.\n"
    for name, surname in (("a", "Brandvik"), ("b", "Brandvik"), ("c", "Brandwik")):
        (desk / f"{name}.txt").write_text(say.format(surname, surname), encoding="utf-8")

    both = {each["rule"] for each in run(".", "--across", "--format", "json").findings}
    only = {each["rule"] for each in run(".", "--across-only", "--format", "json").findings}

    assert both == {"names.inconsistent-across-stories", "words.doubled-word"}
    assert only == {"names.inconsistent-across-stories"}
