"""The fixer: findings' fixes → changed files, or a diff."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from pathlib import Path

from newslint.core.errors import SourceError
from newslint.core.finding import Finding
from newslint.core.report import Report
from newslint.core.source import Source
from newslint.desk.desk import Desk
from newslint.engine.edits import settled


def fix(desk: Desk, report: Report, *, unsafe: bool) -> list[str]:
    """Write the fixed files; return their paths. A file that changes under the fixer is left alone."""
    changed = []
    for path, source, fixed in _mended(desk, report, unsafe=unsafe):
        _write(Path(path), fixed.encode(source.encoding()), was=source.content)
        changed.append(path)
    return changed


def diff(desk: Desk, report: Report, *, unsafe: bool) -> Iterator[str]:
    """Yield a unified diff of what `fix` would do."""
    for path, source, fixed in _mended(desk, report, unsafe=unsafe):
        yield from patch(path, source.decoded(), fixed)


def patch(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff. Those that read one know of no line end but LF."""
    for line in unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return list(StringIO(text, newline="\n"))


def _mended(desk: Desk, report: Report, *, unsafe: bool) -> Iterator[tuple[str, Source, str]]:
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_path.setdefault(finding.path, []).append(finding)
    for path, findings in by_path.items():
        if path == "-" or not Path(path).is_file():
            continue
        source = Source(path, Path(path).read_bytes())
        fixed = _settled(desk, source, findings, unsafe=unsafe)
        if fixed != source.decoded():
            yield path, source, fixed


def _settled(desk: Desk, source: Source, findings: Sequence[Finding], *, unsafe: bool) -> str:
    """Return the copy as it is when all its fixes are made; *findings* are those of the source."""
    before, path = source.decoded(), Path(source.path)

    def lint(text: str) -> Sequence[Finding]:
        if text == before:
            return findings
        document = desk.document(Source(source.path, text.encode(source.encoding())), path)
        return desk.linter(path).lint(document).findings

    return settled(before, lint, unsafe=unsafe)


def _write(path: Path, content: bytes, *, was: bytes) -> None:
    """Replace a file in one step, keeping its mode. Raises SourceError when it cannot be written."""
    try:
        if path.read_bytes() != was:
            raise SourceError(str(path), "changed while it was being fixed; left alone.")
        mode = stat.S_IMODE(path.stat().st_mode)
        descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(partial, mode)
        os.replace(partial, path)
    except OSError as cause:
        raise SourceError(str(path), f"cannot be written: {cause.strerror}.") from None
