"""Read the reports of one run with junitparser, sarif-tools, the SARIF multitool and reviewdog."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """Hold what each program makes of the reports in *folder* against what the JSON report says was found."""
    found = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    findings, errors = len(found["findings"]), found["summary"]["errors"]
    assert findings > errors > 0
    _junit(folder / "out.junit", findings)
    _sarif_tools(folder / "out.sarif", errors)
    _multitool(folder / "out.sarif")
    for form in ("checkstyle", "rdjson", "sarif"):
        _reviewdog(folder / f"out.{form}", form, findings)


def _junit(report: Path, findings: int) -> None:
    from junitparser import JUnitXml

    suites = JUnitXml.fromfile(str(report))
    assert (suites.tests, suites.failures, suites.errors) == (findings, findings, 0)
    assert [suite.name for suite in suites] == ["ferry.md", "høring, 1.txt"]


def _sarif_tools(report: Path, errors: int) -> None:
    # Its exit code is the number of results at or above the level.
    assert _ran("sarif", "--check", "error", "summary", str(report)).returncode == errors


def _multitool(report: Path) -> None:
    """Expect notes on the file, as one that cannot be read is passed over in silence, and nothing worse."""
    told = report.with_name("validated.sarif")
    asked = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--output", str(told)]
    _ran("Sarif.Multitool", "validate", str(report), *asked)
    (one,) = json.loads(told.read_text(encoding="utf-8-sig"))["runs"]
    files = {
        Path(place["physicalLocation"]["artifactLocation"]["uri"]).name
        for result in one["results"]
        for place in result["locations"]
    }
    assert files == {report.name}
    faults = {each["ruleId"] for each in one["results"] if each.get("level", "warning") != "note"}
    # The tool has no page that could be named.
    assert faults <= {"SARIF2005"}, faults


def _reviewdog(report: Path, form: str, findings: int) -> None:
    words = ["-reporter=local", "-filter-mode=nofilter", "-diff=true", f"-f={form}"]
    shown = _ran("reviewdog", *words, stdin=report).stdout
    assert len(shown.splitlines()) == findings, shown
    assert _ran("reviewdog", *words, "-fail-level=error", stdin=report).returncode == 1


def _ran(*words: str, stdin: Path | None = None) -> subprocess.CompletedProcess[str]:
    given = stdin.read_text(encoding="utf-8") if stdin else ""
    return subprocess.run(words, input=given, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
