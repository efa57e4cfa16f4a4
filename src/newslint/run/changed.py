"""What changed since a revision: the lines that git tells of, and the findings that touch them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.finding import Finding, Position, RelatedPlace
from newslint.core.report import Report

OPTION = "--changed-since"
# Nothing that a repository says of itself is run.
GIT = ("git", "-c", "core.fsmonitor=false")
DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--unified=0")
HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")

# Lines from 1, the last one out; None stands for a whole file.
Lines = tuple[range, ...] | None


class Changes(msgspec.Struct, frozen=True):
    """The changed lines by absolute path."""

    files: Mapping[str, Lines]

    @classmethod
    def since(cls, revision: str) -> Changes:
        """Return what changed since a revision. Raises ConfigError where git cannot tell."""
        return cls(dict(_changes(revision)))

    def of(self, report: Report, *, whole: bool) -> Report:
        """Return a report with the findings that touch what changed, by a related place if not their own."""
        kept = tuple(each for each in report.findings if self._touch(each, whole=whole))
        return msgspec.structs.replace(report, findings=kept)

    def _touch(self, finding: Finding, *, whole: bool) -> bool:
        places: list[Finding | RelatedPlace] = [finding, *finding.related]
        return any(self.touch(each.path, each.start, each.end, whole=whole) for each in places)

    def touch(self, path: str, start: Position, end: Position, *, whole: bool) -> bool:
        """Tell whether a place lies on a changed line, or in a changed file where *whole* files count."""
        absolute = os.path.realpath(path.partition("#")[0])
        if absolute not in self.files:
            return False
        lines = self.files[absolute]
        if whole or lines is None:
            return True
        return any(start.line < each.stop and each.start <= end.line for each in lines)


def _changes(revision: str) -> Iterator[tuple[str, Lines]]:
    top = os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n"))
    at = ("-C", top)
    commit = _git(
        *at, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    ).strip()
    if not commit:
        raise ConfigError(f"{OPTION}: found `{revision}`, expected a revision that git knows.")
    named = os.fsdecode(commit)
    names = _names(_git(*at, *DIFF, "--name-only", "-z", named))
    patches = re.split(rb"^diff --git ", _git(*at, *DIFF, named), flags=re.MULTILINE)[1:]
    # Both are in one order; the names in a patch may be quoted.
    for name, patch in zip(names, patches, strict=True):
        yield os.path.join(os.path.realpath(top), name), _lines(patch)
    for name in _names(_git(*at, "ls-files", "--others", "--exclude-standard", "-z")):
        yield os.path.join(os.path.realpath(top), name), None


def _names(listed: bytes) -> Sequence[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _lines(patch: bytes) -> Lines:
    """Return the lines that a patch adds; all of them in a file that git takes for no text."""
    if re.search(rb"^Binary files ", patch, flags=re.MULTILINE):
        return None
    hunks = (HUNK.match(line) for line in patch.split(b"\n") if line.startswith(b"@@"))
    return tuple(range(int(hunk[1]), int(hunk[1]) + int(hunk[2] or 1)) for hunk in hunks if hunk)


def _git(*words: str) -> bytes:
    try:
        done = subprocess.run([*GIT, *words], capture_output=True, check=False)
    except OSError as cause:
        raise ConfigError(f"{OPTION}: git cannot be run: {cause.strerror}.") from None
    quiet = "--quiet" in words
    if done.returncode and not quiet:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ConfigError(f"{OPTION}: git says: {told[-1] if told else done.returncode}.")
    return b"" if done.returncode else done.stdout
