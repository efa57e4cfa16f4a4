"""Hovers: why newslint marks what the pointer rests on, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from newslint.core.finding import Finding
from newslint.editor.checked import Checked


def hover(result: Checked, position: types.Position) -> types.Hover | None:
    """Return message, reason and authority of the findings at a place, or None where there are none."""
    offset = result.lines.offset(position)
    found = list(result.between(offset, offset))
    if not found:
        return None
    text = "\n\n---\n\n".join("\n\n".join(_paragraphs(result, each)) for each in found)
    first = found[0]
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, text),
        result.lines.range(first.start.offset, first.end.offset),
    )


def _paragraphs(result: Checked, finding: Finding) -> Iterator[str]:
    rule = result.rule(finding.rule)
    yield f"**{finding.severity.capitalize()}** `{finding.rule}`"
    yield plain_markdown(finding.message)
    if rule is None:
        return
    yield rule.rule.file.explanation.strip()
    if rule.rule.file.references:
        yield "\n".join(f"- <{reference}>" for reference in rule.rule.file.references)


def plain_markdown(text: str) -> str:
    """Write words of a story so that Markdown shows them as they stand."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>()#+-.!|~&" else letter for letter in text)
