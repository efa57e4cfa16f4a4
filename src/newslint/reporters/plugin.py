"""The hooks through which the built-in reporters come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_reporters() -> dict[str, str]:
    """Return the reporters by format."""
    return {
        "checkstyle": "newslint.reporters.checkstyle:CheckstyleReporter",
        "concise": "newslint.reporters.concise:ConciseReporter",
        "github": "newslint.reporters.github:GitHubReporter",
        "gitlab": "newslint.reporters.gitlab:GitLabReporter",
        "html": "newslint.reporters.proof.html:HtmlReporter",
        "json": "newslint.reporters.json:JsonReporter",
        "jsonl": "newslint.reporters.jsonl:JsonLinesReporter",
        "junit": "newslint.reporters.junit:JUnitReporter",
        "markdown": "newslint.reporters.markdown:MarkdownReporter",
        "rdjson": "newslint.reporters.rdjson:ReviewdogReporter",
        "sarif": "newslint.reporters.sarif:SarifReporter",
        "statistics": "newslint.reporters.statistics:StatisticsReporter",
        "terminal": "newslint.reporters.terminal:TerminalReporter",
    }
