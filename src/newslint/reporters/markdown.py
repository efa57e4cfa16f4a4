"""The Markdown report, for a comment on a pull request or the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.reporters.counts import told
from newslint.reporting import Finding, Report, lazy_pattern, visible

# GitHub takes comments up to 65,536 letters; what stands around the report has room.
MOST_LETTERS = 60_000
MARKUP = lazy_pattern(r"([\\`*_{}\[\]<>#|~])")


class MarkdownReporter:
    """Writes a heading with the counts, then the findings of each file as a list."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report, cut where a host would refuse it; *width* has no meaning here."""
        text, left = "", 0
        for part in _parts(report):
            if left or len(text) + len(part) > MOST_LETTERS:
                left += part.startswith("- ")
            else:
                text += part
        return text + (f"\n… and {left:,} more.\n" if left else "")


def _parts(report: Report) -> Iterator[str]:
    yield f"### newslint: {told(report)}\n"
    path = None
    for finding in report.findings:
        if finding.path != path:
            path = finding.path
            yield f"\n**{_plain(path)}**\n\n"
        yield _finding(finding)
    unread = [f"- {_plain(file.path)}: {_plain(file.error)}\n" for file in report.files if file.error]
    if unread:
        yield "\n**Not read**\n\n"
        yield from unread


def _finding(finding: Finding) -> str:
    place = f"line {finding.start.line}"
    fix = f" *{_plain(finding.fixes[0].title)}.*" if finding.fixes else ""
    return f"- **{finding.severity}**, {place}: {_plain(finding.message)}{fix} `{finding.rule}`\n"


def _plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", visible(text))
