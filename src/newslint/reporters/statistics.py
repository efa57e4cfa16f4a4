"""The statistics: how often each rule found something, what newslint can mend, what people made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from newslint.reporters.counts import told
from newslint.reporting import Report

# What a person made of a finding: the first fix or another, or a change by hand; or an ignore.
ACCEPTED, IGNORED = ("accepted", "other-reading", "edited"), "ignored"


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
            told_of = f"{_fixes(self.mended[rule])}{_decided(report.decided.get(rule, {}))}"
            yield f"{count:>7,}  {severity:<10}  {rule}{told_of}\n"
        if self.found:
            yield "\n"
        yield f"{told(report)}\n"


def _fixes(count: int) -> str:
    if not count:
        return ""
    return ", 1 has a fix" if count == 1 else f", {count:,} have fixes"


def _decided(choices: Mapping[str, int]) -> str:
    """Tell how often people made a change in reviews, and how often they ignored the finding."""
    total = sum(choices.values())
    if not total:
        return ""
    accepted = sum(choices.get(each, 0) for each in ACCEPTED)
    shares = f"{accepted / total:.0%} accepted, {choices.get(IGNORED, 0) / total:.0%} ignored"
    return f"; {shares} of {total:,} reviewed"
