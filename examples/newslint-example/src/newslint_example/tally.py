"""A reporter for a desk that counts: how often each rule found something."""

from __future__ import annotations

from collections import Counter

from newslint.plugin import Report


class TallyReporter:
    """Writes one line a rule, the commonest first."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the tally; *width* has no meaning here."""
        counts = Counter(finding.rule for finding in report.findings)
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return "".join(f"{count:6} {rule}\n" for rule, count in ordered)
