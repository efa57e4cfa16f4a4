"""A checked story: what newslint found in one version of the copy in a window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from newslint.core.document import Document
from newslint.core.errors import NewslintError, SourceError
from newslint.core.finding import Finding
from newslint.core.report import Report
from newslint.core.rule import ConfiguredRule
from newslint.core.severity import Severity
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.editor.desks import Desks, assigned
from newslint.editor.lines import Lines
from newslint.editor.settings import EditorSettings
from newslint.editor.stories import OpenStory
from newslint.run.baseline import Baseline, sifted
from newslint.run.story import Story, linted


class Checked:
    """A version of a story with its findings, and what could not be done about it.

    *desk* is None where its settings are faulty; there are no findings then.
    """

    def __init__(self, story: OpenStory, encoding: str) -> None:
        self.story = story
        self.lines = Lines(story.text, encoding)
        self.findings: tuple[Finding, ...] = ()
        self.complaints: tuple[str, ...] = ()
        self.desk: Desk | None = None
        self.assignment: Assignment | None = None

    def rule(self, name: str) -> ConfiguredRule | None:
        """Return the rule of an id, as this story's setting has it."""
        if self.desk is None or self.assignment is None:
            return None
        rules = self.desk.linter(self.assignment).rules
        return next((rule for rule in rules if rule.id == name), None)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Return the story as it is read, or the stories that the copy holds."""
        if self.desk is None or self.assignment is None:
            return ()
        read = self.desk.documents(self.assignment)
        return tuple(each for each in read if isinstance(each, Document))

    def between(self, start: int, end: int) -> Iterator[Finding]:
        """Yield the findings that touch a stretch of the copy."""
        return (each for each in self.findings if each.start.offset <= end and start <= each.end.offset)


def checked(desks: Desks, story: OpenStory, settings: EditorSettings, encoding: str) -> Checked:
    """Lint a story; a fault of its settings or its form is a complaint."""
    result = Checked(story, encoding)
    try:
        result.desk = desk = desks.desk(settings.options(), story)
        result.assignment = assignment = assigned(desk, story)
        desk.linter(assignment)
        stories = linted(desk, assignment)
        news = _news(desks.baseline(desk, assignment.config), result, stories)
    except NewslintError as cause:
        result.desk = None
        result.complaints = (cause.reason if isinstance(cause, SourceError) else str(cause),)
        return result
    least = Severity(settings.show).rank
    result.findings = tuple(each for each in news if Severity(each.severity).rank >= least)
    unread = [each.file.error for each in stories if each.file.error]
    result.complaints = (*unread, *(failure for each in stories for failure in each.failures))
    return result


def _news(known: Baseline | None, result: Checked, stories: Iterable[Story]) -> tuple[Finding, ...]:
    """Return the findings of a window that the desk does not keep as known."""
    findings = tuple(finding for each in stories for finding in each.findings)
    if known is None:
        return findings
    lines = {place: line for each in stories for place, line in each.lines.items()}
    rules = {finding.rule: result.rule(finding.rule) for finding in findings}
    asked = {name: rule for name, rule in rules.items() if rule}
    report = Report(findings, tuple(each.file for each in stories), lines, rules=asked)
    return sifted(report, known.only(file.path for file in report.files)).findings
