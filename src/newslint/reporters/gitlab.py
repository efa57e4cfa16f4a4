"""GitLab's Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from newslint.reporters.json import indented
from newslint.reporting import Finding, Report

SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


class GitLabReporter:
    """Writes an array of issues."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report as JSON; *width* has no meaning here."""
        report = report.by_file()
        return indented([_issue(finding) for finding in report.findings])


def _issue(finding: Finding) -> dict[str, object]:
    return {
        "description": finding.message,
        "check_name": finding.rule,
        # Issues of one fingerprint are shown as one; ours tell the paths and the repeats of a fault apart.
        "fingerprint": finding.fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": finding.path,
            "lines": {"begin": finding.start.line, "end": finding.end.line},
        },
    }
