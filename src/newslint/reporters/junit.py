"""JUnit's report: each file a suite, each finding a test that failed.

https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

from collections import defaultdict

from newslint.reporters.xml import DECLARATION, attributes
from newslint.reporting import FileReport, Finding, Report


class JUnitReporter:
    """Writes a suite a file; a file without findings is a test that passed, an unreadable one an error."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report as XML; *width* has no meaning here."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            found[finding.path].append(finding)
        total = attributes(
            name="newslint",
            tests=sum(max(1, len(found[file.path])) for file in report.files),
            failures=len(report.findings),
            errors=sum(file.error is not None for file in report.files),
        )
        suites = "".join(_suite(file, found[file.path]) for file in report.files)
        return f"{DECLARATION}<testsuites{total}>\n{suites}</testsuites>\n"


def _suite(file: FileReport, findings: list[Finding]) -> str:
    figures = attributes(
        name=file.path,
        tests=max(1, len(findings)),
        failures=len(findings),
        errors=int(file.error is not None),
    )
    tests = "".join(map(_failed, findings)) or _whole(file)
    return f" <testsuite{figures}>\n{tests} </testsuite>\n"


def _failed(finding: Finding) -> str:
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    test = attributes(
        name=f"{finding.rule} at {finding.start.line}:{finding.start.column}",
        classname=finding.path,
        file=finding.path,
        line=finding.start.line,
    )
    failure = attributes(type=finding.severity, message=f"{place}: {finding.message}")
    return f"  <testcase{test}>\n   <failure{failure}/>\n  </testcase>\n"


def _whole(file: FileReport) -> str:
    test = attributes(name="newslint", classname=file.path, file=file.path)
    if file.error is None:
        return f"  <testcase{test}/>\n"
    return f"  <testcase{test}>\n   <error{attributes(type='unread', message=file.error)}/>\n  </testcase>\n"
