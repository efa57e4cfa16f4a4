"""The session: goes through findings with a person, and counts what is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from newslint.cli.asking import EDIT, IGNORE, MOST_FIXES, QUIT, SKIP, Question, asked, reason
from newslint.cli.editor import edit
from newslint.cli.options import taken_reason
from newslint.cli.streams import complain
from newslint.core.errors import NewslintError
from newslint.core.finding import Finding, OfferedFix
from newslint.core.problem import Safety
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.run.decisions import Choice, Decisions
from newslint.run.originals import apart, by_file, stories
from newslint.run.walk import Walk

DONE = {
    Choice.ACCEPTED: "accepted",
    Choice.OTHER_READING: "read otherwise",
    Choice.EDITED: "edited",
    Choice.IGNORED: "ignored",
    Choice.SKIPPED: "skipped",
}


class Session:
    """A person's way through findings. It counts what was decided, and whether anything could not be done."""

    def __init__(self, desk: Desk, paths: Sequence[str], decisions: Decisions) -> None:
        self.desk, self.paths, self.decisions = desk, paths, decisions
        self.counts: Counter[Choice] = Counter()
        self.failed = False
        self.number = self.total = 0

    def go_through(self, report: Report) -> None:
        """Ask about each finding of a report, file by file, until somebody has had enough."""
        self.total = len(report.findings)
        files = {each.name: each for each in apart(stories(self.desk, self.paths))}
        for name, findings in by_file(report).items():
            if name in files:
                of_file = msgspec.structs.replace(report, findings=tuple(findings))
                if not self._walk(Walk(self.desk, files[name], of_file, self.paths)):
                    return

    def told(self) -> str:
        """Tell what was decided: "decided on 3 findings: 2 accepted, 1 skipped"."""
        total = self.counts.total()
        counts = ", ".join(
            f"{self.counts[each]:,} {said}" for each, said in DONE.items() if self.counts[each]
        )
        return f"decided on {total:,} {'finding' if total == 1 else 'findings'}{': ' * bool(total)}{counts}."

    def _walk(self, walk: Walk) -> bool:
        """Go through a file; tell whether to go on with the next."""
        while walk.left:
            # What a decision mends along with its own finding is not asked about.
            self.number = min(self.number + 1, self.total)
            report, finding = walk.report, walk.left[0]
            choice = self._choice(walk, finding)
            if choice is None:
                return False
            self.decisions.keep(report, finding, choice)
            self.counts[choice] += 1
        return True

    def _choice(self, walk: Walk, finding: Finding) -> Choice | None:
        """Ask until something is decided, and do it; None: somebody has had enough."""
        fixes = finding.fixes[:MOST_FIXES] if walk.is_written else ()
        question = Question(walk.report, finding, self.number, self.total, fixes, walk.is_text)
        while True:
            pressed = asked(question)
            if pressed == QUIT:
                return None
            try:
                choice = self._done(walk, pressed, fixes)
            except NewslintError as cause:
                self.failed = True
                complain([str(cause)])
                continue
            if choice is not None:
                return choice

    def _done(self, walk: Walk, pressed: str, fixes: Sequence[OfferedFix]) -> Choice | None:
        """Do what a key stands for; None: nothing was decided. Raises NewslintError where that fails."""
        if pressed == SKIP:
            walk.skip()
            return Choice.SKIPPED
        if pressed == IGNORE:
            said = reason()
            if said:
                walk.ignore(taken_reason(said))
            return Choice.IGNORED if said else None
        if pressed == EDIT:
            before = walk.text()
            edit(walk.found.path, line=walk.left[0].start.line)
            return Choice.EDITED if walk.edited(before) else None
        walk.accept(fixes[int(pressed) - 1])
        return Choice.ACCEPTED if pressed == "1" else Choice.OTHER_READING


def wanted(report: Report, decisions: Decisions, *, again: bool) -> Report:
    """Return a report with what wants a person, and say what is left out of it.

    Safe fixes want nobody, and what was skipped before is asked about *again* only if that is asked for.
    """
    unsafe = [
        each for each in report.findings if not any(fix.safety == Safety.SAFE for fix in each.fixes[:1])
    ]
    fresh = [each for each in unsafe if again or decisions.made(report, each) is not Choice.SKIPPED]
    if safe := len(report.findings) - len(unsafe):
        complain([f"{safe:,} with safe fixes, which `newslint check --fix` makes, are not asked about."])
    if skipped := len(unsafe) - len(fresh):
        complain([f"{skipped:,} skipped before are not asked about; --again asks."])
    return msgspec.structs.replace(report, findings=tuple(fresh))
