"""The hooks through which the checks of the family *typography* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "characters": "newslint.checks.typography.characters:Characters",
        "dash-style": "newslint.checks.typography.dash_style:DashStyle",
        "mixed-dashes": "newslint.checks.typography.mixed_dashes:MixedDashes",
        "turned-apostrophe": "newslint.checks.typography.turned_apostrophe:TurnedApostrophe",
    }
