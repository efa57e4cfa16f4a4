"""Comparison: the stories below a folder against each other, as they are saved."""

from __future__ import annotations

from pathlib import Path

import msgspec
from lsprotocol import types
from pygls.uris import to_fs_path

from newslint.core.errors import SourceError
from newslint.core.source import Source
from newslint.desk.desk import Desk
from newslint.editor.diagnostics import NAME, SEVERITIES
from newslint.editor.lines import Lines
from newslint.editor.settings import EditorSettings
from newslint.run.run import check

# A command of the server: the address of a folder.
COMPARE = "newslint.compareStories"


def compared(folder: str, settings: EditorSettings, encoding: str) -> dict[str, list[types.Diagnostic]]:
    """Return what the rules across stories find below a folder, by the address of each story.

    Raises ConfigError and RuleError as a run does.
    """
    options = msgspec.structs.replace(settings.options(), across=True, across_only=True, jobs=1)
    report = check(Desk(options), [to_fs_path(folder) or folder])
    found: dict[str, list[types.Diagnostic]] = {}
    lines: dict[str, Lines] = {}
    for finding in report.findings:
        path = report.container(finding.path)
        try:
            known = lines.setdefault(path, _lines(path, encoding))
        # Of a Word file an editor shows no lines; one that has gone meanwhile has none.
        except (OSError, SourceError):
            continue
        place = known.range(finding.start.offset, finding.end.offset)
        told = types.Diagnostic(
            place, finding.message, severity=SEVERITIES[finding.severity], code=finding.rule, source=NAME
        )
        found.setdefault(Path(path).absolute().as_uri(), []).append(told)
    return found


def _lines(path: str, encoding: str) -> Lines:
    return Lines(Source(path, Path(path).read_bytes()).decoded(), encoding)
