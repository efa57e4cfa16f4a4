"""Code actions: what an editor offers to do about the findings at a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from newslint.core.finding import Finding, OfferedFix, SourceEdit
from newslint.editor.checked import Checked
from newslint.editor.diagnostics import diagnostic
from newslint.run.manuscript import Manuscript
from newslint.run.mending import mended

FIX_ALL = types.CodeActionKind.SourceFixAll
OURS = f"{FIX_ALL.value}.newslint"


def actions(result: Checked, place: types.Range, only: Sequence[str] | None) -> list[types.CodeAction]:
    """Return every offered fix of the findings that touch a place, and the mending of all that is safe."""
    start, end = result.lines.offset(place.start), result.lines.offset(place.end)
    found: list[types.CodeAction] = []
    if _asked(types.CodeActionKind.QuickFix.value, only):
        found += [action for each in result.between(start, end) for action in _fixes(result, each)]
    if _asked(OURS, only):
        found += _safe(result)
    return found


def _asked(kind: str, only: Sequence[str] | None) -> bool:
    """Tell whether a client wants a kind of actions: it may name one above it."""
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _fixes(result: Checked, finding: Finding) -> Iterator[types.CodeAction]:
    shown = diagnostic(result, finding)
    for number, fix in enumerate(finding.fixes):
        yield types.CodeAction(
            title=_title(fix),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[shown],
            is_preferred=True if number == 0 and fix.safety == "safe" else None,
            edit=workspace_edit(result, [_edit(result, each) for each in fix.edits]),
        )


def _title(fix: OfferedFix) -> str:
    return fix.title if fix.safety == "safe" else f"{fix.title} ({fix.safety})"


def _safe(result: Checked) -> Iterator[types.CodeAction]:
    """Yield one action that makes all safe fixes, to a stop, as `newslint --fix` does."""
    if not any(fix.safety == "safe" for each in result.findings for fix in each.fixes[:1]):
        return
    if result.desk is None or result.assignment is None:
        return
    manuscript = Manuscript(result.desk, result.assignment)
    edits = mended(manuscript, result.findings, unsafe=False).edits
    if edits:
        yield types.CodeAction(
            title="Make all safe fixes of newslint",
            kind=OURS,
            edit=workspace_edit(result, [_edit(result, each) for each in edits]),
        )


def _edit(result: Checked, edit: SourceEdit) -> types.TextEdit:
    return types.TextEdit(result.lines.range(edit.start, edit.end), edit.text)


def workspace_edit(result: Checked, edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
    """Return edits of a story, for the version in which they are placed."""
    story = types.OptionalVersionedTextDocumentIdentifier(result.story.uri, result.story.version)
    return types.WorkspaceEdit(
        changes={result.story.uri: list(edits)},
        document_changes=[types.TextDocumentEdit(story, list(edits))],
    )
