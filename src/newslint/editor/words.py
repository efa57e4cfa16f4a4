"""Words: what an editor offers to add to a desk's accepted words and to its register, and the adding."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from newslint.core.finding import Finding
from newslint.core.paths import shown
from newslint.desk.growing import accept, register
from newslint.editor.checked import Checked
from newslint.editor.diagnostics import diagnostic
from newslint.text.names.names_index import names_index

# Commands of the server: the address of a story, and the words or the name.
ACCEPT, REGISTER = "newslint.accept", "newslint.register"
NAMES = "names"


def word_actions(result: Checked, finding: Finding) -> Iterator[types.CodeAction]:
    """Yield what a desk may say of the words that a rule about words found."""
    rule = result.rule(finding.rule)
    if rule is None or not rule.check.of_words or result.assignment is None:
        return
    config = result.assignment.config
    if not config.origin:
        return
    words = " ".join(finding.text.split())
    yield _action(result, finding, f"Accept “{words}” at this desk", ACCEPT, words)
    name = _name(result, finding) if rule.rule.family == NAMES and config.style.names else None
    if name is not None:
        yield _action(result, finding, f"Add “{name}” to the register", REGISTER, name)


def added(result: Checked, command: str, words: str) -> str:
    """Add words to the file that *command* is about; say where they are now. Raises ConfigError."""
    if result.assignment is None:
        return ""
    grow = {ACCEPT: accept, REGISTER: register}[command]
    return f"“{words}” is in {shown(grow(result.assignment.config, words))}."


def _action(result: Checked, finding: Finding, title: str, command: str, words: str) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(result, finding)],
        command=types.Command(title, command, arguments=[result.story.uri, words]),
    )


def _name(result: Checked, finding: Finding) -> str | None:
    """Return the whole name that a finding is about, as the story mostly writes it."""
    start = finding.start.offset
    for document in result.documents:
        for name in names_index([document]):
            if any(mention.start <= start < mention.end for mention in name.mentions):
                return name.name
    return None
