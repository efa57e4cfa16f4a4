"""The reports for other programs: what each says of one finding, and of copy that is odd."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest

# A letter of four bytes and one of two: columns in code points, bytes and UTF-16 differ.
STORY = "𝔸 é road of 80 kilometers (60 miles), he said.\n"
SPELT = "Marta Halvorsen spoke.\n\nHalvorsen left.\n\nHalverson came.\n"
PATH = "høring, 1.txt"
MESSAGE = "“60 miles” does not match “80 kilometers”, which would be 50 miles (80 × 0.6214 = 49.71)."
RULE = "units.wrong-conversion"


@pytest.fixture
def rendered(run, desk):
    (desk / PATH).write_text(STORY, encoding="utf-8")

    def render(form: str, *words: str) -> str:
        return run(PATH, "--select", "units.wrong-conversion", "--format", form, *words).out

    return render


def test_concise_report_is_a_line_a_finding(rendered):
    assert rendered("concise") == f"{PATH}:1:28: error {MESSAGE} [{RULE}]\n"


def test_json_lines_are_findings_then_files_then_the_summary(rendered):
    lines = [json.loads(line) for line in rendered("jsonl").splitlines()]

    assert [line.get("rule") for line in lines] == [RULE, None, None]
    assert lines[1]["file"]["path"] == PATH
    assert lines[2] == {"summary": {"files": 1, "words": 10, "errors": 1, "warnings": 0, "suggestions": 0}}


def test_annotation_escapes_what_ends_a_property(rendered):
    place = "file=høring%2C 1.txt,line=1,endLine=1,col=28,endColumn=36"

    assert rendered("github") == f"::error {place},title=newslint {RULE}::{MESSAGE}\n"


def test_code_quality_report_is_an_array_of_issues(rendered):
    (issue,) = json.loads(rendered("gitlab"))

    assert issue["fingerprint"].isalnum()
    assert issue == {
        "description": MESSAGE,
        "check_name": RULE,
        "fingerprint": issue["fingerprint"],
        "severity": "major",
        "location": {"path": PATH, "lines": {"begin": 1, "end": 1}},
    }


def test_reviewdog_counts_bytes(rendered):
    (diagnostic,) = json.loads(rendered("rdjson"))["diagnostics"]

    place = diagnostic["location"]["range"]
    line = STORY.encode()
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"60 miles"
    assert diagnostic["severity"] == "ERROR"
    assert [each["text"] for each in diagnostic["suggestions"]] == ["50 miles", "100 kilometers"]
    first = diagnostic["suggestions"][0]["range"]
    assert line[first["start"]["column"] - 1 : first["end"]["column"] - 1] == b"60 miles"


def test_junit_report_counts_each_finding_as_a_failed_test(rendered):
    suites = ET.fromstring(rendered("junit"))

    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("1", "1", "0")
    failure = suites.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == f"{PATH}:1:28: {MESSAGE}"


def test_junit_report_has_a_passed_test_for_a_clean_file_and_an_error_for_one_not_read(run, desk):
    (desk / "a.txt").write_text("All is well.\n", encoding="utf-8")
    (desk / "b.txt").write_bytes(b"\xff\xfe\xfd")

    suites = ET.fromstring(run(".", "--format", "junit").out)

    assert [(each.tag, len(each)) for each in suites.iter("testcase")] == [("testcase", 0), ("testcase", 1)]
    assert suites.find("testsuite[2]/testcase/error") is not None


def test_checkstyle_report_groups_errors_by_file(rendered):
    checkstyle = ET.fromstring(rendered("checkstyle"))

    (file,) = checkstyle
    assert file.get("name") == PATH
    assert [each.attrib for each in file] == [
        {"line": "1", "column": "28", "severity": "error", "message": MESSAGE, "source": f"newslint.{RULE}"}
    ]


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_letters_that_xml_cannot_hold_are_shown(run, desk, form):
    (desk / "a.txt").write_text("We walk in\x08 \ufffein the the rain.\n", encoding="utf-8")

    ET.fromstring(run(".", "--format", form).out)


def test_markdown_report_shows_copy_as_it_stands(run, desk):
    (desk / "a_b_c.txt").write_text("A road of 80 kilometers (*60* miles), the the end.\n", encoding="utf-8")

    report = run(".", "--format", "markdown").out

    assert report.startswith("### newslint: 1 ")
    assert "\n**a\\_b\\_c.txt**\n" in report


def test_markdown_report_is_cut_where_a_comment_ends(run, desk):
    (desk / "a.txt").write_text(STORY * 500, encoding="utf-8")

    report = run(".", "--select", RULE, "--format", "markdown").out

    assert len(report) < 65_536
    assert re.fullmatch(r"… and \d+ more\.", report.splitlines()[-1])


def test_sarif_has_what_code_scanning_asks_for(rendered):
    log = json.loads(rendered("sarif"))

    (one,) = log["runs"]
    (rule,) = one["tool"]["driver"]["rules"]
    assert (log["version"], one["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert rule["id"] == RULE
    assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    (result,) = one["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == (RULE, 0, "error")
    assert result["message"] == {"text": MESSAGE}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "h%C3%B8ring%2C%201.txt"}
    assert place["region"] == {"startLine": 1, "startColumn": 28, "endLine": 1, "endColumn": 36}
    assert result["partialFingerprints"]["primaryLocationLineHash"]
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {"deletedRegion": place["region"], "insertedContent": {"text": "50 miles"}}


def test_sarif_says_what_could_not_be_done(run, desk):
    (desk / "b.txt").write_bytes(b"\xff\xfe\xfd")

    (one,) = json.loads(run(".", "--format", "sarif").out)["runs"]

    (invocation,) = one["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("b.txt: ")


def test_sarif_lists_the_severest_where_hosts_take_no_more(run, desk, monkeypatch):
    monkeypatch.setattr("newslint.reporters.sarif.MOST_RESULTS", 2)
    (desk / "a.txt").write_text(f"{SPELT}\n{STORY}\n{STORY}", encoding="utf-8")

    (one,) = json.loads(run(".", "--select", "units,names", "--format", "sarif").out)["runs"]

    assert [each["ruleId"] for each in one["results"]] == [RULE, RULE]
    (notification,) = one["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == "2 of 3 findings are listed, the severest."


def test_statistics_count_by_rule(run, desk):
    (desk / "a.txt").write_text(STORY * 3, encoding="utf-8")

    ran = run(".", "--select", RULE, "--statistics")

    assert ran.out == (
        "      3  error       units.wrong-conversion, 3 have fixes\n\n3 errors in 1 file, 30 words.\n"
    )


def test_what_is_below_the_shown_level_is_only_counted(run, desk):
    (desk / "a.txt").write_text(STORY + "\nExperts say the road is too long.\n", encoding="utf-8")

    ran = run(".", "--show", "error", "--format", "json", "--fail-on", "warning")

    report = json.loads(ran.out)
    assert [each["rule"] for each in report["findings"]] == [RULE]
    assert (report["summary"]["errors"], report["summary"]["warnings"]) == (1, 1)


def test_several_reports_of_one_run(run, desk):
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    ran = run("a.txt", "--select", RULE, "--report", "sarif:out.sarif", "--report", "concise:out.txt")

    assert ran.out.splitlines()[-1] == "1 error in 1 file, 10 words."
    assert json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (desk / "out.txt").read_text(encoding="utf-8") == f"a.txt:1:28: error {MESSAGE} [{RULE}]\n"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("sarif", "argument --report: found `sarif`, expected a format and a file, as sarif:out.sarif"),
        ("saruf:a", "--report: unknown reporter `saruf` (did you mean `sarif`?); known: "),
        ("sarif:a.txt", "--report: a.txt is one of the stories; name a file that is not linted."),
        ("sarif:gone/a", "--report: gone/a: No such file or directory."),
    ],
)
def test_report_that_cannot_be_written_is_said(run, desk, value, line):
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    ran = run("a.txt", "--report", value)

    assert (ran.code, line in ran.err) == (2, True)
    assert (desk / "a.txt").read_text(encoding="utf-8") == STORY


def test_colours_can_be_asked_for_where_a_report_is_piped(run, desk):
    (desk / "a.txt").write_text(STORY, encoding="utf-8")

    assert "\x1b[1;31merror" in run("a.txt", "--color", "always").out
    assert "\x1b" not in run("a.txt", "--color", "never").out


def test_what_is_asked_for_outweighs_no_color(run, desk, monkeypatch):
    (desk / "a.txt").write_text("The the end.\n", encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")

    assert "\x1b[1;31merror\x1b[0m" in run("a.txt", "--color", "always").out
    assert "\x1b" not in run("a.txt").out


def test_environment_forces_colours(run, desk, monkeypatch):
    (desk / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b[1;31merror" in run("a.txt").out
    assert "\x1b" not in run("a.txt", "--color", "never").out


def test_long_run_shows_the_first_of_each_rule(run, desk):
    (desk / "a.txt").write_text(STORY * 101, encoding="utf-8")

    lines = run("a.txt", "--select", RULE).out.splitlines()

    assert sum(line.startswith("a.txt:") for line in lines) == 10
    assert lines[-4:] == [
        f"… and 91 more of {RULE}",
        "--statistics counts them, --format concise lists them all.",
        "",
        "101 errors in 1 file, 1,010 words.",
    ]


def test_places_beside_a_finding_are_shown_up_to_ten(run, desk):
    told = (
        "Ferry strike ends\n\nThe ferry sailed to Bergen on Wednesday, officials said.\n\n"
        "The harbour master, Kari Halvorsen, said “I met Halverson, who was 6 feet tall.”\n\n"
        "“We are out of fuel”, Halvorsen said.\n\n"
    )
    (desk / "a.txt").write_text(told * 14, encoding="utf-8")

    ran = run("a.txt", "--isolated", "--select", "names.inconsistent-spelling")

    assert ran.out.count("    also at a.txt:") == 10
    assert "    … and at 4 more places\n" in ran.out
