"""The hooks through which the checks of the family *attribution* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "allegation-as-fact": "newslint.checks.attribution.allegation_as_fact:AllegationAsFact",
        "anonymous-without-reason": (
            "newslint.checks.attribution.anonymous_without_reason:AnonymousWithoutReason"
        ),
        "unattributed-claim": "newslint.checks.attribution.unattributed_claim:UnattributedClaim",
        "vague-source": "newslint.checks.attribution.vague_source:VagueSource",
    }
