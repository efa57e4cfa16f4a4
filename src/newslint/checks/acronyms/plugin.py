"""The hooks through which the checks of the family *acronyms* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "mixed-points": "newslint.checks.acronyms.mixed_points:MixedPoints",
        "swapped-acronym": "newslint.checks.acronyms.swapped:SwappedAcronym",
        "undefined-acronym": "newslint.checks.acronyms.undefined:UndefinedAcronym",
        "unused-acronym": "newslint.checks.acronyms.unused:UnusedAcronym",
    }
