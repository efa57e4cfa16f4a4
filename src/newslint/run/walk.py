"""The walk: the findings of one file, one after the other, as a person decides on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from difflib import SequenceMatcher

from newslint.core.edited import Version
from newslint.core.errors import SourceError
from newslint.core.finding import Finding, OfferedFix, SourceEdit
from newslint.core.problem import Safety
from newslint.core.report import Report
from newslint.core.span import Span
from newslint.desk.claims import Writing
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.rounds import Round, decided, round_of
from newslint.run.ignorer import write_ignores
from newslint.run.manuscript import Manuscript
from newslint.run.originals import opened, reread, unwritten
from newslint.run.run import relinted
from newslint.run.writing import named, replace

LEFT = "left as it is"


class Walk:
    """A file under review: its report as it now is, and the findings that are *left* to be decided on."""

    def __init__(self, desk: Desk, found: Assignment, report: Report, paths: Sequence[str]) -> None:
        self.desk, self.found, self.report, self.paths = desk, found, report, paths
        self.left = list(report.findings)

    @property
    def is_written(self) -> bool:
        """Tell whether fixes can be written into the file."""
        return self.desk.writing(self.found) != Writing.NONE

    @property
    def is_text(self) -> bool:
        """Tell whether the file can be edited by hand as text."""
        return self.desk.writing(self.found) == Writing.TEXT

    def text(self) -> str:
        """Return the copy as it now is. Raises SourceError where it cannot be read."""
        return Manuscript(self.desk, reread(self.desk, self.found, left=LEFT)).text

    def skip(self) -> None:
        """Leave the first finding as it is."""
        self.left.pop(0)

    def accept(self, fix: OfferedFix) -> None:
        """Make a fix of the first finding. Raises SourceError, and changes nothing, where it cannot be."""
        assignment = reread(self.desk, self.found, left=LEFT)
        manuscript = opened(self.desk, assignment, self.left[:1], left=LEFT)
        version = Version(manuscript.text).edited(fix.edits)
        at = datetime.now(UTC) if self.desk.options.tracked else None
        content, was = manuscript.content(version, at=at), manuscript.source.content
        replace(self.found.path, content, was=was, below=named(self.paths), left=LEFT)
        self._go_on(fix.edits)

    def ignore(self, reason: str) -> None:
        """Write an ignore for the first finding. Raises SourceError, and changes nothing, where none fits."""
        before = self.text()
        made = list(write_ignores(self.desk, self.found, self.left[:1], paths=self.paths, reason=reason))
        for each in made:
            if isinstance(each, SourceError):
                raise each
        if not made:
            raise unwritten(self.found.name, "what is said of an ignore is silenced by none", left=LEFT)
        self._go_on(differences(before, self.text()))

    def edited(self, before: str) -> bool:
        """Take up what somebody made of a copy by hand; tell whether anything changed."""
        edits = tuple(differences(before, self.text()))
        if edits:
            self._go_on(edits)
        return bool(edits)

    def _go_on(self, edits: Iterable[SourceEdit]) -> None:
        """Lint the file again, and look up the findings that are left where they now stand."""
        first, *rest = self.left
        fix = OfferedFix("", Safety.UNSAFE, tuple(edits))
        made = round_of([(decided(first, fix, ()), fix)] if fix.edits else [])
        self.report = relinted(self.desk, self.found)
        self.left = list(_followed(rest, self.report.findings, made))


def differences(before: str, after: str) -> Iterator[SourceEdit]:
    """Yield the edits that lead from one text to another, line by line, each as small as it can be."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _trimmed(before, starts[i], starts[j], "".join(new[k:m]))


def _trimmed(before: str, start: int, end: int, text: str) -> SourceEdit:
    """Return the replacement of a stretch, without what it has in common with its *text* at both ends."""
    old = before[start:end]
    head = _shared(old, text)
    tail = _shared(old[head:][::-1], text[head:][::-1])
    return SourceEdit(start + head, end - tail, text[head : len(text) - tail])


def _shared(one: str, other: str) -> int:
    """Count the letters that two texts open with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (this, that) in pairs if this != that), min(len(one), len(other)))


def _followed(rest: Iterable[Finding], found: Iterable[Finding], made: Round) -> Iterator[Finding]:
    """Yield what is still found of the *rest*; what is not was mended on the way."""
    free = list(found)
    for finding in rest:
        span = made.after(Span(finding.start.offset, finding.end.offset))
        for each in free:
            if each.rule == finding.rule and each.start.offset <= span.end and span.start <= each.end.offset:
                free.remove(each)
                yield each
                break
