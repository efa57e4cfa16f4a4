"""The ignorer: findings → inline ignores in their files. What goes wrong with one file costs that file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice

import msgspec

from newslint.core.check import OfIgnores
from newslint.core.document import Document
from newslint.core.edited import Version
from newslint.core.errors import NewslintError, SourceError
from newslint.core.failures import failure
from newslint.core.finding import Finding, SourceEdit
from newslint.core.report import Report
from newslint.core.rule import ConfiguredRule
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.ignoring import Target, beside, insertions, is_same, silent, targets
from newslint.run.deadline import Deadline, OutOfTimeError, until
from newslint.run.manuscript import Manuscript
from newslint.run.originals import apart, by_file, is_given, opened, reread, stories, unwritten
from newslint.run.writing import named, replace

LEFT = "not ignored"
INSTEAD = "`[files.…] ignore` of the config, or a baseline, does"
MOST_LINES = 5


class Ignored(msgspec.Struct, frozen=True):
    """A file that ignores were written into, and how many findings they silence."""

    path: str
    count: int


def ignore(
    desk: Desk, report: Report, paths: Sequence[str], *, reason: str, deadline: Deadline | None = None
) -> Iterator[Ignored | NewslintError]:
    """Write ignores for the findings of a report; yield what was written, and what could not be."""
    by_name = by_file(report)
    found = [each for each in apart(stories(desk, paths)) if each.name in by_name and not is_given(each)]
    for number, each in enumerate(found):
        findings = by_name[each.name]
        try:
            with until(deadline, f"{len(found) - number} of {len(found)} files get no ignores"):
                made = list(write_ignores(desk, each, findings, paths=paths, reason=reason))
        except SourceError as cause:
            made = [cause]
        except OutOfTimeError as cause:
            yield NewslintError(str(cause))
            return
        # A stranger's reader costs this file and no other.
        except BaseException as cause:
            made = [unwritten(each.name, failure(cause), left=LEFT)]
        yield from made


def ignoring(
    desk: Desk, assignment: Assignment, findings: Sequence[Finding], *, reason: str
) -> tuple[SourceEdit, ...]:
    """Return the edits that silence findings of a story that the caller holds; none where no comment does."""
    forms = desk.comments(assignment)
    placing = _Placing(Manuscript(desk, assignment), forms, reason)
    wanted = [each for document in placing.before for each in _of(document, findings)]
    return tuple(placing.placed(wanted)[0]) if forms and wanted else ()


def write_ignores(
    desk: Desk, found: Assignment, findings: Sequence[Finding], *, paths: Sequence[str], reason: str
) -> Iterator[Ignored | SourceError]:
    """Write ignores for findings of one file below *paths*. Raises SourceError where none can be written."""
    rules = desk.rules_for([found])
    findings = [each for each in findings if _can_be_ignored(rules.get(each.rule))]
    if not findings:
        return
    assignment = reread(desk, found, left=LEFT)
    forms = desk.comments(assignment)
    if not forms:
        raise unwritten(found.name, f"files of this kind take no comment; {INSTEAD}", left=LEFT)
    manuscript = opened(desk, assignment, findings, left=LEFT)
    _expect_writable(manuscript, reason)
    placing = _Placing(manuscript, forms, reason)
    wanted = [each for document in placing.before for each in _of(document, findings)]
    edits, refused = placing.placed(wanted) if wanted else ([], [])
    if edits:
        replace(
            found.path, placing.content(edits), was=manuscript.source.content, below=named(paths), left=LEFT
        )
        lost = sum(len(target.findings) for target in refused)
        yield Ignored(found.name, len(findings) - lost)
    if refused:
        yield unwritten(
            found.name, f"{_lines(refused)} no comment that silences only that; {INSTEAD}", left=LEFT
        )


def _can_be_ignored(rule: ConfiguredRule | None) -> bool:
    return rule is None or not isinstance(rule.check, OfIgnores)


def _expect_writable(manuscript: Manuscript, reason: str) -> None:
    if not manuscript.is_text:
        return
    try:
        manuscript.source.encoded(reason)
    except SourceError:
        encoding = manuscript.source.encoding().upper()
        raise unwritten(
            manuscript.source.path, f"the reason cannot be written as {encoding}", left=LEFT
        ) from None


def _of(document: Document | SourceError, findings: Sequence[Finding]) -> list[Target]:
    if isinstance(document, SourceError):
        return []
    return targets(document, [each for each in findings if each.path == document.path])


def _lines(refused: Sequence[Target]) -> str:
    numbers = [str(each.line) for each in refused]
    listed = ", ".join(numbers[:MOST_LINES]) + (" …" if len(numbers) > MOST_LINES else "")
    return f"line {listed} takes" if len(numbers) == 1 else f"lines {listed} take"


class _Placing:
    """Tries places for comments on a file, and keeps those that are read as they are meant."""

    def __init__(self, manuscript: Manuscript, forms: Sequence[str], reason: str) -> None:
        self.manuscript, self.forms, self.reason = manuscript, forms, reason
        self.before = list(manuscript.desk.documents(manuscript.assigned(Version(manuscript.text))))

    def content(self, edits: Sequence[SourceEdit]) -> bytes:
        """Return the file with comments. Raises SourceError where they cannot be written."""
        manuscript = self.manuscript
        if manuscript.is_text:
            return manuscript.content(Version(manuscript.text).edited(edits))
        return manuscript.desk.commented(manuscript.assignment, edits, at=datetime.now(UTC))

    def placed(self, wanted: Sequence[Target]) -> tuple[list[SourceEdit], list[Target]]:
        """Return the edits that silence lines, and the lines that none silences without doing more.

        Mostly the first places are good, and the file is read once; else it is halved until it shows which
        are not.
        """
        for some in (_needed(wanted), wanted):
            edits = [edit for target in some for edit in self._first(target)]
            if self._is_sound(edits, wanted):
                return edits, []
        if len(wanted) == 1:
            return self._singly(wanted[0])
        half = len(wanted) // 2
        edits, refused = self.placed(wanted[:half])
        more, also = self.placed(wanted[half:])
        if not self._is_sound([*edits, *more], [each for each in wanted if each not in (*refused, *also)]):
            return edits, [*refused, *wanted[half:]]
        return [*edits, *more], [*refused, *also]

    def _singly(self, target: Target) -> tuple[list[SourceEdit], list[Target]]:
        for edit in self._places(target):
            if self._is_sound([edit], [target]):
                return [edit], []
        return [], [target]

    def _first(self, target: Target) -> Iterator[SourceEdit]:
        return islice(self._places(target), 1)

    def _places(self, target: Target) -> Iterator[SourceEdit]:
        if self.manuscript.is_text:
            return insertions(target, self.manuscript.text, self.forms, self.reason)
        return beside(target, self.forms, self.reason)

    def _is_sound(self, edits: Sequence[SourceEdit], wanted: Iterable[Target]) -> bool:
        """Tell whether a file with edits has the same copy, and nothing of what is *wanted* speaks in it."""
        manuscript = self.manuscript
        try:
            assignment = manuscript.holding(self.content(edits))
        except SourceError:
            return False
        after = list(manuscript.desk.documents(assignment))
        pairs = list(zip(self.before, after, strict=False))
        if len(self.before) != len(after) or not all(_is_same(*pair) for pair in pairs):
            return False
        moving = edits if manuscript.is_text else ()
        by_path: dict[str, list[Target]] = {each.path: [] for each in after}
        for target in wanted:
            by_path[target.path].append(target)
        return all(silent(each, by_path[each.path], moving) for each in after if isinstance(each, Document))


def _is_same(before: Document | SourceError, after: Document | SourceError) -> bool:
    if isinstance(before, Document) and isinstance(after, Document):
        return is_same(before, after)
    return str(before) == str(after)


def _needed(wanted: Sequence[Target]) -> list[Target]:
    """Leave out lines that an ignore before their block, or above in it, silences as well."""
    said: set[tuple[str, int | None, str]] = set()
    needed = []
    for target in wanted:
        rules = {(target.path, target.block, rule) for rule in target.rules}
        if target.block is None or not rules <= said:
            needed.append(target)
            said |= rules
    return needed
