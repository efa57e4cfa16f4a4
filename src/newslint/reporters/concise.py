"""The concise report: one finding a line, as compilers write them and editors read them."""

from __future__ import annotations

from newslint.plugin import Finding, Report, visible


class ConciseReporter:
    """Writes `path:line:column: severity message [rule]`, and nothing else."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report; *width* has no meaning here."""
        return "".join(f"{_line(finding)}\n" for finding in report.findings)


def _line(finding: Finding) -> str:
    place = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}"
    return f"{place}: {finding.severity} {visible(finding.message)} [{finding.rule}]"
