"""The hooks through which the checks of the family *patterns* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "capitalization": "newslint.checks.patterns.capitalization:Capitalization",
        "conditional": "newslint.checks.patterns.conditional:Conditional",
        "consistency": "newslint.checks.patterns.consistency:Consistency",
        "existence": "newslint.checks.patterns.existence:Existence",
        "occurrence": "newslint.checks.patterns.occurrence:Occurrence",
        "pattern": "newslint.checks.patterns.pattern:Pattern",
        "rejected": "newslint.checks.patterns.rejected:Rejected",
        "repetition": "newslint.checks.patterns.repetition:Repetition",
        "sequence": "newslint.checks.patterns.sequence:Sequence",
        "substitution": "newslint.checks.patterns.substitution:Substitution",
    }
