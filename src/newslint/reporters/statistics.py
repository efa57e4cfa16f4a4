"""The statistics: how often each rule found something, and how much of it newslint can mend."""

from __future__ import annotations

from collections import Counter

from newslint.plugin import Report
from newslint.reporters.counts import told


class StatisticsReporter:
    """Writes a line a rule, the most frequent first."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the counts; *width* has no meaning here."""
        found = Counter((finding.rule, finding.severity) for finding in report.findings)
        mended = Counter(finding.rule for finding in report.findings if finding.fixes)
        order = sorted(found.items(), key=lambda each: (-each[1], each[0]))
        lines = [
            f"{count:>7,}  {severity:<10}  {rule}{_fixes(mended[rule])}" for (rule, severity), count in order
        ]
        return "\n".join([*lines, *[""] * bool(lines), told(report), ""])


def _fixes(count: int) -> str:
    if not count:
        return ""
    return ", 1 has a fix" if count == 1 else f", {count:,} have fixes"
