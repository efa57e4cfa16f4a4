"""The hooks through which this plugin comes in."""

from __future__ import annotations

from pathlib import Path

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks."""
    return {"line-length": "newslint_example.line_length:LineLength"}


@hookimpl
def newslint_packs() -> list[Path]:
    """Return the folders of rules."""
    return [Path(__file__).with_name("rules")]


@hookimpl
def newslint_readers() -> dict[str, str]:
    """Return the readers by format."""
    return {"slip": "newslint_example.slip:SlipReader"}


@hookimpl
def newslint_reporters() -> dict[str, str]:
    """Return the reporters by format."""
    return {"tally": "newslint_example.tally:TallyReporter"}
