"""Asking: a finding as a person is shown it, and the key that decides on it."""

from __future__ import annotations

import os
from collections.abc import Sequence

import msgspec

from newslint.cli.keys import END_OF_INPUT, key, line
from newslint.cli.streams import colourless, put, terminal_width
from newslint.core.finding import Finding, OfferedFix
from newslint.core.report import Report
from newslint.core.visible import visible
from newslint.reporters.terminal import TerminalReporter

ACCEPT, SKIP, IGNORE, EDIT, QUIT = "asieq"
# More readings than there are keys for them are never offered.
MOST_FIXES = 9
INDENT = "    "


class Question(msgspec.Struct, frozen=True):
    """A finding of a report: which of how many it is, the fixes that can be made, if it stands in a text."""

    report: Report
    finding: Finding
    number: int
    total: int
    fixes: tuple[OfferedFix, ...]
    is_text: bool


def asked(question: Question) -> str:
    """Show a finding and return the key that decides on it: a letter, or the number of a fix."""
    put(_shown(question))
    while True:
        pressed = key(_prompt(question)).lower()
        put("\n")
        if pressed == END_OF_INPUT:
            return QUIT
        if pressed == ACCEPT and question.fixes:
            return "1"
        if pressed in _keys(question):
            return pressed


def reason() -> str:
    """Ask for the reason of an ignore; nothing takes the question back."""
    put(f"{INDENT}reason (none: back): ")
    return line().strip()


def _shown(question: Question) -> str:
    bare = msgspec.structs.replace(question.finding, fixes=())
    report = msgspec.structs.replace(question.report, findings=(bare,))
    text = "".join(TerminalReporter().story(report, width=terminal_width()))
    fixes = "".join(
        f"{INDENT}{number}  {visible(fix.title)} ({fix.safety})\n"
        for number, fix in enumerate(question.fixes, start=1)
    )
    shown = f"\n{question.number} of {question.total}\n{text.rstrip(chr(10))}\n{fixes}"
    return colourless(shown) if os.environ.get("NO_COLOR") else shown


def _keys(question: Question) -> Sequence[str]:
    numbers = [str(number) for number, _ in enumerate(question.fixes, start=1)]
    return [*numbers, SKIP, IGNORE, *([EDIT] if question.is_text else []), QUIT]


def _prompt(question: Question) -> str:
    said = ["[a]ccept 1"] if question.fixes else []
    said += ["[2] other reading"] if len(question.fixes) == 2 else []
    said += [f"[2-{len(question.fixes)}] other readings"] if len(question.fixes) > 2 else []
    said += ["[s]kip", "[i]gnore", *(["[e]dit"] if question.is_text else []), "[q]uit"]
    return f"{INDENT}{'  '.join(said)}: "
