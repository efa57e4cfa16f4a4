"""The hooks through which the built-in reporters come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_reporters() -> dict[str, str]:
    """Return the reporters by format."""
    return {
        "json": "newslint.reporters.json:JsonReporter",
        "terminal": "newslint.reporters.terminal:TerminalReporter",
    }
