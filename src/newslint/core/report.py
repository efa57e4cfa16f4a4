"""A report: everything a run found, for a reporter to put into words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from newslint.core.finding import FileReport, Finding
from newslint.core.severity import Severity

if TYPE_CHECKING:
    from newslint.core.rule import ConfiguredRule


class Sifted(msgspec.Struct, frozen=True):
    """What a baseline made of a report: how many findings it knows, and how many that it knew are gone."""

    known: int
    gone: int


class Unlisted(msgspec.Struct, frozen=True):
    """What a report counts and does not list: files, and the words in them."""

    files: int = 0
    words: int = 0


class Report(msgspec.Struct, frozen=True):
    """Findings and files in the order of path and place.

    *lines* holds the source lines findings start in, *complaints* what could not be done, *notices* what is
    odd but stops nothing, *rules* those that were asked, by id, as one of the stories has them. *unshown*
    counts by severity the findings that are not listed, *unlisted* the files, *sifted* the findings that a
    baseline knows. *containers* are the files of stories that share one. *desks* are those that stories are
    of, by path, as far as that is known; *facts* what stories told reporters that asked, by format and path.
    *decided* counts by rule what people made of its findings in reviews. One that was *interrupted* by Ctrl-C
    has what was done until then.
    """

    findings: tuple[Finding, ...]
    files: tuple[FileReport, ...]
    lines: Mapping[tuple[str, int], str]
    complaints: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    rules: Mapping[str, ConfiguredRule] = {}
    unshown: Mapping[str, int] = {}
    sifted: Sifted | None = None
    containers: Mapping[str, str] = {}
    unlisted: Unlisted = Unlisted()
    desks: Mapping[str, str] = {}
    facts: Mapping[str, Mapping[str, object]] = {}
    decided: Mapping[str, Mapping[str, int]] = {}
    interrupted: bool = False

    def container(self, path: str) -> str:
        """Return the file that the story called *path* is in."""
        return self.containers.get(path, path)

    def by_file(self) -> Report:
        """Return the report with stories called by their files, for programs that know files alone."""
        if not self.containers:
            return self
        return msgspec.structs.replace(
            self,
            findings=tuple(map(self._filed, self.findings)),
            files=tuple(msgspec.structs.replace(file, path=self.container(file.path)) for file in self.files),
            lines={(self.container(path), number): line for (path, number), line in self.lines.items()},
        )

    def _filed(self, finding: Finding) -> Finding:
        related = tuple(
            msgspec.structs.replace(each, path=self.container(each.path)) for each in finding.related
        )
        return msgspec.structs.replace(finding, path=self.container(finding.path), related=related)

    def count(self, severity: str) -> int:
        """Count the findings of one severity, also those that are only counted."""
        shown = sum(finding.severity == severity for finding in self.findings)
        return shown + self.unshown.get(severity, 0)

    @property
    def words(self) -> int:
        """Count the words of all files."""
        return sum(file.words for file in self.files) + self.unlisted.words

    @property
    def file_count(self) -> int:
        """Count the files, also those that are only counted."""
        return len(self.files) + self.unlisted.files

    def counted(self) -> Report:
        """Return the report with nothing listed and everything counted."""
        return msgspec.structs.replace(
            self,
            findings=(),
            files=(),
            lines={},
            facts={},
            unshown={severity.value: self.count(severity) for severity in Severity},
            unlisted=Unlisted(self.file_count, self.words),
        )

    def stories(self) -> Iterator[Report]:
        """Yield a report of each story, in their order."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            found[finding.path].append(finding)
        for file in self.files:
            findings = tuple(found[file.path])
            places = {(file.path, finding.start.line) for finding in findings}
            yield msgspec.structs.replace(
                self,
                findings=findings,
                files=(file,),
                lines={place: self.lines[place] for place in places if place in self.lines},
                facts={
                    name: {file.path: facts[file.path]}
                    for name, facts in self.facts.items()
                    if file.path in facts
                },
                complaints=(),
                notices=(),
                unshown={},
            )

    def line(self, finding: Finding) -> str:
        """Return the source line that a finding starts in, or nothing where it is not at hand."""
        return self.lines.get((finding.path, finding.start.line), "")

    def showing(self, least: Severity) -> Report:
        """Return the report with the findings below *least* only counted."""
        shown = tuple(each for each in self.findings if Severity(each.severity).rank >= least.rank)
        listed = Counter(each.severity for each in shown)
        unshown = {each.value: self.count(each) - listed[each] for each in Severity}
        return msgspec.structs.replace(self, findings=shown, unshown=unshown)
