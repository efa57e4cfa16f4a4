"""The hooks through which the checks of the family *patterns* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    kinds = {
        "capitalization": "capitalization:Capitalization",
        "conditional": "conditional:Conditional",
        "consistency": "consistency:Consistency",
        "existence": "existence:Existence",
        "metric": "metric:Metric",
        "occurrence": "occurrence:Occurrence",
        "pattern": "pattern:Pattern",
        "readability": "readability:Readability",
        "rejected": "rejected:Rejected",
        "repetition": "repetition:Repetition",
        "sequence": "sequence:Sequence",
        "spelling": "spelling:Spelling",
        "substitution": "substitution:Substitution",
        "vale-capitalization": "vale.casing:ValeCapitalization",
        "vale-conditional": "vale.pairs:ValeConditional",
        "vale-consistency": "vale.pairs:ValeConsistency",
        "vale-existence": "vale.words:ValeExistence",
        "vale-metric": "vale.measures:ValeMetric",
        "vale-occurrence": "vale.words:ValeOccurrence",
        "vale-readability": "vale.measures:ValeReadability",
        "vale-repetition": "vale.words:ValeRepetition",
        "vale-sequence": "vale.sequence:ValeSequence",
        "vale-spelling": "vale.spelling:ValeSpelling",
        "vale-substitution": "vale.words:ValeSubstitution",
    }
    return {kind: f"newslint.checks.patterns.{where}" for kind, where in kinds.items()}
