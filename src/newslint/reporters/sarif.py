"""SARIF 2.1.0, as code scanning reads it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from newslint.plugin import ConfiguredRule, Finding, OfferedFix, Position, Report, __version__, cut
from newslint.reporters.json import indented
from newslint.reporters.regions import regions

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
# Beyond these GitHub rejects a file whole, or a rule.
MOST_RESULTS, MOST_LETTERS = 25_000, 1_024


class SarifReporter:
    """Writes one run with its rules, results and what went wrong."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report as JSON; *width* has no meaning here."""
        report = report.by_file()
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
        return indented(log)


def _run(report: Report) -> dict[str, object]:
    rules = {rule: number for number, rule in enumerate(report.rules)}
    shown = _most_severe(report.findings)
    complaints = list(report.complaints)
    if len(shown) < len(report.findings):
        complaints.append(f"{len(shown):,} of {len(report.findings):,} findings are listed, the severest.")
    return {
        "tool": {
            "driver": {
                "name": "newslint",
                "version": __version__,
                "rules": [_rule(rule) for rule in report.rules.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.complaints,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": text}} for text in complaints
                ],
            }
        ],
        "results": [_result(report, finding, rules) for finding in shown],
    }


def _most_severe(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return as many findings as hosts take, the severest first chosen, in the order they had."""
    order = list(LEVELS)
    chosen = sorted(range(len(findings)), key=lambda number: order.index(findings[number].severity))
    return [findings[number] for number in sorted(chosen[:MOST_RESULTS])]


def _rule(rule: ConfiguredRule) -> dict[str, object]:
    file = rule.rule.file
    references = "".join(f"\n\n{reference}" for reference in file.references)
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in re.split(r"[.-]", rule.id)),
        "shortDescription": {"text": cut(file.title, MOST_LETTERS)},
        "fullDescription": {"text": cut(" ".join(file.explanation.split()), MOST_LETTERS)},
        "help": {"text": f"{file.explanation}{references}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _result(report: Report, finding: Finding, rules: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.path, finding.start, finding.end)],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }
    if finding.rule in rules:
        result["ruleIndex"] = rules[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {**_location(each.path, each.start, each.end), "message": {"text": each.message or "also here"}}
            for each in finding.related
        ]
    if fixes := list(_fixes(report, finding)):
        result["fixes"] = fixes
    return result


def _location(path: str, start: Position, end: Position) -> dict[str, object]:
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/!")
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def _fixes(report: Report, finding: Finding) -> Iterator[dict[str, object]]:
    for fix in finding.fixes:
        if replacements := _replacements(report, finding, fix):
            change = {"artifactLocation": {"uri": _uri(finding.path)}, "replacements": replacements}
            yield {"description": {"text": f"{fix.title} ({fix.safety})"}, "artifactChanges": [change]}


def _replacements(report: Report, finding: Finding, fix: OfferedFix) -> list[dict[str, object]]:
    return [
        {
            "deletedRegion": {
                "startLine": region.line,
                "startColumn": region.start,
                "endLine": region.line,
                "endColumn": region.end,
            },
            "insertedContent": {"text": region.text},
        }
        for region in regions(report, finding, fix)
    ]
