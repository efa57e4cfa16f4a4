"""The plugin that brings in the rule book shipped with newslint."""

from __future__ import annotations

from pathlib import Path

from newslint.hookimpl import hookimpl
from newslint.rulebook.trees import shipped_rules


@hookimpl
def newslint_packs() -> list[Path]:
    """Return the folder of the shipped rules."""
    return [shipped_rules()]


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of check that the engine itself answers for."""
    return {
        "broken-front-matter": "newslint.core.remarks:BrokenFrontMatter",
        "ignore-without-reason": "newslint.core.check:IgnoreWithoutReason",
        "unknown-ignore": "newslint.core.check:UnknownIgnore",
        "unread-date": "newslint.core.remarks:UnreadDate",
        "unused-ignore": "newslint.core.check:UnusedIgnore",
    }
