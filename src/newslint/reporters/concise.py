"""The concise report: one finding a line, as compilers write them and editors read them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.reporting import Finding, Report, visible


class ConciseReporter:
    """Writes `path:line:column: severity message [rule]`, and nothing else."""

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the findings of a story; *width* has no meaning here."""
        for finding in report.findings:
            yield _line(finding)

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield nothing."""
        return iter(())


def _line(finding: Finding) -> str:
    place = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}"
    return f"{place}: {finding.severity} {visible(finding.message)} [{finding.rule}]\n"
