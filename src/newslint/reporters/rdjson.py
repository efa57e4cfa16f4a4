"""Reviewdog's diagnostic format, whose columns are UTF-8 bytes.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from newslint.reporters.json import indented
from newslint.reporters.regions import byte_column, regions
from newslint.reporting import Finding, OfferedFix, Position, Report

# Any other word counts as an error there.
SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


class ReviewdogReporter:
    """Writes one result with a diagnostic a finding."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report as JSON; *width* has no meaning here."""
        report = report.by_file()
        result = {
            "source": {"name": "newslint"},
            "diagnostics": [_diagnostic(report, finding) for finding in report.findings],
        }
        return indented(result)


def _diagnostic(report: Report, finding: Finding) -> dict[str, object]:
    line = report.line(finding)
    place: dict[str, object] = {"start": _position(finding.start, line)}
    # Of a finding over several lines only the first line is at hand, in which bytes can be counted.
    if finding.start.line == finding.end.line:
        place["end"] = _position(finding.end, line)
    else:
        place["end"] = {"line": finding.end.line}
    return {
        "message": finding.message,
        "location": {"path": finding.path, "range": place},
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "suggestions": [
            suggestion for fix in finding.fixes for suggestion in _suggestions(report, finding, fix)
        ],
    }


def _position(place: Position, line: str) -> dict[str, int]:
    return {"line": place.line, "column": byte_column(line, place.column)}


def _suggestions(report: Report, finding: Finding, fix: OfferedFix) -> list[dict[str, object]]:
    """Return a fix as suggestions, where it is one edit: each is taken by itself there."""
    found = regions(report, finding, fix)
    if len(found) != 1:
        return []
    region, line = found[0], report.line(finding)
    start = {"line": region.line, "column": byte_column(line, region.start)}
    end = {"line": region.line, "column": byte_column(line, region.end)}
    return [{"range": {"start": start, "end": end}, "text": region.text}]
