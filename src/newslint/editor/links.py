"""Links: from a rule that an inline ignore names to the file that says what it looks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from newslint.core.document import Directive, Document
from newslint.editor.checked import Checked


def links(result: Checked) -> list[types.DocumentLink]:
    """Return a link for every rule that an ignore of the story names."""
    return [
        link
        for document in result.documents
        for each in document.directives
        for link in _links(result, document, each)
    ]


def _links(result: Checked, document: Document, directive: Directive) -> Iterator[types.DocumentLink]:
    written = directive.span.cut(document.source)
    for name in directive.rules:
        rule, start = result.rule(name), written.find(name)
        if rule is None or start < 0 or not Path(rule.origin).is_file():
            continue
        start += directive.span.start
        yield types.DocumentLink(
            result.lines.range(start, start + len(name)),
            target=from_fs_path(str(Path(rule.origin).absolute())),
            tooltip=rule.rule.file.title,
        )
