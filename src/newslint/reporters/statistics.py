"""The statistics: how often each rule found something, and how much of it newslint can mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.plugin import Report
from newslint.reporters.counts import told


class StatisticsReporter:
    """Writes a line a rule, the most frequent first. It counts story by story, and keeps nothing else."""

    def __init__(self) -> None:
        self.found: Counter[tuple[str, str]] = Counter()
        self.mended: Counter[str] = Counter()

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Count what was found in a story; *width* has no meaning here."""
        self.found.update((finding.rule, finding.severity) for finding in report.findings)
        self.mended.update(finding.rule for finding in report.findings if finding.fixes)
        return iter(())

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the counts."""
        for (rule, severity), count in sorted(self.found.items(), key=lambda each: (-each[1], each[0])):
            yield f"{count:>7,}  {severity:<10}  {rule}{_fixes(self.mended[rule])}\n"
        if self.found:
            yield "\n"
        yield f"{told(report)}\n"


def _fixes(count: int) -> str:
    if not count:
        return ""
    return ", 1 has a fix" if count == 1 else f", {count:,} have fixes"
