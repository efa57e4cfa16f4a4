"""Wordings: what the lists say of the words round a verb."""

from __future__ import annotations

import re

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.core.wording import Worded

# What may stand between the subject and its verb: "has since repeatedly said".
AUXILIARY = Worded(
    r"""(?:(?<![\w-])(?:
      has|have|had|is|was|were|are|be|been|being|will|would|could|can|cannot|may|might|should|must|did|does|do
    | [a-z]+n't|not|never|always|ever|yet|long|soon|also|then|later|often|once|now|just|only|further|already
    | earlier|still|again|since|first|sometimes|instead|rather|even|too|both|all|each
    | went\ on\ to|continued\ to|goes\ on\ to
    | (?!{nouns-in-ly})[a-z]+ly
    )\ +)+$""",
    re.VERBOSE,
)
# "is still (convinced)", "felt (sure)"
LINKED = Worded(
    r"(?:(?:has|have|had|will|would|not) (?:\w+ )?)?\b(?:is|was|were|are|am|be|been|{linking-verbs})"
    r"(?: (?!that)[a-z]+){0,2} $"
)


class Wordings(msgspec.Struct, frozen=True):
    """What the lists say round a verb. *ambiguous* forms are as often nouns, but not behind *documents*."""

    ambiguous: frozenset[str]
    documents: frozenset[str]
    supposing: frozenset[str]
    naming: frozenset[str]
    auxiliary: re.Pattern[str]
    linked: re.Pattern[str]


def wordings(lexicon: Lexicon) -> Wordings:
    return Wordings(
        ambiguous=frozenset(lexicon.words("verbs-or-nouns")),
        documents=frozenset(lexicon.words("document-sources")),
        supposing=frozenset(lexicon.words("supposing-participles")),
        naming=frozenset(lexicon.words("naming-participles")),
        auxiliary=lexicon.view(AUXILIARY),
        linked=lexicon.view(LINKED),
    )
