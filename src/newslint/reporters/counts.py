"""Counts: what a run found, in figures and words."""

from __future__ import annotations

from newslint.reporting import Report, Severity


def told(report: Report) -> str:
    """Tell how many findings of each severity a run found, in how many files and words."""
    counts = [(report.count(severity), severity.value) for severity in Severity]
    found = ", ".join(plural(count, noun) for count, noun in counts if count) or "No findings"
    if report.sifted:
        total = sum(count for count, _ in counts)
        detail = f" ({found})" if total else ""
        found = f"{total:,} new{detail}, {report.sifted.known:,} known, {report.sifted.gone:,} gone"
    return f"{found} in {plural(report.file_count, 'file')}, {report.words:,} words."


def plural(count: int, noun: str) -> str:
    """Count a noun: "1 file", "1,200 files"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
