"""Diagnostics: findings and complaints in the terms of the protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from newslint.core.finding import Finding
from newslint.editor.checked import Checked

NAME = "newslint"
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "suggestion": types.DiagnosticSeverity.Information,
}


def diagnostics(result: Checked) -> list[types.Diagnostic]:
    """Return a story's findings, after what could not be done about it, which stands at its beginning."""
    complaints = [_complaint(each) for each in result.complaints]
    return [*complaints, *(diagnostic(result, finding) for finding in result.findings)]


def diagnostic(result: Checked, finding: Finding) -> types.Diagnostic:
    """Return one finding; its fingerprint goes with it, by which actions know it again."""
    rule = result.rule(finding.rule)
    references: Sequence[str] = rule.rule.file.references if rule else ()
    pages = [each for each in references if each.startswith("https://")]
    return types.Diagnostic(
        range=result.lines.range(finding.start.offset, finding.end.offset),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(pages[0]) if pages else None,
        source=NAME,
        message=finding.message,
        related_information=list(_related(result, finding)) or None,
        data=finding.fingerprint,
    )


def _related(result: Checked, finding: Finding) -> Iterator[types.DiagnosticRelatedInformation]:
    """Yield the other places of a finding; those of a file of several stories are all in one."""
    for each in finding.related:
        place = result.lines.range(each.start.offset, each.end.offset)
        yield types.DiagnosticRelatedInformation(types.Location(result.story.uri, place), each.message)


def _complaint(text: str) -> types.Diagnostic:
    nowhere = types.Position(0, 0)
    return types.Diagnostic(
        types.Range(nowhere, nowhere), text, severity=types.DiagnosticSeverity.Error, source=NAME
    )
