"""Code actions: what an editor offers to do about the findings at a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from newslint.core.finding import Finding, OfferedFix, SourceEdit
from newslint.editor.checked import Checked
from newslint.editor.diagnostics import diagnostic
from newslint.editor.words import word_actions
from newslint.run.ignorer import ignoring
from newslint.run.manuscript import Manuscript
from newslint.run.mending import mended

FIX_ALL = types.CodeActionKind.SourceFixAll
# A command of the server: the address of a story, the fingerprint of a finding, and a reason.
IGNORE = "newslint.ignore"
OURS = f"{FIX_ALL.value}.newslint"


def actions(result: Checked, place: types.Range, only: Sequence[str] | None) -> list[types.CodeAction]:
    """Return every offered fix of the findings that touch a place, and the mending of all that is safe."""
    start, end = result.lines.offset(place.start), result.lines.offset(place.end)
    found: list[types.CodeAction] = []
    if _asked(types.CodeActionKind.QuickFix.value, only):
        here = list(result.between(start, end))
        found += [action for each in here for action in _fixes(result, each)]
        found += [action for each in here for action in word_actions(result, each)]
        found += [_ignore(result, each) for each in here]
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


def _ignore(result: Checked, finding: Finding) -> types.CodeAction:
    """Return the action that has the server write an ignore; a client may put a reason into its arguments."""
    title = f"Ignore {finding.rule} here"
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(result, finding)],
        command=types.Command(title, IGNORE, arguments=[result.story.uri, finding.fingerprint, ""]),
    )


def ignored(result: Checked, fingerprint: str, reason: str) -> types.WorkspaceEdit | None:
    """Return the edit that silences a finding with a *reason*, or None where no comment does."""
    found = [each for each in result.findings if each.fingerprint == fingerprint]
    if not found or result.desk is None or result.assignment is None:
        return None
    edits = ignoring(result.desk, result.assignment, found, reason=reason)
    return workspace_edit(result, [_edit(result, each) for each in edits]) if edits else None


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
